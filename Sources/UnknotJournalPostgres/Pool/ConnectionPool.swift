import NIOPosix
import Synchronization
import UnknotJournal

/// Connections, made when they are first needed, each with a thread to wait on.
final class ConnectionPool: Sendable {
    private let settings: PostgresSettings
    private let slots: [ConnectionSlot]
    private let threads: NIOThreadPool
    private let patience: Duration
    private let state: Mutex<State>

    private typealias Waiter = CheckedContinuation<Int, any Error>

    private struct State {
        var queue: SlotQueue<Waiter>
        var isClosed = false
    }

    private enum Arrival: Sendable {
        case slot(Int)
        case tooLate
        case failed(JournalError)

        func get() throws -> Int {
            switch self {
            case .slot(let slot): slot
            case .tooLate: throw JournalError.unreachable("no connection to the database came free in time")
            case .failed(let error): throw error
            }
        }
    }

    /// Makes a pool; nothing is connected yet.
    init(_ settings: PostgresSettings, size: Int, patience: Duration) {
        self.settings = settings
        self.patience = patience
        slots = (0..<size).map { _ in ConnectionSlot() }
        state = Mutex(State(queue: SlotQueue(slots: size)))
        threads = NIOThreadPool(numberOfThreads: size)
        threads.start()
    }

    /// Runs work that waits for the server, away from the threads that others need.
    func run<Result: Sendable>(
        _ work: @escaping @Sendable (ConnectionSlot, PostgresSettings) throws -> Result
    ) async throws -> Result {
        let place = try await slot()
        defer { giveBack(place) }
        let (slot, settings) = (slots[place], settings)
        do {
            return try await threads.runIfActive { try work(slot, settings) }
        } catch is NIOThreadPoolError.ThreadPoolInactive {
            throw Self.closed
        }
    }

    /// Closes all connections, after the work that is under way.
    func close() async {
        let (waiters, first) = state.withLock { state in
            defer { state.isClosed = true }
            return (state.queue.dismiss(), !state.isClosed)
        }
        for waiter in waiters { waiter.resume(throwing: Self.closed) }
        guard first else { return }
        try? await threads.shutdownGracefully()
        for slot in slots { slot.disconnect() }
    }

    private static var closed: JournalError { .unreachable("the journal is closed") }

    private func slot() async throws -> Int {
        let taken: Int? = try state.withLock { state in
            if state.isClosed { throw Self.closed }
            return state.queue.take()
        }
        if let taken { return taken }
        return try await withTaskGroup(of: Arrival.self) { group in
            group.addTask { await self.wait() }
            group.addTask {
                try? await Task.sleep(for: self.patience)
                return .tooLate
            }
            var arrival = await group.next() ?? .tooLate
            group.cancelAll()
            // A connection may have come free in the very moment of giving up; it must not get lost.
            if case .tooLate = arrival { arrival = await group.next() ?? arrival }
            return arrival
        }.get()
    }

    private func wait() async -> Arrival {
        let ticket = state.withLock { $0.queue.ticket() }
        do {
            return .slot(
                try await withTaskCancellationHandler {
                    try await withCheckedThrowingContinuation { continuation in
                        self.line(up: ticket, continuation)
                    }
                } onCancel: {
                    let waiter = self.state.withLock { $0.queue.leave(ticket) }
                    waiter?.resume(throwing: CancellationError())
                })
        } catch let error as JournalError {
            return .failed(error)
        } catch {
            return .tooLate
        }
    }

    private func line(up ticket: Int, _ waiter: Waiter) {
        let outcome: Result<Int, any Error>? = state.withLock { state in
            if state.isClosed { return .failure(Self.closed) }
            // Cancelled before lining up: nobody would take it out of the line again.
            if Task.isCancelled { return .failure(CancellationError()) }
            return state.queue.join(ticket, waiter).map { .success($0) }
        }
        if let outcome { waiter.resume(with: outcome) }
    }

    private func giveBack(_ slot: Int) {
        let waiter = state.withLock { $0.queue.giveBack(slot) }
        waiter?.resume(returning: slot)
    }
}
