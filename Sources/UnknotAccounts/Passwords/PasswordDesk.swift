import NIOPosix

/// Makes and checks passwords away from the event loops, and never more at once than leaves a core for pages.
///
/// Each check takes memory and time on purpose; without a bound, a crowd that signs in would take all of both.
actor PasswordDesk {
    /// More are waiting than can be served in a reasonable time.
    struct TooBusy: Error {}

    private let most: Int
    private let mostWaiting: Int
    private var running = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// - Parameters:
    ///   - most: How many at once, at least 1.
    ///   - mostWaiting: How many may wait before others are turned away.
    init(most: Int, mostWaiting: Int = 64) {
        self.most = max(1, most)
        self.mostWaiting = mostWaiting
    }

    /// Runs work when it is its turn; first come, first served.
    func run<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
        if running < most {
            running += 1
        } else {
            guard waiting.count < mostWaiting else { throw TooBusy() }
            // Whoever finishes hands its place over, so that `running` stays as it is.
            await withCheckedContinuation { waiting.append($0) }
        }
        defer { handOver() }
        return try await NIOThreadPool.singleton.runIfActive(work)
    }

    private func handOver() {
        if waiting.isEmpty {
            running -= 1
        } else {
            waiting.removeFirst().resume()
        }
    }
}
