import GRDB
import Synchronization
import UnknotJournal
import UnknotJournalSQL

/// Gathers writes that come together into one transaction, so that they share the wait for the disk.
///
/// Each write is a savepoint of its own: when it throws, only its own changes go. Nobody hears of success before the
/// transaction is committed. While one group is being committed the next one gathers, so that no write waits for
/// others that might come.
final class CommitQueue: Sendable {
    private let writer: any DatabaseWriter
    private let folder: String?
    private let state = Mutex(State())

    private struct State {
        var waiting: [any Pending] = []
        var isRunning = false
    }

    /// The most writes to a transaction, so that the first of them does not wait for long.
    private static let most = 256

    /// Makes one before the only connection that writes.
    init(_ writer: any DatabaseWriter, folder: String?) {
        self.writer = writer
        self.folder = folder
    }

    /// Writes and returns once it is durable.
    func write<Result: Sendable>(
        _ work: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            let pending = PendingWrite(work: work, continuation: continuation)
            let starts = state.withLock { state in
                state.waiting.append(pending)
                defer { state.isRunning = true }
                return !state.isRunning
            }
            if starts { writer.asyncWriteWithoutTransaction { self.run($0) } }
        }
    }

    private func run(_ database: Database) {
        while true {
            let group: [any Pending] = state.withLock { state in
                let group = Array(state.waiting.prefix(Self.most))
                state.waiting.removeFirst(group.count)
                if group.isEmpty { state.isRunning = false }
                return group
            }
            if group.isEmpty { return }
            commit(group, database)
        }
    }

    private func commit(_ group: [any Pending], _ database: Database) {
        do {
            try transaction(group, database)
            for pending in group { pending.finish(after: nil) }
        } catch {
            try? database.rollback()
            // One large write must not take smaller ones with it that would still fit on the disk.
            if group.count > 1, case JournalError.diskFull = error {
                for pending in group { commit([pending], database) }
            } else {
                for pending in group { pending.finish(after: error) }
            }
        }
    }

    /// Runs a group in one transaction; throws when the transaction as a whole failed.
    private func transaction(_ group: [any Pending], _ database: Database) throws {
        try SQLiteFailure.translating(in: folder) {
            try database.beginTransaction(.immediate)
            for pending in group {
                do {
                    try database.inSavepoint {
                        try pending.run(database)
                        return .commit
                    }
                } catch {
                    // A full disk, for one, ends the whole transaction.
                    guard database.isInsideTransaction, !(error is DatabaseError) else { throw error }
                    pending.fail(error)
                }
            }
            try database.commit()
        }
    }
}

/// A write that someone waits for.
private protocol Pending: Sendable {
    /// Does it; may be called again after a rollback.
    func run(_ database: Database) throws
    /// Notes that it failed alone.
    func fail(_ error: any Error)
    /// Tells whoever waits.
    func finish(after failure: (any Error)?)
}

private final class PendingWrite<Value: Sendable>: Pending {
    private let work: @Sendable (any SQLConnection) throws -> Value
    private let continuation: CheckedContinuation<Value, any Error>
    private let outcome = Mutex<Result<Value, any Error>?>(nil)

    init(
        work: @escaping @Sendable (any SQLConnection) throws -> Value,
        continuation: CheckedContinuation<Value, any Error>
    ) {
        self.work = work
        self.continuation = continuation
    }

    func run(_ database: Database) throws {
        let value = try work(SQLiteConnection(database: database))
        outcome.withLock { $0 = .success(value) }
    }

    func fail(_ error: any Error) {
        outcome.withLock { $0 = .failure(error) }
    }

    func finish(after failure: (any Error)?) {
        if let failure { return continuation.resume(throwing: failure) }
        let unknown = JournalError.unreachable("a write was never done")
        continuation.resume(with: outcome.withLock { $0 } ?? .failure(unknown))
    }
}
