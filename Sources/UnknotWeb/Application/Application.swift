import Foundation
package import Hummingbird
package import Logging
import NIOCore
import ServiceLifecycle
public import Unknot
public import UnknotAccounts
public import UnknotJournal
package import UnknotRecord

/// Wires the server: the one place that does, also for tests.
///
/// - Throws: ``WebError`` when the settings cannot be used.
package func makeApplication(
    settings: WebSettings,
    engine: Engine,
    store: (any JournalStore)? = nil,
    accounts: Accounts? = nil,
    stamps: Stamps = .process,
    clock: @escaping @Sendable () -> Moment = SystemClock.now,
    rooms: PartnerRooms? = nil,
    logger: Logger,
    onListening: @escaping @Sendable (String) async -> Void = { _ in }
) throws -> some ApplicationProtocol {
    let host = try ListeningHost(settings.host, hasAccounts: accounts != nil)
    let origin = try settings.publicURL.map { try PublicOrigin($0) }
    guard (0...65_535).contains(settings.port) else { throw WebError.portOutOfRange(settings.port) }
    try makeFolder(settings.dataFolder)
    let rooms = rooms ?? PartnerRooms(clock: clock)
    return Application(
        router: try makeRouter(
            engine: engine, store: store, accounts: accounts, stamps: stamps, clock: clock, origin: origin,
            rooms: rooms, host: host.address, logsRequests: settings.logsRequests),
        configuration: ApplicationConfiguration(address: .hostname(host.address, port: settings.port)),
        services: [PartnerHeartbeat(rooms: rooms)],
        onServerRunning: { channel in
            await onListening(host.url(port: channel.localAddress?.port ?? settings.port))
        },
        logger: logger
    )
}

/// Serves until the process is asked to stop (SIGINT or SIGTERM), then lets running requests finish.
///
/// - Parameter onListening: Called once with the address of the first page, such as `http://127.0.0.1:8080`.
/// - Throws: ``WebError`` when the server cannot start.
public func serve(
    settings: WebSettings,
    engine: Engine,
    store: (any JournalStore)? = nil,
    accounts: Accounts? = nil,
    onListening: @escaping @Sendable (String) async -> Void
) async throws {
    var logger = Logger(label: "unknot.web") { label -> any LogHandler in
        settings.logsJSON ? JSONLogHandler.standardError(label: label) : StreamLogHandler.standardError(label: label)
    }
    logger.logLevel = settings.logsRequests ? .info : .warning
    let fileClock = try settings.clockFile.map { path in try FileClock(path: path) }
    if let path = settings.clockFile {
        logger.warning("The time comes from a file: for trying things out only.", metadata: ["file": "\(path)"])
    }
    let clock = fileClock.map { clock in { @Sendable in clock.now } } ?? SystemClock.now
    let stamps = fileClock == nil ? Stamps.process : Stamps(clock: clock, random: SystemRandomNumberGenerator())
    let application = try makeApplication(
        settings: settings, engine: engine, store: store, accounts: accounts, stamps: stamps, clock: clock,
        logger: logger, onListening: onListening)
    do {
        try await application.runService()
    } catch let error as IOError where error.errnoCode == EADDRINUSE {
        throw WebError.portTaken(host: settings.host, port: settings.port)
    } catch let error as IOError where error.errnoCode == EACCES {
        throw WebError.portNotAllowed(port: settings.port)
    }
}

/// Makes the router with everything that is served.
func makeRouter(
    engine: Engine, store: (any JournalStore)?, accounts: Accounts? = nil, stamps: Stamps = .process,
    clock: @escaping @Sendable () -> Moment = SystemClock.now,
    origin: PublicOrigin? = nil, rooms: PartnerRooms? = nil, host: String = "127.0.0.1", logsRequests: Bool = false
) throws -> Router<VisitContext> {
    let pages = try PageRenderer(engine.atlas, hasJournal: store != nil)
    let router = Router(context: VisitContext.self, options: [.autoGenerateHeadEndpoints])
    let metrics = PrometheusMetrics()
    let store = store.map { MeteredStore(store: $0, metrics: metrics) }
    router.add(middleware: RequestMetrics(metrics: metrics))
    router.add(middleware: RequestLog(isOn: logsRequests))
    router.add(middleware: SecurityHeaders())
    router.add(middleware: Compression())
    router.add(middleware: FailureResponder(engine: engine, pages: pages))
    router.add(middleware: CurrentWay())
    let cookies = VisitCookies(isSecure: origin != nil)
    let recordGuard = store.map { store in
        RecordGuard(
            store: store, accounts: accounts, pages: pages, cookies: cookies,
            origin: SameOrigin(publicOrigin: origin?.text))
    }
    addDoor(to: router, store: store, accounts: accounts, origin: origin, cookies: cookies, recordGuard)
    HealthController(engine: engine, store: store).addRoutes(to: router)
    MetricsController(metrics: metrics).addRoutes(to: router)
    AssetController(assets: pages.assets).addRoutes(to: router)
    try LocateController(engine: engine).addRoutes(to: router)
    SimulateController(engine: engine).addRoutes(to: router)
    PlanController(engine: engine).addRoutes(to: router)
    if let store { EntriesController(store: store).addRoutes(to: router) }
    let desk = FormDesk(kit: PageKit(engine: engine, texts: pages.texts), pages: pages)
    PageController(desk: desk).addRoutes(to: router)
    UnderstandController(desk: desk).addRoutes(to: router)
    AtlasController(engine: engine, pages: pages).addRoutes(to: router)
    TechniquesController(engine: engine, pages: pages).addRoutes(to: router)
    LearnController(engine: engine, pages: pages).addRoutes(to: router)
    let records = store.map { RecordDesk(desk: desk, store: $0, stamps: stamps) }
    InterviewController(desk: desk, records: records).addRoutes(to: router)
    let plans = ReleasePlans(desk: desk, records: records)
    ReleaseController(plans: plans).addRoutes(to: router)
    SessionController(desk: desk, records: records, stamps: stamps).addRoutes(to: router)
    PartnerController(
        rooms: rooms ?? PartnerRooms(clock: clock), desk: desk,
        reach: PartnerReach(publicOrigin: origin?.text, host: host), plans: plans
    ).addRoutes(to: router)
    SheetController(desk: desk, plans: plans).addRoutes(to: router)
    PreventController(desk: desk, records: records, stamps: stamps).addRoutes(to: router)
    if let store, let records {
        TodayController(desk: records).addRoutes(to: router)
        RecordController(desk: records).addRoutes(to: router)
        EntryController(desk: records).addRoutes(to: router)
        QuestionnaireController(desk: records).addRoutes(to: router)
        FairTestController(desk: records).addRoutes(to: router)
        ForecastController(desk: records).addRoutes(to: router)
        RemindersController(desk: records, cookies: cookies, publicOrigin: origin?.text).addRoutes(to: router)
        CalendarController(desk: records).addRoutes(to: router)
        PatternsController(desk: records).addRoutes(to: router)
        PeopleController(journal: store, accounts: accounts, desk: desk, cookies: cookies, clock: clock)
            .addRoutes(to: router)
    }
    if let accounts {
        AccountController(accounts: accounts, desk: desk, cookies: cookies).addRoutes(to: router)
        ShareController(accounts: accounts, desk: desk, cookies: cookies, publicOrigin: origin?.text)
            .addRoutes(to: router)
    }
    return router
}

/// Puts everything before the handlers that decides who a request is from and whether it may go on.
private func addDoor(
    to router: Router<VisitContext>, store: (any JournalStore)?, accounts: Accounts?, origin: PublicOrigin?,
    cookies: VisitCookies, _ recordGuard: RecordGuard?
) {
    if let accounts {
        // A session belongs to the name of the host, so that another name for us finds nobody signed in.
        if let origin { router.add(middleware: HostGuard(publicHost: origin.host)) }
        router.add(middleware: AccountVisits(accounts: accounts, cookies: cookies, isBehindProxy: origin != nil))
    } else {
        router.add(middleware: HostGuard(publicHost: origin?.host))
        if let store { router.add(middleware: LocalVisits(store: store)) }
    }
    if let recordGuard { router.add(middleware: recordGuard) }
    router.add(middleware: Doorkeeper(accounts: accounts, origin: SameOrigin(publicOrigin: origin?.text)))
    if accounts != nil { router.add(middleware: FormGuard()) }
}

/// Makes the data folder readable by its owner only.
private func makeFolder(_ path: String) throws {
    do {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
        throw WebError.dataFolder(path: path, reason: error.localizedDescription)
    }
}
