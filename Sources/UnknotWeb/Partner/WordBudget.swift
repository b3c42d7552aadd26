import UnknotRecord

/// How many words one side may still say: some at once, then one for each interval, so that a hand that hurries is served
/// and a script that floods is not.
struct WordBudget: Hashable, Sendable {
    /// Words at once.
    static let most = 12
    /// Milliseconds for each further one.
    static let interval: Int64 = 500

    private var left = most
    private var countedAt: Moment

    init(at now: Moment) {
        countedAt = now
    }

    /// Takes one; when none is left, says after how many seconds there is one, at least 1.
    mutating func take(at now: Moment) -> Int? {
        // A clock that was put back gives nothing and takes nothing.
        let passed = max(0, now.milliseconds - countedAt.milliseconds)
        if passed >= Self.interval || now < countedAt {
            left = min(Self.most, left + Int(min(passed / Self.interval, Int64(Self.most))))
            countedAt = Moment(milliseconds: now.milliseconds - passed % Self.interval)
        }
        guard left > 0 else { return 1 }
        left -= 1
        return nil
    }
}
