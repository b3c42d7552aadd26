import Synchronization

/// A place for a connection. The pool lends it to one thread at a time, so that the lock never waits.
final class ConnectionSlot: Sendable {
    private let session = Mutex<PostgresSession?>(nil)

    /// Uses the connection, which is made if there is none or the last one broke.
    ///
    /// - Throws: ``PostgresFailure`` or what the closure throws.
    func use<Result: Sendable>(
        _ settings: PostgresSettings, _ work: @Sendable (PostgresSession) throws -> Result
    ) throws -> Result {
        try session.withLock { kept in
            if let kept, kept.isGood { return try work(kept) }
            kept = nil
            let made = try PostgresSession(settings)
            defer { kept = made.isGood ? made : nil }
            return try work(made)
        }
    }

    /// Gives the connection up.
    func disconnect() {
        session.withLock { $0 = nil }
    }
}
