import SeededRandom
import UnknotRecord

/// Writes an intake as JSON, by hand, so that reading is checked against something else than itself.
enum IntakeWriter {
    static func json(_ intake: Intake) -> String {
        var fields: [String] = []
        if let id = intake.id { fields.append(#""id": \#(quoted(id))"#) }
        if let age = intake.age { fields.append(#""age": \#(age)"#) }
        if let sex = intake.sex { fields.append(#""sex": "\#(sex.rawValue)""#) }
        fields.append(#""side_unknown": \#(intake.sideUnknown)"#)
        fields.append(#""drawing": \#(list(intake.drawing.map(mark)))"#)
        fields.append(#""drawing_complete": \#(intake.drawingComplete)"#)
        let answers = intake.answers.map { "\(quoted($0.key)): \(quoted($0.value.rawValue))" }
        fields.append(#""answers": {\#(answers.joined(separator: ", "))}"#)
        fields.append(#""causes": \#(list(intake.causes.map { quoted($0.rawValue) }))"#)
        fields.append(#""presses": \#(list(intake.presses.map(press)))"#)
        return "{\(fields.joined(separator: ", "))}"
    }

    private static func mark(_ mark: PainMark) -> String {
        var fields = [
            #""region": \#(quoted(mark.place.region.rawValue))"#, #""side": "\#(mark.place.side.rawValue)""#,
        ]
        if let intensity = mark.intensity { fields.append(#""intensity": \#(intensity)"#) }
        if let strength = mark.strength { fields.append(#""strength": "\#(strength.rawValue)""#) }
        if !mark.quality.isEmpty { fields.append(#""quality": \#(list(mark.quality.map { quoted($0.rawValue) }))"#) }
        return "{\(fields.joined(separator: ", "))}"
    }

    private static func press(_ press: Press) -> String {
        var fields = [#""point": \#(quoted(press.point.rawValue))"#, #""side": "\#(press.side.rawValue)""#]
        if let tenderness = press.tenderness { fields.append(#""tenderness": \#(tenderness)"#) }
        if let isFamiliar = press.isFamiliar { fields.append(#""familiar": \#(isFamiliar)"#) }
        if let hasLump = press.hasLump { fields.append(#""lump": \#(hasLump)"#) }
        if !press.spreadsTo.isEmpty {
            fields.append(#""spreads_to": \#(list(press.spreadsTo.map { quoted($0.rawValue) }))"#)
        }
        return "{\(fields.joined(separator: ", "))}"
    }

    private static func list(_ items: [String]) -> String { "[\(items.joined(separator: ", "))]" }

    /// Every character outside of letters and digits as an escape, to exercise them.
    private static func quoted(_ text: String) -> String {
        let units = text.utf16.map { unit -> String in
            let isPlain = unit < 0x80 && (Character(Unicode.Scalar(UInt8(unit))).isLetter || unit == 0x5F)
            let digits = String(unit, radix: 16)
            return isPlain
                ? String(Character(Unicode.Scalar(UInt8(unit))))
                : "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
        return "\"\(units.joined())\""
    }
}

extension Intake {
    /// An intake with random content; its ids need not exist in any atlas.
    static func random(using random: inout SplitMix64) -> Intake {
        var intake = Intake()
        if Bool.random(using: &random) {
            intake.id = ["", "case 7", "a\"b\\c/\n\t", "é🙂\u{2028}"].randomElement(using: &random)
        }
        if Bool.random(using: &random) { intake.age = Int.random(in: 0...120, using: &random) }
        if Bool.random(using: &random) { intake.sex = Sex.allCases.randomElement(using: &random) }
        intake.sideUnknown = .random(using: &random)
        intake.drawingComplete = .random(using: &random)
        for number in 0..<Int.random(in: 0...6, using: &random) {
            guard let side = RegionSide.allCases.randomElement(using: &random) else { continue }
            intake.drawing.append(
                PainMark(
                    BodyPlace(RegionID("region_\(number)"), side),
                    intensity: Bool.random(using: &random) ? Double.random(in: 0...10, using: &random) : nil,
                    strength: Bool.random(using: &random) ? MarkStrength.allCases.randomElement(using: &random) : nil,
                    quality: PainQuality.allCases.filter { _ in Int.random(in: 0..<5, using: &random) == 0 }
                ))
        }
        for number in 0..<Int.random(in: 0...6, using: &random) {
            let reply = Reply.allCases.randomElement(using: &random).map(Answer.reply)
            let effect = MovementEffect.allCases.randomElement(using: &random).map(Answer.effect)
            intake.answers["answer_\(number)"] = Bool.random(using: &random) ? reply : effect
        }
        intake.causes = (0..<Int.random(in: 0...4, using: &random)).map { CauseID("cause_\($0)") }
        for number in 0..<Int.random(in: 0...4, using: &random) {
            intake.presses.append(
                Press(
                    PointID("point_\(number)"),
                    Bool.random(using: &random) ? .left : .right,
                    tenderness: Bool.random(using: &random) ? Double(Int.random(in: 0...10, using: &random)) : nil,
                    isFamiliar: [true, false, nil].randomElement(using: &random) ?? nil,
                    spreadsTo: (0..<Int.random(in: 0...3, using: &random)).map { RegionID("region_\($0)") },
                    hasLump: [true, false, nil].randomElement(using: &random) ?? nil
                ))
        }
        return intake
    }
}
