import HTTPTypes
import Testing
import Unknot
import UnknotJournal

@testable import UnknotWeb

@Suite("Writing down on Today")
struct TodayLoggingTests {
    @Test func `an empty journal says what to do, and nothing is made by looking`() async throws {
        let diary = try await Diary()
        let page = try await diary.get("/today")
        #expect(page.status == .ok)
        #expect(page.headers[.cacheControl] == "no-store")
        #expect(page.visibleText.contains("Saturday, 21 November 2026"))
        #expect(page.visibleText.contains("Nothing is planned."))
        #expect(!page.text.contains("<svg class=\"day-chart"))
        #expect(try await diary.store.persons().isEmpty)
        for path in ["/record", "/record/knots", "/record/map", "/record/preferences"] {
            #expect(try await diary.get(path).status == .ok, "\(path)")
        }
        #expect(try await diary.store.persons().isEmpty)
    }

    @Test func `pain is written down by one number and Save, and undone by one button`() async throws {
        let diary = try await Diary()
        let page = try await diary.send("/today", "kind=pain&pain.now=4")
        #expect(page.visibleText.contains("Saved. Pain: 4 of 10 now (today, 09:00)."))
        #expect(try await diary.values == [.pain(try PainRecord(now: 4))])
        let entry = try #require(try await diary.journal.values().first).entry
        #expect(entry.zone == "Europe/Berlin" && entry.happenedAt == diary.now)
        #expect(try await diary.store.persons().map(\.name) == ["Me"])

        let undone = try await diary.send(try #require(page.undoAddress), "back=today")
        #expect(undone.visibleText.contains("Removed. Pain: 4 of 10 now"))
        #expect(try await diary.values == [])
        let redone = try await diary.send(try #require(undone.undoAddress), "back=today")
        #expect(redone.visibleText.contains("Back again. Pain: 4 of 10 now"))
        #expect(try await diary.values == [.pain(try PainRecord(now: 4))])
    }

    @Test func `the same form sent twice is one entry, another one later is another`() async throws {
        let diary = try await Diary()
        let id = try #require(
            try await diary.get("/today").attribute("value", of: "<input type=\"hidden\" name=\"entry\""))
        for _ in 1...2 { _ = try await diary.send("/today", "kind=pain&entry=\(id)&pain.now=4") }
        #expect(try await diary.values.count == 1)
        _ = try await diary.send("/today", "kind=pain&entry=\(id)&pain.now=6")
        #expect(try await diary.values.count == 2, "something else was said")
        diary.wait(minutes: 30)
        _ = try await diary.send("/today", "kind=pain&entry=\(id)&pain.now=4")
        #expect(try await diary.values.count == 3, "the page was kept open and filled in anew")
    }

    @Test func `many first entries at once make one person`() async throws {
        let diary = try await Diary()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0...7 {
                group.addTask { _ = try await diary.ask(.post, "/today", form: "kind=pain&pain.now=\(number)") }
            }
            try await group.waitForAll()
        }
        let persons = try await diary.store.persons()
        var entries = 0
        for person in persons { entries += try await Journal(diary.store, of: person.id).values().count }
        #expect(entries == 8)
    }

    @Test(arguments: [
        ("kind=sleep&sleep.hours=7%2C5&sleep.quality=6", "Sleep 7.5 hours, slept 6 of 10 well"),
        ("kind=stiffness&stiffness.tightness=3", "Stiffness tightness 3 of 10"),
        ("kind=water&water.litres=1.25", "Water 1.3 litres"),
        ("kind=sitting&sitting.hours=8&sitting.longest_minutes=95", "Sitting 8 hours, 95 minutes at a stretch"),
        ("kind=stress&stress.level=7", "Stress 7 of 10"),
        ("kind=load&load.level=5&load.what=boxes", "Load 5 of 10, boxes"),
        ("kind=exercise&exercise.minutes=30&exercise.what=a+walk", "Exercise 30 minutes, a walk"),
        ("kind=treatment&treatment.what=heat&treatment.minutes=20", "Treatment Heat, 20 minutes"),
        ("kind=note&note.text=Slept+on+%3Ca+sofa%3E", "Note Slept on <a sofa>"),
        ("kind=own&own.name=putting+on+socks&own.value=6", "Your own putting on socks: 6 of 10"),
        (
            "kind=movement&movement.movement=fingertip_to_floor&movement.reach=12&movement.reach_unit=length",
            "Movement Fingertips to floor: 12 cm"
        ),
        (
            "kind=movement&movement.movement=neck_turn_left&movement.reach=3&movement.reach_unit=quarters",
            "Movement Turn head left: 3 quarters of the whole way"
        ),
    ])
    func `everything else can be written down too`(form: String, words: String) async throws {
        let diary = try await Diary()
        let page = try await diary.send("/today", form)
        #expect(page.status == .ok && page.visibleText.contains("Saved."))
        #expect(page.visibleText.contains(words))
        #expect(!page.text.contains("<a sofa>"))
        #expect(try await diary.values.count == 1)
    }

    @Test(arguments: [
        ("kind=pain", "Nothing is said."), ("kind=pain&pain.now=11", "Pain now: Found the number 11."),
        ("kind=pain&pain.now=x", "Pain now: Found “x”."), ("kind=sleep&sleep.hours=25", "How long did you sleep?:"),
        ("kind=own&own.name=&own.value=3", "What?: This field is missing."),
        ("kind=note&note.text=a&day=2026-02-30", "Day: Found “2026-02-30”."),
        ("kind=note&note.text=a&time=25:00", "Time: Found “25:00”."),
        ("kind=note&note.text=a&day=2026-11-22", "This time has not come yet."),
        ("kind=movement&movement.movement=neck_turn_left&movement.reach=3&movement.reach_unit=miles", "Found “miles”."),
    ])
    func `what does not fit is said, and what was typed stays`(form: String, words: String) async throws {
        let diary = try await Diary()
        let page = try await diary.send("/today", form)
        #expect(page.status == .badRequest)
        #expect(page.visibleText.contains(words), "\(page.visibleText.prefix(700))")
        if form.contains("note.text=a") { #expect(page.text.contains(">a</textarea>")) }
        if form.contains("sleep.hours") { #expect(page.text.contains("value=\"25\"")) }
        #expect(try await diary.values == [])
    }

    @Test(arguments: ["kind=drawing", "kind=preferences", "kind=retraction", "kind=nothing", ""])
    func `a kind that is not typed in is refused`(form: String) async throws {
        let diary = try await Diary()
        #expect(try await diary.ask(.post, "/today", form: form).status == .badRequest)
        #expect(try await diary.store.persons().isEmpty)
    }

    @Test func `an entry can be dated back, and keeps its time zone`() async throws {
        let diary = try await Diary()
        let page = try await diary.send("/today", "kind=pain&pain.now=4&day=2026-11-19&time=18:30")
        #expect(page.visibleText.contains("(19 Nov, 18:30)"))
        _ = try await diary.send("/today", "kind=pain&pain.now=5&time=08:15")
        _ = try await diary.send("/today", "kind=pain&pain.now=6&day=2026-11-20")
        let texts = try await diary.journal.values().map { $0.entry.happenedAt.text(in: $0.zone) }
        #expect(
            texts == ["2026-11-21T08:15:00+01:00", "2026-11-20T12:00:00+01:00", "2026-11-19T18:30:00+01:00"])
    }

    @Test(arguments: [
        ("2026-03-29", "02:30", "2026-03-29T03:30:00+02:00"), ("2025-10-26", "02:30", "2025-10-26T02:30:00+02:00"),
        ("2026-03-29", "03:00", "2026-03-29T03:00:00+02:00"), ("2025-10-26", "03:00", "2025-10-26T03:00:00+01:00"),
        ("2026-03-29", "00:10", "2026-03-29T00:10:00+01:00"), ("2025-10-26", "23:59", "2025-10-26T23:59:00+01:00"),
    ])
    func `times around the changes of summer time are read by the clock on the wall`(
        day: String, time: String, expected: String
    ) throws {
        let berlin = try #require(LocalZone("Europe/Berlin"))
        let now = try MomentText("2026-11-21T09:00:00+01:00").moment
        let moment = try TypedTime(day: day, time: time).moment(now: now, in: berlin)
        #expect(moment.text(in: berlin) == expected)
    }

    @Test func `without a cookie or with a broken one the zone is the server's`() async throws {
        let diary = try await Diary()
        for cookie in ["", "unknot_zone=CET", "unknot_zone=%3Cb%3E"] {
            let answer = try await diary.ask(.post, "/today", form: "kind=pain&pain.now=1", cookie: cookie)
            #expect(answer.status == .seeOther)
        }
        let zones = try await diary.journal.values().map(\.entry.zone)
        #expect(zones.count == 3 && zones.allSatisfy { LocalZone($0) != nil })
    }

    @Test func `no more than five things of one's own are followed`() async throws {
        let diary = try await Diary()
        for name in ["a", "b", "c", "d", "e"] {
            _ = try await diary.send("/today", "kind=own&own.name=\(name)&own.value=1")
        }
        let page = try await diary.get("/today")
        #expect(!page.text.contains("id=\"log-own\""), "there is no form for a sixth")
        #expect(page.text.contains("id=\"log-own-5\""))
        let refused = try await diary.send("/today", "kind=own&own.name=f&own.value=1")
        #expect(refused.status == .badRequest && refused.visibleText.contains("5 things of your own"))
    }
}
