import CPostgres
import Foundation

/// One connection of libpq, which one thread at a time uses.
///
/// Safe: the pointer is private, is not nil, and is given back to libpq once, when nobody can call any more.
@safe
final class PostgresHandle {
    private let pointer: OpaquePointer
    /// Whether it is given up: an answer did not come in time, say, so that the next would belong to another question.
    private var isStuck = false

    /// Connects; waits no longer than the settings' `connect_timeout`.
    ///
    /// - Throws: ``PostgresFailure/lost(_:)``.
    init(_ settings: PostgresSettings) throws {
        let names = settings.parameters.map(\.name)
        let values = settings.parameters.map(\.value)
        // Safe: both lists end with nil, as libpq asks, and live until the call is over.
        let made = unsafe CStrings(names).withPointers { names in
            unsafe CStrings(values).withPointers { values in unsafe PQconnectdbParams(names, values, 0) }
        }
        guard let made = unsafe made else { throw PostgresFailure.lost("there is no memory for a connection") }
        unsafe pointer = made
        guard unsafe PQstatus(pointer) == CONNECTION_OK else { throw failure(settings) }
        // Safe: without these two the standard error stream gets the server's notices.
        _ = unsafe PQsetNoticeReceiver(pointer, { _, _ in }, nil)
    }

    deinit {
        unsafe PQfinish(pointer)
    }

    /// Whether it can be used.
    var isGood: Bool {
        unsafe !isStuck && PQstatus(pointer) == CONNECTION_OK
    }

    /// Lets nobody use it again.
    func giveUp() {
        isStuck = true
    }

    /// The version of the server, such as 150018 for 15.18.
    var serverVersion: Int {
        Int(unsafe PQserverVersion(pointer))
    }

    /// A setting that the server reports by itself.
    func parameter(_ name: String) -> String? {
        unsafe PQparameterStatus(pointer, name).map { unsafe String(cString: $0) }
    }

    /// Runs statements without values; gives the result of the last.
    func run(_ statements: String, within limit: Duration) throws -> PostgresResult {
        try answer(within: limit, sent: unsafe PQsendQuery(pointer, statements))
    }

    /// Has a statement prepared under a name.
    func prepare(_ statement: String, as name: String, within limit: Duration) throws {
        _ = try answer(within: limit, sent: unsafe PQsendPrepare(pointer, name, statement, 0, nil))
    }

    /// Runs a prepared statement.
    func run(prepared name: String, _ values: PostgresParameters, within limit: Duration) throws -> PostgresResult {
        let sent = unsafe values.withPointers { count, values, lengths, formats in
            unsafe PQsendQueryPrepared(pointer, name, count, values, lengths, formats, 0)
        }
        return try answer(within: limit, sent: sent)
    }

    private func answer(within limit: Duration, sent: Int32) throws -> PostgresResult {
        guard sent == 1 else { throw PostgresFailure.lost("the connection broke while asking") }
        let deadline = ContinuousClock.now + limit
        var last: Result<PostgresResult, any Error>?
        while true {
            try wait(until: deadline)
            guard let result = unsafe PQgetResult(pointer) else { break }
            let next = Result { try unsafe PostgresResult(taking: result) }
            // Of several failures the first says most.
            if case .failure = last { continue }
            last = next
        }
        guard let last else { throw PostgresFailure.lost("the connection broke before the answer") }
        return try last.get()
    }

    /// Waits until `PQgetResult` need not wait.
    private func wait(until deadline: ContinuousClock.Instant) throws {
        while unsafe PQisBusy(pointer) == 1 {
            let left = ContinuousClock.now.duration(to: deadline).components
            let milliseconds = left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000
            var socket = pollfd(fd: unsafe PQsocket(pointer), events: Int16(POLLIN), revents: 0)
            // Safe: one descriptor is given and one is counted.
            let ready = milliseconds > 0 ? unsafe poll(&socket, 1, Int32(clamping: milliseconds)) : 0
            if ready < 0, errno == EINTR { continue }
            guard ready > 0 else {
                isStuck = true
                throw PostgresFailure.lost("the server does not answer")
            }
            guard unsafe PQconsumeInput(pointer) == 1 else { throw PostgresFailure.lost("the connection broke") }
        }
    }

    private func failure(_ settings: PostgresSettings) -> PostgresFailure {
        .lost(settings.shown(unsafe String(cString: PQerrorMessage(pointer))))
    }
}
