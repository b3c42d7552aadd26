import Unknot

/// Reasons of one kind, told in one sentence: ten sentences that begin alike are not read.
struct ReasonGroup {
    /// What reasons have in common.
    private enum Topic: Hashable {
        case drawn(fits: Bool)
        case blank
        case movement(MovementEffect, fits: Bool)
        /// Told one by one, by their place in the list.
        case single(Int)
    }

    private static let shownItems = 4

    private let topic: Topic
    private var reasons: [Reason]

    /// Groups reasons, keeping the order of the weightiest of each group.
    static func groups(of reasons: [Reason]) -> [ReasonGroup] {
        reasons.enumerated().reduce(into: []) { groups, next in
            let topic = topic(of: next.element, index: next.offset)
            if let known = groups.firstIndex(where: { $0.topic == topic }) {
                groups[known].reasons.append(next.element)
            } else {
                groups.append(ReasonGroup(topic: topic, reasons: [next.element]))
            }
        }
    }

    private static func topic(of reason: Reason, index: Int) -> Topic {
        switch reason.kind {
        case .drawn: .drawn(fits: reason.weight > 0)
        case .blank: .blank
        case .movement(_, let effect): .movement(effect, fits: reason.weight > 0 || effect == .noEffect)
        case .cause, .press: .single(index)
        }
    }

    /// The sentence.
    func sentence(_ engine: Engine) -> String {
        let names = reasons.prefix(Self.shownItems).map { Self.name(of: $0, engine) }
        let list = CLIText.listWithMore(names, more: reasons.count - names.count)
        switch topic {
        case .drawn(let fits): return fits ? CLIText.marked(list) : CLIText.markedElsewhere(list)
        case .blank: return CLIText.blank(list)
        case .movement(let effect, let fits): return CLIText.movements(fits ? effect.rawValue : "", list)
        case .single: return reasons.map(engine.text.reason).joined(separator: " ")
        }
    }

    private static func name(of reason: Reason, _ engine: Engine) -> String {
        switch reason.kind {
        case .drawn(let place, _), .blank(let place): engine.text.place(place)
        case .movement(let id, _): engine.atlas.movement(id)?.plainQuestion ?? id.rawValue
        case .cause, .press: engine.text.reason(reason)
        }
    }
}
