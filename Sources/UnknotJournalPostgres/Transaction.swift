import UnknotJournal
import UnknotJournalSQL

/// One transaction: begin, work, commit, and what is known when that fails.
struct Transaction: Sendable {
    /// The statement that begins it.
    let begin: String
    /// Whether it may be done again when nobody knows whether it was done.
    let isRepeatable: Bool
    /// Whether it may take long.
    var isUnhurried = false

    /// It failed, and may be tried again: nothing of it was kept, or keeping it twice changes nothing.
    struct Undone: Error {
        let cause: PostgresFailure
    }

    /// Runs it once.
    ///
    /// - Throws: ``Undone``; ``JournalError/unreachable(_:)`` when nobody knows whether it was kept; what the closure throws.
    func run<Result>(_ session: PostgresSession, _ work: (any SQLConnection) throws -> Result) throws -> Result {
        defer { session.beUsual() }
        let result: Result
        do {
            _ = try session.control(begin)
            if isUnhurried { try session.beUnhurried() }
            result = try work(session)
        } catch {
            if let failure = error as? PostgresFailure, failure.isLost { session.giveUp() }
            if session.isGood { _ = try? session.control("ROLLBACK") }
            throw (error as? PostgresFailure).map { Undone(cause: $0) } ?? error
        }
        try commit(session)
        return result
    }

    private func commit(_ session: PostgresSession) throws {
        do {
            // The server rolls back, and says so, when an earlier statement had failed.
            guard try session.control("COMMIT") == "COMMIT" else {
                throw JournalError.unreachable("the server rolled the transaction back")
            }
        } catch let failure as PostgresFailure {
            if failure.isLost { session.giveUp() }
            // An error that the server reports means that it rolled back; a connection that broke means nothing.
            guard failure.isLost, !isRepeatable else { throw Undone(cause: failure) }
            throw JournalError.unreachable(
                "the connection broke while the change was being kept; look whether it is there before repeating it")
        }
    }
}
