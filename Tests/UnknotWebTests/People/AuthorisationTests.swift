import HTTPTypes
import Hummingbird
import Testing
import Unknot
import UnknotAccounts
import UnknotJournal
import UnknotRecord

@testable import UnknotWeb

@Suite("Who may do what")
struct AuthorisationTests {
    typealias Role = AuthorisationTable.Role

    /// The routes of the real router, as `METHOD /pattern`.
    private static func routes(_ town: Town) throws -> [String] {
        try makeRouter(engine: Site.engine, store: town.journal, accounts: town.accounts).routes
            .filter { $0.method != .head }
            .map { "\($0.method.rawValue) \($0.path)" }
    }

    @Test(arguments: [true, false])
    func `every route of the router is in the table and has a rule`(hasAccounts: Bool) async throws {
        let routes = try Self.routes(try await Town(hasAccounts: hasAccounts))
        #expect(routes.count > 20)
        for route in routes {
            let parts = route.split(separator: " ").map(String.init)
            let method = try #require(HTTPRequest.Method(parts[0]))
            #expect(AuthorisationTable.routes.contains(route), "\(route) is missing from the table")
            #expect(AccessRules.rule(method, parts[1]) != nil, "\(route) has no rule")
        }
    }

    @Test func `every row of the table says something for each role`() {
        for route in AuthorisationTable.routes {
            for role in Role.allCases {
                #expect(AuthorisationTable.outcome(route, role) != nil, "\(route) says nothing for \(role)")
            }
        }
    }

    @Test func `what changes something is posted, and what is posted and not open is guarded`() async throws {
        for route in try Self.routes(try await Town()) {
            let parts = route.split(separator: " ").map(String.init)
            let method = try #require(HTTPRequest.Method(parts[0]))
            let rule = try #require(AccessRules.rule(method, parts[1]))
            #expect(!rule.changes || parts[0] == "POST", "\(route)")
            if parts[0] == "POST", rule.need != .open { #expect(rule.changes, "\(route)") }
        }
    }

    @Test(arguments: Role.allCases)
    func `each role gets from each route what the table says`(role: Role) async throws {
        let town = try await Town()
        let routes = try Self.routes(town)
        try await town.open { browser in
            for (number, route) in routes.enumerated() {
                let scene = try await Scene(town, role, name: "\(number)")
                var browser = browser.another
                browser.cookies = scene.cookies
                let answer = try await scene.ask(route, &browser)
                let outcome = Self.outcome(answer)
                let expected = AuthorisationTable.outcome(route, role)
                #expect(outcome == expected, "\(route) as \(role): \(answer.status)")
                let mayKnow = [.owner, .helperWhoSees, .helperWhoWrites, .therapist, .helperWithSummary].contains(role)
                if !mayKnow, !route.contains("/shared/") {
                    #expect(!answer.text.contains(scene.recordName), "\(route) tells \(role) about Ada")
                    #expect(!answer.text.contains(scene.entry.description), "\(route) tells \(role) about Ada's entry")
                }
                if expected != .answered, expected != .people || role != .owner { try await scene.expectUntouched() }
                if role == .other || role == .helperWithNothing { try await scene.expectUntouched() }
            }
        }
    }

    @Test func `who looks at a shared record is written down for the person, who reads their own is not`() async throws
    {
        let town = try await Town()
        let routes = try Self.routes(town).filter { AccessRules.page(of: $0) != nil }
        try await town.open { browser in
            for (number, route) in routes.enumerated() {
                for role in [Role.owner, .helperWhoWrites] {
                    let scene = try await Scene(town, role, name: "\(number)-\(role.rawValue)")
                    var browser = browser.another
                    browser.cookies = scene.cookies
                    _ = try await scene.ask(route, &browser)
                    let seen = try await town.desk.store.accesses(of: scene.record, limit: 10)
                    #expect(seen.map(\.page) == (role == .owner ? [] : [AccessRules.page(of: route)]), "\(route)")
                }
            }
        }
    }

    private static func outcome(_ answer: Answer) -> AuthorisationTable.Outcome {
        let location = answer.headers[.location] ?? ""
        switch answer.status {
        case .unauthorized: return .unauthorised
        case .forbidden: return .forbidden
        case .notFound: return .notFound
        case .seeOther where location.hasPrefix("/account/sign-in") && !location.contains("done="): return .signIn
        case .seeOther where location == "/record/people": return .people
        default: return .answered
        }
    }
}

extension AccessRules {
    /// As what a route is noted when it shows somebody else's record.
    fileprivate static func page(of route: String) -> AccessedPage? {
        let parts = route.split(separator: " ").map(String.init)
        return HTTPRequest.Method(parts[0]).flatMap { rule($0, parts[1])?.page }
    }
}

/// Ada with her record, and somebody in a role.
private struct Scene {
    let town: Town
    let role: AuthorisationTable.Role
    let adaName: AccountName
    let record: PersonID
    let recordName: String
    let entry: EntryID
    /// A link of Ada's that nobody took.
    let open: (share: Share, token: ShareToken)
    let account: Account?
    let cookies: [String: String]
    private let token: String?

    init(_ town: Town, _ role: AuthorisationTable.Role, name: String) async throws {
        let desk = try town.desk
        recordName = "marker-of-ada-\(name)"
        let ada = try await desk.add("ada-\(name)", password: Town.password, called: recordName)
        adaName = ada.name
        record = try #require(try await desk.store.persons(ownedBy: ada.id).first).id
        entry = try await town.write(record)
        open = try await desk.share(record, scope: .see, label: "", days: 7)
        (self.town, self.role) = (town, role)
        account = try await Self.account(role, ada, name, desk)
        if let scope = Self.scope(role), let account {
            let link = try await desk.share(record, scope: scope, label: "", days: 7)
            _ = try await desk.accept(link.token.text, by: account.id)
        }
        guard let account else { (cookies, token) = ([:], nil); return }
        let session = try await desk.open(account, device: "").token.text
        cookies = ["unknot_session": session, "unknot_person": record.description]
        var random = SystemRandomNumberGenerator()
        token = FormToken.make(for: session, using: &random)
    }

    private static func account(
        _ role: AuthorisationTable.Role, _ ada: Account, _ name: String, _ desk: Accounts
    ) async throws -> Account? {
        switch role {
        case .visitor: nil
        case .owner: ada
        case .helperWithSummary, .helperWhoSees, .helperWhoWrites, .helperWithNothing:
            try await desk.add("bob-\(name)", password: Town.password, role: .helper)
        case .therapist: try await desk.add("kim-\(name)", password: Town.password, role: .therapist)
        case .other: try await desk.add("eve-\(name)", password: Town.password)
        }
    }

    private static func scope(_ role: AuthorisationTable.Role) -> ShareScope? {
        switch role {
        case .helperWithSummary: .summary
        case .helperWhoSees, .therapist: .see
        case .helperWhoWrites: .write
        case .visitor, .owner, .other, .helperWithNothing: nil
        }
    }

    /// Asks for a route as a page of ours would, always about Ada's record.
    func ask(_ route: String, _ browser: inout Browser) async throws -> Answer {
        let parts = route.split(separator: " ").map(String.init)
        let path = try self.path(parts[1])
        guard parts[0] == "POST" else { return try await browser.get(path) }
        if path.hasPrefix("/api/") {
            return try await browser.ask(
                .post, path, body: "{}", headers: [.contentType: "application/json", .origin: "http://localhost"])
        }
        let fields = self.fields(parts[1]) + (token.map { [(FormGuard.field, $0)] } ?? [])
        let isOpen = AccessRules.rule(.post, parts[1])?.changes == false
        return try await browser.send(path, isOpen ? self.fields(parts[1]) : fields, ["Sec-Fetch-Site": "same-origin"])
    }

    /// A file that is there.
    private static let style = Result { try PageRenderer(Site.engine.atlas).assets.address(of: "unknot.css") }

    private func path(_ pattern: String) throws -> String {
        let atlas = try Site.engine.atlas
        return
            pattern
            .replacing("/muscles/{id}", with: "/muscles/\(atlas.muscles[0].id)")
            .replacing("/techniques/{id}", with: "/techniques/\(atlas.care.techniques[0].id)")
            .replacing("/learn/{id}", with: "/learn/\(atlas.learning.pages[0].id)")
            .replacing("/points/{id}", with: "/points/\(atlas.points[0].id)")
            .replacing("/regions/{id}", with: "/regions/\(atlas.regions[0].id)")
            .replacing("/entries/{id}", with: "/entries/\(entry)")
            .replacing("/session/{id}", with: "/session/\(entry)")
            .replacing("/tests/{id}", with: "/tests/\(entry)")
            .replacing("{token}", with: open.token.text)
            .replacing("/questionnaires/{name}", with: "/questionnaires/peg")
            .replacing("/assets/{file}", with: try Self.style.get())
    }

    /// What makes the request about Ada.
    private func fields(_ pattern: String) -> [(String, String)] {
        switch pattern {
        case "/record/people": [("who", "other"), ("name", "Grandma")]
        case "/record/people/choose", "/record/people/delete": [("person", record.description)]
        case "/record/people/rename": [("person", record.description), ("name", recordName + "-renamed")]
        case "/share": [("scope", "see"), ("days", "7")]
        case "/share/revoke": [("share", open.share.id.description)]
        case "/", "/questions", "/result", "/press": [("place", "sacrum:midline")]
        default: []
        }
    }

    /// Ada's record is as it was.
    func expectUntouched() async throws {
        let store = try town.desk.store
        #expect(try await store.person(record)?.name == recordName)
        #expect(try await town.journal.record(of: record, after: nil, limit: 10).map(\.id) == [entry])
        let share = try await store.share(open.share.digest, of: record)
        #expect(share?.revokedAt == nil)
        #expect(try await store.account(named: adaName) != nil)
    }
}
