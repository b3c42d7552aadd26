import Testing
import Unknot
import UnknotJournal

@testable import UnknotWeb

@Suite("Pages of a fair test")
struct FairTestPageTests {
    private func html(
        _ test: FairTestShelf.Kept, day: Int, at time: String = "20:30", safety: FairTestSafety = .clear
    ) throws -> String {
        let kit = try FairTestScenes.kit(day: day, at: time)
        let moment = FairTestMoment(safety: safety, id: try #require(FairTestScenes.id))
        return try PageRenderer(Site.engine.atlas).html(.fairTest(test, moment, kit: kit))
    }

    /// The same lots with the pair of a day and all later ones turned round.
    private func turned(from day: Int) throws -> [Int] {
        try FairTestScenes.drawn().enumerated().map { $0.offset >= day / 8 * 8 ? 1 - $0.element : $0.element }
    }

    @Test(arguments: [0, 1, 5, 7, 8, 23, 24, 31, 55])
    func `before today's number the page is the same whatever was drawn for this pair and later`(day: Int) throws {
        let rated = Array(-5..<day)
        let one = try FairTestScenes.days(rated: rated)
        let other = try FairTestScenes.days(schedule: turned(from: day), rated: rated)
        #expect(try html(one, day: day) == html(other, day: day))
        let sheets = try [one, other].map {
            try PageRenderer(Site.engine.atlas).html(.fairSheet($0, kit: FairTestScenes.kit(day: day)))
        }
        #expect(sheets[0] == sheets[1])
        // And once it is there, they tell apart.
        let now = try FairTestScenes.days(rated: rated + [day])
        let turnedNow = try FairTestScenes.days(schedule: turned(from: day), rated: rated + [day])
        #expect(try html(now, day: day) != html(turnedNow, day: day))
    }

    @Test func `what was drawn for later days is never on a page`() throws {
        let rated = Array(-5...12)
        let one = try FairTestScenes.days(rated: rated)
        let other = try FairTestScenes.days(schedule: turned(from: 16), rated: rated)
        #expect(try html(one, day: 12) == html(other, day: 12))
    }

    @Test func `today's card says what to do, and strong pain comes before the lot`() throws {
        let schedule = try FairTestScenes.drawn()
        for day in [0, 4] {
            let page = try html(FairTestScenes.days(rated: Array(-5...day)), day: day).visibleText
            #expect(page.contains(schedule[day] == 1 ? "Today: with it" : "Today: as usual"))
            #expect(!page.contains("anything safe that eases it is fine"))
        }
        let strong = try html(FairTestScenes.days(rated: [0], rating: { _ in 7 }), day: 0).visibleText
        #expect(strong.contains("anything safe that eases it is fine"))
    }

    @Test func `what speaks against the routine wins over the lot`() throws {
        let test = try FairTestScenes.days(rated: [0], technique: "stretch_hold")
        let blocked = try html(test, day: 0, safety: .blocked).visibleText
        #expect(blocked.contains("Leave it for today") && !blocked.contains("Today: with it"))
        #expect(blocked.contains("counts more than any lot"))
        let new = try FairTestScenes.days(rated: [0], fields: { _ in #","harms":["new_symptom"]"# })
        let page = try html(new, day: 0, safety: .newSymptom).visibleText
        #expect(page.contains("Leave it for today") && !page.contains("Today: with it"))
        #expect(!page.contains("Today: as usual"))
    }

    @Test func `a result always has interval and days, and an empty one says why`() throws {
        let schedule = try FairTestScenes.drawn()
        let helped = try FairTestScenes.days(
            rated: Array(-5...56), rating: { day in day > 0 && schedule[day - 1] == 1 ? 3 : 6 })
        let page = try html(helped, day: 70).visibleText
        #expect(page.contains("Likely helps by a point or more"))
        #expect(page.contains("95 % sure") && page.contains("56 of 56 days logged"))
        #expect(page.contains("this includes what you expected of it"))
        let empty = try html(FairTestScenes.days(rated: [0]), day: 400).visibleText
        #expect(empty.contains("No verdict yet") && empty.contains("Why there is no verdict"))
        #expect(!empty.contains("points less pain") && !empty.contains("points more pain"))
    }

    @Test func `between the looks nothing is said of the effect`() throws {
        for day in [3, 12, 23] {
            let page = try html(FairTestScenes.days(rated: Array(-5...day)), day: day).visibleText
            #expect(!page.contains("95 %") && !page.contains("Likely") && !page.contains("Not sure yet:"))
        }
        let look = try html(FairTestScenes.days(rated: Array(-5...24)), day: 24).visibleText
        #expect(look.contains("The look after pair 3"))
    }

    @Test func `a test that was changed after the lots has no verdict`() throws {
        let page = try html(FairTestScenes.days(isIntact: false, rated: Array(-5...56)), day: 70).visibleText
        #expect(page.contains("was changed afterwards") && !page.contains("95 % sure"))
    }

    @Test func `words of a person are shown as words`() throws {
        let page = try html(FairTestScenes.days(rated: [0]), day: 0)
        #expect(!page.contains("<b>slowly</b>"))
    }

    @Test func `the sheet shows the order and its random bytes only when all is over`() throws {
        let renderer = try PageRenderer(Site.engine.atlas)
        let test = try FairTestScenes.days(rated: Array(-5...56), technique: "stretch_hold")
        let hex = test.record.randomText
        let during = try renderer.html(.fairSheet(test, kit: FairTestScenes.kit(day: 40)))
        #expect(!during.contains(hex) && during.contains("printed once the test is over"))
        let after = try renderer.html(.fairSheet(test, kit: FairTestScenes.kit(day: 70)))
        #expect(after.contains(hex) && after.visibleText.contains("Order of the periods: "))
        for item in ["Eligibility", "Primary outcome", "Model", "Harms", "Deviations", "Posterior mean"] {
            #expect(after.visibleText.contains(item) || item == "Posterior mean", "\(item)")
        }
    }

    @Test func `a session shows its technique only after the number before it`() throws {
        let before = try html(FairTestScenes.sessions(rated: 2), day: 0).visibleText
        #expect(before.contains("Session 3 of 18: before") && !before.contains("for two minutes. "))
        let during = try html(FairTestScenes.sessions(rated: 2, isHalf: true), day: 0).visibleText
        #expect(during.contains("Session 3 of 18: after") && during.contains("for two minutes. "))
        let over = try html(FairTestScenes.sessions(rated: 18), day: 0).visibleText
        #expect(over.contains("Best so far: ") && over.contains("95 % sure"))
        #expect(over.contains("changes more easily than pain does"))
    }

    @Test func `between the looks at sessions nothing is said, and before the end only the order`() throws {
        for rated in [1, 5, 17] {
            let page = try html(FairTestScenes.sessions(rated: rated, blocks: 16), day: 0).visibleText
            #expect(!page.contains("Best so far") && !page.contains("Too early") && !page.contains("95 %"), "\(rated)")
            #expect(page.contains("After 6 sessions of each"))
        }
        for rated in 18..<30 {
            let page = try html(FairTestScenes.sessions(rated: rated, blocks: 16), day: 0).visibleText
            #expect(page.contains("The look after 6 sessions of each") && page.contains("Best so far: "))
            #expect(page.contains("Sessions held and rated: 18.") && page.contains("This is only an order"))
            for words in ["95 %", "likely", "not sure", "points"] {
                #expect(!page.contains(words), "\(rated): \(words)")
            }
        }
    }

    @Test func `a session left half is over after half an hour, and the page says so kindly`() throws {
        let half = try FairTestScenes.sessions(rated: 2, isHalf: true)
        let now = try html(half, day: 0, at: "20:55").visibleText
        #expect(now.contains("Session 3 of 18: after") && now.contains("It counts from 20:28 to 20:55"))
        let later = try html(half, day: 0, at: "20:56").visibleText
        #expect(later.contains("Session 4 of 18: before") && later.contains("That session does not count"))
        #expect(later.contains("a spare session at the end takes its place"))
    }

    @Test func `what a session did not agree with stands on the sheet`() throws {
        let sheet = try PageRenderer(Site.engine.atlas).html(
            .fairSheet(FairTestScenes.sessions(rated: 1, harms: #","harms":["bruise"]"#), kit: FairTestScenes.kit()))
        #expect(sheet.visibleText.contains("28 Aug 2026: A bruise"))
        let over = try PageRenderer(Site.engine.atlas).html(
            .fairSheet(FairTestScenes.sessions(rated: 18), kit: FairTestScenes.kit()))
        #expect(over.visibleText.contains("18 of 18 planned, 0 of them spare ones") && over.contains(" | "))
    }

    @Test func `the list in the record tells nothing of the lots`() throws {
        let kit = try FairTestScenes.kit()
        let test = try FairTestScenes.days(rated: [])
        #expect(EntryWords(kit).text(.fairTest(test.record)) == "Does stretching help?")
        #expect(EntryWords(kit).title(.fairTestDay) == "Day of a fair test")
    }

    @Test func `slow builders and what health forbids are named with the reason and not offered`() throws {
        let kit = try FairTestScenes.kit()
        let offers = try FairTestScenes.offers()
        #expect(!offers.treatments.contains { SlowBuilders.techniques.contains($0.technique.id) })
        #expect(!offers.refused.isEmpty && !offers.tooSlow.isEmpty)
        let page = try PageRenderer(Site.engine.atlas).html(
            .newFairTest(
                FairPlanForm(stage: .days), admission: .open(screenedOn: kit.today, offers), running: nil,
                id: #require(FairTestScenes.id), kit: kit))
        let refused = Set(offers.refused.filter { !$0.isOnlyPutLast }.map(\.technique.rawValue))
        for technique in refused.union(SlowBuilders.techniques.map(\.rawValue)) {
            #expect(!page.contains("value=\"\(technique)\""), "\(technique)")
        }
        #expect(page.visibleText.contains("builds up over weeks"))
    }
}
