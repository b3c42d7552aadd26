public import UnknotRecord

/// Why a journal could not do what was asked. None of the cases holds anything that a person wrote.
public enum JournalError: Error, Hashable, Sendable {
    /// Nobody with this id.
    case noSuchPerson(PersonID)
    /// The person has no entry with this id.
    case noSuchEntry(EntryID)
    /// The id stands for something else already.
    case alreadyKept(String)
    /// The entry was corrected or taken away before.
    case alreadyReplaced(EntryID, by: EntryID)
    /// The disk or the quota is full; nothing was written.
    case diskFull
    /// The database does not answer or the connection broke; what was asked may or may not have been done.
    case unreachable(String)
    /// The file or the database is damaged or not one of ours.
    case damaged(String)
    /// The database was made by a newer version of the program.
    case tooNew(found: Int, known: Int)
    /// The store may not be opened: no rights, no such folder, a wrong address.
    case cannotOpen(String)
    /// Not with this kind of store; says what to do instead.
    case notPossible(String)
}
