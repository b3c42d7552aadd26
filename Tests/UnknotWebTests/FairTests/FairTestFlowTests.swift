import HTTPTypes
import Testing
import Unknot
import UnknotJournal

@testable import UnknotWeb

@Suite("A fair test in the browser")
struct FairTestFlowTests {
    private func screened(_ now: String = "2026-11-21T20:30:00+01:00") async throws -> Diary {
        try await .screened(now)
    }

    private func tests(_ diary: Diary) async throws -> [FairTestRecord] { try await diary.fairTests }

    private func laidOut(_ diary: Diary, _ form: String = "stage=days&what=water&length=usual") async throws -> String {
        try await diary.layOut(form)
    }

    private func rate(_ diary: Diary, _ address: String, _ form: String = "rating=5") async throws -> Answer {
        try await diary.rate(address, form)
    }

    @Test func `warning signs and health come first`() async throws {
        let empty = try await Diary()
        #expect(try await empty.get("/prevent/tests").visibleText.contains("No fair test yet"))
        #expect(try await empty.get("/prevent/tests/new").visibleText.contains("First show where it hurts"))
        let told = try await Diary()
        try await told.write(
            .drawing, #"{"marks":[{"region":"paraspinal_l4_s1","side":"left","intensity":5}]}"#,
            at: "2026-11-21T08:00:00+01:00")
        #expect(try await told.get("/prevent/tests/new").visibleText.contains("First answer the questions"))
        let refused = try await told.ask(.post, "/prevent/tests/new", form: "stage=days&what=water")
        #expect(refused.status == .ok)
        #expect(try await tests(told).isEmpty)
    }

    @Test func `the whole schedule is drawn and kept before the first day, and never changes`() async throws {
        let diary = try await screened()
        let address = try await laidOut(diary)
        let drawn = try #require(try await tests(diary).first)
        #expect(drawn.followsFromItsRandomBytes && drawn.schedule.count == 56)
        #expect(Set(drawn.random).count > 50, "random bytes, not zeros")
        let start = try #require(LocalDay("2026-11-21"))
        for day in 0..<5 {
            let page = try await rate(diary, address, "rating=\(4 + day % 2)")
            #expect(!page.visibleText.contains("Today: with it") && !page.visibleText.contains("Today: as usual"))
            if day < 4 {
                _ = try await diary.send("\(address)/begin", "")
                #expect(try await tests(diary).first == drawn, "it begins after five days")
                diary.wait(minutes: 24 * 60)
            }
        }
        let begun = try await diary.send("\(address)/begin", "")
        let test = try #require(try await tests(diary).first)
        #expect(test.isSamePlan(as: drawn) && test.schedule == drawn.schedule && test.random == drawn.random)
        guard case .days(let days) = test.course else { return }
        #expect(days.firstDay?.description == start.advanced(by: 4).description)
        #expect(begun.visibleText.contains(drawn.schedule[0] == 1 ? "Today: with it" : "Today: as usual"))
        // The next day: the number first, whatever is asked of the page.
        diary.wait(minutes: 24 * 60)
        for path in ["", "?day=2026-11-25", "/sheet"] {
            let page = try await diary.get(address + path).visibleText
            #expect(!page.contains("Today: with it") && !page.contains("Today: as usual"), "\(path)")
        }
        let next = try await rate(diary, address, "rating=5&done=yes&medicine=no&harm=soreness")
        #expect(next.visibleText.contains(drawn.schedule[1] == 1 ? "Today: with it" : "Today: as usual"))
        // A second number of the same day changes nothing.
        _ = try await rate(diary, address, "rating=9")
        let numbers = try await diary.values.filter { if case .fairTestDay = $0 { true } else { false } }
        #expect(numbers.count == 6)
        let ended = try await diary.send("\(address)/end", "reason=choice")
        #expect(ended.visibleText.contains("by choice") && ended.visibleText.contains("No verdict yet"))
        #expect(try await tests(diary).first?.isSamePlan(as: drawn) == true)
        // The record shows it without what was drawn, and another test may follow.
        #expect(try await diary.get("/record").visibleText.contains("Does this make my days better?"))
        #expect(try await diary.get("/prevent/tests").text.contains("href=\"/prevent/tests/new\""))
    }

    @Test func `the numbers are average pain everywhere else, and tell no pattern while the test goes on`() async throws
    {
        let diary = try await screened()
        let address = try await laidOut(diary)
        for day in 0..<8 {
            _ = try await rate(diary, address, "rating=\(3 + day % 2)")
            _ = try await diary.send("\(address)/begin", "")
            if day < 7 { diary.wait(minutes: 24 * 60) }
        }
        let today = try await diary.get("/today").visibleText
        #expect(!today.contains("Nothing of this was written down"))
        #expect(today.contains("Average pain"))
        let history = ForecastHistory(
            try await diary.journal.values(EntryQuery(kinds: ForecastHistory.kinds)),
            today: try #require(LocalDay("2026-11-28")))
        #expect(history.days.suffix(9).map(\.pain) == [3, 4, 3, 4, 3, 4, 3, 4, nil])
        #expect(try await diary.get("/prevent/forecast").status == .ok)
        // It began on the fifth day: what came after that is the test's own until it is over.
        #expect(try await diary.get("/prevent/patterns").visibleText.contains("5 of 30 days with pain"))
        _ = try await diary.send("\(address)/end", "reason=choice")
        #expect(try await diary.get("/prevent/patterns").visibleText.contains("8 of 30 days with pain"))
    }

    @Test func `it waits for a flare to settle`() async throws {
        let diary = try await screened()
        let address = try await laidOut(diary)
        for rating in [3, 3, 4, 3, 6] {
            _ = try await rate(diary, address, "rating=\(rating)")
            if rating != 6 { diary.wait(minutes: 24 * 60) }
        }
        let page = try await diary.send("\(address)/begin", "")
        #expect(page.visibleText.contains("A flare gets less by itself"))
        guard case .days(let days)? = try await tests(diary).first?.course else { return }
        #expect(days.firstDay == nil)
    }

    @Test func `a late number is kept, marked and left out`() async throws {
        let diary = try await screened()
        let address = try await laidOut(diary)
        diary.wait(minutes: 3 * 24 * 60)
        let page = try await diary.get(address)
        #expect(page.visibleText.contains("too late to count"))
        let form = try await diary.get("\(address)?day=2026-11-22")
        #expect(form.visibleText.contains("no part of the result"))
        let kept = try await rate(diary, address, "rating=5&day=2026-11-22")
        #expect(kept.visibleText.contains("0 of 5 days have a number"))
        guard
            case .fairTestDay(let late)? = try await diary.values.first(where: {
                if case .fairTestDay = $0 { true } else { false }
            })
        else { return }
        #expect(late.isLate && late.day.description == "2026-11-22")
        let future = try await rate(diary, address, "rating=5&day=2026-12-24")
        #expect(future.status == .badRequest)
    }

    @Test(arguments: [
        ("stage=days", "What is tested"), ("stage=days&what=own", "What is tested"),
        ("stage=days&what=own&own=Strength+training", "builds up over weeks"),
        ("stage=days&what=strength_back_hip", "builds up over weeks"),
        ("stage=days&what=dry_needling_referral", "is not among what is safe"),
        ("stage=days&what=water&time=25:00", "The time of the day"), ("stage=days&what=water&length=ever", "How long"),
        ("stage=sessions", "What is tested"), ("stage=sessions&technique=strength_back_hip", "is not among"),
        ("stage=sessions&technique=x&blocks=3", "How many sessions"),
    ])
    func `what cannot be tested comes back with the reason`(form: String, says: String) async throws {
        let diary = try await screened()
        let page = try await diary.send("/prevent/tests/new", form)
        #expect(page.status == .badRequest)
        #expect(page.visibleText.contains(says), "\(page.visibleText.prefix(800))")
        #expect(try await tests(diary).isEmpty)
    }

    @Test func `a form sent twice is one test, and two tests do not run at once`() async throws {
        let diary = try await screened()
        let form = try await diary.get("/prevent/tests/new")
        let id = try #require(form.attribute("value", of: "<input type=\"hidden\" name=\"entry\""))
        let addresses = [
            try await laidOut(diary, "stage=days&what=water&entry=\(id)"),
            try await laidOut(diary, "stage=days&what=water&entry=\(id)"),
        ]
        #expect(addresses == ["/prevent/tests/\(id)", "/prevent/tests/\(id)"])
        let page = try await diary.send("/prevent/tests/new", "stage=days&what=breaks")
        #expect(page.status == .conflict && page.visibleText.contains("One test at a time"))
        #expect(page.text.contains(addresses[0]))
        #expect(try await tests(diary).count == 1)
        #expect(try await diary.get("/prevent/tests/\(id)").status == .ok)
        for path in ["/prevent/tests/x", "/prevent/tests/0190b6a1-7c3e-7abc-8def-0123456789ac"] {
            #expect(try await diary.get(path).status == .notFound)
        }
        // One that was taken away or is over leaves room for the next.
        _ = try await diary.send("\(addresses[0])/end", "reason=choice")
        diary.wait(minutes: 1)
        let next = try await laidOut(diary, "stage=days&what=breaks")
        #expect(next != addresses[0])
        _ = try await diary.journal.remove(try #require(EntryID(next.split(separator: "/").last ?? "")))
        #expect(try await laidOut(diary, "stage=days&what=breathing") != next)
    }

    @Test func `of forms that are sent at once, one is drawn`() async throws {
        let diary = try await screened()
        let answers = try await withThrowingTaskGroup(of: (Int, String?).self) { group in
            for index in 0..<8 {
                let stage = index % 2 == 0 ? "what=water" : "what=breaks"
                let entry = "&entry=0190b6a1-7c3e-7abc-8def-01234567890\(index)"
                group.addTask {
                    let answer = try await diary.ask(
                        .post, "/prevent/tests/new", form: "stage=days&\(stage)\(index < 4 ? entry : "")")
                    return (answer.status.code, answer.headers[.location])
                }
            }
            return try await group.reduce(into: [(Int, String?)]()) { $0.append($1) }
        }
        #expect(try await tests(diary).count == 1)
        #expect(answers.allSatisfy { $0.0 == 303 || $0.0 == 409 } && answers.contains { $0.0 == 303 })
        #expect(Set(answers.compactMap(\.1)).count == 1, "all lead to the one that runs")
    }

    @Test func `no number, or one that is none, comes back with the form`() async throws {
        let diary = try await screened()
        let address = try await laidOut(diary)
        for form in ["", "rating=11", "rating=x", "rating=5&done=maybe", "rating=5&harm=itch", "rating=5&day=x"] {
            let page = try await rate(diary, address, form)
            #expect(page.status == .badRequest && page.visibleText.contains("Your number for today"), "\(form)")
        }
    }

    @Test func `what was ticked beside a missing number is not lost`() async throws {
        let diary = try await screened()
        let address = try await laidOut(diary)
        let page = try await rate(diary, address, "harm=new_symptom&medicine=yes")
        let ticked = try ["harm\" value=\"new_symptom", "medicine\" value=\"yes"].map { field in
            try #require(page.text.firstRange(of: "name=\"\(field)\"")).upperBound
        }
        for end in ticked { #expect(page.text[end...].prefix { $0 != ">" }.contains("checked")) }
    }

    @Test func `words of one's own count without choosing them, and Today says that the number is due`() async throws {
        let diary = try await screened()
        let address = try await laidOut(diary, "stage=days&own=A+cold+shower")
        #expect(try await tests(diary).first?.question.contains("A cold shower") == true)
        #expect(try await diary.get("/today").visibleText.contains("Today’s number is missing."))
        _ = try await rate(diary, address)
        #expect(try await !diary.get("/today").visibleText.contains("Today’s number is missing."))
    }

    /// A screen of one technique and rest, and where it stands.
    private func screen(_ diary: Diary, blocks: Int = 6) async throws -> String {
        let offered = try #require(
            try Site.engine.fairTestOffers(for: ReleaseStory.ready().request())?.mayBeScreened.first)
        return try await laidOut(diary, "stage=sessions&technique=\(offered)&blocks=\(blocks)") + "/session"
    }

    private func sessions(_ diary: Diary) async throws -> [FairTestSessionRecord] {
        try await diary.values.compactMap { if case .fairTestSession(let record) = $0 { record } else { nil } }
    }

    @Test func `sessions go number, lot, number, and a form sent twice is one number`() async throws {
        let diary = try await screened()
        let address = try await screen(diary)
        let page = String(address.dropLast("/session".count))
        let first = try await diary.get(page).visibleText
        #expect(first.contains("Session 1 of 12: before") && !first.contains("for two minutes. "))
        #expect(first.contains("3 more of each are drawn"))
        for _ in 1...2 { _ = try await diary.send(address, "number=1&part=before&tenderness=6") }
        let during = try await diary.get(page).visibleText
        #expect(during.contains("Session 1 of 12: after") && during.contains("for two minutes. "))
        // What is drawn can be looked up; rest needs no page.
        let drawn = try #require(try await tests(diary).first?.schedule.first)
        #expect(during.contains("How it is done") == (drawn != 0))
        #expect(during.contains("It counts from 20:33 to 21:00"))
        // In the same minute it is too early; nothing is lost by it.
        diary.wait(minutes: 2)
        let early = try await diary.send(address, "number=1&part=after&tenderness=3")
        #expect(early.status == .badRequest && early.visibleText.contains("a little early"))
        #expect(early.visibleText.contains("from 20:33 to 21:00") && early.visibleText.contains("1 of 12: after"))
        diary.wait(minutes: 1)
        for _ in 1...2 { _ = try await diary.send(address, "number=1&part=after&tenderness=3&harm=bruise") }
        let said = try await sessions(diary)
        #expect(said.count == 2 && said.contains { $0.after == 3 } && said.flatMap(\.harms) == [.bruise])
        _ = try await diary.send(address, "number=2&part=before&tenderness=6")
        let skipped = try await diary.send(address, "number=2&part=after&skip=yes")
        #expect(skipped.visibleText.contains("Session 3 of 12: before"))
        #expect(!skipped.visibleText.contains("Best so far") && !skipped.visibleText.contains("95 %"))
    }

    @Test func `a number that comes after half an hour counts for nothing, and a spare session takes its place`()
        async throws
    {
        let diary = try await screened()
        let address = try await screen(diary)
        var page = try await diary.get(String(address.dropLast("/session".count)))
        for number in 1...12 {
            _ = try await diary.send(address, "number=\(number)&part=before&tenderness=6")
            diary.wait(minutes: number == 4 ? 31 : 4)
            page = try await diary.send(address, "number=\(number)&part=after&tenderness=\(3 + number % 2)")
            if number == 4 {
                #expect(page.visibleText.contains("That session does not count"))
                #expect(page.visibleText.contains("Session 5 of 12: before"))
            }
        }
        #expect(page.visibleText.contains("A spare session: before") && page.visibleText.contains("11 of 12"))
        #expect(!page.visibleText.contains("Best so far"))
        let test = try #require(try await tests(diary).first)
        let spare = try #require(test.schedule.indices.first { $0 >= 12 && test.schedule[$0] == test.schedule[3] }) + 1
        _ = try await diary.send(address, "number=\(spare)&part=before&tenderness=6")
        diary.wait(minutes: 4)
        let over = try await diary.send(address, "number=\(spare)&part=after&tenderness=4").visibleText
        #expect(over.contains("Finished") && over.contains("Best so far: ") && over.contains("95 % sure"))
        #expect(over.contains("Sessions held and rated: 12."))
    }

    @Test(arguments: ["tenderness=4&harm=new_symptom", "skip=yes&harm=new_symptom&harm=bruise"])
    func `after something new no session begins before the danger questions are answered`(said: String) async throws {
        let diary = try await screened()
        let address = try await screen(diary)
        _ = try await diary.send(address, "number=1&part=before&tenderness=6")
        diary.wait(minutes: 4)
        let held = try await diary.send(address, "number=1&part=after&\(said)")
        #expect(held.visibleText.contains("You noted something new") && held.text.contains("href=\"/release\""))
        #expect(!held.text.contains("id=\"fair-session\""))
        diary.wait(minutes: 60)
        let forced = try await diary.send(address, "number=2&part=before&tenderness=6")
        #expect(!forced.visibleText.contains("Session 2 of 12: after"))
        #expect(try await sessions(diary).count == 2)
        #expect(try await diary.get("/release").text.contains("name=\"no_to_rest\""), "it leads to the questions")
        try await diary.answerDangerQuestions()
        let answered = try await diary.send(address, "number=2&part=before&tenderness=6")
        #expect(answered.visibleText.contains("Session 2 of 12: after"))
    }

    @Test func `a test whose lots were changed afterwards has no verdict`() async throws {
        let diary = try await screened()
        let address = try await laidOut(diary)
        let journal = try await diary.journal
        let entry = try #require(try await journal.values(EntryQuery(kinds: [.fairTest])).first)
        let drawn = try #require(try await tests(diary).first)
        let other = try FairTestRecord(
            question: drawn.question, course: drawn.course, random: drawn.random,
            schedule: drawn.schedule.map { 1 - $0 }, outcome: drawn.outcome, screenedOn: drawn.screenedOn)
        _ = try await journal.correct(entry.entry.id, with: .fairTest(other))
        let page = try await diary.get(address)
        #expect(page.visibleText.contains("was changed afterwards"))
    }
}
