public import UnknotRecord

extension Atlas {
    /// Checks an intake against the vocabulary: every id exists, every side fits, every answer is of the right kind.
    ///
    /// - Throws: ``IntakeProblem`` for the first thing that is wrong, with what is allowed instead.
    public func check(_ intake: Intake) throws(IntakeProblem) {
        do throws(IntakeProblem) {
            try checkDrawing(intake)
            try checkAnswers(intake)
            for (index, id) in intake.causes.enumerated() where cause(id) == nil {
                throw unknown("causes[\(index)]", "cause", id.rawValue, among: causes.map(\.id.rawValue))
            }
            try checkPresses(intake)
        } catch {
            var problem = error
            problem.id = intake.id
            throw problem
        }
    }

    private func checkDrawing(_ intake: Intake) throws(IntakeProblem) {
        for (index, mark) in intake.drawing.enumerated() {
            let path = "drawing[\(index)]"
            guard let region = region(mark.place.region) else {
                throw unknown(
                    "\(path).region", "region", mark.place.region.rawValue, among: regions.map(\.id.rawValue))
            }
            guard region.sides.contains(mark.place.side) else {
                throw IntakeProblem(
                    path: "\(path).side",
                    message: "“\(region.id)” has no side “\(mark.place.side.rawValue)”.",
                    allowed: region.sides.map(\.rawValue).joined(separator: ", ")
                )
            }
        }
    }

    private func checkAnswers(_ intake: Intake) throws(IntakeProblem) {
        for (key, answer) in intake.answers.sorted(by: { $0.key < $1.key }) {
            let path = "answers.\(key.prefix(80))"
            let id = QuestionID(key)
            if movement(MovementID(key)) != nil {
                guard case .effect = answer else {
                    throw IntakeProblem(
                        path: path,
                        message: "“\(answer.rawValue)” is no answer to a movement.",
                        allowed: MovementEffect.allCases.map(\.rawValue).joined(separator: ", ")
                    )
                }
            } else if let sign = warningSign(id), sign.combination != nil {
                throw IntakeProblem(
                    path: path,
                    message: "“\(key)” is a combination, which follows from other answers.",
                    allowed: sign.combination?.ids.joined(separator: ", ") ?? ""
                )
            } else if question(id) != nil || warningSign(id) != nil {
                guard case .reply = answer else {
                    throw IntakeProblem(
                        path: path,
                        message: "“\(answer.rawValue)” is no answer to a question.",
                        allowed: Reply.allCases.map(\.rawValue).joined(separator: ", ")
                    )
                }
            } else {
                throw unknown(
                    path, "answer", key,
                    among: movements.map(\.id.rawValue) + questions.map(\.id.rawValue)
                        + warningSigns.filter { $0.combination == nil }.map(\.id.rawValue))
            }
        }
    }

    private func checkPresses(_ intake: Intake) throws(IntakeProblem) {
        for (index, press) in intake.presses.enumerated() {
            guard point(press.point) != nil else {
                throw unknown(
                    "presses[\(index)].point", "trigger point", press.point.rawValue, among: points.map(\.id.rawValue))
            }
            for (place, id) in press.spreadsTo.enumerated() where region(id) == nil {
                throw unknown(
                    "presses[\(index)].spreads_to[\(place)]", "region", id.rawValue, among: regions.map(\.id.rawValue))
            }
        }
    }

    /// Names the ids that look most like the unknown one.
    private func unknown(_ path: String, _ kind: String, _ id: String, among known: [String]) -> IntakeProblem {
        let near = SpellingSuggestion.nearest(to: id, among: known, most: 3)
        let hint = near.isEmpty ? "" : ", for example \(near.joined(separator: ", "))"
        return IntakeProblem(
            path: path,
            message: "“\(id.prefix(80))” is not a known \(kind).",
            allowed: "an id of the knowledge base\(hint)"
        )
    }
}
