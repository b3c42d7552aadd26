import HTTPTypes
import Hummingbird
import UnknotJournal

/// What each route asks of whoever uses it. A route that is missing here answers nobody.
enum AccessRules {
    /// What somebody must be allowed.
    enum Need: Hashable, Sendable {
        /// Nothing, and nobody asks who it is: files and states of the server.
        case nothing
        /// Nothing; open to visitors, who leave nothing on the server.
        case open
        /// To be signed in. Where there are no accounts, nothing.
        case account
        /// A right to the record that was chosen.
        case right(Visit.Right)
    }

    /// What a route asks and does.
    struct Rule: Hashable, Sendable {
        /// What somebody must be allowed.
        let need: Need
        /// As what it is noted when it shows somebody else's record.
        var page: AccessedPage?
        /// Whether it keeps or removes something, so that other sites must not cause it.
        var changes = false

        /// Whether visitors may use it and leave nothing, while it keeps something for whoever has a record.
        var keepsForOwner = false

        /// Whether it writes into the record that was chosen, so that a form for it must have been opened for that one.
        var writesRecord: Bool {
            if !changes { return false }
            if case .right = need { return true }
            return page == .change || keepsForOwner
        }
        /// Whether somebody has to be found out.
        var looksUpVisit: Bool { need != .nothing }
    }

    /// The rule of a route by its method and its pattern.
    static func rule(_ method: HTTPRequest.Method, _ pattern: String) -> Rule? {
        rules["\(method == .head ? "GET" : method.rawValue) \(pattern)"]
    }

    /// The rule of the route that a request reached.
    static func rule(_ request: Request, _ context: VisitContext) -> Rule? {
        context.endpointPath.flatMap { rule(request.method, $0) }
    }

    private static let file = Rule(need: .nothing)
    private static let open = Rule(need: .open)
    private static let openChange = Rule(need: .open, changes: true)
    private static let session = Rule(need: .open, changes: true, keepsForOwner: true)
    private static let account = Rule(need: .account)
    private static let accountChange = Rule(need: .account, changes: true)
    private static let manage = Rule(need: .right(.manage))
    private static let manageChange = Rule(need: .right(.manage), changes: true)

    /// Seeing a record, as a kind of page.
    private static func see(_ page: AccessedPage, _ right: Visit.Right = .see) -> Rule {
        Rule(need: .right(right), page: page)
    }

    /// Adding to a record.
    private static let write = Rule(need: .right(.write), page: .change, changes: true)

    private static let rules: [String: Rule] = [
        // The same for everybody.
        "GET /assets/{file}": file, "GET /health": file, "GET /ready": file, "GET /metrics": file,
        "GET /api/openapi.yaml": file,
        // For visitors, who leave nothing here.
        "GET /": open, "POST /": open, "POST /questions": open, "POST /result": open, "POST /press": open,
        "GET /understand": open, "POST /understand": open,
        "GET /atlas": open, "GET /atlas/muscles/{id}": open, "GET /atlas/points/{id}": open,
        "GET /atlas/regions/{id}": open, "GET /techniques": open, "GET /techniques/{id}": open,
        "GET /learn": open, "GET /learn/{id}": open,
        "POST /api/locate": open, "POST /api/simulate": open,
        // A session for two: whoever holds the token; and what is printed.
        "POST /release/partner": openChange, "POST /release/sheet": open,
        "GET /partner/{token}": open, "GET /partner/{token}/events": open, "POST /partner/{token}/say": openChange,
        "POST /partner/{token}/end": openChange,
        // The way to a plan. Visitors leave nothing; who has a journal keeps what was said of health.
        "POST /api/plan": open, "GET /release": open, "POST /release": session,
        // The record.
        "GET /today": see(.today, .summary), "POST /today": write,
        "GET /prevent/forecast": see(.today, .summary),
        "GET /record": see(.entries), "GET /record/knots": see(.knots), "GET /record/map": see(.map),
        "GET /record/preferences": Rule(need: .right(.see)), "POST /record/preferences": write,
        "POST /record/keep": write,
        "GET /record/questionnaires": see(.entries), "GET /record/questionnaires/{name}": see(.entries, .write),
        "POST /record/questionnaires/{name}": write,
        "GET /record/entries/{id}": see(.entries, .write), "POST /record/entries/{id}": write,
        "POST /record/entries/{id}/remove": write, "POST /record/entries/{id}/undo": write,
        "GET /record/export": manage,
        "GET /api/entries": see(.entries), "POST /api/entries": write,
        // Fair tests.
        "GET /prevent/tests": see(.entries), "GET /prevent/tests/new": see(.entries, .write),
        "POST /prevent/tests/new": write, "GET /prevent/tests/{id}": see(.entries),
        "POST /prevent/tests/{id}/log": write, "POST /prevent/tests/{id}/begin": write,
        "POST /prevent/tests/{id}/session": write, "POST /prevent/tests/{id}/end": write,
        "GET /prevent/tests/{id}/sheet": see(.entries),
        // Reminders. What is done about one stays in the browser; calendars come with an address of their own.
        "GET /prevent/reminders": see(.entries), "POST /prevent/reminders": write,
        "POST /prevent/reminders/switch": write, "POST /prevent/reminders/remove": write,
        "POST /prevent/reminders/quiet": write,
        "GET /prevent/reminders/due": Rule(need: .right(.see)), "POST /prevent/reminders/answer": accountChange,
        "GET /prevent/reminders/calendar": see(.entries),
        "POST /prevent/reminders/link": manageChange, "POST /prevent/reminders/link/end": manageChange,
        "GET /calendar/{token}": file,
        // What went together with pain in the past.
        "GET /prevent/patterns": see(.entries),
        // A session: a visitor leaves nothing here, whoever has a record keeps it there.
        "POST /release/session": session, "POST /release/session/done": session,
        "GET /release/session/{id}": see(.entries, .write),
        // Prevention. Visitors leave nothing; who has a journal of their own keeps what they say there.
        "GET /prevent": open, "GET /prevent/check": open, "POST /prevent/check": session,
        "GET /prevent/hours": open, "POST /prevent/hours": session, "GET /prevent/habits": open,
        "POST /prevent/habits": manageChange, "POST /prevent/habits/log": manageChange,
        // Whose record.
        "GET /record/people": account, "POST /record/people": accountChange,
        "POST /record/people/choose": accountChange, "POST /record/people/rename": accountChange,
        "POST /record/people/delete": accountChange,
        // Accounts.
        "GET /account/sign-in": open, "POST /account/sign-in": openChange,
        "GET /account/register": open, "POST /account/register": openChange,
        "GET /account/reset": open, "POST /account/reset": openChange,
        "GET /account": account, "POST /account/password": accountChange,
        "POST /account/sign-out": accountChange, "POST /account/sign-out-everywhere": accountChange,
        "GET /account/delete": account, "POST /account/delete": accountChange,
        // Sharing.
        "GET /share": manage, "POST /share": manageChange, "POST /share/revoke": manageChange,
        "GET /shared/{token}": open, "POST /shared/{token}": accountChange,
    ]

    /// The methods that each pattern takes, reading first.
    static let methods: [String: [HTTPRequest.Method]] = {
        var methods: [String: [HTTPRequest.Method]] = [:]
        // Backwards by name, so that GET comes before POST when put in front.
        for route in rules.keys.sorted(by: >) {
            let parts = route.split(separator: " ")
            let taken: [HTTPRequest.Method] = parts[0] == "GET" ? [.get, .head] : [.post]
            methods[String(parts[1]), default: []].insert(contentsOf: taken, at: 0)
        }
        return methods
    }()

    /// Whether a form that is sent to a path changes something.
    static func changes(_ path: String) -> Bool { isAmong(changing, path) }

    /// Whether a form that is sent to a path writes into the record that was chosen.
    static func writesRecord(_ path: String) -> Bool { isAmong(writing, path) }

    /// Whether a form that is sent to a path notes in the record for which its page was made that a danger sign stops. It is
    /// open to everybody, and never refused for the record that it names.
    static func notes(_ path: String) -> Bool { ["/", "/questions", "/result", "/press"].contains(path) }

    private static func isAmong(_ patterns: [[Substring]], _ path: String) -> Bool {
        let parts = path.split(separator: "/")
        return patterns.contains { pattern in
            pattern.count == parts.count && zip(pattern, parts).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
        }
    }

    /// The patterns of what a form can change, in parts.
    private static let changing = patterns { $0.changes }
    /// The patterns of what writes into a record, in parts.
    private static let writing = patterns { $0.writesRecord }

    private static func patterns(_ isWanted: (Rule) -> Bool) -> [[Substring]] {
        rules.filter { isWanted($0.value) && $0.key.hasPrefix("POST ") }
            .map { $0.key.dropFirst(5).split(separator: "/") }
    }
}
