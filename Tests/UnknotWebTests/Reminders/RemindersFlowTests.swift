import HTTPTypes
import Testing
import Unknot
import UnknotJournal

@testable import UnknotWeb

@Suite("Reminders in the browser")
struct RemindersFlowTests {
    private static let drink = "way=times&what=Drink&at=9:00,+13:30"

    /// The list in effect.
    private func list(_ diary: Diary) async throws -> RemindersRecord {
        let latest = try await diary.values.lazy.compactMap { value in
            if case .reminders(let record) = value { record } else { nil }
        }.first
        return try #require(latest)
    }

    /// The cookie that an answer left in the browser.
    private func cookie(_ answer: Answer) throws -> String {
        let set = try #require(answer.headers[.setCookie])
        return "unknot_zone=Europe/Berlin; " + set.prefix { $0 != ";" }
    }

    @Test func `nobody yet: the page says so and keeps nothing`() async throws {
        let diary = try await Diary()
        let page = try await diary.get("/prevent/reminders")
        #expect(page.status == .ok)
        #expect(page.visibleText.contains("You have no reminders."))
        #expect(try await diary.store.persons().isEmpty)
        #expect(try await diary.get("/prevent/reminders/due").visibleText.contains("Nothing just now."))
        let file = try await diary.get("/prevent/reminders/calendar")
        #expect(file.text.hasPrefix("BEGIN:VCALENDAR\r\n") && !file.text.contains("VEVENT"))
        #expect(!page.text.contains("href=\"/prevent/reminders/calendar"), "there is nothing in it yet")
    }

    @Test func `a reminder is added, changed, turned off, removed, and each can be undone`() async throws {
        let diary = try await Diary(now: "2026-11-20T14:00:00+01:00")
        let added = try await diary.send("/prevent/reminders", Self.drink)
        #expect(added.visibleText.contains("At 09:00 and 13:30, every day"))
        #expect(added.visibleText.contains("Next: tomorrow, 09:00"))
        let id = try #require(try await list(diary).reminders.first?.id)
        let opened = try await diary.get("/prevent/reminders?change=\(id)")
        #expect(opened.text.contains("value=\"09:00, 13:30\""))
        let changed = try await diary.send(
            "/prevent/reminders", "way=times&reminder=\(id)&what=Drink+water&at=10:00&day=monday")
        #expect(changed.visibleText.contains("At 10:00, Monday"))
        #expect(changed.visibleText.contains("Next: Monday, 10:00"))
        #expect(try await list(diary).reminders.map(\.id) == [id])
        let off = try await diary.send("/prevent/reminders/switch", "reminder=\(id)&on=no")
        #expect(off.visibleText.contains("Turn on"))
        #expect(try await list(diary).reminders.first?.isOn == false)
        let gone = try await diary.send("/prevent/reminders/remove", "reminder=\(id)")
        #expect(try await list(diary).reminders == [])
        let back = try await diary.send(try #require(gone.undoAddress), "back=reminders")
        #expect(back.visibleText.contains("Drink water"))
        #expect(try await list(diary).reminders.first?.what == "Drink water")
        let record = try await diary.get("/record")
        #expect(record.visibleText.contains("1 reminder, 1 of them off"))
    }

    @Test func `what is due stays due when something else about the list changes`() async throws {
        let diary = try await Diary(now: "2026-11-20T07:00:00+01:00")
        _ = try await diary.send("/prevent/reminders", "way=times&what=Drink&at=08:00")
        diary.wait(minutes: 90)
        func isDue() async throws -> Bool {
            try await diary.get("/prevent/reminders/due").visibleText.contains("Drink")
        }
        #expect(try await isDue())
        let other = try await diary.send("/prevent/reminders", "way=times&what=Walk&at=21:00")
        #expect(try await isDue())
        _ = try await diary.send(try #require(other.undoAddress), "back=reminders")
        #expect(try await isDue())
        _ = try await diary.send("/prevent/reminders/quiet", "from=22:00&to=06:00")
        #expect(try await isDue())
        _ = try await diary.ask(.post, "/prevent/reminders/link", form: "")
        #expect(try await isDue())
        let id = try #require(try await list(diary).reminders.first?.id)
        _ = try await diary.send("/prevent/reminders", "way=times&reminder=\(id)&what=Drink&at=08:10")
        #expect(try await isDue() == false, "its own time is new")
    }

    @Test(
        "what does not fit comes back as it was typed, with what is allowed",
        arguments: [
            ("way=times&what=Drink&at=25:00", "25:00", "09:30"), ("way=times&what=Drink", "No time", "1 to 12"),
            ("way=times&at=09:00", "empty", "1 to 100"),
            ("way=breaks&what=Up&every=5&from=09:00&to=17:00", "5", "15 to 480"),
            ("way=breaks&what=Up&every=x&from=09:00&to=17:00", "“x”", "15 to 480"),
            ("way=breaks&what=Up&every=45&from=17:00&to=09:00", "no room", "after the start"),
            ("way=times&what=Drink&at=09:00&day=caturday", "caturday", "monday"),
        ])
    func bad(form: String, says: String, allows: String) async throws {
        let diary = try await Diary()
        let page = try await diary.send("/prevent/reminders", form)
        #expect(page.status == .badRequest)
        #expect(page.visibleText.contains(says) && page.visibleText.contains(allows), "\(page.visibleText)")
        #expect(try await diary.values.isEmpty)
        // The note stands in the form, to which the browser goes back.
        let open = try #require(page.text.firstRange(of: "<details class=\"zone\" open"))
        let note = try #require(page.text.firstRange(of: "role=\"alert\""))
        #expect(open.lowerBound < note.lowerBound)
        #expect(page.text.contains("action=\"/prevent/reminders#reminder-"))
    }

    @Test(
        "times are taken as people type them",
        arguments: [
            ("9", ["09:00"]), ("17", ["17:00"]), ("9.30", ["09:30"]), ("9+am", ["09:00"]), ("9:30pm", ["21:30"]),
            ("12+am,+12+p.m.", ["00:00", "12:00"]), ("9+and+13:30", ["09:00", "13:30"]),
            ("09:00+13:30", ["09:00", "13:30"]),
        ])
    func typed(line: String, times: [String]) async throws {
        let diary = try await Diary()
        let page = try await diary.send("/prevent/reminders", "way=times&what=Drink&at=\(line)")
        #expect(page.status == .ok, "\(page.visibleText)")
        guard case .at(let kept)? = try await list(diary).reminders.first?.times else { throw Refusal.notFound }
        #expect(kept.map(\.description) == times)
    }

    @Test(arguments: ["25", "24:00", "13 pm", "0 am", "9:5", "9:60", "x", "am", "9:", "-9", "９", ""])
    func `what is no time of day is none`(text: String) {
        #expect(TypedTime.minutes(text) == nil)
    }

    @Test func `what is due can be put off without end, and ticked, in this browser alone`() async throws {
        let diary = try await Diary(now: "2026-11-21T08:59:00+01:00")
        _ = try await diary.send("/prevent/reminders", Self.drink)
        let id = try #require(try await list(diary).reminders.first?.id)
        #expect(!(try await diary.get("/today").text.contains("reminder-due")))
        diary.wait(minutes: 2)
        #expect(try await diary.get("/today").visibleText.contains("Drink since today, 09:00"))
        #expect(try await diary.get("/prevent/reminders/due").text.contains("data-key=\"\(id)"))
        var kept = ""
        for _ in 0..<12 {
            let answer = try await diary.ask(
                .post, "/prevent/reminders/answer", form: "reminder=\(id)&answer=10&back=/today", cookie: nil)
            #expect(answer.headers[.location] == "/today")
            kept = try cookie(answer)
            #expect(!(try await diary.ask(.get, "/today", cookie: kept).text.contains("reminder-due")))
            diary.wait(minutes: 11)
            #expect(try await diary.ask(.get, "/today", cookie: kept).text.contains("reminder-due"))
        }
        let ticked = try await diary.ask(
            .post, "/prevent/reminders/answer", form: "reminder=\(id)&answer=done", cookie: kept)
        #expect(ticked.headers[.location] == "/prevent/reminders")
        #expect(!(try await diary.ask(.get, "/today", cookie: try cookie(ticked)).text.contains("reminder-due")))
        // Another browser knows nothing of it, and neither does the record.
        #expect(try await diary.get("/today").text.contains("reminder-due"))
        #expect(try await diary.values.count == 1)
        let elsewhere = try await diary.ask(
            .post, "/prevent/reminders/answer", form: "reminder=\(id)&answer=done&back=//evil.example")
        #expect(elsewhere.headers[.location] == "/prevent/reminders")
        let bad = try await diary.ask(.post, "/prevent/reminders/answer", form: "reminder=\(id)&answer=1441")
        #expect(bad.status == .badRequest)
    }

    @Test func `a session silences its reminder`() async throws {
        let diary = try await Diary(now: "2026-11-21T08:00:00+01:00")
        _ = try await diary.send("/prevent/reminders", "way=times&what=Session&at=09:00&session=yes")
        diary.wait(minutes: 70)
        #expect(try await diary.get("/today").text.contains("reminder-due"))
        try await diary.write(
            .session, #"{"seconds":60,"steps":[],"ended":"finished"}"#, at: "2026-11-21T09:05:00+01:00")
        #expect(!(try await diary.get("/today").text.contains("reminder-due")))
    }

    @Test func `the link of a habit fills in the form, and the habit silences its reminder`() async throws {
        let diary = try await Diary(now: "2026-11-21T08:00:00+01:00")
        try await diary.write(
            .habits, #"{"habits":[{"habit":"daily_walk","at":"09:00"}]}"#, at: "2026-11-21T07:00:00+01:00")
        let form = try await diary.get("/prevent/reminders?habit=daily_walk")
        #expect(form.text.contains(#"name="habit" value="daily_walk""#) && form.text.contains(#"value="09:00""#))
        _ = try await diary.send("/prevent/reminders", "way=times&what=Walk&at=09:00&habit=daily_walk")
        diary.wait(minutes: 70)
        #expect(try await diary.get("/today").text.contains("reminder-due"))
        let done = #"{"habit":"daily_walk","outcome":"done"}"#
        try await diary.write(.habit, done, at: "2026-11-21T09:05:00+01:00")
        #expect(!(try await diary.get("/today").text.contains("reminder-due")))
    }

    @Test func `quiet hours are kept and silence what falls into them`() async throws {
        let diary = try await Diary(now: "2026-11-21T08:00:00+01:00")
        _ = try await diary.send("/prevent/reminders", Self.drink)
        let page = try await diary.send("/prevent/reminders/quiet", "from=22:00&to=10:00")
        #expect(page.visibleText.contains("Nothing reminds you from 22:00 to 10:00."))
        #expect(page.visibleText.contains("Next: today, 13:30"))
        let bad = try await diary.send("/prevent/reminders/quiet", "from=22:00&to=22:00")
        #expect(bad.status == .badRequest)
        _ = try await diary.send("/prevent/reminders/quiet", "")
        #expect(try await list(diary).quiet == nil)
    }

    @Test func `a cookie with nonsense in it does nothing`() throws {
        for text in ["", "x", "~~~", "0190b6a1-7c3e-7abc-8def-0123456789ab~zzzzzzzzzzzzzzz", "a~b.c~d~e", "…"] {
            #expect(ReminderAnswers(text: text).answers == [:])
        }
    }

    @Test func `answers read back as they were written, to the minute`() throws {
        let text = "0190b6a1-7c3e-7abc-8def-0123456789ab~hu3k0.0190b6a1-7c3e-7abc-8def-0123456789ac~hu3k0~hu3kz"
        #expect(ReminderAnswers(text: text).text == text)
        #expect(ReminderAnswers(text: text).answers.count == 2)
    }
}
