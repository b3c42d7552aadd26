/// What happens on each route to each role: the whole table of who may do what, written out by hand.
///
/// Beside the rules of the program on purpose: a change of a rule has to be made in both places.
enum AuthorisationTable {
    /// Who asks, about whose record. Everybody has chosen Ada's record, whatever they may do with it.
    enum Role: Int, CaseIterable, Sendable {
        /// Not signed in; no record.
        case visitor
        /// Ada, about her own record.
        case owner
        /// A helper with whom Ada shares how it goes.
        case helperWithSummary
        /// A helper with whom Ada shares everything.
        case helperWhoSees
        /// A helper who may also add to it.
        case helperWhoWrites
        /// A therapist with whom Ada shares everything.
        case therapist
        /// Another account, with a record of its own; Ada shares nothing with it.
        case other
        /// A helper with whom nobody shares anything.
        case helperWithNothing
    }

    /// What comes of it.
    enum Outcome: Character, Sendable {
        /// The handler answered: it was done, shown, or what was sent did not fit.
        case answered = "A"
        /// Sent to sign in.
        case signIn = "S"
        /// Sent to the page of persons.
        case people = "P"
        /// 401, for programs.
        case unauthorised = "U"
        /// 403: the record is shared, but not for that.
        case forbidden = "F"
        /// 404: as good as not there.
        case notFound = "N"
    }

    /// The outcomes in the order of the roles:
    /// visitor, owner, helper with summary, helper who sees, helper who writes, therapist, other, helper with nothing.
    private static let table: [String: String] = [
        // The same for everybody
        "GET /assets/{file}": "AAAAAAAA",
        "GET /health": "AAAAAAAA",
        "GET /ready": "AAAAAAAA",
        "GET /metrics": "AAAAAAAA",
        "GET /api/openapi.yaml": "AAAAAAAA",
        "GET /": "AAAAAAAA",
        "POST /": "AAAAAAAA",
        "POST /questions": "AAAAAAAA",
        "POST /result": "AAAAAAAA",
        "POST /press": "AAAAAAAA",
        "GET /understand": "AAAAAAAA",
        "POST /understand": "AAAAAAAA",
        "GET /atlas": "AAAAAAAA",
        "GET /atlas/muscles/{id}": "AAAAAAAA",
        "GET /atlas/points/{id}": "AAAAAAAA",
        "GET /atlas/regions/{id}": "AAAAAAAA",
        "GET /techniques": "AAAAAAAA",
        "GET /techniques/{id}": "AAAAAAAA",
        "GET /learn": "AAAAAAAA",
        "GET /learn/{id}": "AAAAAAAA",
        "POST /api/locate": "AAAAAAAA",
        "POST /api/simulate": "AAAAAAAA",
        // A session for two; here with a token that opens none
        "POST /release/partner": "AAAAAAAA",
        "POST /release/sheet": "AAAAAAAA",
        "GET /partner/{token}": "NNNNNNNN",
        "GET /partner/{token}/events": "NNNNNNNN",
        "POST /partner/{token}/say": "NNNNNNNN",
        "POST /partner/{token}/end": "NNNNNNNN",
        "POST /api/plan": "AAAAAAAA",
        "GET /release": "AAAAAAAA",
        "POST /release": "AAAAAAAA",
        // The record
        "GET /today": "SAAAAAAP",
        "POST /today": "SAFFAFAN",
        "GET /prevent/forecast": "SAAAAAAP",
        "GET /record": "SAFAAAAP",
        "GET /record/knots": "SAFAAAAP",
        "GET /record/map": "SAFAAAAP",
        "GET /record/preferences": "SAFAAAAP",
        "POST /record/preferences": "SAFFAFAN",
        "POST /record/keep": "SAFFAFAN",
        "GET /record/questionnaires": "SAFAAAAP",
        "GET /record/questionnaires/{name}": "SAFFAFAP",
        "POST /record/questionnaires/{name}": "SAFFAFAN",
        "GET /record/entries/{id}": "SAFFAFNP",
        "POST /record/entries/{id}": "SAFFAFNN",
        "POST /record/entries/{id}/remove": "SAFFAFNN",
        "POST /record/entries/{id}/undo": "SAFFAFNN",
        "GET /record/export": "SAFFFFAP",
        "GET /api/entries": "UAFAAAAN",
        "POST /api/entries": "UAFFAFAN",
        // Fair tests; here with an entry that is none
        "GET /prevent/tests": "SAFAAAAP",
        "GET /prevent/tests/new": "SAFFAFAP",
        "POST /prevent/tests/new": "SAFFAFAN",
        "GET /prevent/tests/{id}": "SNFNNNNP",
        "POST /prevent/tests/{id}/log": "SNFFNFNN",
        "POST /prevent/tests/{id}/begin": "SNFFNFNN",
        "POST /prevent/tests/{id}/session": "SNFFNFNN",
        "POST /prevent/tests/{id}/end": "SNFFNFNN",
        "GET /prevent/tests/{id}/sheet": "SNFNNNNP",
        // A session
        "POST /release/session": "AAAAAAAA",
        "POST /release/session/done": "AAAAAAAA",
        "GET /release/session/{id}": "SNFFNFNP",
        // Reminders; here with a token that stands for nothing
        "GET /prevent/reminders": "SAFAAAAP",
        "POST /prevent/reminders": "SAFFAFAN",
        "POST /prevent/reminders/switch": "SAFFAFAN",
        "POST /prevent/reminders/remove": "SAFFAFAN",
        "POST /prevent/reminders/quiet": "SAFFAFAN",
        "GET /prevent/reminders/due": "SAFAAAAP",
        "POST /prevent/reminders/answer": "SAAAAAAA",
        "GET /prevent/reminders/calendar": "SAFAAAAP",
        "POST /prevent/reminders/link": "SAFFFFAN",
        "POST /prevent/reminders/link/end": "SAFFFFAN",
        "GET /calendar/{token}": "NNNNNNNN",
        // Prevention
        "GET /prevent": "AAAAAAAA",
        "GET /prevent/check": "AAAAAAAA",
        "POST /prevent/check": "AAAAAAAA",
        "GET /prevent/hours": "AAAAAAAA",
        "POST /prevent/hours": "AAAAAAAA",
        "GET /prevent/habits": "AAAAAAAA",
        "POST /prevent/habits": "SAFFFFAN",
        "POST /prevent/habits/log": "SAFFFFAN",
        "GET /prevent/patterns": "SAFAAAAP",
        // Whose record
        "GET /record/people": "SAAAAAAA",
        "POST /record/people": "SPPPPPPP",
        "POST /record/people/choose": "SAAAAANN",
        "POST /record/people/rename": "SPFFFFNN",
        "POST /record/people/delete": "SAFFFFNN",
        // Accounts
        "GET /account/sign-in": "AAAAAAAA",
        "POST /account/sign-in": "AAAAAAAA",
        "GET /account/register": "AAAAAAAA",
        "POST /account/register": "AAAAAAAA",
        "GET /account/reset": "AAAAAAAA",
        "POST /account/reset": "AAAAAAAA",
        "GET /account": "SAAAAAAA",
        "POST /account/password": "SAAAAAAA",
        "POST /account/sign-out": "SAAAAAAA",
        "POST /account/sign-out-everywhere": "SAAAAAAA",
        "GET /account/delete": "SAAAAAAA",
        "POST /account/delete": "SAAAAAAA",
        // Sharing
        "GET /share": "SAFFFFAP",
        "POST /share": "SAFFFFAN",
        "POST /share/revoke": "SAFFFFAN",
        "GET /shared/{token}": "AAAAAAAA",
        "POST /shared/{token}": "SNPPPPPP",
    ]

    /// The routes of the table.
    static var routes: Set<String> { Set(table.keys) }

    /// What is to come of a request; nil when the route is missing from the table.
    static func outcome(_ route: String, _ role: Role) -> Outcome? {
        guard let row = table[route], row.count == Role.allCases.count else { return nil }
        return Outcome(rawValue: Array(row)[role.rawValue])
    }
}
