import SeededRandom
import UnknotAtlas
import UnknotRecord
import UnknotSafety

/// Triage on the built-in knowledge base.
struct Desk {
    let atlas: Atlas
    private let desk: TriageDesk
    private let differential: Differential

    init() throws {
        atlas = try Atlas.builtIn()
        desk = TriageDesk(atlas)
        differential = Differential(atlas)
    }

    /// Weighs the warning signs alone.
    func signsOnly(_ intake: Intake) -> Triage {
        desk.triage(intake, facts: KnownFacts(intake, atlas: atlas), sources: [])
    }

    /// Weighs the warning signs and the other sources of pain.
    func triage(_ intake: Intake) -> Triage {
        desk.triage(intake, facts: KnownFacts(intake, atlas: atlas), sources: sources(intake))
    }

    func sources(_ intake: Intake) -> [SourceAssessment] {
        differential.assess(intake, facts: KnownFacts(intake, atlas: atlas))
    }

    /// The probability of a source on any side, 0 when it is not considered.
    func probability(_ hypothesis: HypothesisID, _ intake: Intake) -> Double {
        sources(intake).filter { $0.hypothesis == hypothesis }.map(\.probability).max() ?? 0
    }
}

extension Intake {
    /// An intake with some regions drawn on the left, or in the middle.
    static func drawn(_ regions: [RegionID], side: RegionSide = .left, yes: [String] = [], no: [String] = []) -> Intake
    {
        var intake = Intake(drawing: regions.map { PainMark(BodyPlace($0, side)) })
        for id in yes { intake.answers[id] = .reply(.yes) }
        for id in no { intake.answers[id] = .reply(.no) }
        return intake
    }

    /// Random regions and answers that the atlas knows.
    static func random(_ atlas: Atlas, using random: inout SplitMix64) -> Intake {
        var intake = Intake()
        if Bool.random(using: &random) { intake.age = Int.random(in: 0...120, using: &random) }
        if Bool.random(using: &random) { intake.sex = Sex.allCases.randomElement(using: &random) }
        for region in atlas.regions.shuffled(using: &random).prefix(Int.random(in: 1...8, using: &random)) {
            guard let place = region.places.randomElement(using: &random) else { continue }
            intake.drawing.append(
                PainMark(
                    place,
                    intensity: Bool.random(using: &random) ? Double(Int.random(in: 0...10, using: &random)) : nil,
                    quality: PainQuality.allCases.filter { _ in Int.random(in: 0..<8, using: &random) == 0 }
                ))
        }
        let ids = atlas.questions.map(\.id) + atlas.warningSigns.filter { $0.combination == nil }.map(\.id)
        for id in ids.shuffled(using: &random).prefix(Int.random(in: 0...12, using: &random)) {
            intake.answers[id.rawValue] = .reply(Reply.allCases.randomElement(using: &random) ?? .no)
        }
        for movement in atlas.movements.shuffled(using: &random).prefix(Int.random(in: 0...4, using: &random)) {
            intake.answers[movement.id.rawValue] = .effect(
                MovementEffect.allCases.randomElement(using: &random) ?? .worse)
        }
        intake.causes = atlas.causes.shuffled(using: &random).prefix(Int.random(in: 0...2, using: &random)).map(\.id)
        return intake
    }
}
