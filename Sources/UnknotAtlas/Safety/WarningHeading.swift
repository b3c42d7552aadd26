/// What stands above a list of warning signs.
public struct WarningHeading: Hashable, Sendable {
    /// The id of the list.
    public let id: String
    /// Its place among the lists: most dangerous first.
    public let order: Int
    /// A few words.
    public let title: String
    /// The question to which ticks in the list say yes.
    public let lead: String
}
