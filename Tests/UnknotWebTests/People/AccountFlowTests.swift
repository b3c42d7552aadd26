import HTTPTypes
import Testing
import UnknotAccounts
import UnknotJournal

@testable import UnknotWeb

@Suite("Accounts in the browser")
struct AccountFlowTests {
    @Test func `who registers is signed in with a record of their own`() async throws {
        let town = try await Town()
        try await town.open { browser in
            var browser = browser
            try await browser.register("ada")
            #expect(browser.location == "/record/people")
            #expect(try await browser.get("/record/people").visibleText.contains("ada"))
            #expect(try await browser.get("/account").visibleText.contains("keeps a record"))
        }
    }

    @Test(arguments: [nil, "https://unknot.example"])
    func `cookies cannot be read by scripts or sent by other sites`(publicURL: String?) async throws {
        let town = try await Town(publicURL: publicURL)
        try await town.open { browser in
            var browser = browser
            try await browser.register("ada")
            let set = browser.page.headers[values: .setCookie]
            let name = publicURL == nil ? "unknot_session=" : "__Host-unknot_session="
            let cookie = try #require(set.first { $0.hasPrefix(name) })
            for part in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=1209600"] {
                #expect(cookie.contains(part), "\(part)")
            }
            #expect(cookie.contains("Secure") == (publicURL != nil))
            #expect(!cookie.contains("Domain"))
        }
    }

    @Test(arguments: [
        [("name", "a b"), ("password", Town.password)], [("name", "ada"), ("password", "short")],
        [("name", "ada"), ("password", "password1234")], [("name", "taken"), ("password", Town.password)],
        [("name", ""), ("password", "")],
    ])
    func `what does not fit leads back to the form, with what was typed but the password`(
        fields: [(String, String)]
    ) async throws {
        let town = try await Town()
        _ = try await town.desk.add("taken", password: Town.password)
        try await town.open { browser in
            var browser = browser
            let page = try await browser.post(
                "/account/register", fields + [("role", "helper"), ("called", "Me & you")])
            #expect(page.status == .badRequest)
            #expect(page.text.contains("role=\"alert\""))
            #expect(page.text.contains("aria-invalid=\"true\""))
            #expect(page.text.contains("value=\"Me &amp; you\""))
            #expect(page.text.contains(#"value="helper" checked"#))
            #expect(!page.text.contains(Town.password))
            #expect(browser.cookies == [:])
        }
    }

    @Test func `registration can be closed`() async throws {
        let town = try await Town(registrationIsOpen: false)
        try await town.open { browser in
            var browser = browser
            let form = try await browser.get("/account/register")
            #expect(!form.text.contains("<form"))
            let way = try await browser.get("/account/sign-in")
            #expect(!way.text.contains("/account/register"))
            let answer = try await browser.post("/account/register", [("name", "ada"), ("password", Town.password)])
            #expect(answer.status == .forbidden)
            #expect(browser.cookies == [:])
        }
    }

    @Test(arguments: [("ada", "wrong but long enough"), ("nobody", Town.password)])
    func `failing to sign in looks the same whatever was wrong`(name: String, password: String) async throws {
        let town = try await Town()
        _ = try await town.desk.add("ada", password: Town.password)
        try await town.open { browser in
            var browser = browser
            try await browser.signIn(name, password)
            #expect(browser.page.status == .badRequest)
            #expect(browser.page.visibleText.contains("Name and password do not fit together."))
            #expect(browser.cookies == [:])
        }
    }

    @Test func `too many tries have to wait`() async throws {
        let town = try await Town()
        try await town.open { browser in
            var browser = browser
            for _ in 0..<5 { try await browser.signIn("ada", "wrong but long enough") }
            try await browser.signIn("ada")
            #expect(browser.page.status == .tooManyRequests)
            #expect(browser.page.headers[.retryAfter] == "5")
        }
    }

    @Test func `signing in gives another session than before, and leads back to where one was going`() async throws {
        let town = try await Town()
        _ = try await town.desk.add("ada", password: Town.password)
        try await town.open { browser in
            var browser = browser
            try await browser.get("/share")
            #expect(browser.location == "/account/sign-in?next=/share")
            try await browser.get("/account/sign-in?next=/share")
            #expect(browser.page.text.contains(#"name="next" value="/share""#))
            try await browser.post(
                "/account/sign-in", [("name", "ada"), ("password", Town.password), ("next", "/share")])
            #expect(browser.location == "/share")
            let first = try #require(browser.cookies["unknot_session"])
            var other = browser.another
            other.cookies = browser.cookies
            try await browser.signIn("ada")
            #expect(browser.cookies["unknot_session"] != first)
            #expect(try await other.get("/account").status == .seeOther, "the earlier session still runs")
        }
    }

    @Test(arguments: ["https://evil.example", "//evil.example", "/\\evil.example", "/a?b=c", "javascript:alert(1)", ""])
    func `signing in never leads to another site`(next: String) async throws {
        let town = try await Town()
        _ = try await town.desk.add("ada", password: Town.password)
        try await town.open { browser in
            var browser = browser
            try await browser.post("/account/sign-in", [("name", "ada"), ("password", Town.password), ("next", next)])
            #expect(browser.location == "/today")
        }
    }

    @Test func `signing out ends the session at the server`() async throws {
        let town = try await Town()
        try await town.open { browser in
            var browser = browser
            try await browser.register("ada")
            var thief = browser.another
            thief.cookies = browser.cookies
            try await browser.get("/account")
            try await browser.post("/account/sign-out", [])
            #expect(browser.cookies["unknot_session"] == nil)
            #expect(try await thief.get("/account").status == .seeOther)
        }
    }

    @Test func `signing out everywhere ends all sessions`() async throws {
        let town = try await Town()
        try await town.open { browser in
            var (browser, other) = (browser, browser.another)
            try await browser.register("ada")
            try await other.signIn("ada")
            #expect(try await browser.get("/account").text.matches(of: /Unknown browser/).count == 2)
            try await browser.post("/account/sign-out-everywhere", [])
            #expect(try await other.get("/account").status == .seeOther)
        }
    }

    @Test func `a new password signs out the others, not this browser`() async throws {
        let town = try await Town()
        try await town.open { browser in
            var (browser, other) = (browser, browser.another)
            try await browser.register("ada")
            try await other.signIn("ada")
            try await browser.get("/account")
            let wrong = try await browser.post(
                "/account/password", [("old", "wrong but long enough"), ("password", "another good one")])
            #expect(wrong.status == .badRequest && wrong.text.contains("href=\"#old\""))
            try await browser.post(
                "/account/password", [("old", Town.password), ("password", "another good one")])
            #expect(browser.location == "/account?done=password")
            #expect(try await browser.get("/account?done=password").visibleText.contains("The password is changed."))
            #expect(try await other.get("/account").status == .seeOther)
        }
    }

    @Test func `a code from the operator sets a new password`() async throws {
        let town = try await Town()
        _ = try await town.desk.add("ada", password: Town.password)
        let code = try await town.desk.makeResetCode(for: "ada").code.description
        try await town.open { browser in
            var browser = browser
            try await browser.get("/account/reset")
            let fields = [("name", "ada"), ("code", code), ("password", "another good one")]
            try await browser.post("/account/reset", fields)
            #expect(browser.location == "/account/sign-in?done=reset")
            let again = try await browser.post("/account/reset", fields)
            #expect(again.status == .badRequest && again.text.contains("href=\"#code\""))
            try await browser.signIn("ada", "another good one")
            #expect(browser.page.status == .seeOther)
        }
    }

    @Test func `deleting the account asks for the password and removes the record`() async throws {
        let town = try await Town()
        try await town.open { browser in
            var browser = browser
            try await browser.register("ada")
            let person = try await town.person(of: "ada")
            _ = try await town.write(person.id)
            #expect(try await browser.get("/account/delete").visibleText.contains("the record of ada"))
            let wrong = try await browser.post("/account/delete", [("password", "wrong but long enough")])
            #expect(wrong.status == .badRequest)
            #expect(try await town.journal.persons().count == 1)
            try await browser.post("/account/delete", [("password", Town.password)])
            #expect(browser.location == "/account/sign-in?done=deleted")
            #expect(browser.cookies == [:])
            #expect(try await town.journal.persons() == [])
            #expect(try await town.desk.store.accounts() == [])
        }
    }

    @Test func `another child of the family can have a record of its own`() async throws {
        let town = try await Town()
        try await town.open { browser in
            var browser = browser
            try await browser.register("ada")
            try await browser.get("/record/people")
            try await browser.post("/record/people", [("who", "other"), ("name", "Byron")])
            #expect(try await browser.get("/share").visibleText.contains("the record of Byron"))
            var other = browser.another
            try await other.register("eve")
            #expect(try await !other.get("/record/people").visibleText.contains("Byron"))
        }
    }

    // MARK: Forms

    @Test func `every form of a signed-in page carries a token, others none`() async throws {
        let town = try await Town()
        try await town.open { browser in
            var browser = browser
            try await browser.register("ada")
            for path in ["/account", "/account/delete", "/record/people", "/share"] {
                let page = try await browser.get(path).text
                let forms = page.matches(of: /<form [^>]*method="post"[^>]*>/).count
                #expect(forms > 0 && page.matches(of: /name="form_token"/).count == forms, "\(path)")
            }
            let first = browser.token
            try await browser.get("/share")
            #expect(browser.token != first)
            #expect(try await !browser.get("/").text.contains("form_token"))
            var visitor = browser.another
            #expect(try await !visitor.get("/account/sign-in").text.contains("form_token"))
        }
    }

    @Test func `a form without the token of the session changes nothing`() async throws {
        let town = try await Town()
        try await town.open { browser in
            var (browser, eve) = (browser, browser.another)
            try await browser.register("ada")
            try await eve.register("eve")
            try await eve.get("/account")
            let stolen = try #require(eve.token)
            let ours = ["Sec-Fetch-Site": "same-origin"]
            for fields in [[], [("form_token", "")], [("form_token", stolen)], [("form_token", "A")]] {
                #expect(try await browser.send("/account/sign-out", fields, ours).status == .forbidden)
            }
            try await browser.get("/account")
            let mine = ("form_token", try #require(browser.token))
            #expect(try await browser.send("/account/sign-out", [mine, mine], ours).status == .forbidden)
            #expect(
                try await browser.send("/account/sign-out", [mine], ["Sec-Fetch-Site": "cross-site"]).status
                    == .forbidden)
            #expect(try await browser.get("/account").status == .ok, "still signed in")
            let json: HTTPFields = [.contentType: "application/json", .origin: "http://localhost"]
            #expect(try await browser.ask(.post, "/account/sign-out", body: "{}", headers: json).status == .forbidden)
        }
    }

    @Test(arguments: [
        (#"<form method="post" action="/share">"#, true), (#"<form action="/share/revoke" method="post">"#, true),
        (#"<form method="post" action="/record/people#add">"#, true),
        (#"<form method="post" action="/today?days=7#x">"#, true), (#"<form method="post">"#, true),
        (#"<form class="a" method="post" action="/shared/abc">"#, true),
        (#"<form method="post" action="/result">"#, false),
        (#"<form method="get" action="/share">"#, false), (#"<form role="search" action="/atlas">"#, false),
    ])
    func `only forms that change something get a token`(tag: String, gets: Bool) {
        let page = FormGuard.page("<p>\(tag)</form>", with: "T", path: "/share")
        #expect(page.contains("\(tag)<input type=\"hidden\" name=\"form_token\" value=\"T\">") == gets)
        #expect(page.contains("T") == gets)
    }

    // MARK: Where it listens

    @Test func `without accounts it stays on this machine and says why`() throws {
        let error = #expect(throws: WebError.notLoopback(host: "0.0.0.0")) {
            _ = try ListeningHost("0.0.0.0", hasAccounts: false)
        }
        #expect(error?.description.contains("--accounts") == true)
        #expect(try ListeningHost("0.0.0.0", hasAccounts: true).address == "0.0.0.0")
        #expect(try ListeningHost("[2001:db8::1]", hasAccounts: true).url(port: 80) == "http://[2001:db8::1]:80")
        #expect(try ListeningHost("localhost", hasAccounts: true).address == "127.0.0.1")
        #expect(throws: WebError.notLoopback(host: "")) { _ = try ListeningHost("", hasAccounts: true) }
    }

    @Test(arguments: [
        ("https://unknot.example", "https://unknot.example"), ("https://Unknot.Example/", "https://unknot.example"),
        ("https://unknot.example:443", "https://unknot.example"), ("https://a.b:8443", "https://a.b:8443"),
    ])
    func `the address for others is read as browsers write it`(url: String, origin: String) throws {
        #expect(try PublicOrigin(url).text == origin)
    }

    @Test(arguments: [
        "http://unknot.example", "unknot.example", "https://", "https://a/b", "https://a:b", "https://a b",
        "https://u@a",
    ])
    func `what is no address for others is refused`(url: String) {
        #expect(throws: WebError.badPublicURL(url)) { _ = try PublicOrigin(url) }
    }

    @Test(arguments: [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux"),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0",
            "Edge on Windows"
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1",
            "Safari on iPhone"
        ),
        (
            "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36",
            "Chrome on Android"
        ),
        ("curl/8.0", "curl"), ("<script>", "Unknown browser"), ("", "Unknown browser"),
    ])
    func `browsers are named roughly`(agent: String, name: String) throws {
        #expect(DeviceName(agent, texts: try PageTexts()).text == name)
    }
}
