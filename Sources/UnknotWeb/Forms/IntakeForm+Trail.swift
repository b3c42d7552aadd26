import Unknot

/// Going on and going back. The order of the screens travels with the answers, so both work without scripts.
extension IntakeForm {
    /// Reads where the visitor comes from and which way they go.
    mutating func readTrail(_ fields: FormFields) throws(IntakeProblem) {
        for name in fields.values(Field.asked) {
            asked.append(try Self.screen(name, Field.asked))
        }
        var now: Screen?
        if let name = try fields.value(Field.now) { now = try Self.screen(name, Field.now) }
        if try fields.value(Field.back) != nil {
            if let now { undo(now) }
            if let last = asked.popLast() {
                undo(last)
                reopened = last
            }
        } else if let now, isAnswered(now), !asked.contains(now) {
            asked.append(now)
        }
    }

    /// A screen that was left without an answer, for example for the result so far, is asked again.
    private func isAnswered(_ screen: Screen) -> Bool {
        switch screen {
        case .places, .causes: true
        case .warnings(let signs): signs.contains { answers[$0.rawValue] != nil }
        case .ask(let id): answers[id] != nil || skipped.contains(id)
        case .press(let point, let side):
            skipped.contains(point.rawValue) || presses.contains { $0.point == point && $0.side == side }
        }
    }

    /// Takes back what was said on a screen; lists show it again, so that only the slip has to be mended.
    private mutating func undo(_ screen: Screen) {
        switch screen {
        case .places, .causes:
            break
        case .warnings(let signs):
            for sign in signs {
                if let answer = answers.removeValue(forKey: sign.rawValue) { earlier[sign.rawValue] = answer }
            }
        case .ask(let id):
            if let answer = answers.removeValue(forKey: id) { earlier[id] = answer }
            skipped.remove(id)
        case .press(let point, let side):
            earlierPress = presses.first { $0.point == point && $0.side == side }
            presses.removeAll { $0.point == point && $0.side == side }
            skipped.remove(point.rawValue)
        }
    }

    private static func screen(_ name: String, _ field: String) throws(IntakeProblem) -> Screen {
        guard let screen = Screen(name) else {
            throw wrong(field, name, ["places", "causes", "warnings:IDS", "ask:ID", "press:POINT:SIDE"])
        }
        return screen
    }

    /// The press that was made last, and the form as it was before.
    var beforeLastPress: (press: Press, form: IntakeForm)? {
        guard case .press(let point, let side) = asked.last,
            let index = presses.firstIndex(where: { $0.point == point && $0.side == side })
        else { return nil }
        var before = self
        let press = before.presses.remove(at: index)
        return (press, before)
    }
}
