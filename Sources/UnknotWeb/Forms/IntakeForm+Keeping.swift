import Unknot

extension IntakeForm {
    /// What of an interview is to be kept in the journal.
    enum Keeping: String, CaseIterable, Sendable {
        /// Where it hurts, and how.
        case drawing
        /// The press that was made last.
        case press
    }

    /// The entry for what is to be kept.
    ///
    /// - Throws: ``IntakeProblem`` when it is not there, or names what the atlas does not know.
    func kept(_ word: String?, atlas: Atlas) throws(IntakeProblem) -> RecordValue {
        guard let keeping = word.flatMap(Keeping.init(rawValue:)) else {
            throw Self.wrong(Field.keep, word ?? "", Keeping.allCases.map(\.rawValue))
        }
        switch keeping {
        case .drawing:
            guard !places.isEmpty else {
                throw IntakeProblem(path: "drawing", message: "Nothing is marked.", allowed: "at least one place")
            }
            let intake = intake
            try atlas.check(intake)
            return .drawing(try DrawingRecord(marks: intake.drawing, isComplete: isComplete))
        case .press:
            guard let press = beforeLastPress?.press ?? presses.last else {
                throw IntakeProblem(path: "presses", message: "Nothing was pressed.", allowed: "a press")
            }
            try atlas.check(intake)
            return .press(
                try PressRecord(
                    point: press.point, side: press.side, tenderness: press.tenderness, isFamiliar: press.isFamiliar,
                    spreadsTo: press.spreadsTo, hasLump: press.hasLump))
        }
    }
}
