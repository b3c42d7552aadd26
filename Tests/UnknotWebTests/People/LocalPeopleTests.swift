import HTTPTypes
import Testing
import UnknotJournal
import UnknotRecord

@testable import UnknotWeb

@Suite("Persons on one machine")
struct LocalPeopleTests {
    private let town: Town

    init() async throws {
        town = try await Town(hasAccounts: false)
    }

    @Test func `with nobody there, somebody can be added for oneself without a name`() async throws {
        try await town.open { [town] browser in
            var browser = browser
            #expect(try await browser.get("/record/people").visibleText.contains("Nobody has a record here yet."))
            try await browser.post("/record/people", [("who", "me"), ("name", "")])
            #expect(browser.location == "/record/people")
            let person = try #require(try await town.journal.persons().first)
            #expect(person.name == "Me")
            #expect(browser.cookies["unknot_person"] == person.id.description)
        }
    }

    @Test func `a person that is added is the one that is open`() async throws {
        let ada = try await town.add("Ada")
        try await town.open { [town] browser in
            var browser = browser
            try await browser.post("/record/people", [("who", "other"), ("name", " Grandma ")])
            let names = try await town.journal.persons().map(\.name)
            #expect(names == ["Ada", "Grandma"])
            let page = try await browser.get("/record/people").text
            let cards = page.split(separator: "<li class=\"card\">")
            #expect(cards.first { $0.contains("Grandma") }?.contains("Open now") == true)
            #expect(cards.first { $0.contains(">Ada<") }?.contains("Open now") == false)
            try await browser.post("/record/people/choose", [("person", ada.id.description)])
            #expect(browser.location == "/today")
            #expect(browser.cookies["unknot_person"] == ada.id.description)
        }
    }

    @Test(arguments: [
        "", " \n ", String(repeating: "x", count: 101), "a\u{0}b", "e" + String(repeating: "\u{301}", count: 500),
    ])
    func `a name that is none is refused at its field`(name: String) async throws {
        try await town.open { [town] browser in
            var browser = browser
            let page = try await browser.post("/record/people", [("who", "other"), ("name", name)])
            #expect(page.status == .badRequest)
            #expect(page.text.contains("href=\"#name\""))
            #expect(page.text.contains("aria-invalid=\"true\""))
            #expect(page.text.contains("aria-describedby=\"name-hint name-error\""))
            #expect(try await town.journal.persons() == [])
        }
    }

    @Test func `a person gets another name`() async throws {
        let ada = try await town.add("Ada")
        try await town.open { [town] browser in
            var browser = browser
            try await browser.post("/record/people/rename", [("person", ada.id.description), ("name", "Ada L.")])
            #expect(browser.location == "/record/people")
            #expect(try await town.journal.persons().map(\.name) == ["Ada L."])
            let page = try await browser.post("/record/people/rename", [("person", ada.id.description)])
            #expect(page.status == .badRequest)
            #expect(page.text.contains("href=\"#name-\(ada.id)\""))
        }
    }

    @Test func `deleting asks for the name, and then removes everything`() async throws {
        let (ada, bob) = (try await town.add("Ada"), try await town.add("Bob"))
        for _ in 0..<3 { _ = try await town.write(ada.id) }
        _ = try await town.write(bob.id)
        try await town.open { [town] browser in
            var browser = browser
            try await browser.post("/record/people/choose", [("person", ada.id.description)])
            let question = try await browser.post("/record/people/delete", [("person", ada.id.description)])
            #expect(question.status == .ok && question.visibleText.contains("3 entries"))
            let wrong = try await browser.post(
                "/record/people/delete", [("person", ada.id.description), ("confirm", "ada")])
            #expect(wrong.status == .badRequest && wrong.visibleText.contains("Nothing was deleted"))
            #expect(try await town.journal.persons().count == 2)
            let done = try await browser.post(
                "/record/people/delete", [("person", ada.id.description), ("confirm", "Ada")])
            #expect(done.status == .ok && done.visibleText.contains("Entries removed: 3"))
            #expect(try await town.journal.persons().map(\.id) == [bob.id])
            #expect(try await town.journal.record(of: ada.id, after: nil, limit: 10) == [])
            #expect(try await town.journal.record(of: bob.id, after: nil, limit: 10).count == 1)
            #expect(browser.cookies["unknot_person"] == nil)
        }
    }

    @Test(arguments: ["choose", "rename", "delete"])
    func `a person that is not there is not found`(action: String) async throws {
        _ = try await town.add("Ada")
        try await town.open { browser in
            var browser = browser
            for id in ["0190b6a1-7c3e-7abc-8def-0123456789ab", "nonsense", ""] {
                let answer = try await browser.post(
                    "/record/people/\(action)", [("person", id), ("name", "X"), ("confirm", "Ada")])
                #expect(answer.status == .notFound, "\(id)")
            }
        }
    }

    @Test(arguments: ["\"><script>alert(1)</script>", "\"\u{0301} autofocus onfocus=x", "<\u{0338}b>"])
    func `a name never becomes markup`(name: String) async throws {
        let person = try await town.add(name)
        try await town.open { browser in
            var browser = browser
            for answer in [
                try await browser.get("/record/people"),
                try await browser.post("/record/people/delete", [("person", person.id.description)]),
                try await browser.post(
                    "/record/people/delete", [("person", person.id.description), ("confirm", "x")]),
            ] {
                #expect(!answer.text.contains("<script>"))
                #expect(!answer.bytes.contains(Array(name.utf8)))
            }
        }
    }

    // MARK: Other sites

    @Test(arguments: [
        ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"], ["Sec-Fetch-Site": "none"],
        ["Origin": "https://evil.example"], ["Origin": "null"], ["Origin": "http://localhost:8080"], [:],
        ["Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"],
    ])
    func `other sites cannot change anything`(headers: [String: String]) async throws {
        let ada = try await town.add("Ada")
        try await town.open { [town] browser in
            var browser = browser
            for (path, fields) in [
                ("/record/people", [("who", "me")]),
                ("/record/people/rename", [("person", ada.id.description), ("name", "X")]),
                ("/record/people/delete", [("person", ada.id.description), ("confirm", "Ada")]),
            ] {
                let answer = try await browser.send(path, fields, headers)
                #expect(answer.status == .forbidden, "\(path)")
            }
            let persons = try await town.journal.persons()
            #expect(persons == [ada])
        }
    }

    @Test(arguments: [["Sec-Fetch-Site": "same-origin"], ["Origin": "http://localhost"]])
    func `our own pages can`(headers: [String: String]) async throws {
        try await town.open { browser in
            var browser = browser
            let answer = try await browser.send("/record/people", [("who", "me")], headers)
            #expect(answer.status == .seeOther)
        }
    }

    @Test(arguments: ["localhost", "localhost:8080", "127.0.0.1:9", "127.8.9.1", "[::1]:8080", "LOCALHOST"])
    func `names of this machine are ours`(name: String) {
        #expect(HostGuard(publicHost: nil).isOurs(name))
    }

    @Test(arguments: [
        "evil.example", "evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example", "10.0.0.1", "",
        "[::2]",
        "1270.0.1",
    ])
    func `a name that was made to lead here is not`(name: String) {
        #expect(!HostGuard(publicHost: nil).isOurs(name))
        #expect(!HostGuard(publicHost: "unknot.example").isOurs(name))
    }

    @Test func `behind a proxy its name is ours too`() {
        #expect(HostGuard(publicHost: "unknot.example:8443").isOurs("Unknot.example:8443"))
        #expect(!HostGuard(publicHost: "unknot.example:8443").isOurs("unknot.example"))
    }
}
