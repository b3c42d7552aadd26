import Unknot

extension IntakeForm {
    /// A form that says the same as an intake that was kept, as far as forms can say it.
    ///
    /// - Parameter keepsSigns: Whether what was answered to warning questions still counts.
    init(_ intake: Intake, keepsSigns: Bool, atlas: Atlas) {
        // Maps change: a place or a point that is there no more is passed over.
        let marks = intake.drawing.filter { atlas.region($0.place.region) != nil }
        places = marks.map(\.place)
        for mark in marks where mark.intensity != nil || !mark.quality.isEmpty {
            let intensity = mark.intensity.map { Int($0.rounded()) }
            feelings[mark.place] = Feeling(
                intensity: intensity, quality: PainQuality.allCases.filter(mark.quality.contains))
        }
        worst = marks.contains { $0.strength == .lesser } ? marks.filter { $0.strength != .lesser }.map(\.place) : []
        isComplete = intake.drawingComplete
        age = intake.age
        sex = intake.sex
        answers = intake.answers.filter { id, _ in
            if atlas.warningSign(QuestionID(id)) != nil { return keepsSigns }
            return atlas.question(QuestionID(id)) != nil || atlas.movement(MovementID(id)) != nil
        }
        presses = intake.presses.filter { atlas.point($0.point) != nil }
        causes = intake.causes.filter { atlas.cause($0) != nil }
        asked = [.places, .causes]
    }
}
