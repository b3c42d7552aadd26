import HTTPTypes
import Testing
import Unknot
import UnknotJournal

@testable import UnknotWeb

@Suite("The address for calendars")
struct CalendarAddressTests {
    /// Makes an address, and gives its path.
    private func made(_ diary: Diary) async throws -> String {
        let page = try await diary.ask(.post, "/prevent/reminders/link", form: "")
        #expect(page.status == .ok)
        let address = try #require(page.attribute("value", of: "<input class=\"reminder-address\""))
        return try #require(address.firstRange(of: "/calendar/").map { String(address[$0.lowerBound...]) })
    }

    @Test func `it gives the reminders and nothing else, without a cookie`() async throws {
        let diary = try await Diary()
        _ = try await diary.send("/today", "kind=note&note.text=My+secret")
        _ = try await diary.send("/prevent/reminders", "way=times&what=Drink&at=09:00")
        let path = try await made(diary)
        let file = try await diary.ask(.get, path, cookie: "")
        #expect(file.status == .ok)
        #expect(file.headers[.contentType] == "text/calendar; charset=utf-8")
        #expect(file.text.contains("SUMMARY:Drink\r\n") && file.text.contains("TZID:Europe/Berlin"))
        let person = try #require(try await diary.store.persons().first)
        #expect(!file.text.contains("secret") && !file.text.contains(person.id.description))
        #expect(!file.text.contains(person.name))
        // The page never shows it again, and the journal has only its digest.
        let token = try #require(path.split(separator: "/").last?.dropLast(4))
        #expect(!(try await diary.get("/prevent/reminders").text.contains(token)))
        #expect(try await diary.values.allSatisfy { !$0.json.contains(token) })
    }

    @Test func `a calendar that asks again is told that nothing changed, until something does`() async throws {
        let diary = try await Diary()
        _ = try await diary.send("/prevent/reminders", "way=times&what=Drink&at=09:00")
        let path = try await made(diary)
        let tag = try #require(try await diary.ask(.get, path, cookie: "").headers[.eTag])
        func again(_ tag: String) async throws -> HTTPResponse.Status {
            try await diary.ask(.get, path, cookie: "", headers: [.ifNoneMatch: tag]).status
        }
        diary.wait(minutes: 600)
        #expect(try await again(tag) == .notModified)
        #expect(try await again("\"other\", W/\(tag)") == .notModified)
        #expect(try await again("\"other\"") == .ok)
        _ = try await diary.send("/prevent/reminders", "way=times&what=Stretch&at=10:00")
        #expect(try await again(tag) == .ok)
    }

    @Test func `taken back it never works again, whatever is undone`() async throws {
        let diary = try await Diary()
        _ = try await diary.send("/prevent/reminders", "way=times&what=Drink&at=09:00")
        let first = try await made(diary)
        let second = try await made(diary)
        #expect(first != second)
        #expect(try await diary.ask(.get, first, cookie: "").status == .notFound)
        #expect(try await diary.ask(.get, second, cookie: "").status == .ok)
        let ended = try await diary.send("/prevent/reminders/link/end", "")
        #expect(try await diary.ask(.get, second, cookie: "").status == .notFound)
        // The list as it was before comes back, the address does not.
        _ = try await diary.send(try #require(ended.undoAddress), "back=reminders")
        #expect(try await diary.ask(.get, second, cookie: "").status == .notFound)
        #expect(!(try await diary.get("/prevent/reminders").visibleText.contains("An address is in use.")))
    }

    @Test(
        "anything but an address that was made is not there",
        arguments: ["/calendar/x.ics", "/calendar/.ics", "/calendar/" + String(repeating: "A", count: 64) + ".ics"])
    func unknown(path: String) async throws {
        let diary = try await Diary()
        _ = try await diary.send("/prevent/reminders", "way=times&what=Drink&at=09:00")
        #expect(try await diary.ask(.get, path, cookie: "").status == .notFound)
        let real = try await made(diary)
        #expect(try await diary.ask(.get, String(real.dropLast(4)), cookie: "").status == .notFound)
    }
}
