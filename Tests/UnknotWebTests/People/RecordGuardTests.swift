import HTTPTypes
import Testing
import UnknotAccounts
import UnknotJournal
import UnknotRecord

@testable import UnknotWeb

@Suite("A form writes into the record for which it was opened")
struct RecordGuardTests {
    private static let pain = [("kind", "pain"), ("pain.now", "4"), ("back", "today")]

    /// A browser with two tabs: Today was opened for Ada, then Bob was chosen.
    private func twoTabs(
        _ town: Town, _ use: @escaping @Sendable (Browser, Person, Person) async throws -> Void
    ) async throws {
        let (ada, bob) = (try await town.add("Ada"), try await town.add("Bob"))
        try await town.open { browser in
            var browser = browser
            try await browser.post("/record/people/choose", [("person", ada.id.description)])
            let today = try await browser.get("/today")
            #expect(today.marks == [ada.id.description])
            try await browser.post("/record/people/choose", [("person", bob.id.description)])
            try await use(browser, ada, bob)
        }
    }

    private func written(_ town: Town, _ person: Person) async throws -> Int {
        try await town.journal.record(of: person.id, after: nil, limit: 100).count
    }

    @Test func `another person was chosen meanwhile: nothing is written, and both are named`() async throws {
        let town = try await Town(hasAccounts: false)
        try await twoTabs(town) { [self] browser, ada, bob in
            var browser = browser
            let answer = try await browser.post(
                "/today?days=30&show=pain_now", Self.pain + [(RecordGuard.field, ada.id.description)])
            #expect(answer.status == .conflict)
            #expect(answer.visibleText.contains("opened for Ada, but Bob was chosen"))
            #expect(answer.visibleText.contains("Write it into the record of Ada"))
            #expect(answer.visibleText.contains("Write it into the record of Bob"))
            #expect(answer.text.contains("action=\"/today?days=30&amp;show=pain_now\""))
            #expect(answer.text.contains("name=\"pain.now\" value=\"4\""))
            #expect(!answer.text.contains("name=\"\(RecordGuard.field)\""))
            #expect(try await written(town, ada) == 0)
            #expect(try await written(town, bob) == 0)
        }
    }

    @Test(arguments: ["Ada", "Bob"])
    func `one goes on with either, and what was filled in is kept`(name: String) async throws {
        let town = try await Town(hasAccounts: false)
        try await twoTabs(town) { [self] browser, ada, bob in
            var browser = browser
            let person = name == "Ada" ? ada : bob
            try await browser.post("/today", Self.pain + [(RecordGuard.wish, person.id.description)])
            #expect(browser.page.status == .seeOther)
            #expect(try await written(town, ada) == (name == "Ada" ? 1 : 0))
            #expect(try await written(town, bob) == (name == "Bob" ? 1 : 0))
            // What comes next is about the same person.
            #expect(browser.cookies["unknot_person"] == person.id.description)
            #expect(try await browser.get("/today").marks == [person.id.description])
        }
    }

    @Test func `what stands in one record already is offered for that one only`() async throws {
        let town = try await Town(hasAccounts: false)
        try await twoTabs(town) { browser, ada, _ in
            var browser = browser
            let entry = try await town.write(ada.id)
            for path in ["/record/entries/\(entry)", "/record/entries/\(entry)/remove"] {
                let answer = try await browser.post(path, Self.pain + [(RecordGuard.field, ada.id.description)])
                #expect(answer.status == .conflict)
                #expect(answer.visibleText.contains("record of Ada") && !answer.visibleText.contains("record of Bob"))
            }
            let removed = try await browser.post(
                "/record/entries/\(entry)/remove", [("back", "today"), (RecordGuard.wish, ada.id.description)])
            #expect(removed.status == .seeOther)
        }
    }

    @Test(arguments: ["0190b6a1-7c3e-7abc-8def-0123456789ab", "nonsense"])
    func `a person who is gone is not written for, and the other one is offered`(id: String) async throws {
        let town = try await Town(hasAccounts: false)
        try await twoTabs(town) { [self] browser, _, bob in
            var browser = browser
            for field in [RecordGuard.field, RecordGuard.wish] {
                let answer = try await browser.post("/today", Self.pain + [(field, id)])
                #expect(answer.status == .conflict)
                #expect(answer.visibleText.contains("not open to you any more. Now Bob is chosen."))
            }
            #expect(try await written(town, bob) == 0)
        }
    }

    @Test func `every form that writes into the record carries the person, others do not`() async throws {
        let town = try await Town(hasAccounts: false)
        let ada = try await town.add("Ada")
        _ = try await town.write(ada.id)
        try await town.open { browser in
            var browser = browser
            for path in ["/today", "/record", "/record/knots", "/record/preferences", "/record/people"] {
                let page = try await browser.get(path).text
                let forms = page.matches(of: /<form [^>]*method="post"[^>]*>(<input[^>]*>)?/)
                for form in forms {
                    let tag = String(form.output.0)
                    let action = tag.firstMatch(of: /action="([^"?]*)/).map { String($0.output.1) } ?? path
                    #expect(tag.contains(RecordGuard.field) == AccessRules.writesRecord(action), "\(tag)")
                }
            }
        }
    }

    @Test func `programs are not concerned`() async throws {
        let town = try await Town(hasAccounts: false)
        try await twoTabs(town) { [self] browser, ada, bob in
            var browser = browser
            let answer = try await browser.ask(
                .post, "/api/entries",
                body: #"{"kind":"pain","at":"2026-11-01T08:00:00+01:00","payload":{"now":4}}"#,
                headers: [.contentType: "application/json"])
            #expect(answer.status == .created)
            #expect(try await written(town, ada) == 0)
            #expect(try await written(town, bob) == 1)
        }
    }

    @Test func `with accounts a shared record and one's own are told apart, and the token is asked for`() async throws {
        let town = try await Town()
        try await town.open { [self] browser in
            var (ada, bob) = (browser, browser.another)
            try await ada.register("ada")
            try await bob.register("bob")
            let (hers, his) = (try await town.person(of: "ada"), try await town.person(of: "bob"))
            try await bob.accept(try await ada.share(.write))
            try await bob.get("/record/people")
            try await bob.post("/record/people/choose", [("person", hers.id.description)])
            let today = try await bob.get("/today")
            #expect(today.marks == [hers.id.description])
            try await bob.get("/record/people")
            try await bob.post("/record/people/choose", [("person", his.id.description)])
            try await bob.get("/today")
            let asked = try await bob.post("/today", Self.pain + [(RecordGuard.field, hers.id.description)])
            #expect(asked.status == .conflict && bob.token != nil)
            try await bob.post("/today", Self.pain + [(RecordGuard.wish, hers.id.description)])
            #expect(bob.page.status == .seeOther)
            #expect(try await written(town, hers) == 1)
            #expect(try await written(town, his) == 0)
            // A wish gives no right, and no page of another site can make it.
            let stranger = try await town.add("Carla")
            try await bob.get("/today")
            let refused = try await bob.post("/today", Self.pain + [(RecordGuard.wish, stranger.id.description)])
            #expect(refused.status == .conflict && !refused.text.contains("Carla"))
            let forged = try await bob.send(
                "/today", Self.pain + [(RecordGuard.wish, hers.id.description)], ["Sec-Fetch-Site": "same-origin"])
            #expect(forged.status == .forbidden)
            #expect(try await written(town, stranger) == 0)
            #expect(try await written(town, hers) == 1)
        }
    }
}

extension Answer {
    /// For whom the forms of a page were made, each once.
    fileprivate var marks: Set<String> {
        Set(text.matches(of: /name="record_person" value="([^"]+)"/).map { String($0.output.1) })
    }
}
