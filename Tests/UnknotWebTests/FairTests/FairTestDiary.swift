import HTTPTypes
import Testing
import Unknot
import UnknotJournal

@testable import UnknotWeb

/// Somebody with a fair test, as their browser sees it.
extension Diary {
    /// Somebody who answered all questions today and has a plan.
    static func screened(_ now: String = "2026-11-21T20:30:00+01:00") async throws -> Diary {
        let diary = try await Diary(now: now)
        let request = try ReleaseStory.ready().request()
        let plan = RecordValue.plan(try PlanRecord(request: request, knowledge: "x"))
        try await diary.write(.plan, plan.json, at: now)
        let checks = try Site.engine.atlas.care.healthChecks.map(\.id)
        let health = RecordValue.health(try HealthRecord(denied: checks, signsAnswered: true))
        try await diary.write(.health, health.json, at: now)
        return diary
    }

    /// Writes something down now, past the pages.
    func note(_ value: RecordValue) async throws {
        _ = try await journal.add(value, at: now, zone: "Europe/Berlin")
    }

    /// All fair tests in effect, the latest first.
    var fairTests: [FairTestRecord] {
        get async throws { try await values.compactMap { if case .fairTest(let record) = $0 { record } else { nil } } }
    }

    /// What was written down for days of fair tests, the latest first.
    var fairDays: [Noted] {
        get async throws { try await journal.values(EntryQuery(kinds: [.fairTestDay])) }
    }

    /// Lays a test out and gives its address.
    func layOut(_ form: String = "stage=days&what=water&length=usual") async throws -> String {
        let answer = try await ask(.post, "/prevent/tests/new", form: form)
        #expect(answer.status == .seeOther, "\(answer.visibleText.suffix(600))")
        return try #require(answer.headers[.location])
    }

    /// Gives a number today.
    func rate(_ address: String, _ form: String = "rating=5") async throws -> Answer {
        try await send("\(address)/log", form)
    }

    /// Gives numbers on days one after another; it is the last of them afterwards.
    func rate(_ address: String, days: Int) async throws {
        for day in 0..<days {
            if day > 0 { wait(minutes: 24 * 60) }
            _ = try await rate(address, "rating=\(5 + day % 2)")
        }
    }

    /// Waits a day and gives a number.
    func rateNextDay(_ address: String, _ form: String = "rating=5") async throws -> Answer {
        wait(minutes: 24 * 60)
        return try await rate(address, form)
    }

    /// Lays a test out, gives the numbers before it, and begins.
    func begin(_ form: String = "stage=days&what=water&length=usual") async throws -> (address: String, Answer) {
        let address = try await layOut(form)
        try await rate(address, days: 5)
        return (address, try await send("\(address)/begin", ""))
    }

    /// Answers all danger questions with no.
    func answerDangerQuestions() async throws {
        wait(minutes: 1)
        let answer = try await ask(.post, "/release", form: ReleaseStory.body(ReleaseStory.ready()))
        #expect(answer.status == .ok)
    }
}

extension Answer {
    /// Whether it says what was drawn for today, or shows days with the routine up to today.
    func tells(_ arm: DayTrial.Arm? = nil) -> Bool {
        let words: [DayTrial.Arm: String] = [.routine: "Today: with it", .usual: "Today: as usual"]
        return words.contains { (arm ?? $0.key) == $0.key && visibleText.contains($0.value) }
    }
}
