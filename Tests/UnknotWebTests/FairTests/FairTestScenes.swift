import Foundation
import Testing
import Unknot
import UnknotJournal

@testable import UnknotWeb

/// Fair tests at every stage, made without a store.
enum FairTestScenes {
    static let id = EntryID("0190b6a1-7c3e-7abc-8def-0123456789ab")
    /// The first day with an arm.
    static let start = "2026-09-01"

    static func kit(day: Int = 0, at time: String = "20:30") throws -> RecordKit {
        let date = try #require(LocalDay(start)).advanced(by: day)
        return try DayChartTests.kit(now: "\(date)T\(time):00+02:00")
    }

    /// A day trial of seven pairs of four days, laid out eight days before its start.
    ///
    /// - Parameters:
    ///   - schedule: Another one than the lots say.
    ///   - rated: The days with a number, counted from the start.
    ///   - fields: What stands beside the number.
    static func days(
        schedule: [Int]? = nil, isBegun: Bool = true, ended: FairTestRecord.Ending? = nil, isIntact: Bool = true,
        rated: [Int], covariates: [FairTestRecord.Covariate] = [.workday], technique: TechniqueID? = nil,
        fields: (Int) -> String = { _ in "" }, rating: (Int) -> Double = { _ in 5 }
    ) throws -> FairTestShelf.Kept {
        let first = try #require(LocalDay(start))
        let days = try FairTestRecord.Days(
            routine: "Stretch <b>slowly</b>", versus: "as usual", technique: technique, period: 4, pairs: 7, runIn: 5,
            covariates: covariates, askedAt: 20 * 60, firstDay: isBegun ? RecordDay(start, key: "first_day") : nil)
        let record = try FairTestRecord(
            question: "Does stretching help?", course: .days(days), random: lots, schedule: schedule ?? drawn(),
            outcome: .averagePain, point: technique == nil ? nil : "gluteus_medius_tp1",
            side: technique == nil ? nil : .left, screenedOn: RecordDay("2026-08-24", key: "x"), ended: ended)
        let entries = try rated.map { day in
            let date = first.advanced(by: day)
            let number = NumberText.short(rating(day))
            return try DayChartTests.noted(
                .fairTestDay,
                "{\"test\":\"\(try #require(id))\",\"day\":\"\(date)\",\"rating\":\(number)\(fields(day))}",
                at: "\(date)T20:10:00+02:00")
        }
        return try kept(record, entries, isIntact: isIntact)
    }

    /// A screen of three techniques, with sessions rated, and perhaps one more that began five minutes before half past
    /// eight of the day with an arm.
    static func sessions(
        rated: Int, isHalf: Bool = false, isSkipped: Bool = false, blocks: Int = 6, harms: String = ""
    ) throws -> FairTestShelf.Kept {
        let sessions = try FairTestRecord.Sessions(
            techniques: [FairTestRecord.quietRest, "finger_press_hold", "stretch_hold"], blocks: blocks, spares: 3)
        let schedule = try FairTestSchedule.sessions(techniques: 3, blocks: blocks + 3, random: lots)
        let record = try FairTestRecord(
            question: "Which one?", course: .sessions(sessions), random: lots, schedule: schedule,
            outcome: .tenderness, point: "gluteus_medius_tp1", side: .left,
            screenedOn: RecordDay("2026-08-24", key: "x"))
        func said(_ session: Int, _ fields: String, at: String) throws -> Noted {
            try DayChartTests.noted(
                .fairTestSession, "{\"test\":\"\(try #require(id))\",\"number\":\(session),\(fields)}",
                at: at)
        }
        var entries = try (0..<rated).flatMap { index in
            [
                try said(index + 1, "\"before\":6", at: "2026-08-28T20:10:00+02:00"),
                try said(
                    index + 1, "\"after\":\([5, 2, 4][schedule[index]])\(harms)", at: "2026-08-28T20:15:00+02:00"),
            ]
        }
        if isHalf {
            let fields = "\"before\":6\(isSkipped ? ",\"skipped\":true" : "")"
            entries.append(try said(rated + 1, fields, at: "\(start)T20:25:00+02:00"))
        }
        return try kept(record, entries, isIntact: true)
    }

    static let lots = [UInt8](repeating: 0b0101_1010, count: FairTestRecord.randomBytes)

    static func drawn() throws -> [Int] { try FairTestSchedule.days(.usual, random: lots).map { $0 ? 1 : 0 } }

    private static func kept(
        _ record: FairTestRecord, _ entries: [Noted], isIntact: Bool
    ) throws -> FairTestShelf.Kept {
        let drawnAt = try DayChartTests.noted(
            .fairTest, RecordValue.fairTest(record).json, at: "2026-08-24T09:00:00+02:00")
        let name = try #require(id)
        return FairTestShelf.Kept(
            id: name, current: name, record: record, laidOut: drawnAt.day, drawnAt: drawnAt, isIntact: isIntact,
            history: FairTestHistory(of: name, askedAt: 20 * 60, in: entries))
    }

    // MARK: Pages

    private static func moment(
        day: LocalDay? = nil, _ safety: FairTestSafety = .clear, problem: IntakeProblem? = nil, canWrite: Bool = true
    ) throws -> FairTestMoment {
        FairTestMoment(day: day, safety: safety, problem: problem, canWrite: canWrite, id: try #require(id))
    }

    private static let problem = IntakeProblem(path: "fair_rating", message: "No number.", allowed: "0 to 10")
    private static let beside = #","done":true,"medicine":true,"rescue":true,"harms":["bruise"]"#

    static func lists() throws -> [Page<FairTestsPage>] {
        let kit = try kit(day: 10)
        let over = try days(ended: .init(on: RecordDay("2026-09-08", key: "x"), .choice), rated: Array(-5...7))
        return [
            .fairTests([], canWrite: true, kit: kit), .fairTests([try days(rated: [])], canWrite: true, kit: kit),
            .fairTests([over, try sessions(rated: 18)], canWrite: true, kit: kit),
        ]
    }

    static func designs() throws -> [Page<NewFairTestPage>] {
        let kit = try kit()
        let offers = try offers()
        let open = FairTestAdmission.open(screenedOn: kit.today, offers)
        let triage = try kit.kit.engine.locator.triage(Intake())
        let name = try #require(id)
        var pages: [Page<NewFairTestPage>] = []
        for stage in FairTestRecord.Stage.allCases {
            let form = FairPlanForm(stage: stage, what: "water")
            for admission in [open, .tell, .ask, .stop(triage), .open(screenedOn: kit.today, nil)] {
                pages.append(
                    .newFairTest(form, admission: admission, running: nil, problem: problem, id: name, kit: kit))
            }
        }
        pages.append(
            .newFairTest(
                FairPlanForm(stage: .days), admission: open, running: try days(rated: []), id: name, kit: kit))
        return pages
    }

    static func offers() throws -> FairTestOffers {
        let form = try ReleaseStory.ready { $0.health = ["bleeding_disorder_or_low_platelets"] }
        return try #require(try Site.engine.fairTestOffers(for: form.request()))
    }

    static func pages() throws -> [Page<FairTestPage>] {
        let schedule = try drawn()
        // Pain falls after days with the routine, and stands well above the ends of the scale.
        func helped(_ day: Int) -> Double {
            day > 0 && day <= schedule.count && schedule[day - 1] == 1 ? 3 : 6
        }
        func strong(_ day: Int) -> Double { day == 20 ? 8 : 5 }
        let all = try days(rated: Array(-5...56), rating: helped)
        return [
            .fairTest(try days(isBegun: false, rated: [-3]), try moment(), kit: try kit(day: 0)),
            .fairTest(try days(isBegun: false, rated: Array(-5...0)), try moment(), kit: try kit(day: 0)),
            .fairTest(
                try days(isBegun: false, rated: Array(-5...0), rating: { $0 == 0 ? 9 : 4 }), try moment(),
                kit: try kit(day: 0)),
            .fairTest(
                try days(rated: Array(-5...19) + [21], fields: { _ in beside }, rating: strong),
                try moment(problem: problem), kit: try kit(day: 22)),
            .fairTest(try days(rated: Array(-5...20), rating: strong), try moment(), kit: try kit(day: 20)),
            .fairTest(try days(rated: Array(-5...20), rating: strong), try moment(), kit: try kit(day: 21)),
            .fairTest(
                try days(rated: [-5]), try moment(day: LocalDay("2026-09-20")), kit: try kit(day: 22)),
            .fairTest(try days(rated: Array(-5...40), rating: helped), try moment(), kit: try kit(day: 40)),
            .fairTest(
                try days(rated: Array(-5...40), rating: { 9 - helped($0) }), try moment(), kit: try kit(day: 40)),
            .fairTest(try days(rated: [0]), try moment(), kit: try kit(day: 400)),
            .fairTest(all, try moment(), kit: try kit(day: 70)), .fairTest(all, try moment(), kit: try kit(day: 57)),
            .fairTest(try days(isIntact: false, rated: Array(-5...56)), try moment(), kit: try kit(day: 70)),
            .fairTest(try days(rated: [0], technique: "stretch_hold"), try moment(.blocked), kit: try kit(day: 0)),
            .fairTest(try days(rated: [0]), try moment(.askAgain, canWrite: false), kit: try kit(day: 0)),
            .fairTest(
                try days(rated: [0], fields: { _ in #","harms":["new_symptom"],"held":true"# }),
                try moment(.newSymptom), kit: try kit(day: 0)),
            .fairTest(try days(rated: [0], fields: { _ in #","held":true"# }), try moment(), kit: try kit(day: 0)),
            .fairTest(try days(rated: [0]), try moment(.remind), kit: try kit(day: 1, at: "09:00")),
            .fairTest(try days(isBegun: false, rated: [-3]), try moment(), kit: try kit(day: -2, at: "09:00")),
            .fairTest(try sessions(rated: 0), try moment(), kit: try kit()),
            .fairTest(try sessions(rated: 2, isHalf: true), try moment(), kit: try kit()),
            .fairTest(try sessions(rated: 18), try moment(), kit: try kit()),
            .fairTest(try sessions(rated: 19, blocks: 10), try moment(), kit: try kit()),
            .fairTest(try sessions(rated: 2, isHalf: true), try moment(), kit: try kit(day: 2)),
        ]
    }

    static func sheets() throws -> [Page<FairSheetPage>] {
        [
            .fairSheet(
                try days(rated: Array(-5...56), technique: "stretch_hold", fields: { _ in beside }),
                kit: try kit(day: 70)),
            .fairSheet(try days(rated: Array(-5...12)), kit: try kit(day: 12)),
            .fairSheet(try days(isBegun: false, rated: []), kit: try kit()),
            .fairSheet(try sessions(rated: 4, isHalf: true, isSkipped: true), kit: try kit()),
            .fairSheet(try sessions(rated: 0), kit: try kit()),
        ]
    }

    static func html(_ renderer: PageRenderer) throws -> [String] {
        try lists().map(renderer.html) + designs().map(renderer.html) + pages().map(renderer.html)
            + sheets().map(renderer.html)
    }
}
