import HTTPTypes
import Testing
import UnknotAccounts
import UnknotJournal
import UnknotRecord

@testable import UnknotWeb

@Suite("Who decides about the address for calendars")
struct CalendarRightTests {
    private static let digest = String(repeating: "ab", count: 32)

    private static func body(_ payload: String, replacing: String? = nil, kind: String = "reminders") -> String {
        let replaces = replacing.map { #","replaces":"\#($0)""# } ?? ""
        return #"{"kind":"\#(kind)","zone":"UTC","at":"2026-11-18T08:00:00Z","payload":\#(payload)\#(replaces)}"#
    }

    private static func list(_ calendar: String?, what: String = "Drink") -> String {
        let address = calendar.map { #","calendar":"\#($0)""# } ?? ""
        return
            #"{"reminders":[{"id":"0190b6a1-7c3e-7abc-8def-0123456789ab","what":"\#(what)","at":["08:00"]}]\#(address)}"#
    }

    @discardableResult
    private static func add(_ browser: inout Browser, _ body: String) async throws -> HTTPResponse.Status {
        try await browser.ask(.post, "/api/entries", body: body, headers: [.contentType: "application/json"]).status
    }

    /// Somebody with a record, and somebody who may write in it.
    private func shared(
        _ scope: ShareScope = .write, _ work: @escaping @Sendable (Town, Browser, Browser) async throws -> Void
    ) async throws {
        let town = try await Town()
        try await town.open { browser in
            var (ada, bob) = (browser, browser.another)
            try await ada.register("ada")
            let link = try await ada.share(scope)
            try await bob.register("bob", .helper)
            try await bob.accept(link)
            let person = try await town.person(of: "ada").id.description
            try await bob.get("/record/people")
            try await bob.post("/record/people/choose", [("person", person)])
            try await work(town, ada, bob)
        }
    }

    private static func lists(_ town: Town) async throws -> [Noted] {
        try await Journal(town.journal, of: town.person(of: "ada").id)
            .values(EntryQuery(kinds: [.reminders], includesReplaced: true))
    }

    @Test func `who may only write makes no address, whatever the way`() async throws {
        try await shared { town, ada, bob in
            var (ada, bob) = (ada, bob)
            #expect(try await Self.add(&ada, Self.body(Self.list(nil))) == .created)
            let first = try #require(try await Self.lists(town).first?.entry.id.description)
            for body in [
                Self.body(Self.list(Self.digest), replacing: first), Self.body(Self.list(Self.digest)),
                "[" + Self.body(Self.list(nil)) + "," + Self.body(Self.list(Self.digest)) + "]",
            ] {
                #expect(try await Self.add(&bob, body) == .forbidden)
                #expect(bob.page.text.contains("owner"))
            }
            #expect(try await Self.lists(town).count == 1)
            // Reminders themselves may be written as before, by program and by form.
            #expect(try await Self.add(&bob, Self.body(Self.list(nil, what: "Walk"), replacing: first)) == .created)
            try await bob.get("/prevent/reminders")
            try await bob.post("/prevent/reminders", [("way", "times"), ("what", "Stretch"), ("at", "10:00")])
            #expect(bob.page.status == .seeOther)
        }
    }

    @Test func `nor ends or replaces the one that the owner made`() async throws {
        try await shared { town, ada, bob in
            var (ada, bob) = (ada, bob)
            #expect(try await Self.add(&ada, Self.body(Self.list(nil, what: "Old"))) == .created)
            let old = try #require(try await Self.lists(town).first?.entry.id.description)
            #expect(
                try await Self.add(&ada, Self.body(Self.list(Self.digest, what: "New"), replacing: old)) == .created)
            let journal = Journal(town.journal, of: try await town.person(of: "ada").id)
            let current = try #require(try await journal.values(EntryQuery(kinds: [.reminders])).first?.entry.id)
            let other = String(repeating: "cd", count: 32)
            for payload in [
                Self.list(nil), Self.list(other),
                Self.list(Self.digest).dropLast() + #","ended":"\#(Self.digest)"}"#,
            ] {
                #expect(
                    try await Self.add(&bob, Self.body(String(payload), replacing: current.description)) == .forbidden)
            }
            #expect(
                try await Self.add(&bob, Self.body("{}", replacing: current.description, kind: "retraction"))
                    == .forbidden)
            for deed in ["undo", "remove"] {
                try await bob.get("/prevent/reminders")
                try await bob.post("/record/entries/\(current)/\(deed)", [("back", "reminders")])
                #expect(bob.page.status == .forbidden, "\(deed)")
            }
            #expect(try await Self.lists(town).count == 2)
            // With the address as it is a list may be changed, and taken back again.
            let same = Self.body(Self.list(Self.digest, what: "Walk"), replacing: current.description)
            #expect(try await Self.add(&bob, same) == .created)
            let latest = try #require(try await journal.values(EntryQuery(kinds: [.reminders])).first?.entry.id)
            try await bob.get("/prevent/reminders")
            try await bob.post("/record/entries/\(latest)/undo", [("back", "reminders")])
            #expect(bob.page.status == .seeOther)
            // The owner may do all of it.
            let last = try #require(try await journal.values(EntryQuery(kinds: [.reminders])).first?.entry.id)
            try await ada.get("/prevent/reminders")
            try await ada.post("/record/entries/\(last)/remove", [("back", "reminders")])
            #expect(ada.page.status == .seeOther)
        }
    }
}
