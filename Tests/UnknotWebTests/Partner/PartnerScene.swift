import Foundation
import HTTPTypes
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import Synchronization
import Testing
import Unknot
import UnknotAccounts
import UnknotRecord

@testable import UnknotWeb

/// What tests of sessions for two need.
enum PartnerScene {
    static let start = Moment(milliseconds: 1_795_000_000_000)

    /// Somebody whose knot in the buttock a partner can work on, and who answered everything with no.
    static func form(
        _ more: String = "plan.helper=yes&plan.tool=partner_hand_massager&plan.minutes=15"
    ) throws -> String {
        let signs = try Site.engine.atlas.warningSigns.filter { $0.combination == nil }
        let answers = signs.map { "answer.\($0.id)=no" }.joined(separator: "&")
        let asked = try Site.engine.atlas.care.healthChecks.map(\.id.rawValue).joined(separator: "+")
        return "\(Site.lowBackAndButtock)&\(answers)&plan.asked=\(asked)&plan.set_up=yes&\(more)"
    }

    static func fields(_ text: String) -> [(String, String)] {
        text.split(separator: "&").map { part in
            let pair = part.split(separator: "=", maxSplits: 1)
            return (String(pair[0]), String(pair[1].replacing("+", with: " ")))
        }
    }

    static func plan(_ form: String? = nil) throws -> (form: PlanForm, plan: Plan) {
        let fields = try FormFields(urlEncoded: Array((form ?? Self.form()).utf8))
        let form = try PlanForm(fields, atlas: Site.engine.atlas)
        return (form, try Site.engine.plan(form.request()))
    }

    static func steps() throws -> [PartnerStep] {
        let steps = PartnerStep.steps(of: try plan().plan, text: try Site.engine.planText)
        #expect(steps.contains { $0.isForPartner })
        return steps
    }

    /// Steps that are nothing but a number of them.
    static func plainSteps(_ count: Int) -> [PartnerStep] {
        (0..<count).map { number in
            PartnerStep(
                technique: "partner_thumb_press", point: "gluteus_medius_tp1", side: .left, isForPartner: true,
                seconds: 60 + number, repetitions: 3, rest: 10, pressure: 3...5, position: "", how: nil, caution: "",
                stopWhen: [])
        }
    }

    /// The same pages in all the ways in which they can look.
    static func guestPages() throws -> [Page<PartnerPage>] {
        let kit = try Site.kit
        return try rooms().map { room in
            let state = PartnerState(room, persons: 1, partners: 0)
            return Page(
                template: "partner", title: "", view: PartnerPage(room, state, path: "/partner/x", kit: kit),
                modules: ["partner.js"])
        }
    }

    static func hostPages() throws -> [Page<PartnerHostPage>] {
        let kit = try Site.kit
        return try rooms().enumerated().map { index, room in
            let state = PartnerState(room, persons: 1, partners: index)
            let link = PartnerLink(address: "http://127.0.0.1/partner/y", isReachable: index > 0)
            return Page(
                template: "partnerhost", title: "",
                view: PartnerHostPage(room, state, path: "/partner/x", link: link, kit: kit))
        }
    }

    static func gonePage() -> Page<PartnerGonePage> {
        Page(template: "partnergone", title: "", view: PartnerGonePage(goneHeading: "Gone", goneText: "It is."))
    }

    static func partnerSheet() throws -> Page<PartnerSheet> {
        let found = try plan()
        let steps = PartnerStep.steps(of: found.plan, text: try Site.engine.planText) + [watched]
        return Page(
            template: "sheetpartner", title: "", view: PartnerSheet(steps, form: found.form, kit: try Site.kit))
    }

    static func therapistSheets() throws -> [Page<TherapistPage>] {
        let (form, bare) = try plan()
        let history = [
            PastTreatment(
                "gluteus_medius_tp1", .left, technique: "ball_wall_press", before: 6, after: 4, ending: .stopped)
        ]
        var request = form.request(history: history)
        request.health = ["diabetes_with_poor_feeling"].filter { (try? Site.engine.atlas.care.healthCheck($0)) != nil }
        let tried = try Site.engine.plan(request)
        return try [(bare, true), (bare, false), (tried, true)].map { plan, showsHealth in
            Page(
                template: "sheettherapist", title: "",
                view: TherapistPage(plan, form: form, showsHealth: showsHealth, kit: try Site.kit))
        }
    }

    /// Something that the person does, without a dose.
    private static let watched = PartnerStep(
        technique: "heat_pack", point: "gluteus_medius_tp1", side: .left, isForPartner: false, seconds: 600,
        repetitions: 1, rest: 0, pressure: nil, position: "Sit", how: nil, caution: "", stopWhen: ["It burns"])

    /// Fresh, stopped, and done.
    private static func rooms() throws -> [PartnerRoom] {
        let fresh = PartnerRoom(try steps() + [watched], endsAt: start)
        var (stopped, done) = (fresh, fresh)
        _ = try stopped.say(.more, by: .person, at: start)
        _ = try stopped.say(.stop, by: .person, at: start)
        for _ in fresh.steps { _ = try done.say(.next, by: .person, at: start) }
        return [fresh, stopped, done]
    }
}

/// A clock that goes when it is told to.
final class PartnerClock: Sendable {
    private let moment = Mutex(PartnerScene.start)

    var now: Moment { moment.withLock { $0 } }

    func pass(milliseconds: Int64) {
        moment.withLock { $0 = Moment(milliseconds: $0.milliseconds + milliseconds) }
    }
}

/// A server on a socket, for what cannot be seen without one.
enum PartnerServer {
    /// Serves while the work runs, and ends only when the server has.
    static func serve(
        _ rooms: PartnerRooms, _ work: @escaping @Sendable (_ port: Int, _ service: ServiceGroup) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "unknot-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let (ports, found) = AsyncStream<Int>.makeStream()
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let application = try makeApplication(
            settings: WebSettings(port: 0, dataFolder: folder.path), engine: try Site.engine, rooms: rooms,
            logger: logger
        ) { address in
            if let port = address.split(separator: ":").last.flatMap({ Int($0) }) { found.yield(port) }
        }
        let service = ServiceGroup(configuration: .init(services: [application], logger: logger))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await service.run() }
            var iterator = ports.makeAsyncIterator()
            let port = try #require(await iterator.next())
            do {
                try await work(port, service)
            } catch {
                await service.triggerGracefulShutdown()
                throw error
            }
            await service.triggerGracefulShutdown()
            try await group.waitForAll()
        }
    }

    /// Opens an event stream and reads it; closes the connection at the end.
    static func listen(
        _ port: Int, _ token: PairedToken, after last: Int? = nil,
        _ work: @escaping @Sendable (inout Ear) async throws -> Void
    ) async throws {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel(
                        wrappingChannelSynchronously: channel,
                        configuration: .init(inboundType: ByteBuffer.self, outboundType: ByteBuffer.self))
                }
            }
        try await channel.executeThenClose { inbound, outbound in
            let again = last.map { "Last-Event-ID: \($0)\r\n" } ?? ""
            let head =
                "GET /partner/\(token.text)/events HTTP/1.1\r\nHost: localhost:\(port)\r\nAccept-Encoding: gzip\r\n"
            try await outbound.write(ByteBuffer(string: "\(head)\(again)\r\n"))
            var ear = Ear(iterator: inbound.makeAsyncIterator())
            try await work(&ear)
        }
    }

    /// What came over a connection.
    struct Ear {
        fileprivate var iterator: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
        private(set) var heard = ""

        /// Waits for a text; false when the connection ends before it comes.
        mutating func hears(_ text: String) async throws -> Bool {
            while !heard.contains(text) {
                guard let part = try await iterator.next() else { return false }
                heard += String(buffer: part)
            }
            return true
        }

        /// Waits for a text that must come.
        mutating func expect(_ text: String) async throws {
            let isHeard = try await hears(text)
            #expect(isHeard, "“\(text)” never came")
        }

        fileprivate init(iterator: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator) {
            self.iterator = iterator
        }
    }
}
