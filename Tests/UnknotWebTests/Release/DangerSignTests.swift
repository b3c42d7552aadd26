import HTTPTypes
import Testing
import Unknot
import UnknotJournal

@testable import UnknotWeb

@Suite("A danger sign that was answered yes")
struct DangerSignTests {
    /// Somebody who answered all questions, has a plan, and a test that runs on its first day.
    private func testing() async throws -> (diary: Diary, test: String) {
        let diary = try await Diary(now: "2026-11-21T20:30:00+01:00")
        let plan = RecordValue.plan(try PlanRecord(request: ReleaseStory.ready().request(), knowledge: "x"))
        try await diary.write(.plan, plan.json, at: "2026-11-21T20:30:00+01:00")
        let checks = try Site.engine.atlas.care.healthChecks.map(\.id)
        let health = RecordValue.health(try HealthRecord(denied: checks, signsAnswered: true))
        try await diary.write(.health, health.json, at: "2026-11-21T20:30:00+01:00")
        let drawn = try await diary.ask(.post, "/prevent/tests/new", form: "stage=days&what=water&length=usual")
        let test = try #require(drawn.headers[.location])
        for day in 0..<5 {
            _ = try await diary.send("\(test)/log", "rating=\(4 + day % 2)")
            if day < 4 { diary.wait(minutes: 24 * 60) }
        }
        #expect(showsArm(try await diary.send("\(test)/begin", "")))
        return (diary, test)
    }

    private func showsArm(_ page: Answer) -> Bool {
        page.visibleText.contains("Today: with it") || page.visibleText.contains("Today: as usual")
    }

    /// The form of the plan, with one danger sign answered yes.
    private static func form(_ sign: String?) throws -> String {
        try ReleaseStory.body(
            ReleaseStory.ready(ReleaseStory.told { if let sign { $0.answers[sign] = .reply(.yes) } }))
    }

    private func health(_ diary: Diary) async throws -> HealthHistory {
        HealthHistory(try await diary.journal.values(EntryQuery(kinds: [.health])), today: LocalDay(number: 20_783))
    }

    /// Answers all lists of danger questions with no, as the pages ask them.
    private func answeringAnew(_ diary: Diary) async throws -> Answer {
        var page = try await diary.get("/release")
        var lists = 0
        while page.text.contains("name=\"no_to_rest\""), lists < 12 {
            let fields = page.text.matches(of: /<input type="hidden" name="([^"]+)" value="([^"]*)"/).map {
                (
                    String($0.output.1),
                    String($0.output.2).replacing("&#x2F;", with: "/").replacing("&quot;", with: "\"")
                )
            }
            let body = fields.map { "\(Site.encoded($0.0))=\(Site.encoded($0.1))" }.joined(separator: "&")
            page = try await diary.ask(.post, "/release", form: body)
            lists += 1
        }
        #expect(lists > 1, "the questions came anew")
        return page
    }

    @Test func `it is kept, and no test, plan or session goes on`() async throws {
        let (diary, test) = try await testing()
        let begun = try await diary.ask(.post, "/release/session", form: Self.form(nil))
        let session = try #require(begun.headers[.location])
        #expect(try await diary.get(session).status == .ok)
        let stop = try await diary.ask(.post, "/release", form: Self.form("saddle_numbness"))
        #expect(stop.visibleText.contains("Get help now"))
        let kept = try #require(try await health(diary).stop)
        #expect(kept.what.level == .emergency && kept.what.because.contains("saddle_numbness"))
        // The page read again is not another answer.
        let count = try await diary.values.count
        _ = try await diary.ask(.post, "/release", form: Self.form("saddle_numbness"))
        #expect(try await diary.values.count == count)

        for days in [0, 1, 30] {
            diary.wait(minutes: Int64(days) * 24 * 60)
            let page = days == 0 ? try await diary.get(test) : try await diary.send("\(test)/log", "rating=5")
            #expect(!showsArm(page) && page.visibleText.contains("leave the routine"), "day \(days)")
            let new = try await diary.get("/prevent/tests/new")
            #expect(!new.text.contains("name=\"what\""))
            let release = try await diary.get("/release")
            #expect(release.text.contains("name=\"no_to_rest\""), "day \(days)")
            #expect(release.visibleText.contains("something that comes before everything else"))
            #expect(try await diary.get("/today").visibleText.contains("something that comes before everything else"))
            #expect(try await diary.get(session).headers[.location] == "/release")
            let again = try await diary.ask(.post, "/release/session", form: Self.form(nil))
            #expect(again.status == .temporaryRedirect && again.headers[.location] == "/release")
            // A form of before, sent again, is no new answer.
            let old = try await diary.ask(.post, "/release", form: Self.form(nil))
            #expect(old.text.contains("name=\"no_to_rest\""), "day \(days)")
            #expect(try await health(diary).stop == kept)
        }
        #expect(try await diary.get("/record").visibleText.contains("a danger sign: get help now"))
    }

    @Test func `it holds until the questions are answered anew`() async throws {
        let (diary, test) = try await testing()
        _ = try await diary.ask(.post, "/release", form: Self.form("saddle_numbness"))
        #expect(!showsArm(try await diary.get(test)))
        diary.wait(minutes: 1)
        let page = try await answeringAnew(diary)
        #expect(!page.visibleText.contains("Get help now"))
        #expect(try await health(diary).stop == nil)
        #expect(showsArm(try await diary.get(test)))
        // And a yes after that stops again.
        diary.wait(minutes: 1)
        _ = try await diary.ask(.post, "/release", form: Self.form("saddle_numbness"))
        #expect(!showsArm(try await diary.get(test)))
    }

    @Test(arguments: ["saddle_numbness", "fever_with_back_pain"])
    func `what an interview keeps says so too`(sign: String) async throws {
        let (diary, test) = try await testing()
        let body = try Self.form(sign).split(separator: "&").filter { !$0.hasPrefix("plan.") }.joined(separator: "&")
        _ = try await diary.ask(.post, "/record/keep", form: body + "&keep=drawing")
        #expect(try await health(diary).stop?.what.because.contains(QuestionID(sign)) == true)
        #expect(!showsArm(try await diary.get(test)))
    }

    @Test(arguments: [
        ("/questions", "saddle_numbness"), ("/result", "saddle_numbness"), ("/press", "saddle_numbness"),
        ("/result", "fever_with_back_pain"),
    ])
    func `an interview notes it for the record whose page it was, and for no other`(
        path: String, sign: String
    ) async throws {
        let (diary, test) = try await testing()
        let body = try Self.form(sign).split(separator: "&").filter { !$0.hasPrefix("plan.") }.joined(separator: "&")
        let person = try #require(
            try await diary.get("/").attribute("value", of: "<input type=\"hidden\" name=\"record_person\""))
        // A page of another record, or of none, shows the same and notes nothing.
        for mark in ["", "&record_person=0190b6a1-7c3e-7abc-8def-0123456789ab"] {
            let page = try await diary.ask(.post, path, form: body + mark)
            #expect(page.status == .ok && !page.visibleText.contains("Your record keeps"))
        }
        #expect(try await health(diary).stop == nil)
        let page = try await diary.ask(.post, path, form: body + "&record_person=\(person)")
        #expect(page.status == .ok && page.visibleText.contains("Your record keeps"))
        #expect(try await health(diary).stop?.what.because.contains(QuestionID(sign)) == true)
        #expect(!showsArm(try await diary.get(test)))
    }

    @Test func `an interview without a danger sign notes nothing`() async throws {
        let (diary, _) = try await testing()
        let body = try Self.form(nil).split(separator: "&").filter { !$0.hasPrefix("plan.") }.joined(separator: "&")
        let person = try #require(try await diary.store.persons().first).id
        let count = try await diary.values.count
        for path in ["/questions", "/result", "/press"] {
            _ = try await diary.ask(.post, path, form: body + "&record_person=\(person)")
        }
        #expect(try await diary.values.count == count)
    }

    @Test func `the note names what it was, when, and what to do`() throws {
        let words = try ReleasePages.stopped().stoppedWords
        let day = try #require(LocalDay("2026-11-20"))
        let dates = try DayChartTests.kit(now: "2026-11-21T20:00:00+01:00").dates
        #expect(words.contains(dates.dated(day)) && words.contains("get help now"))
        let label = try #require(try Site.engine.atlas.warningSign("saddle_numbness")?.plainLabel)
        #expect(words.contains(label))
        // What the atlas no longer knows is left out, and the rest stays true.
        let other = try ReleasePages.stopped(#"{"stopped":"same_day","stopped_by":["gone"]}"#).stoppedWords
        #expect(!other.contains("gone") && other.contains("medical advice today"))
    }
}
