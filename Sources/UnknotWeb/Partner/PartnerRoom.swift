import UnknotRecord

/// One session for two: its steps, how far they are, and what was said. It is kept in memory only and ends by itself.
///
/// A plain value: it knows no clock and wakes nobody; the actor around it does.
struct PartnerRoom: Sendable {
    /// What was said, as far as it is kept; a listener that missed more is told how things stand instead.
    static let mostKept = 64

    let steps: [PartnerStep]
    let endsAt: Moment
    /// The step that they are at, from 0; the number of steps when all are done.
    private(set) var step = 0
    /// Whether stop was said and the person has not said yet that it goes on.
    private(set) var isStopped = false
    /// The last words, oldest first.
    private(set) var said: [PartnerSaying] = []
    private var budgets: [PartnerSide: WordBudget] = [:]

    init(_ steps: [PartnerStep], endsAt: Moment) {
        self.steps = steps
        self.endsAt = endsAt
    }

    /// How much was said so far.
    var number: Int { said.last?.number ?? 0 }

    /// Says something.
    ///
    /// Stop is always taken, however much was said before. What changes nothing, such as a second stop, or "next" for a
    /// step that the other side has left already, is no news.
    ///
    /// - Parameter seen: The step that whoever says "next" was looking at; nil for the present one.
    /// - Returns: What was said, or nil when nothing changed.
    mutating func say(
        _ word: PartnerWord, by side: PartnerSide, seen: Int? = nil, at now: Moment
    ) throws(PartnerRefusal) -> PartnerSaying? {
        guard word.mayBeSaid(by: side) else { throw .notYours }
        switch word {
        case .stop:
            guard !isStopped else { return nil }
        case .resume:
            guard isStopped else { return nil }
        case .next:
            guard step < steps.count, seen ?? step == step else { return nil }
            guard !isStopped else { throw .isStopped }
        case .more, .less, .good:
            guard !isStopped else { throw .isStopped }
        }
        if word != .stop {
            var budget = budgets[side] ?? WordBudget(at: now)
            let wait = budget.take(at: now)
            budgets[side] = budget
            if let wait { throw .tooFast(seconds: wait) }
        }
        if word == .next { step += 1 }
        if word == .stop || word == .resume { isStopped = word == .stop }
        let saying = PartnerSaying(number: number + 1, word: word, by: side, step: step, stopped: isStopped)
        said.append(saying)
        if said.count > Self.mostKept { said.removeFirst(said.count - Self.mostKept) }
        return saying
    }

    /// What was said after a number, oldest first; nil when some of it is no longer kept, or the number is not of here.
    func said(after number: Int) -> [PartnerSaying]? {
        guard number <= self.number, number >= self.number - said.count else { return nil }
        return Array(said.suffix(self.number - number))
    }
}
