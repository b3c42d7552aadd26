import Unknot

/// One screen of the interview that a visitor has answered or passed over, so that "Back" can undo it.
enum Screen: Hashable, Sendable {
    /// How bad it is in each place.
    case places
    /// One list of warning signs.
    case warnings([QuestionID])
    /// What may have brought it on.
    case causes
    /// A question or a movement, by its id.
    case ask(String)
    /// A press on a point.
    case press(PointID, BodySide)

    /// Reads ``name``.
    init?(_ name: String) {
        let parts = name.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        switch (parts.first, parts.count) {
        case ("places", 1): self = .places
        case ("causes", 1): self = .causes
        case ("warnings", 2): self = .warnings(parts[1].split(separator: " ").map { QuestionID(String($0)) })
        case ("ask", 2): self = .ask(parts[1])
        case ("press", 3):
            guard let side = BodySide(rawValue: parts[2]) else { return nil }
            self = .press(PointID(parts[1]), side)
        default: return nil
        }
    }

    /// The name in a form.
    var name: String {
        switch self {
        case .places: "places"
        case .causes: "causes"
        case .warnings(let signs): "warnings:\(signs.map(\.rawValue).joined(separator: " "))"
        case .ask(let id): "ask:\(id)"
        case .press(let point, let side): "press:\(point.rawValue):\(side.rawValue)"
        }
    }

    /// Whether it is a press: presses come after the questions and have a page of their own.
    var isPress: Bool {
        if case .press = self { return true }
        return false
    }
}
