import Unknot

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// An intake in the form in which `unknot locate` reads it.
struct IntakeJSON: Encodable {
    private let intake: Intake

    init(_ intake: Intake) {
        self.intake = intake
    }

    /// The document, ending in a line break.
    func document() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    }

    private enum Key: String, CodingKey {
        case id, age, sex, drawing, answers, causes, presses
        case sideUnknown = "side_unknown"
        case drawingComplete = "drawing_complete"
    }

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encodeIfPresent(intake.id, forKey: .id)
        try fields.encodeIfPresent(intake.age, forKey: .age)
        try fields.encodeIfPresent(intake.sex?.rawValue, forKey: .sex)
        try fields.encode(intake.sideUnknown, forKey: .sideUnknown)
        try fields.encode(intake.drawing.map(Mark.init), forKey: .drawing)
        try fields.encode(intake.drawingComplete, forKey: .drawingComplete)
        try fields.encode(intake.answers.mapValues(\.rawValue), forKey: .answers)
        try fields.encode(intake.causes.map(\.rawValue), forKey: .causes)
        try fields.encode(intake.presses.map(Pressed.init), forKey: .presses)
    }

    private struct Mark: Encodable {
        let region: String
        let side: String
        let intensity: Double?
        let strength: String?
        let quality: [String]?

        init(_ mark: PainMark) {
            region = mark.place.region.rawValue
            side = mark.place.side.rawValue
            intensity = mark.intensity
            strength = mark.strength?.rawValue
            quality = mark.quality.isEmpty ? nil : mark.quality.map(\.rawValue)
        }
    }

    private struct Pressed: Encodable {
        let point: String
        let side: String
        let tenderness: Double?
        let familiar: Bool?
        let spreadsTo: [String]
        let lump: Bool?

        enum CodingKeys: String, CodingKey {
            case point, side, tenderness, familiar, lump
            case spreadsTo = "spreads_to"
        }

        init(_ press: Press) {
            point = press.point.rawValue
            side = press.side.rawValue
            tenderness = press.tenderness
            familiar = press.isFamiliar
            spreadsTo = press.spreadsTo.map(\.rawValue)
            lump = press.hasLump
        }
    }
}
