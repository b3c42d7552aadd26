public import UnknotRecord

/// Someone whose journal is kept.
public struct Person: Hashable, Sendable {
    /// Their name for the program.
    public let id: PersonID
    /// Their name for people, 1 to 100 characters; need not be a real one.
    public var name: String
    /// Since when.
    public let createdAt: Moment

    /// Describes a person.
    public init(id: PersonID, name: String, createdAt: Moment) {
        self.id = id
        self.name = name
        self.createdAt = createdAt
    }
}
