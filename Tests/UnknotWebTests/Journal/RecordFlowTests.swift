import HTTPTypes
import Testing
import Unknot
import UnknotExchange
import UnknotJournal

@testable import UnknotWeb

@Suite("The record")
struct RecordFlowTests {
    @Test func `an entry is corrected in place, and the correction undone`() async throws {
        let diary = try await Diary()
        try await diary.write(.sleep, #"{"hours":7,"quality":6}"#, at: "2026-11-20T07:00:30+01:00")
        let first = try #require(try await diary.journal.values().first).entry
        let form = try await diary.get("/record/entries/\(first.id)?back=record")
        #expect(form.text.contains("value=\"7\"") && form.text.contains("value=\"2026-11-20\""))
        #expect(form.text.contains("value=\"07:00\""))

        let page = try await diary.send(
            "/record/entries/\(first.id)",
            "kind=sleep&back=record&sleep.hours=8&sleep.quality=6&day=2026-11-20&time=07:00")
        #expect(page.visibleText.contains("Changed. Sleep: 8 hours, slept 6 of 10 well"))
        let second = try #require(try await diary.journal.values().first).entry
        #expect(second.replaces == first.id)
        #expect(second.happenedAt == first.happenedAt, "the time was not touched, seconds included")

        let undone = try await diary.send(try #require(page.undoAddress), "back=record")
        #expect(undone.visibleText.contains("7 hours"))
        #expect(try await diary.values == [.sleep(try SleepRecord(hours: 7, quality: 6))])
    }

    @Test func `the time of an entry can be changed alone`() async throws {
        let diary = try await Diary()
        try await diary.write(
            .drawing, #"{"complete":true,"marks":[{"region":"sacrum","side":"midline"}]}"#,
            at: "2026-11-20T07:00:00+01:00")
        let entry = try #require(try await diary.journal.values().first).entry
        #expect(try await diary.get("/record/entries/\(entry.id)").visibleText.contains("Only the time"))
        _ = try await diary.send("/record/entries/\(entry.id)", "back=record&day=2026-11-18&time=21:00")
        let moved = try #require(try await diary.journal.values().first)
        #expect(moved.entry.happenedAt.text(in: moved.zone) == "2026-11-18T21:00:00+01:00")
        #expect(moved.entry.payload == entry.payload)
    }

    @Test func `what does not fit in a correction is said with the form`() async throws {
        let diary = try await Diary()
        try await diary.write(.stress, #"{"level":5}"#, at: "2026-11-20T07:00:00+01:00")
        let entry = try #require(try await diary.journal.values().first).entry
        let page = try await diary.send("/record/entries/\(entry.id)", "back=record&stress.level=12")
        #expect(page.status == .badRequest && page.visibleText.contains("How much stress?: Found the number 12."))
        let other = try await diary.send("/record/entries/\(entry.id)", "kind=pain&back=record&pain.now=3")
        #expect(other.status == .badRequest)
        #expect(try await diary.values == [.stress(try StressRecord(level: 5))])
    }

    @Test func `removing twice says so, and an unknown entry is not found`() async throws {
        let diary = try await Diary()
        try await diary.write(.stress, #"{"level":5}"#, at: "2026-11-20T07:00:00+01:00")
        let entry = try #require(try await diary.journal.values().first).entry
        let removed = try await diary.send("/record/entries/\(entry.id)/remove", "back=record")
        #expect(removed.visibleText.contains("Removed. Stress: 5 of 10 (yesterday, 07:00)."))
        #expect(try await diary.send("/record/entries/\(entry.id)/remove", "back=record").status == .conflict)
        let unknown = "0190b6a1-7c3e-7abc-8def-0123456789ab"
        for path in ["/record/entries/\(unknown)", "/record/entries/x"] {
            #expect(try await diary.get(path).status == .notFound)
        }
        #expect(try await diary.ask(.post, "/record/entries/\(unknown)/undo", form: "back=record").status == .notFound)
        #expect(try await diary.get("/record/knots/x").status == .notFound)
        #expect(try await diary.ask(.put, "/record/entries/\(unknown)").status == .methodNotAllowed)
    }

    @Test func `the record stands by day of the person, in pages, filtered`() async throws {
        let diary = try await Diary()
        for number in 0..<150 {
            let day = 1 + number % 20
            try await diary.write(
                number.isMultiple(of: 3) ? .stress : .pain, number.isMultiple(of: 3) ? #"{"level":1}"# : #"{"now":2}"#,
                at: "2026-11-\(day < 10 ? "0" : "")\(day)T\(10 + number % 13):00:00+01:00")
        }
        var page = try await diary.get("/record")
        var rows = page.text.matches(of: /<li class="entry-row">/).count
        #expect(page.visibleText.contains("Friday, 20 November 2026"))
        var pages = 1
        while let older = page.text.firstMatch(of: #/href="(/record\?before=[^"]+)"/#) {
            page = try await diary.get(String(older.output.1))
            rows += page.text.matches(of: /<li class="entry-row">/).count
            pages += 1
            guard pages < 9 else { break }
        }
        #expect(rows == 150 && pages == 3)
        let stress = try await diary.get("/record?kind=stress")
        #expect(stress.text.matches(of: /<li class="entry-row">/).count == 50)
        let until = try await diary.get("/record?until=2026-11-03")
        #expect(until.visibleText.contains("Tuesday, 3 November 2026"))
        #expect(!until.visibleText.contains("4 November"))
    }

    @Test func `entries of one instant are never torn apart`() async throws {
        let diary = try await Diary()
        for _ in 0..<100 { try await diary.write(.pain, #"{"now":2}"#, at: "2026-11-20T10:00:00+01:00") }
        try await diary.write(.pain, #"{"now":3}"#, at: "2026-11-19T10:00:00+01:00")
        let page = try await diary.get("/record")
        #expect(page.text.matches(of: /<li class="entry-row">/).count == 100)
        let older = try #require(page.text.firstMatch(of: #/href="(/record\?before=[^"]+)"/#))
        #expect(try await diary.get(String(older.output.1)).text.matches(of: /<li class="entry-row">/).count == 1)
    }

    @Test func `everything can be taken away as an archive`() async throws {
        let diary = try await Diary()
        #expect(try await diary.get("/record/export").text.hasPrefix(#"{"kind":"end","persons":0,"#))
        for level in 0..<5 {
            try await diary.write(.stress, #"{"level":\#(level)}"#, at: "2026-11-20T07:00:00+01:00")
        }
        let removed = try #require(try await diary.journal.values().first).entry
        _ = try await diary.journal.remove(removed.id)
        let archive = try await diary.get("/record/export")
        #expect(archive.headers[.contentDisposition] == "attachment; filename=\"unknot-2026-11-21.jsonl\"")
        let lines = archive.text.split(separator: "\n")
        #expect(lines.count == 8, "the person, five entries, that one was removed, and the end")
        var written: [UInt8] = []
        _ = try await ArchiveExport(diary.store).run { lines, _ in written += lines }
        #expect(archive.bytes == written)
    }

    @Test func `settings change how everything is shown`() async throws {
        let diary = try await Diary()
        _ = try await diary.send("/today", "kind=movement&movement.movement=fingertip_to_floor&movement.reach=25.4")
        let saved = try await diary.send(
            "/record/preferences", "length=inch&force=lb&clock=12&week_starts=sunday")
        #expect(saved.visibleText.contains("Your settings are saved."))
        #expect(saved.text.contains(#"value="inch" checked"#))
        let page = try await diary.get("/today")
        #expect(page.visibleText.contains("9:00 am") && page.visibleText.contains("10 inches"))
        _ = try await diary.send("/record/preferences", "length=cm")
        #expect(try await diary.journal.values(EntryQuery(kinds: [.preferences])).count == 1)
        #expect(try await diary.send("/record/preferences", "length=mile").status == .badRequest)
        let zone = try await diary.ask(.post, "/record/preferences", form: "zone=Asia/Tokyo")
        #expect(zone.headers[.setCookie]?.contains("unknot_zone=Asia/Tokyo") == true)
    }

    @Test func `a gauge is read and shown in the unit of the person`() async throws {
        let diary = try await Diary()
        _ = try await diary.send("/record/preferences", "force=lb")
        let form =
            "kind=press&back=knots&press.point=gluteus_medius_tp1&press.side=left&press.tenderness=6&press.gauge=5"
        let page = try await diary.send("/today", form)
        #expect(page.visibleText.contains("hurts from 5 lb"))
        guard case .press(let press)? = try await diary.values.first(where: { $0.kind == .press }) else {
            Issue.record("no press")
            return
        }
        #expect(abs((press.gauge?.value ?? 0) - 2.268) < 1e-9 && press.gauge?.unit == .kilogramsPerSquareCentimetre)
    }

    @Test func `a drawing and a press of an interview are kept`() async throws {
        let diary = try await Diary()
        let result = try await diary.ask(.post, "/result", form: Site.lowBackAndButtock)
        #expect(result.text.contains("Keep this drawing"))
        let page = try await diary.send("/record/keep", Site.lowBackAndButtock + "&keep=drawing")
        #expect(page.visibleText.contains("Saved. Drawing:"))
        _ = try await diary.send("/record/keep", Site.lowBackAndButtock + "&keep=drawing")
        #expect(try await diary.values.count == 1, "a second tap is not a second drawing")
        let point = "quadratus_lumborum_deep_upper:left"
        let press = Site.lowBackAndButtock + "&tenderness.\(point)=7&familiar.\(point)=yes&asked=press:\(point)"
        let kept = try await diary.send("/record/keep", press + "&keep=press")
        #expect(kept.visibleText.contains("tenderness 7 of 10, your usual pain"))
        #expect(Set(try await diary.values.map(\.kind)) == [.drawing, .press])
        #expect(try await diary.ask(.post, "/record/keep", form: "keep=drawing").status == .badRequest)
        #expect(try await diary.ask(.post, "/record/keep", form: "keep=press").status == .badRequest)
        #expect(
            try await Site.post("/result", form: Site.lowBackAndButtock).text.contains("Keep this drawing") == false)
    }

    @Test func `each knot has its history, and a press can be added to it`() async throws {
        let diary = try await Diary()
        for (day, value) in [("01", 8), ("05", 2), ("15", 7)] {
            try await diary.write(
                .press, #"{"point":"gluteus_medius_tp1","side":"left","tenderness":\#(value)}"#,
                at: "2026-11-\(day)T10:00:00+01:00")
        }
        try await diary.write(
            .session,
            #"""
            {"seconds":180,"ended":"finished","steps":[{"point":"gluteus_medius_tp1","side":"left","seconds":90}],
            "before":{"tenderness":8},"after":{"tenderness":5}}
            """#, at: "2026-11-02T10:00:00+01:00")
        let page = try await diary.get("/record/knots")
        let text = page.visibleText
        #expect(text.contains("First written down on Sun, 1 Nov 2026."))
        #expect(text.contains("Came back once, on Sun, 15 Nov 2026."))
        #expect(text.contains("Worked on once, 2 min."))
        #expect(text.contains("tenderness 8 before and 5 after"))
        #expect(page.text.contains("id=\"knot-gluteus_medius_tp1-left\""))
        let more = try await diary.send(
            "/today", "kind=press&back=knots&press.point=gluteus_medius_tp1&press.side=left&press.tenderness=3")
        #expect(more.visibleText.contains("Saved. Press:") && more.visibleText.contains("Your knots"))
        #expect(try await diary.get("/today").visibleText.contains("tenderness 3 of 10"))
    }

    @Test func `a long history is drawn for a year and listed in part`() async throws {
        let diary = try await Diary()
        for year in 2020...2026 {
            for month in 1...10 {
                try await diary.write(
                    .press, #"{"point":"gluteus_medius_tp1","side":"left","tenderness":\#(month % 9)}"#,
                    at: "\(year)-\(month < 10 ? "0" : "")\(month)-11T10:00:00Z")
            }
        }
        let page = try await diary.get("/record/knots")
        #expect(page.visibleText.contains("First written down on Sat, 11 Jan 2020."))
        #expect(page.visibleText.contains("The latest 40 of 70 things"))
        #expect(page.visibleText.contains("22 Nov 2025") && page.visibleText.contains("21 Nov"))
        let stems = try #require(page.attribute("d", of: "<path class=\"knot-stem\""))
        #expect(stems.matches(of: /M/).count == 10)
    }

    @Test func `the map counts days, not entries`() async throws {
        let diary = try await Diary()
        for time in ["2026-11-20T08:00", "2026-11-20T20:00", "2026-11-18T08:00"] {
            try await diary.write(
                .drawing, #"{"complete":true,"marks":[{"region":"sacrum","side":"midline","intensity":4}]}"#,
                at: "\(time):00+01:00")
        }
        try await diary.write(
            .drawing,
            #"{"complete":true,"marks":[{"region":"sacrum","side":"midline","intensity":0},{"region":"paraspinal_l4_s1","side":"left"}]}"#,
            at: "2026-11-19T08:00:00+01:00")
        let page = try await diary.get("/record/map")
        #expect(page.visibleText.contains("2 of 3 days") && page.visibleText.contains("1 of 3 days"))
        #expect(page.text.contains("fill heat-4") && page.text.contains("fill heat-2"))
        #expect(try await diary.get("/record/map?days=0").visibleText.contains("2 of 3 days"))
    }

    @Test(arguments: [(1, 100, 1), (20, 100, 1), (21, 100, 2), (80, 100, 4), (81, 100, 5), (1, 1, 5), (100, 100, 5)])
    func `shares fall into five steps`(count: Int, total: Int, step: Int) {
        #expect(HeatMapPage.step(count, of: total) == step)
    }
}
