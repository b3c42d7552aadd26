import HTTPTypes
import Hummingbird
import Testing
import Unknot
import UnknotAccounts
import UnknotRecord

@testable import UnknotWeb

@Suite("Pages of a session for two")
struct PartnerPageTests {
    /// Makes a room with a form, as a visitor.
    private static func open(
        _ browser: inout Browser, _ form: String? = nil
    ) async throws -> (own: String, partners: String) {
        let fields = PartnerScene.fields(try form ?? PartnerScene.form())
        try await browser.send("/release/partner", fields, ["Sec-Fetch-Site": "same-origin"])
        #expect(browser.page.status == .seeOther)
        let own = try #require(browser.page.headers[.location])
        let page = try await browser.get(own).text
        let link = try #require(page.firstMatch(of: #/href="http://[^"/]+(/partner/[^"]+)"/#))
        return (own, String(link.output.1))
    }

    private static func say(
        _ browser: inout Browser, _ path: String, _ word: String, _ more: [(String, String)] = []
    ) async throws -> HTTPResponse.Status {
        try await browser.send("\(path)/say", [("word", word)] + more, ["Sec-Fetch-Site": "same-origin"])
        return browser.page.status
    }

    @Test(arguments: [true, false])
    func `a visitor opens it, says words, and ends it, with plain forms`(hasAccounts: Bool) async throws {
        try await Town(hasAccounts: hasAccounts).open { browser in
            var browser = browser
            let (own, partners) = try await Self.open(&browser)
            #expect(own != partners)
            let page = browser.page
            #expect(page.visibleText.contains("this machine only"), "it listens on loopback")
            #expect(page.headers[.setCookie] == nil)
            #expect(try await Self.say(&browser, own, "more") == .seeOther)
            #expect(browser.page.headers[.location] == own)
            #expect(try await Self.say(&browser, own, "stop") == .seeOther)
            #expect(try await browser.get(partners).visibleText.contains("Take your hands off at once"))
            #expect(try await Self.say(&browser, own, "less") == .conflict)
            #expect(try await Self.say(&browser, own, "resume") == .seeOther)
            #expect(try await Self.say(&browser, partners, "next", [("step", "0")]) == .seeOther)
            for word in ["more", "less", "good", "resume"] {
                #expect(try await Self.say(&browser, partners, word) == .forbidden, "\(word)")
            }
            for word in ["", "shout", "STOP", "more "] {
                #expect(try await Self.say(&browser, own, word) == .badRequest, "\(word)")
            }
            #expect(try await Self.say(&browser, own, "next", [("step", "first")]) == .badRequest)
            try await browser.send("\(partners)/end", [], ["Sec-Fetch-Site": "same-origin"])
            #expect(browser.page.status == .forbidden)
            try await browser.send("\(own)/end", [], ["Sec-Fetch-Site": "same-origin"])
            #expect(browser.page.status == .ok)
            let gone = try await [browser.get(own), browser.get(partners), browser.get("/partner/nobody")]
            #expect(gone.allSatisfy { $0.status == .notFound })
            #expect(Set(gone.map(\.text)).count == 1, "nothing tells whether there ever was such a room")
            #expect(try await Self.say(&browser, own, "stop") == .notFound)
        }
    }

    @Test func `words from pages of others are refused`() async throws {
        try await Town(hasAccounts: false).open { browser in
            var browser = browser
            let (own, _) = try await Self.open(&browser)
            for site in ["cross-site", "same-site", "none"] {
                for path in ["\(own)/say", "\(own)/end", "/release/partner"] {
                    try await browser.send(path, [("word", "stop")], ["Sec-Fetch-Site": site])
                    #expect(browser.page.status == .forbidden, "\(path) from \(site)")
                }
            }
            #expect(try await browser.get(own).status == .ok)
        }
    }

    @Test func `somebody who is signed in needs the token of the form, as everywhere`() async throws {
        let town = try await Town()
        let account = try await town.desk.add("ada", password: Town.password, called: "Ada")
        let session = try await town.desk.open(account, device: "").token.text
        try await town.open { browser in
            var visitor = browser
            let (own, _) = try await Self.open(&visitor)
            var browser = browser
            browser.cookies = ["unknot_session": session]
            #expect(try await Self.say(&browser, own, "stop") == .forbidden)
            try await browser.get(own)
            try await browser.post("\(own)/say", [("word", "stop")])
            #expect(browser.page.status == .seeOther)
        }
    }

    @Test func `the partner's page tells where, which way, how long and how hard, and nothing else`() async throws {
        try await Town(hasAccounts: false).open { browser in
            var browser = browser
            let gentle = "plan.helper=yes&plan.minutes=15&plan.health=widespread_pain_or_very_sensitive_to_touch"
            let (own, partners) = try await Self.open(&browser, PartnerScene.form(gentle))
            let answer = try await browser.get(partners)
            let text = answer.visibleText
            for part in [
                "How long", "How hard", "Where", "Which way", "Never press", "of 10", "More", "Less", "Good", "Stop",
            ] {
                #expect(text.contains(part), "\(part)")
            }
            #expect(!answer.text.contains(own.split(separator: "/").last ?? "-"), "the person's own token")
            for check in try Site.engine.atlas.care.healthChecks {
                #expect(!text.contains(check.plainLabel), "\(check.id)")
            }
            for word in [" %", "likely", "trigger", "Your pain"] { #expect(!text.contains(word), "\(word)") }
            for word in ["/today", "/record", "is-painful", "plan.", "place="] {
                #expect(!answer.text.contains(word), "\(word)")
            }
            #expect(answer.headers[.cacheControl] == "no-store")
            #expect(answer.headers[try #require(.init("Referrer-Policy"))] == "same-origin")
        }
    }

    @Test func `what a room holds names no health check and no place that was drawn`() throws {
        let gentle = try PartnerScene.form(
            "plan.helper=yes&plan.minutes=15&plan.health=widespread_pain_or_very_sensitive_to_touch")
        let steps = PartnerStep.steps(of: try PartnerScene.plan(gentle).plan, text: try Site.engine.planText)
        let kept = String(reflecting: steps)
        #expect(
            !steps.isEmpty && !kept.contains("widespread_pain_or_very_sensitive_to_touch")
                && !kept.lowercased().contains("because"))
    }

    @Test func `programs of ours are told both addresses, and how things stand`() async throws {
        try await Town(hasAccounts: false).open { browser in
            var browser = browser
            let headers: HTTPFields = [
                .contentType: Browser.formType, .accept: "application/json", .origin: "http://localhost",
            ]
            let opened = try await browser.ask(
                .post, "/release/partner", body: PartnerScene.form(), headers: headers)
            let own = try #require(try opened.json["person"] as? String)
            let partners = try #require(try opened.json["partner"] as? String)
            #expect(partners.hasPrefix("http://localhost/partner/"))
            let said = try await browser.ask(.post, "\(own)/say", body: "word=stop", headers: headers)
            #expect(try said.json["stopped"] as? Bool == true && said.json["partner"] as? Int == 0)
        }
    }

    @Test func `with nothing to plan, the page of the plan says what comes first`() async throws {
        try await Town(hasAccounts: false).open { browser in
            var browser = browser
            for path in ["/release/partner", "/release/sheet"] {
                let fields = PartnerScene.fields(Site.lowBackAndButtock)
                try await browser.send(path, fields, ["Sec-Fetch-Site": "same-origin"])
                #expect(browser.page.status == .temporaryRedirect)
                #expect(browser.page.headers[.location] == "/release")
            }
        }
    }

    @Test func `every technique for a partner says what to do and which way`() throws {
        let (atlas, texts) = (try Site.engine.atlas, try PageTexts())
        for technique in atlas.care.techniques where technique.performer == .partner {
            #expect(texts.has("partner_how_\(technique.id)"), "\(technique.id)")
            #expect(texts.has("partner_way_\(technique.id)"), "\(technique.id)")
            let known = technique.avoids.filter { atlas.phrases.has("plan_place_\($0)") }
            #expect(known.count >= 3, "\(technique.id) says where never to press")
        }
    }

    @Test(arguments: [
        ("127.0.0.1", nil, "localhost:8080", "http://localhost:8080", false),
        ("::1", nil, "[::1]:8080", "http://[::1]:8080", false),
        ("127.0.0.1", "https://knot.example", "127.0.0.1:8080", "https://knot.example", true),
        ("192.168.1.5", nil, "192.168.1.5:8080", "http://192.168.1.5:8080", true),
        ("192.168.1.5", nil, "localhost:8080", "http://192.168.1.5:8080", true),
        ("0.0.0.0", nil, "unknot.lan:8080", "http://unknot.lan:8080", true),
        ("fe80::2", nil, "[::1]", "http://[fe80::2]", true),
    ])
    func `a link leads to where the other phone can get`(
        host: String, origin: String?, authority: String, expected: String, isReachable: Bool
    ) {
        let found = PartnerReach(publicOrigin: origin, host: host).origin(askedFor: authority)
        #expect(found.text == expected)
        #expect(found.isReachable == isReachable)
    }
}
