import HTTPTypes
import Hummingbird
import UnknotAccounts
import UnknotJournal
import UnknotRecord

/// The cookies of the server: which record was chosen, and the session of an account.
struct VisitCookies: Sendable {
    /// Holds the id of the chosen person. It gives no right to anything.
    static let person = "unknot_person"

    /// Whether browsers reach the server through TLS only.
    let isSecure: Bool

    /// Holds the token of the session. Behind TLS its name forbids that another host or a plain connection sets it.
    var session: String { isSecure ? "__Host-unknot_session" : "unknot_session" }

    /// Remembers a session for as long as it runs.
    func session(_ signedIn: SignedIn) -> Cookie {
        let seconds = (signedIn.session.endsAt.milliseconds - signedIn.session.usedAt.milliseconds) / 1000
        return cookie(session, signedIn.token.text, seconds: Int(seconds))
    }

    /// Forgets the session.
    var noSession: Cookie { cookie(session, "", seconds: 0) }

    /// Remembers which record was chosen, for a year.
    func chosen(_ person: PersonID) -> Cookie {
        cookie(Self.person, person.description, seconds: 365 * 86_400)
    }

    /// Forgets which record was chosen.
    var noneChosen: Cookie { cookie(Self.person, "", seconds: 0) }

    /// Remembers something small about this browser for a year.
    func kept(_ name: String, _ value: String) -> Cookie {
        cookie(name, value, seconds: 365 * 86_400)
    }

    private func cookie(_ name: String, _ value: String, seconds: Int) -> Cookie {
        Cookie(
            name: name, value: value, maxAge: seconds, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax)
    }
}

extension HTTPFields {
    /// Where a proxy writes down for whom it asks.
    static let forwardedFor = HTTPField.Name("X-Forwarded-For")
    /// Where a browser says which site a request comes from.
    static let fetchSite = HTTPField.Name("Sec-Fetch-Site")
}
