public import UnknotRecord

/// What kind of page somebody opened.
public enum AccessedPage: String, CaseIterable, Hashable, Sendable {
    /// How things go: Today.
    case today
    /// The history of the knots.
    case knots
    /// The drawings over time.
    case map
    /// Single entries.
    case entries
    /// The whole record as a file.
    case export
    /// Something was added, corrected or taken away.
    case change
}

/// That somebody else looked at a person's record, gathered for an hour.
public struct AccessNote: Hashable, Sendable {
    /// Whose record.
    public let person: PersonID
    /// Who looked.
    public let account: AccountID
    /// The name of that account then; the account may be gone by now.
    public let who: String
    /// What that account was for then.
    public let role: AccountRole
    /// At what.
    public let page: AccessedPage
    /// How often within the hour.
    public let times: Int
    /// The last time within the hour.
    public let lastAt: Moment

    /// Describes an access.
    public init(
        person: PersonID, account: AccountID, who: String, role: AccountRole, page: AccessedPage, times: Int = 1,
        lastAt: Moment
    ) {
        self.person = person
        self.account = account
        self.who = who
        self.role = role
        self.page = page
        self.times = times
        self.lastAt = lastAt
    }

    /// Hours since 1970, in which accesses are gathered.
    public var hour: Int64 {
        let (hours, rest) = lastAt.milliseconds.quotientAndRemainder(dividingBy: 3_600_000)
        return rest < 0 ? hours - 1 : hours
    }
}
