import HTTPTypes
import Testing

@testable import UnknotWeb

@Suite("What protects visitors")
struct SecurityTests {
    struct Visit: Sendable, CustomTestStringConvertible {
        var method = HTTPRequest.Method.get
        var path: String
        var form: String?
        var testDescription: String { "\(method.rawValue) \(path) \(form ?? "")" }
    }

    static let visits = [
        Visit(path: "/"),
        Visit(method: .post, path: "/", form: Site.lowBackAndButtock),
        Visit(method: .post, path: "/questions", form: Site.lowBackAndButtock),
        Visit(method: .post, path: "/result", form: Site.lowBackAndButtock),
        Visit(method: .post, path: "/result", form: Site.lowBackAndButtock + "&answer.saddle_numbness=yes"),
        Visit(method: .post, path: "/press", form: Site.lowBackAndButtock),
        Visit(method: .post, path: "/result", form: "age=999"),
        Visit(method: .post, path: "/result"),
        Visit(method: .post, path: "/understand", form: "preset=blow"),
        Visit(method: .post, path: "/understand", form: "stress=99"),
        Visit(path: "/result"),
        Visit(path: "/nowhere"),
        Visit(path: "/health"),
        Visit(path: "/ready"),
        Visit(path: "/api/openapi.yaml"),
        Visit(path: "/api/nowhere"),
        Visit(path: "/assets/nothing.css"),
    ]

    @Test(arguments: visits)
    func `every answer forbids what it does not need`(visit: Visit) async throws {
        let response =
            if let form = visit.form {
                try await Site.post(visit.path, form: form)
            } else {
                try await Site.ask(visit.method, visit.path)
            }
        let policy = try #require(response.headers[.contentSecurityPolicy])
        #expect(policy.hasPrefix("default-src 'none'"))
        for part in [
            "script-src 'self';", "style-src 'self';", "connect-src 'self';", "form-action 'self'", "base-uri 'none'",
            "frame-ancestors 'none'",
        ] {
            #expect(policy.contains(part))
        }
        #expect(!policy.contains("unsafe"))
        #expect(response.headers[.xContentTypeOptions] == "nosniff")
        #expect(response.headers[try #require(.init("Referrer-Policy"))] == "same-origin")
        #expect(response.headers[.setCookie] == nil)
        #expect(response.headers[.cacheControl] == "no-store")
    }

    @Test(arguments: visits.filter { $0.form != nil } + [Visit(path: "/")])
    func `pages hold nothing that the policy would block`(visit: Visit) async throws {
        let page =
            try await
            (visit.form == nil
            ? Site.ask(.get, visit.path).text : Site.post(visit.path, form: visit.form ?? "").text)
            .replacing(/<script type="module" blocking="render" src="\/assets\/[^"<]+"><\/script>/, with: "")
        for forbidden in ["<script", "<style", " style=", "javascript:", " onclick", " onload", "http://", "https://"] {
            #expect(!page.contains(forbidden), "\(forbidden)")
        }
    }

    /// The accent joins the mark before it to one character, which a careless escape would not know.
    static let hostile = [
        "\"><script>alert(1)</script>", "' onfocus='x", "\"\u{0301} autofocus onfocus=x", "\u{0600}<b>", "<\u{0338}b>",
        "&lt;script&gt;",
    ]

    @Test(
        arguments: hostile,
        ["age", "place", "sex", "answer.saddle_numbness", "skip", "worst", "asked", "now", "cause", "unsure"])
    func `what visitors send never becomes markup`(value: String, field: String) async throws {
        let other = field == "place" ? "age=40" : "place=sacrum:midline"
        let page = try await Site.post("/questions", form: "\(other)&\(field)=\(Site.encoded(value))").text
        #expect(!page.contains("<script>"))
        // Compared as scalars: a mark with an accent is another character, but the same mark to a browser.
        #expect(!Array(page.utf8).contains(Array(value.utf8)), "sent back as it came")
    }

    @Test(arguments: hostile)
    func `nothing stands between a special mark and its escape`(value: String) {
        let marks: Set<Character> = ["<", ">", "&", "\"", "'"]
        let special = value.unicodeScalars.filter { marks.contains(Character($0)) }
        #expect(value.escapable.filter { marks.contains($0) }.count == special.count)
    }

    @Test func `plain text with accents stays as it is`() {
        #expect("Où avez-vous mal ? 🇫🇷 e\u{0301}".escapable == "Où avez-vous mal ? 🇫🇷 e\u{0301}")
    }
}
