import HTTPTypes
import Testing
import Unknot
import UnknotJournal

@testable import UnknotWeb

@Suite("A fair test and what speaks against it")
struct FairTestSafetyTests {
    private let thinner: HealthID = "anticoagulant_medicine"

    /// A technique that somebody without blood thinners may test, and somebody with them may not.
    private func technique() throws -> TechniqueID {
        let engine = try Site.engine
        let free = try #require(try engine.fairTestOffers(for: ReleaseStory.ready().request()))
        let barred = try #require(
            try engine.fairTestOffers(for: ReleaseStory.ready { $0.health = [thinner] }.request()))
        return try #require(free.treatments.map(\.technique.id).first { !barred.allows($0) })
    }

    private func techniqueTest() throws -> String { "stage=days&what=\(try technique())&length=usual" }

    @Test func `what speaks against a technique holds however old the danger answers are`() async throws {
        let diary = try await Diary.screened()
        let (address, begun) = try await diary.begin(techniqueTest())
        #expect(begun.tells())
        try await diary.note(.health(HealthRecord(applies: [thinner])))
        for day in 1...12 {
            let page = try await diary.rateNextDay(address)
            #expect(page.visibleText.contains("counts more than any lot"), "day \(day)")
            #expect(page.visibleText.contains("Leave it for today") && !page.tells(), "day \(day)")
            #expect(!page.visibleText.contains("Your number for today"), "the number is taken all the same")
        }
        // Answering the danger questions alone does not take it back; answering this one does.
        try await diary.note(.health(HealthRecord(signsAnswered: true)))
        #expect(try await !diary.get(address).tells())
        try await diary.note(.health(HealthRecord(denied: [thinner])))
        #expect(try await diary.send("\(address)/log", "more=yes&show=yes").tells())
        // The numbers after days that were held are as if they were missing.
        #expect(
            try await diary.get("\(address)/sheet").visibleText.contains("kept back for safety, counted as missing: 11")
        )
    }

    @Test func `nothing begins while something speaks against it, however long ago that was said`() async throws {
        let diary = try await Diary.screened()
        let address = try await diary.layOut(techniqueTest())
        try await diary.rate(address, days: 4)
        try await diary.note(.health(HealthRecord(applies: [thinner])))
        for _ in 0..<6 {
            let page = try await diary.rateNextDay(address)
            #expect(!page.text.contains("\(address)/begin"))
            #expect(try await !diary.send("\(address)/begin", "").tells())
        }
        #expect(try await diary.fairTests.first?.isBegun == false)
    }

    @Test func `old danger answers hold a technique back, and only remind of a glass of water`() async throws {
        for (form, isHeld) in [
            (try techniqueTest(), true), ("stage=days&what=water", false), ("stage=days&what=own&own=The+ball", true),
        ] {
            let diary = try await Diary.screened()
            let address = try await diary.layOut(form)
            try await diary.rate(address, days: 8)
            let page = try await diary.get(address)
            #expect(page.visibleText.contains("The danger questions have no answers"))
            #expect(page.text.contains("href=\"/release\""))
            #expect(page.text.contains("\(address)/begin") == !isHeld)
            #expect(try await diary.send("\(address)/begin", "").tells() == !isHeld)
            #expect(try await diary.get("/release").text.contains("name=\"no_to_rest\""), "it leads to the questions")
            if isHeld {
                try await diary.answerDangerQuestions()
                #expect(try await diary.send("\(address)/begin", "").tells(), "\(form)")
            }
        }
    }

    @Test func `a drawing on which nothing hurts is no clearance`() async throws {
        let diary = try await Diary.screened()
        let (address, begun) = try await diary.begin(techniqueTest())
        #expect(begun.tells())
        diary.wait(minutes: 5)
        try await diary.note(RecordValue(kind: .drawing, json: Array(#"{"marks":[],"complete":true}"#.utf8)))
        let page = try await diary.get(address)
        #expect(!page.tells() && page.visibleText.contains("What was drawn stays hidden"))
        #expect(page.visibleText.contains("First the danger questions"))
    }

    @Test func `something new holds until the danger questions are answered after it`() async throws {
        let diary = try await Diary.screened()
        let (address, begun) = try await diary.begin()
        #expect(begun.tells())
        let new = try await diary.rateNextDay(address, "rating=5&harm=new_symptom")
        #expect(new.visibleText.contains("You noted something new") && !new.tells())
        // The next number does not clear it, and the figure gives nothing away.
        let next = try await diary.rateNextDay(address)
        #expect(next.visibleText.contains("You noted something new") && !next.tells())
        #expect(!next.text.contains(">with it</td>"))
        let sheet = try await diary.get("\(address)/sheet")
        #expect(!sheet.text.contains(">with it</td>"))
        // Its way leads to the danger questions, although they were answered within the week.
        #expect(try await diary.get("/release").text.contains("name=\"no_to_rest\""))
        #expect(try await !diary.send("\(address)/log", "more=yes&show=yes").tells(), "not before they are answered")
        try await diary.answerDangerQuestions()
        let answered = try await diary.get(address)
        #expect(answered.visibleText.contains("Show it"))
        #expect(!answered.tells() && !answered.visibleText.contains("You noted something new"))
        #expect(try await diary.send("\(address)/log", "more=yes&show=yes").tells())
        #expect(try await !diary.get("/release").text.contains("name=\"no_to_rest\""), "once is enough")
        // Taking the entry away is no answer either.
        _ = try await diary.send("\(address)/log", "more=yes&harm=new_symptom")
        let entry = try #require(
            try await diary.fairDays.first { $0.value.map { "\($0)".contains("newSymptom") } ?? false })
        _ = try await diary.send("/record/entries/\(entry.entry.id)/remove", "")
        #expect(try await !diary.get(address).tells())
    }

    @Test func `something new in the days before keeps it from beginning`() async throws {
        let diary = try await Diary.screened()
        let address = try await diary.layOut()
        try await diary.rate(address, days: 4)
        _ = try await diary.rateNextDay(address, "rating=5&harm=new_symptom")
        #expect(try await !diary.send("\(address)/begin", "").tells())
        #expect(try await diary.fairTests.first?.isBegun == false)
        try await diary.answerDangerQuestions()
        #expect(try await diary.send("\(address)/begin", "").tells())
    }

    @Test func `what comes up after the number is kept, and the number stays`() async throws {
        let diary = try await Diary.screened()
        let (address, _) = try await diary.begin()
        let rated = try await diary.rateNextDay(address, "rating=4")
        #expect(rated.tells() && rated.visibleText.contains("Something came up?"))
        let count = try await diary.fairDays.count
        // A whole form again: only what is new in it is written down.
        for _ in 1...2 { _ = try await diary.rate(address, "rating=9&medicine=yes&done=yes&harm=bruise") }
        #expect(try await diary.fairDays.count == count + 1)
        let page = try await diary.get(address).visibleText
        #expect(page.contains("medicine") && page.contains("a bruise"))
        #expect(!page.contains("Did you take medicine"), "what was said is not asked again")
        for _ in 1...2 { _ = try await diary.rate(address, "more=yes&harm=new_symptom") }
        #expect(try await diary.fairDays.count == count + 2)
        let alarm = try await diary.get(address)
        #expect(alarm.visibleText.contains("You noted something new") && !alarm.tells())
        let ratings = try await diary.fairDays.compactMap { noted -> Double? in
            if case .fairTestDay(let record)? = noted.value { record.rating } else { nil }
        }
        #expect(!ratings.contains(9))
        // Nothing ticked is nothing to keep, and no mistake.
        #expect(try await diary.rate(address, "more=yes").status == .ok)
        #expect(try await diary.fairDays.count == count + 2)
    }

    @Test func `in the early hours what came up can be noted, the number not`() async throws {
        let diary = try await Diary.screened()
        let (address, _) = try await diary.begin()
        let test = try #require(try await diary.fairTests.first)
        diary.wait(minutes: 24 * 60 + 3 * 60 + 29)
        #expect(try await diary.rate(address, "rating=4").tells(), "at 23:59")
        diary.wait(minutes: 2)
        let night = try await diary.get(address)
        #expect(!night.visibleText.contains("Your number for today") && night.visibleText.contains("from 16:00 on"))
        #expect(night.visibleText.contains("Until today's number: \(test.schedule[1] == 1 ? "with it" : "as usual")"))
        let refused = try await diary.rate(address, "rating=9")
        #expect(refused.status == .badRequest && refused.visibleText.contains("too early") && !refused.tells())
        _ = try await diary.rate(address, "more=yes&harm=soreness")
        #expect(try await diary.get("\(address)/sheet").visibleText.contains("Sore for more than two days"))
        diary.wait(minutes: 15 * 60 + 58)
        #expect(try await !diary.get(address).visibleText.contains("Your number for today"), "at 15:59")
        diary.wait(minutes: 1)
        #expect(try await diary.get(address).visibleText.contains("Your number for today"))
        #expect(try await diary.rate(address, "rating=4").tells())
    }

    @Test func `a number taken away is left out and named, and no other takes its place`() async throws {
        let diary = try await Diary.screened()
        let (address, _) = try await diary.begin()
        let seen = try await diary.rateNextDay(address, "rating=4")
        let entry = try #require(try await diary.fairDays.first)
        let advice = try await diary.get("/record/entries/\(entry.entry.id)").visibleText
        #expect(advice.contains("a new one does not take its place") && !advice.contains("make a new one"))
        _ = try await diary.send("/record/entries/\(entry.entry.id)/remove", "")
        let page = try await diary.get(address)
        #expect(!page.visibleText.contains("Your number for today"))
        #expect(page.tells(.routine) == seen.tells(.routine) && page.tells(.usual) == seen.tells(.usual))
        _ = try await diary.rate(address, "rating=9")
        let ratings = try await diary.fairDays.compactMap { noted -> Double? in
            if case .fairTestDay(let record)? = noted.value { record.rating } else { nil }
        }
        #expect(!ratings.contains(9) && !ratings.contains(4))
        let sheet = try await diary.get("\(address)/sheet").visibleText
        #expect(sheet.contains("Numbers taken back or changed after they were given, and left out: 1"))
    }

    @Test func `an end or a start that is taken back stands, and is named`() async throws {
        let diary = try await Diary.screened()
        let (address, _) = try await diary.begin()
        for undone in ["start", "end"] {
            if undone == "end" {
                #expect(try await diary.send("\(address)/end", "reason=choice").visibleText.contains("by choice"))
            }
            let journal = try await diary.journal
            let entry = try #require(try await journal.values(EntryQuery(kinds: [.fairTest])).first)
            _ = try await diary.send("/record/entries/\(entry.entry.id)/undo", "")
            let page = try await diary.get(address)
            #expect(page.tells() == (undone == "start"), "it is begun, and ended, all the same")
            #expect(page.visibleText.contains("by choice") == (undone == "end"))
            #expect(try await diary.get("\(address)/sheet").visibleText.contains("was taken back afterwards"))
            #expect(try await diary.rateNextDay(address).tells() == (undone == "start"))
        }
        #expect(try await diary.get("/prevent/tests").text.contains("href=\"/prevent/tests/new\""))
    }
}

extension FairTestRecord {
    fileprivate var isBegun: Bool { if case .days(let days) = course { days.firstDay != nil } else { false } }
}
