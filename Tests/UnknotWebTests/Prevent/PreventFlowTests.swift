import HTTPTypes
import Testing
import Unknot
import UnknotJournal

@testable import UnknotWeb

@Suite("Prevention in the browser")
struct PreventFlowTests {
    // MARK: Visitors

    @Test(arguments: ["/prevent", "/prevent/check", "/prevent/hours", "/prevent/habits"])
    func `without a journal every page opens, and nothing can be kept`(path: String) async throws {
        let page = try await Site.ask(.get, path)
        #expect(page.status == .ok)
        #expect(!page.text.contains("action=\"/prevent/habits"))
        #expect(!page.visibleText.contains("kept in your journal"))
    }

    @Test func `a visitor does the check and gets an answer that is not kept`() async throws {
        let page = try await Site.post(
            "/prevent/check",
            form: "cause=stress&cause=phone_cradling&cause=dehydration&muscle=trapezius_upper&episodes=3"
                + "&asked=stress+phone_cradling+dehydration+cold")
        #expect(page.status == .ok)
        for words in [
            "Emotional stress and tension", "contested", "Free the shoulder", "Doubtful", "Nobody has shown",
            "Three or more earlier times", "not kept", "They do not prove",
        ] {
            #expect(page.visibleText.contains(words), "\(words)")
        }
    }

    @Test func `nothing ticked is a fine answer`() async throws {
        let page = try await Site.post("/prevent/check", form: "asked=stress+cold")
        #expect(page.status == .ok && page.visibleText.contains("Nothing that you said"))
        let hours = try await Site.post("/prevent/hours", form: "asked=heavy_load&nothing=yes")
        #expect(hours.status == .ok && hours.visibleText.contains("None of these happened"))
    }

    @Test(arguments: [
        ("/prevent/check", "cause=gremlins"), ("/prevent/check", "muscle=gremlins"),
        ("/prevent/check", "episodes=many"), ("/prevent/hours", "before=gremlins"),
    ])
    func `what the page does not offer is refused`(path: String, form: String) async throws {
        #expect(try await Site.post(path, form: form).status == .badRequest)
    }

    @Test func `without a journal there is nothing to choose habits for`() async throws {
        let answer = try await Site.post("/prevent/habits", form: "deed=choose&habit=daily_walk")
        #expect([.notFound, .methodNotAllowed].contains(answer.status))
    }

    // MARK: The check and the hours before

    @Test func `the check is kept once, shown again, and counts with what the journal says`() async throws {
        let diary = try await Diary()
        let form = try await diary.get("/prevent/check")
        let id = try #require(form.attribute("value", of: "<input type=\"hidden\" name=\"entry\""))
        for _ in 1...2 {
            let page = try await diary.send("/prevent/check", "cause=cold&asked=cold+stress&episodes=2&entry=\(id)")
            #expect(page.status == .ok && page.visibleText.contains("Cold and draughts"))
        }
        #expect(
            try await diary.values == [
                .causes(try CausesRecord(applies: ["cold"], denied: ["stress"], episodes: 2))
            ])
        for day in 15...20 {
            try await diary.write(.sitting, #"{"hours":9}"#, at: "2026-11-\(day)T18:00:00+01:00")
        }
        let again = try await diary.get("/prevent/check")
        #expect(again.text.contains("value=\"cold\" checked"))
        #expect(again.visibleText.contains("long sitting on 6 of 6 days, 9 hours a day"))
        #expect(try await diary.get("/prevent").visibleText.contains("You did the short check on 21 Nov 2026"))
        diary.wait(minutes: 120 * 24 * 60)
        #expect(try await diary.get("/prevent").visibleText.contains("it may be time for another one"))
    }

    @Test func `the hours before lie at the time when it began, with what the journal holds of the day before`()
        async throws
    {
        let diary = try await Diary()
        try await diary.write(.load, #"{"level":8}"#, at: "2026-11-19T18:00:00+01:00")
        let page = try await diary.send(
            "/prevent/hours", "before=heavy_load&asked=heavy_load+tired&day=2026-11-20&time=08:30")
        // Said to be saved, with the way back, and the form is empty again.
        #expect(page.visibleText.contains("Saved. What may drive it: in the hours before: Lifting a heavy load"))
        #expect(page.undoAddress != nil && !page.text.contains(" checked"))
        #expect(page.visibleText.contains("By the clock of Europe/Berlin."))
        #expect(page.visibleText.contains("about 5 times as often (between 3.3 and 7.4)"))
        #expect(page.visibleText.contains("most back pain begins between 7 and 12"))
        #expect(page.visibleText.contains("Load, 8 of 10"))
        #expect(page.visibleText.contains("Split the load"))
        let record = RecordValue.causes(try CausesRecord(before: ["heavy_load"], notBefore: ["tired"]))
        #expect(try await diary.values.first == record)
        let noted = try await diary.journal.values(EntryQuery(kinds: [.causes])).first
        #expect(noted?.entry.happenedAt == (try MomentText("2026-11-20T08:30:00+01:00").moment))
        #expect(try await diary.get("/prevent/hours").visibleText.contains("in the hours before: Lifting a heavy load"))
        let late = try await diary.send("/prevent/hours", "before=tired&asked=tired&day=2027-01-01")
        #expect(late.status == .badRequest && late.visibleText.contains("has not come yet"))
        #expect(late.text.contains("value=\"tired\" checked"))
        let gone = try await diary.send(
            try #require(page.attribute("action", of: "<form method=\"post\" action=\"/record/entries/")), "back=hours")
        #expect(!gone.visibleText.contains("Times that you described"))
        #expect(gone.visibleText.contains("What happened?"))
    }

    @Test(arguments: ["asked=tired", "asked=tired&before=tired&nothing=yes"])
    func `a form that says nothing about the hours before, or both, is not kept`(form: String) async throws {
        let diary = try await Diary()
        let page = try await diary.send("/prevent/hours", form)
        #expect(page.status == .badRequest && page.visibleText.contains("or “None of these”"))
        #expect(try await diary.values.isEmpty)
        let none = try await diary.send("/prevent/hours", "asked=tired&nothing=yes")
        #expect(none.status == .ok && none.visibleText.contains("None of these happened"))
        #expect(try await diary.values == [.causes(try CausesRecord(notBefore: ["tired"]))])
    }

    @Test func `the check is a form at first, an answer with the form folded afterwards, and can be undone`()
        async throws
    {
        let diary = try await Diary()
        for day in 15...20 {
            try await diary.write(.sitting, #"{"hours":9,"longest_minutes":92}"#, at: "2026-11-\(day)T18:00:00+01:00")
        }
        let first = try await diary.get("/prevent/check").text
        let (form, seen) = (first.firstRange(of: "name=\"asked\""), first.firstRange(of: "Seen in your journal"))
        #expect(try #require(form).lowerBound < #require(seen).lowerBound)
        #expect(first.contains("your longest sitting was 92 minutes on average"))
        // Two cards about sitting, one habit.
        #expect(first.contains("The same habit fits here: Short breaks from sitting."))
        let saved = try await diary.send(
            "/prevent/check",
            "cause=stress&cause=cold&asked=stress+cold+sitting_prolonged+posture_sustained")
        #expect(saved.visibleText.contains("Saved.") && saved.undoAddress != nil)
        #expect(saved.visibleText.contains("More that may play a part"))
        #expect(saved.text.contains("<summary>Change your answers</summary>"))
        #expect(saved.visibleText.contains("You did not tick it; your journal shows it."))
        let named = try await diary.send("/prevent/check", "cause=stress&asked=stress&muscle=trapezius_upper")
        #expect(named.visibleText.contains("Saved.") && named.undoAddress != nil)
    }

    // MARK: Habits

    @Test func `a habit is chosen with its cue, done in one tap, and undone`() async throws {
        let diary = try await Diary()
        #expect(try await diary.get("/prevent").visibleText.contains("You have no habit yet"))
        let chosen = try await diary.send(
            "/prevent/habits", "deed=choose&habit=daily_walk&cue=lunch&at=13%3A30")
        #expect(chosen.visibleText.contains("Saved. Habits chosen: A walk (after lunch, 13:30)"))
        let hub = try await diary.get("/prevent")
        #expect(hub.visibleText.contains("After lunch I will walk.") && hub.visibleText.contains("It begins today."))
        let done = try await diary.send("/prevent/habits/log", "habit=daily_walk&outcome=done")
        #expect(done.visibleText.contains("Saved. Habit: A walk: done"))
        #expect(
            done.visibleText.contains("Done today.") && !done.text.contains("value=\"skipped\" aria-label=\"Not today:")
        )
        // What was said stands beside the habit, and so does the browser.
        let row = try #require(done.text.firstRange(of: "id=\"habit-daily_walk\""))
        let notice = try #require(done.text.firstRange(of: "done-notice"))
        #expect(row.lowerBound < notice.lowerBound)
        let led = try await diary.ask(.post, "/prevent/habits/log", form: "habit=daily_walk&outcome=done&back=today")
        #expect(led.headers[.location]?.hasPrefix("/today?done=") == true)
        #expect(led.headers[.location]?.hasSuffix("#habit-daily_walk") == true)
        let taken = try await diary.ask(.post, try #require(done.undoAddress), form: "back=prevent")
        #expect(taken.headers[.location]?.hasSuffix("#habit-daily_walk") == true)
        let undone = try await diary.get("/prevent")
        #expect(undone.text.contains("aria-label=\"Done: A walk\""))
    }

    @Test func `a second word about the same day corrects the first, and the same word twice is one entry`()
        async throws
    {
        let diary = try await Diary()
        _ = try await diary.send("/prevent/habits", "deed=choose&habit=daily_walk")
        for _ in 1...2 { _ = try await diary.send("/prevent/habits/log", "habit=daily_walk&outcome=done") }
        let page = try await diary.send("/prevent/habits/log", "habit=daily_walk&outcome=skipped")
        #expect(page.visibleText.contains("Not today. That is fine."))
        let said = try await diary.values.filter { $0.kind == .habit }
        #expect(said == [.habit(try HabitRecord("daily_walk", .skipped))])
    }

    @Test func `three is the most, and another one takes the place of one of them`() async throws {
        let diary = try await Diary()
        for habit in ["daily_walk", "slow_breathing", "sitting_breaks"] {
            _ = try await diary.send("/prevent/habits", "deed=choose&habit=\(habit)")
            diary.wait(minutes: 1)
        }
        let full = try await diary.send("/prevent/habits", "deed=choose&habit=keep_warm")
        #expect(full.status == .badRequest && full.visibleText.contains("at most 3 habits"))
        let swapped = try await diary.send("/prevent/habits", "deed=choose&habit=keep_warm&instead=slow_breathing")
        #expect(swapped.status == .ok && swapped.visibleText.contains("Keep the neck and back warm"))
        guard case .habits(let record)? = try await diary.values.first else { throw Refusal.notFound }
        #expect(record.habits.map(\.habit) == ["daily_walk", "keep_warm", "sitting_breaks"])
    }

    @Test func `what several tabs choose at once is all kept`() async throws {
        for before in [0, 1] {
            let diary = try await Diary()
            if before == 1 { _ = try await diary.send("/prevent/habits", "deed=choose&habit=daily_walk") }
            let wanted =
                before == 1 ? ["slow_breathing", "sitting_breaks"] : ["daily_walk", "slow_breathing", "keep_warm"]
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for habit in wanted {
                    group.addTask {
                        try await diary.ask(.post, "/prevent/habits", form: "deed=choose&habit=\(habit)").status.code
                    }
                }
                return try await group.reduce(into: [Int]()) { $0.append($1) }
            }
            #expect(statuses.allSatisfy { $0 == 303 }, "\(statuses)")
            guard case .habits(let record)? = try await diary.values.first(where: { $0.kind == .habits }) else {
                throw Refusal.notFound
            }
            #expect(Set(record.habits.map(\.habit.rawValue)) == Set(wanted + (before == 1 ? ["daily_walk"] : [])))
        }
    }

    @Test func `pausing rests without counting, going on brings it back, ending takes it away`() async throws {
        let diary = try await Diary(now: "2026-11-01T09:00:00+01:00")
        _ = try await diary.send("/prevent/habits", "deed=choose&habit=daily_walk&own_cue=the+news")
        _ = try await diary.send("/prevent/habits/log", "habit=daily_walk&outcome=done")
        diary.wait(minutes: 24 * 60)
        let paused = try await diary.send("/prevent/habits", "deed=pause&habit=daily_walk")
        #expect(paused.visibleText.contains("It rests") && !paused.visibleText.contains("It begins today"))
        #expect(paused.text.contains("aria-label=\"Go on with it: A walk\""))
        let today = try await diary.get("/today").visibleText
        #expect(today.contains("Resting: A walk Go on") && !today.contains("It rests"))
        diary.wait(minutes: 30 * 24 * 60)
        let resting = try await diary.get("/prevent").visibleText
        #expect(!resting.contains("Welcome back"), "nobody is missed who rests")
        let back = try await diary.send("/prevent/habits", "deed=resume&habit=daily_walk")
        #expect(
            back.visibleText.contains("After the news I will walk")
                && back.visibleText.contains("of the last 2 days") == true)
        let ended = try await diary.send("/prevent/habits", "deed=end&habit=daily_walk")
        #expect(ended.visibleText.contains("You can choose up to three."))
        // What changes nothing writes nothing.
        let count = try await diary.values.count
        _ = try await diary.send("/prevent/habits", "deed=end_all")
        #expect(try await diary.values.count == count)
    }

    @Test func `on a bad day the one-minute way is offered and counts fully`() async throws {
        let diary = try await Diary()
        _ = try await diary.send("/prevent/habits", "deed=choose&habit=daily_walk")
        try await diary.write(.pain, #"{"now":7}"#, at: "2026-11-21T08:00:00+01:00")
        let hub = try await diary.get("/prevent")
        #expect(hub.visibleText.contains("The one-minute way") && hub.text.contains("value=\"easier\""))
        #expect(hub.text.contains("aria-label=\"Done: A walk\""), "the whole of it is offered too")
        let done = try await diary.send("/prevent/habits/log", "habit=daily_walk&outcome=easier")
        #expect(done.visibleText.contains("The one-minute way counts fully"))
        let said = try await diary.values.filter { $0.kind == .habit }
        #expect(said == [.habit(try HabitRecord("daily_walk", .done, wasEasier: true))])
    }

    @Test(
        arguments: [
            (2, nil), (3, "every day that you did still counts"), (8, "If it was too much"), (200, "Welcome back"),
        ] as [(Int64, String?)])
    func `after days without a word one is met kindly`(days: Int64, words: String?) async throws {
        let diary = try await Diary(now: "2026-03-01T09:00:00+01:00")
        _ = try await diary.send("/prevent/habits", "deed=choose&habit=daily_walk")
        diary.wait(minutes: days * 24 * 60)
        let page = try await diary.get("/prevent").visibleText
        if let words { #expect(page.contains(words)) } else { #expect(!page.contains("Good to see you")) }
        #expect(page.contains("Pause all") == (days >= 14))
        #expect(!page.contains("Done on 0"))
        if days >= 8 { #expect(!page.contains("Today the one-minute way counts just as much")) }
    }

    @Test func `what was done anyway counts`() async throws {
        let diary = try await Diary()
        _ = try await diary.send("/prevent/habits", "deed=choose&habit=daily_walk")
        try await diary.write(.exercise, #"{"minutes":25,"what":"a walk"}"#, at: "2026-11-21T08:00:00+01:00")
        #expect(try await diary.get("/prevent").visibleText.contains("Your journal shows that you did it today"))
    }

    @Test func `a habit that health speaks against cannot be chosen`() async throws {
        let diary = try await Diary()
        try await diary.write(.health, #"{"applies":["unstable_heart_disease"]}"#, at: "2026-11-20T08:00:00+01:00")
        let page = try await diary.send("/prevent/habits", "deed=choose&habit=daily_walk")
        #expect(page.status == .badRequest && page.visibleText.contains("Your health speaks against it"))
        #expect(try await diary.values.allSatisfy { $0.kind == .health })
        let list = try await diary.get("/prevent/habits")
        #expect(list.visibleText.contains("Not for you now"))
    }

    @Test(arguments: [
        "deed=fly", "", "deed=choose&habit=gremlins", "deed=pause&habit=daily_walk",
        "deed=choose&habit=daily_walk&at=99", "deed=choose&habit=daily_walk&own_cue=a%01b",
    ])
    func `what does not fit is said and nothing is written`(form: String) async throws {
        let diary = try await Diary()
        #expect(try await diary.send("/prevent/habits", form).status == .badRequest)
        #expect(try await diary.values.isEmpty)
    }

    @Test(arguments: ["habit=gremlins&outcome=done", "habit=daily_walk&outcome=failed", ""])
    func `a tap that cannot be is refused`(form: String) async throws {
        let diary = try await Diary()
        #expect(try await diary.send("/prevent/habits/log", form).status == .badRequest)
        #expect(try await diary.values.isEmpty)
    }

    @Test func `days begin where the browser is`() async throws {
        let diary = try await Diary(now: "2026-11-21T23:30:00+01:00", zone: "Europe/Berlin")
        _ = try await diary.send("/prevent/habits", "deed=choose&habit=daily_walk")
        _ = try await diary.send("/prevent/habits/log", "habit=daily_walk&outcome=done")
        let tokyo = try await diary.ask(.get, "/prevent", cookie: "unknot_zone=Asia/Tokyo")
        #expect(tokyo.text.contains("aria-label=\"Done: A walk\""), "in Tokyo the next day has begun")
        #expect(tokyo.visibleText.contains("Done on 1 of the last 2 days"))
    }
}
