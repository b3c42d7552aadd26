import UnknotAccounts
import UnknotJournal

/// Whose journal a request is about, and what it may do there.
struct Visit: Sendable {
    /// What may be done with a journal.
    enum Right: Hashable, Sendable {
        /// See how things go, without single entries.
        case summary
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
    /// By which link, when it is somebody else's.
    var share: Share?

    /// A request that may see no journal.
    static let nobody = Visit(person: nil, rights: [])

    /// What may be done with one's own.
    static let all: Set<Right> = [.summary, .see, .write, .manage]
}

extension Visit {
    /// One's own record, or one that somebody shares.
    init(_ record: Accounts.Record) {
        self.init(person: record.person, rights: Self.rights(record.share?.scope), share: record.share)
    }

    private static func rights(_ scope: ShareScope?) -> Set<Right> {
        switch scope {
        case nil: all
        case .summary: [.summary]
        case .see: [.summary, .see]
        case .write: [.summary, .see, .write]
        }
    }
}
