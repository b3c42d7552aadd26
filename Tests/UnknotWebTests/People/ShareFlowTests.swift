import HTTPTypes
import Testing
import UnknotAccounts
import UnknotJournal

@testable import UnknotWeb

@Suite("Sharing in the browser")
struct ShareFlowTests {
    @Test func `a link is shown once, and whoever takes it first has it`() async throws {
        let town = try await Town(publicURL: "https://unknot.example")
        try await town.open { browser in
            var (ada, bob, eve) = (browser, browser.another, browser.another)
            try await ada.register("ada")
            let link = try await ada.share(.see)
            #expect(ada.page.text.contains("value=\"https://unknot.example\(link)\""))
            #expect(try await !ada.get("/share").text.contains(link))
            // A visitor sees what is offered, and the way in.
            let offer = try await bob.get(link)
            #expect(offer.visibleText.contains("ada lets you see everything."))
            #expect(offer.text.contains("/account/sign-in?next=\(link)"))
            try await bob.register("bob", .helper)
            try await bob.accept(link)
            #expect(bob.location == "/record/people")
            #expect(try await bob.get("/record/people").visibleText.contains("you may see everything, until"))
            try await eve.register("eve")
            #expect(try await eve.get(link).status == .notFound)
            try await eve.get("/account")
            #expect(try await eve.post(link, []).status == .notFound)
            #expect(try await ada.get("/share").visibleText.contains("Taken by bob."))
        }
    }

    @Test func `what is taken back is gone at once`() async throws {
        let town = try await Town()
        try await town.open { browser in
            var (ada, bob) = (browser, browser.another)
            try await ada.register("ada")
            let link = try await ada.share(.see)
            try await bob.register("bob", .therapist)
            try await bob.accept(link)
            let page = try await ada.get("/share").text
            let id = try #require(page.firstMatch(of: /name="share" value="([^"]+)"/)).output.1
            try await ada.post("/share/revoke", [("share", String(id))])
            #expect(try await !bob.get("/record/people").visibleText.contains("Shared with you"))
            #expect(try await ada.get("/share").visibleText.contains("Taken back on"))
        }
    }

    @Test func `what ended is gone too`() async throws {
        let town = try await Town()
        try await town.open { browser in
            var (ada, bob) = (browser, browser.another)
            try await ada.register("ada")
            let link = try await ada.share(.see, days: 7)
            try await bob.register("bob")
            try await bob.accept(link)
            town.pass(days: 7)
            #expect(try await !bob.get("/record/people").visibleText.contains("Shared with you"))
            #expect(try await ada.get("/share").visibleText.contains("Ended on"))
            #expect(try await ada.get(link).status == .notFound)
        }
    }

    @Test func `nobody shares for longer or more than is offered`() async throws {
        let town = try await Town()
        try await town.open { browser in
            var ada = browser
            try await ada.register("ada")
            try await ada.get("/share")
            for fields in [
                [("scope", "all"), ("days", "7")], [("scope", "see"), ("days", "36500")], [("scope", "see")],
                [("days", "7")], [("scope", "see"), ("days", "x")],
            ] {
                #expect(try await ada.post("/share", fields).status == .badRequest)
                try await ada.get("/share")
            }
            #expect(ada.page.visibleText.contains("You have not shared anything."))
        }
    }

    @Test(arguments: ["/shared/x", "/shared/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"])
    func `a link that never was looks like one that ended`(path: String) async throws {
        let town = try await Town()
        try await town.open { browser in
            var browser = browser
            let page = try await browser.get(path)
            #expect(page.status == .notFound)
            #expect(page.visibleText.contains("This link does not work"))
        }
    }

    @Test func `what the person called a link or themselves never becomes markup`() async throws {
        let town = try await Town()
        let hostile = "\"><script>alert(1)</script>\"\u{0301}"
        try await town.open { browser in
            var ada = browser
            try await ada.register("ada")
            let person = try await town.person(of: "ada")
            try await town.journal.rename(person.id, to: hostile)
            try await ada.get("/share")
            let page = try await ada.post("/share", [("scope", "see"), ("days", "7"), ("label", hostile)])
            let link = try #require(page.text.firstMatch(of: /(\/shared\/[A-Za-z0-9_-]+)/)).output.1
            for page in [page, try await ada.get(String(link))] {
                #expect(page.status == .ok)
                #expect(!page.text.contains("<script>"))
                #expect(!page.bytes.contains(Array("\"\u{0301}".utf8)))
            }
        }
    }
}
