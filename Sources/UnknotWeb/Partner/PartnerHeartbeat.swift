import ServiceLifecycle

/// Has the sessions for two send signs of life, so that no proxy cuts a silent connection and broken ones are noticed.
struct PartnerHeartbeat: Service {
    let rooms: PartnerRooms

    /// Proxies cut what is silent after a minute or so; three in a row may be lost.
    static let interval = Duration.seconds(15)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while (try? await Task.sleep(for: Self.interval)) != nil { await rooms.tick() }
        }
    }
}
