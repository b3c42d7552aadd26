import SeededRandom
import Unknot

extension Intake {
    /// A person with pain in a few neighbouring regions, mostly on one side, with some answers, causes and presses.
    static func random(_ atlas: Atlas, presses: Int = 0, using random: inout SplitMix64) -> Intake {
        let side = BodySide.allCases.randomElement(using: &random) ?? .left
        var intake = Intake()
        if Bool.random(using: &random) { intake.age = Int.random(in: 20...80, using: &random) }
        if Bool.random(using: &random) { intake.sex = Sex.allCases.randomElement(using: &random) }
        intake.drawingComplete = Int.random(in: 0..<4, using: &random) > 0
        var place = atlas.regions.randomElement(using: &random).map { region in
            BodyPlace(region.id, region.laterality == .midline ? .midline : RegionSide(side))
        }
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            guard let here = place else { break }
            if !intake.drawing.contains(where: { $0.place == here }) {
                intake.drawing.append(
                    PainMark(
                        here,
                        intensity: Bool.random(using: &random) ? Double(Int.random(in: 1...10, using: &random)) : nil,
                        strength: [.main, .lesser, nil].randomElement(using: &random) ?? nil
                    ))
            }
            place = atlas.neighbours(of: here).randomElement(using: &random)
        }
        for movement in atlas.movements.shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random)) {
            let effect = MovementEffect.allCases.randomElement(using: &random) ?? .worse
            intake.answers[movement.id.rawValue] = .effect(effect)
        }
        for question in atlas.questions.filter({ $0.kind == .answer }).shuffled(using: &random)
            .prefix(Int.random(in: 0...3, using: &random))
        {
            intake.answers[question.id.rawValue] = .reply(Reply.allCases.randomElement(using: &random) ?? .no)
        }
        intake.causes = atlas.causes.shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random)).map(\.id)
        for point in atlas.points.shuffled(using: &random).prefix(presses) {
            intake.presses.append(.random(point.id, atlas, using: &random))
        }
        return intake
    }

    /// Whether it tells the same of both sides.
    var isSymmetric: Bool {
        Set(drawing) == Set(mirrored.drawing) && Set(presses) == Set(mirrored.presses)
    }
}

extension Press {
    /// A press with random answers.
    static func random(_ point: PointID, _ atlas: Atlas, using random: inout SplitMix64) -> Press {
        Press(
            point,
            BodySide.allCases.randomElement(using: &random) ?? .left,
            tenderness: Bool.random(using: &random) ? Double(Int.random(in: 0...10, using: &random)) : nil,
            isFamiliar: [true, false, nil].randomElement(using: &random) ?? nil,
            spreadsTo: atlas.regions.shuffled(using: &random).prefix(Int.random(in: 0...2, using: &random)).map(\.id),
            hasLump: [true, false, nil].randomElement(using: &random) ?? nil
        )
    }
}
