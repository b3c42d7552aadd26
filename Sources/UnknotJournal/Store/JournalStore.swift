public import UnknotRecord

/// Keeps what people told us, in the order in which they told it. Every implementation passes the same conformance
/// tests.
///
/// Every promise is the database's own: an entry is there wholly or not at all, and an entry that a call has returned
/// for survives the death of the process and of the machine.
public protocol JournalStore: Sendable {
    /// Adds a person.
    ///
    /// - Throws: ``JournalError/alreadyKept(_:)`` when there is one with this id.
    func add(_ person: Person) async throws
    /// All persons, oldest first.
    func persons() async throws -> [Person]
    /// Gives a person another name.
    func rename(_ person: PersonID, to name: String) async throws
    /// Removes everything that is kept about a person; safe to repeat.
    ///
    /// - Returns: How many entries were removed.
    func erase(_ person: PersonID) async throws -> Int

    /// Keeps entries, all of them or none, and returns once they are durable.
    ///
    /// An entry that is already kept, equal in every field, is passed over, so that a write whose answer was lost can be
    /// repeated. The order does not matter: what an entry replaces may come after it in the same call.
    ///
    /// - Throws: ``JournalError/noSuchPerson(_:)``, ``JournalError/noSuchEntry(_:)`` when what is replaced is not there,
    ///   ``JournalError/alreadyReplaced(_:by:)``, ``JournalError/alreadyKept(_:)`` when the id stands for another entry,
    ///   ``JournalError/diskFull``, ``JournalError/unreachable(_:)``, ``JournalError/notPossible(_:)`` when a time is
    ///   outside `Moment.allowed`, or a text is empty, too long or holds a character of code zero.
    func append(_ entries: [Entry]) async throws

    /// One entry of a person, in effect or not.
    func entry(_ id: EntryID, of person: PersonID) async throws -> Entry?
    /// The entry that replaces another, if any.
    func replacement(of id: EntryID, of person: PersonID) async throws -> Entry?
    /// Entries of one person, by when they happened, then by id.
    func entries(of person: PersonID, _ query: EntryQuery) async throws -> [Entry]
    /// A part of the whole record of one person, in the order of `(recordedAt, id)`, replaced ones included: what an
    /// archive holds.
    ///
    /// - Parameters:
    ///   - last: Where the part before ended; nil for the start.
    ///   - limit: The most entries.
    func record(of person: PersonID, after last: Entry?, limit: Int) async throws -> [Entry]
    /// The last entry of ``record(of:after:limit:)``, in effect or not; nil when there is none.
    func lastRecorded(of person: PersonID) async throws -> Entry?
    /// How many entries there are of each kind, in effect, and when the first and the last happened.
    func statistics(of person: PersonID) async throws -> JournalStatistics

    /// Whether the store can be read and written just now.
    func isReady() async -> Bool
    /// Reads everything and checks it.
    ///
    /// - Throws: ``JournalError/damaged(_:)`` when something is wrong with the file or an entry cannot be read.
    func verify() async throws
    /// Writes a copy of everything to a new file while the store goes on working.
    ///
    /// - Throws: ``JournalError/notPossible(_:)`` where the database has tools of its own for it.
    func backUp(to path: String) async throws
    /// Closes all connections; nothing may be asked afterwards.
    func close() async
}
