import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Testing
import Unknot
import UnknotAccounts
import UnknotJournal
import UnknotJournalSQLite
import UnknotRecord

@testable import UnknotWeb

/// A server with a store in memory, with or without accounts, and the people who visit it.
final class Town: Sendable {
    let journal: any JournalStore
    let accounts: Accounts?
    private let time = TestClock(Moment(milliseconds: 1_795_000_000_000))
    private let settings: WebSettings

    static let password = "dry toast under rain"

    init(hasAccounts: Bool = true, publicURL: String? = nil, registrationIsOpen: Bool = true) async throws {
        let store = try await SQLiteJournal.inMemory()
        journal = store
        settings = WebSettings(port: 0, dataFolder: Site.settings.dataFolder, publicURL: publicURL)
        let rules = AccountSettings(registrationIsOpen: registrationIsOpen, cost: .lowest)
        accounts =
            hasAccounts
            ? Accounts(store, journal: store, settings: rules) { [time] in time.now } : nil
    }

    func pass(days: Int64) {
        time.now = Moment(milliseconds: time.now.milliseconds + days * 86_400_000)
    }

    /// Runs the server and gives a browser to visit it with.
    func open(_ visit: @escaping @Sendable (Browser) async throws -> Void) async throws {
        let application = try makeApplication(
            settings: settings, engine: try Site.engine, store: journal, accounts: accounts,
            logger: Site.silent)
        try await visit(Browser(RouterClient(application)))
    }

    var desk: Accounts {
        get throws { try #require(accounts) }
    }

    /// The only person whose record an account keeps.
    func person(of name: String) async throws -> Person {
        let account = try await desk.account(named: name)
        return try #require(try await desk.store.persons(ownedBy: account.id).first)
    }

    /// Adds a person without an account.
    func add(_ name: String) async throws -> Person {
        var random = SystemRandomNumberGenerator()
        let now = time.now
        let person = Person(id: PersonID(at: now, using: &random), name: name, createdAt: now)
        try await journal.add(person)
        return person
    }

    /// Writes one entry into a record.
    func write(_ person: PersonID) async throws -> EntryID {
        var random = SystemRandomNumberGenerator()
        let now = time.now
        let id = EntryID(at: now, using: &random)
        try await journal.append([
            Entry(
                person: person, id: id, kind: .pain, happenedAt: now, zone: "UTC", recordedAt: now,
                payload: #"{"now":4,"version":1}"#)
        ])
        return id
    }
}

/// A browser: keeps cookies and says where requests come from.
struct Browser: Sendable {
    private let client: RouterClient
    /// What is kept between requests, by name.
    var cookies: [String: String] = [:]
    /// The page that was got last.
    private(set) var page = Answer(status: .ok, headers: [:], bytes: [])

    init(_ client: RouterClient) {
        self.client = client
    }

    /// Another browser at the same server, with nothing in it.
    var another: Browser { Browser(client) }

    /// Sends a request as it stands.
    @discardableResult
    mutating func ask(
        _ method: HTTPRequest.Method, _ path: String, body: String? = nil, headers: HTTPFields = [:]
    ) async throws -> Answer {
        var headers = headers
        if !cookies.isEmpty {
            headers[.cookie] = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(
                separator: "; ")
        }
        page = try await client.execute(
            uri: path, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) })
        for field in page.headers[values: .setCookie] {
            let pair = field.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let isGone = field.contains("Max-Age=0")
            cookies[String(pair[0])] = isGone ? nil : String(pair[1])
        }
        return page
    }

    @discardableResult
    mutating func get(_ path: String) async throws -> Answer {
        try await ask(.get, path)
    }

    static let formType = "application/x-www-form-urlencoded"

    /// Posts a form as a page of ours does, with the token if the page that was got last has one.
    @discardableResult
    mutating func post(_ path: String, _ fields: [(String, String)]) async throws -> Answer {
        var fields = fields
        if let token { fields.append((FormGuard.field, token)) }
        return try await send(path, fields, ["Sec-Fetch-Site": "same-origin"])
    }

    /// Posts a form with these headers and nothing of itself.
    @discardableResult
    mutating func send(_ path: String, _ fields: [(String, String)], _ more: [String: String]) async throws -> Answer {
        var headers: HTTPFields = [.contentType: Self.formType]
        for (name, value) in more { headers[try #require(HTTPField.Name(name))] = value }
        let body = fields.map { "\(Site.encoded($0.0))=\(Site.encoded($0.1))" }.joined(separator: "&")
        return try await ask(.post, path, body: body, headers: headers)
    }

    /// The token in the forms of the page.
    var token: String? {
        page.text.firstMatch(of: /name="form_token" value="([^"]+)"/).map { String($0.output.1) }
    }

    /// Where the page leads on to.
    var location: String? { page.headers[.location] }

    /// Makes an account and stays signed in.
    mutating func register(_ name: String, _ role: AccountRole = .person) async throws {
        try await get("/account/register")
        try await post("/account/register", [("name", name), ("password", Town.password), ("role", role.rawValue)])
        try #require(page.status == .seeOther, "\(page.visibleText)")
    }

    /// Signs in.
    mutating func signIn(_ name: String, _ password: String = Town.password) async throws {
        try await get("/account/sign-in")
        try await post("/account/sign-in", [("name", name), ("password", password)])
    }

    /// Shares the record that is open, and gives the path of the link.
    mutating func share(_ scope: ShareScope, days: Int = 30) async throws -> String {
        try await get("/share")
        try await post("/share", [("scope", scope.rawValue), ("days", String(days)), ("label", "for a test")])
        return try #require(page.text.firstMatch(of: /(\/shared\/[A-Za-z0-9_-]+)/).map { String($0.output.1) })
    }

    /// Takes a link.
    mutating func accept(_ path: String) async throws {
        try await get(path)
        try await post(path, [])
        try #require(page.status == .seeOther, "\(page.visibleText)")
    }
}
