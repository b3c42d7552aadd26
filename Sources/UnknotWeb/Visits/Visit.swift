import UnknotJournal

/// Whose journal a request is about, and what it may do there.
struct Visit: Sendable {
    /// What may be done with a journal.
    enum Right: Hashable, Sendable {
        /// Read it.
        case see
        /// Add to it and correct it.
        case write
        /// Share it, export it, delete it.
        case manage
    }

    /// Whose journal; nobody's when none was chosen or the request may see none.
    var person: Person?
    /// What the request may do with it.
    var rights: Set<Right>

    /// A request that may see no journal.
    static let nobody = Visit(person: nil, rights: [])
}
