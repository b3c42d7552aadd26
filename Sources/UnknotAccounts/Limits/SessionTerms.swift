public import UnknotJournal
public import UnknotRecord

/// How long a browser stays signed in.
public struct SessionTerms: Hashable, Sendable {
    /// Without being used, in milliseconds.
    public var idle: Int64
    /// At most, however often it is used, in milliseconds.
    public var most: Int64
    /// How long after a use the next one is noted, in milliseconds: not every request is worth a write.
    public var renewal: Int64

    private static let day: Int64 = 86_400_000

    /// Two weeks without use, three months at most, noted once an hour.
    public static let standard = SessionTerms(idle: 14 * day, most: 90 * day, renewal: day / 24)

    /// Describes terms.
    public init(idle: Int64, most: Int64, renewal: Int64) {
        self.idle = idle
        self.most = most
        self.renewal = renewal
    }

    /// What to do with a session that is used.
    public enum Step: Hashable, Sendable {
        /// It ended.
        case end
        /// It goes on as it is.
        case goOn
        /// It goes on and lasts longer: keep this.
        case renew(AccountSession)
    }

    /// Decides what becomes of a session that is used at a moment.
    public func step(for session: AccountSession, at now: Moment) -> Step {
        let last = session.createdAt.milliseconds + most
        guard now < session.endsAt, now.milliseconds < last else { return .end }
        guard now.milliseconds - session.usedAt.milliseconds >= renewal else { return .goOn }
        var longer = session
        longer.usedAt = now
        longer.endsAt = Moment(milliseconds: min(now.milliseconds + idle, last))
        return .renew(longer)
    }
}
