import Foundation
import HTTPTypes
import Hummingbird
import NIOPosix
import Unknot
import UnknotAccounts

/// A session for two: the person's page, the partner's page, and the words between them.
struct PartnerController {
    let rooms: PartnerRooms
    let desk: FormDesk
    let reach: PartnerReach
    let plans: ReleasePlans

    private var kit: PageKit { desk.kit }

    func addRoutes(to router: Router<VisitContext>) {
        router.post("release/partner", use: open)
        router.get("partner/:token", use: show)
        router.get("partner/:token/events", use: listen)
        router.post("partner/:token/say", use: say)
        router.post("partner/:token/end", use: end)
    }

    // MARK: Making a room

    /// Makes a room for the plan of a form, and leads to the person's page; programs are told both addresses.
    @Sendable private func open(_ request: Request, context: VisitContext) async throws -> Response {
        guard let found = try await plans.found(request, context), found.plan.status == .plan else {
            return ReleasePlans.onward
        }
        let steps = PartnerStep.steps(of: found.plan, text: kit.engine.planText)
        guard !steps.isEmpty else { return try gone("partner_nothing", status: .badRequest) }
        do throws(PartnerRefusal) {
            let token = try await rooms.open(steps, from: context.address ?? "")
            guard request.wantsJSON else { return .leading(to: Self.path(token)) }
            return json(["person": Self.path(token), "partner": link(token, request).address])
        } catch {
            throw Refusal(error)
        }
    }

    // MARK: Pages

    /// The page of whoever holds the token. What leads nowhere, leads nowhere in one way: nothing tells whether there
    /// ever was such a room.
    @Sendable private func show(_ request: Request, context: VisitContext) async throws -> Response {
        guard let token = Self.token(context), let (room, state, side) = await rooms.look(token) else {
            return try gone("partner_gone", status: .notFound)
        }
        let link = link(token, request)
        return try await NIOThreadPool.singleton.runIfActive {
            switch side {
            case .person:
                let view = PartnerHostPage(room, state, path: Self.path(token), link: link, kit: kit)
                return try desk.pages.response(
                    Page(
                        template: "partnerhost", title: kit.texts("partner_host_title"), view: view,
                        modules: ["partner-talk.js", "partner-host.js"]))
            case .partner:
                let view = PartnerPage(room, state, path: Self.path(token), kit: kit)
                return try desk.pages.response(
                    Page(template: "partner", title: kit.texts("partner_title"), view: view, modules: ["partner.js"]))
            }
        }
    }

    private func gone(_ key: String, status: HTTPResponse.Status) throws -> Response {
        let view = PartnerGonePage(goneHeading: kit.texts("\(key)_heading"), goneText: kit.texts(key))
        return try desk.pages.response(
            Page(template: "partnergone", title: kit.texts("\(key)_heading"), view: view), status: status)
    }

    // MARK: Words

    @Sendable private func listen(_ request: Request, context: VisitContext) async throws -> Response {
        guard let token = Self.token(context), await rooms.look(token) != nil else { throw Refusal(.noRoom) }
        return PartnerStream(rooms: rooms, token: token, told: PartnerStream.lastEvent(request)).response(to: request)
    }

    @Sendable private func say(_ request: Request, context: VisitContext) async throws -> Response {
        let fields = try await desk.fields(of: request)
        guard let token = Self.token(context) else { throw Refusal(.noRoom) }
        guard let word = try fields.value("word").flatMap(PartnerWord.init) else {
            throw IntakeProblem(
                path: "word", message: "This is not a word that can be said here.",
                allowed: PartnerWord.allCases.map(\.rawValue).joined(separator: ", "))
        }
        let seen = try fields.value("step").map { text throws(IntakeProblem) in
            guard let step = Int(text), step >= 0 else {
                throw IntakeProblem(
                    path: "step", message: "Found “\(text.prefix(20))”.", allowed: "the number of a step, from 0")
            }
            return step
        }
        do throws(PartnerRefusal) {
            let state = try await rooms.say(word, token, seen: seen)
            return request.wantsJSON ? json(state) : .leading(to: Self.path(token))
        } catch {
            throw Refusal(error)
        }
    }

    @Sendable private func end(_ request: Request, context: VisitContext) async throws -> Response {
        guard let token = Self.token(context) else { throw Refusal(.noRoom) }
        do throws(PartnerRefusal) {
            try await rooms.end(token)
        } catch {
            throw Refusal(error)
        }
        return try gone("partner_ended", status: .ok)
    }

    // MARK: Parts

    private static func path(_ token: PairedToken) -> String { "/partner/\(token.text)" }

    private static func token(_ context: VisitContext) -> PairedToken? {
        context.parameters.get("token").flatMap { PairedToken($0) }
    }

    /// The partner's link, from the person's token.
    private func link(_ token: PairedToken, _ request: Request) -> PartnerLink {
        let (origin, isReachable) = reach.origin(askedFor: request.head.authority)
        return PartnerLink(address: origin + Self.path(token.second), isReachable: isReachable)
    }

    private func json(_ value: some Encodable) -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(value) else { return Response(status: .internalServerError) }
        return Response(json: data)
    }
}

extension Request {
    /// Whether a script of ours asks, which wants data rather than the next page.
    fileprivate var wantsJSON: Bool { headers[.accept]?.contains("application/json") ?? false }
}

extension Refusal {
    /// What somebody is told who cannot do something in a session for two.
    init(_ refusal: PartnerRefusal) {
        switch refusal {
        case .noRoom:
            self.init(
                .notFound,
                IntakeProblem(
                    path: "", message: "This session is over, or the address is not quite right.",
                    allowed: "a link that was made in the last two hours and not ended"))
        case .notYours:
            self.init(
                .forbidden,
                IntakeProblem(
                    path: "word", message: "Only the one who is treated can say this.", allowed: "stop, next"))
        case .isStopped:
            self.init(
                .conflict,
                IntakeProblem(
                    path: "word", message: "Stop was said.", allowed: "resume, said by the one who is treated"))
        case .tooFast(let seconds):
            self.init(
                .tooManyRequests,
                IntakeProblem(
                    path: "word", message: "That was a lot at once.",
                    allowed: "stop at any time, and other words again in \(seconds) s"))
        case .tooManyRooms:
            self.init(
                .serviceUnavailable,
                IntakeProblem(
                    path: "", message: "Too many sessions for two are open at the moment.",
                    allowed: "end one that you opened before, come again later, or print the sheet for your partner"))
        }
    }
}
