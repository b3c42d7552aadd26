import SeededRandom
import Testing
import UnknotRecord

@testable import UnknotCare

/// A diary at a random time, with random gaps and late numbers.
struct RandomDiary {
    let diary: DayTrialDiary
    static let first = 20_000

    init(seed: UInt64, flipping: Bool = false) throws {
        var random = SplitMix64(seed: seed)
        let design =
            [DayTrialDesign.usual, .short, .slow, try DayTrialDesign(period: 1, pairs: 3)]
            .randomElement(using: &random) ?? .usual
        let bytes = (0..<FairTestSchedule.bytes).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        let schedule = try FairTestSchedule.days(design, random: bytes)
        let today = Int.random(in: -2...(design.days + 20), using: &random)
        let now = DayTrialDiary.Now(day: Self.first + today, isPastTime: .random(using: &random))
        var entries: [Int: DayTrialDiary.Entry] = [:]
        for day in -6...max(today, 0) where Int.random(in: 0..<10, using: &random) < 8 && day <= today {
            entries[Self.first + day] = DayTrialDiary.Entry(
                rating: Int.random(in: 0..<10, using: &random) < 9
                    ? Double(Int.random(in: 0...10, using: &random)) : nil,
                isLeftOut: Int.random(in: 0..<8, using: &random) == 0,
                isHeld: Int.random(in: 0..<12, using: &random) == 0, covariates: [.random(using: &random)],
                done: .random(using: &random))
        }
        let end = Int.random(in: 0..<5, using: &random) == 0 ? Self.first + max(0, today - 3) : nil
        let plain = DayTrialDiary(
            design: design, schedule: schedule, covariates: 1, start: Self.first, end: end, entries: entries, now: now)
        guard flipping else { diary = plain; return }
        // The same, with every pair turned round of which nothing is shown yet.
        let pair = 2 * design.period
        let flipped = schedule.indices.map { day in
            let days = (day / pair * pair)..<((day / pair + 1) * pair)
            let isShown = days.contains { plain.shownArm(on: Self.first + $0) != nil }
            return isShown ? schedule[day] : !schedule[day]
        }
        diary = DayTrialDiary(
            design: design, schedule: flipped, covariates: 1, start: Self.first, end: end, entries: entries, now: now)
    }
}

@Suite("A day trial while it runs")
struct DayTrialDiaryTests {
    private let first = RandomDiary.first

    @Test("no arm is shown before its number is there or too late to count", arguments: 1...300)
    func hidden(seed: UInt64) throws {
        let diary = try RandomDiary(seed: seed).diary
        for day in (first - 3)..<(first + diary.design.days + 3) where diary.shownArm(on: day) != nil {
            #expect(day <= diary.now.day)
            #expect(diary.entries[day]?.rating != nil || diary.isLate(for: day))
            #expect(diary.shownArm(on: day) == (diary.schedule[day - first] ? .routine : .usual))
        }
        // Before today's number nothing of the pair that runs is shown, since one day gives away the others.
        let today = diary.now.day - first
        if diary.phase != .over, !diary.isRatedToday, (0..<diary.design.days).contains(today) {
            let pair = today / (2 * diary.design.period)
            for day in 0..<diary.design.days where day / (2 * diary.design.period) == pair {
                #expect(diary.shownArm(on: first + day) == nil)
            }
        }
    }

    @Test("nothing that is shown or said depends on what is hidden", arguments: 1...300)
    func nonInterference(seed: UInt64) throws {
        let one = try RandomDiary(seed: seed).diary
        let other = try RandomDiary(seed: seed, flipping: true).diary
        #expect(one.phase == other.phase && one.nextLook == other.nextLook && one.completePairs == other.completePairs)
        for day in (first - 3)..<(first + one.design.days + 3) {
            #expect(one.shownArm(on: day) == other.shownArm(on: day))
        }
        for arm in DayTrial.Arm.allCases { #expect(one.tally(arm) == other.tally(arm)) }
        // While it runs, looks rest on pairs that are over.
        if one.phase != .over { #expect(one.analysis == other.analysis) }
    }

    @Test("numbers that are left out, or speak of a day that was held, are no part of the result", arguments: 1...100)
    func late(seed: UInt64) throws {
        let diary = try RandomDiary(seed: seed).diary
        var entries = diary.entries
        for (day, entry) in entries where entry.isLeftOut {
            entries[day]?.rating = entry.rating.map { 10 - $0 }
        }
        let other = DayTrialDiary(
            design: diary.design, schedule: diary.schedule, covariates: 1, start: diary.start, end: diary.end,
            entries: entries, now: diary.now)
        #expect(diary.trial() == other.trial())
        let trial = try #require(diary.trial())
        for (day, rating) in trial.ratings.enumerated() {
            let entry = diary.entries[first + day + 1]
            let isHeld = diary.entries[first + day]?.isHeld == true
            #expect(rating == (isHeld || entry?.isLeftOut == true ? nil : entry?.rating))
        }
    }

    @Test("days are looked at in pairs while it runs, never before the third and never in between", arguments: 1...100)
    func looks(seed: UInt64) throws {
        let diary = try RandomDiary(seed: seed).diary
        guard diary.phase != .over else { return }
        if let analysis = diary.analysis {
            #expect(analysis.counts.days % (2 * diary.design.period) == 0)
            #expect(analysis.counts.pairs >= DayTrialAnalysis.firstLook && analysis.look != .notDue)
        } else {
            #expect(diary.completePairs < DayTrialAnalysis.firstLook)
        }
        if let look = diary.nextLook { #expect(look > first + diary.completePairs * 2 * diary.design.period) }
    }

    /// A trial of which every number is there up to a day.
    private func logged(through day: Int, isPastTime: Bool = true, rating: (Int) -> Double) throws -> DayTrialDiary {
        let schedule = try FairTestSchedule.days(.usual, random: [0b0101_0101])
        var entries: [Int: DayTrialDiary.Entry] = [:]
        for index in -5...day { entries[first + index] = DayTrialDiary.Entry(rating: rating(index), done: nil) }
        return DayTrialDiary(
            design: .usual, schedule: schedule, start: first, entries: entries,
            now: DayTrialDiary.Now(day: first + day, isPastTime: isPastTime))
    }

    @Test func `a number counts for the day before it was given`() throws {
        let schedule = try FairTestSchedule.days(.usual, random: [0b0101_0101])
        // Pain falls to 2 in the 24 hours after a day with the routine.
        let diary = try logged(through: 56) { day in
            day > 0 && schedule[day - 1] ? 2 : 6
        }
        #expect(diary.phase == .over && diary.closedDays == 56)
        let trial = try #require(diary.trial())
        #expect(trial.ratings == schedule.map { $0 ? 2 : 6 })
        #expect(diary.analysis?.verdict == .likelyHelpsByAPoint)
        // The first number of all was given before anything was drawn.
        #expect(diary.entries[first]?.rating == 6)
    }

    @Test func `the last day needs one more number, and a day of waiting ends it too`() throws {
        let diary = try logged(through: 55) { _ in 5 }
        #expect(diary.phase == .running(day: 55) && diary.closedDays == 55)
        func on(_ day: Int, isPastTime: Bool = false) -> DayTrialDiary {
            DayTrialDiary(
                design: .usual, schedule: diary.schedule, start: first, entries: diary.entries,
                now: DayTrialDiary.Now(day: first + day, isPastTime: isPastTime))
        }
        #expect(on(56).phase == .closing && on(56, isPastTime: true).phase == .closing)
        #expect(on(57).phase == .closing, "a day late is in time")
        #expect(on(57, isPastTime: true).phase == .over && on(57, isPastTime: true).closedDays == 56)
        #expect(on(400).phase == .over && on(400).analysis?.counts.logged == 55)
    }

    @Test func `who travels west the day it began sees its first day`() throws {
        let diary = try logged(through: 0) { _ in 5 }
        let west = DayTrialDiary(
            design: .usual, schedule: diary.schedule, start: first, entries: diary.entries,
            now: DayTrialDiary.Now(day: first - 1, isPastTime: false))
        #expect(west.phase == .running(day: 0))
        #expect(west.shownArm(on: first) == nil && west.trial()?.assigned == [])
        #expect(west.analysis == nil)
    }

    @Test func `it begins after five days of numbers and not in a flare`() throws {
        func runIn(_ ratings: [Double?]) throws -> DayTrialDiary.Phase {
            var entries: [Int: DayTrialDiary.Entry] = [:]
            for (index, rating) in ratings.enumerated() { entries[first + index] = .init(rating: rating) }
            return DayTrialDiary(
                design: .usual, schedule: try FairTestSchedule.days(.usual, random: [1]), start: nil, entries: entries,
                now: .init(day: first + ratings.count - 1, isPastTime: true)
            ).phase
        }
        #expect(try runIn([4]) == .runIn(.logOn(days: 4)))
        #expect(try runIn([4, 4, 5, nil, 4, 4]) == .runIn(.ready))
        #expect(try runIn([4, 4, 5, 4, 7]) == .runIn(.waitForFlare(pain: 7, median: 4)))
        #expect(try runIn([4, 4, 5, 4, 4, nil]) == .runIn(.logOn(days: 1)))
        // Days of months ago do not count.
        #expect(try runIn([4, 4, 4, 4, 4] + [Double?](repeating: nil, count: 60) + [4]) == .runIn(.logOn(days: 4)))
    }

    @Test func `an end by choice keeps the days that are over`() throws {
        let diary = try logged(through: 30) { _ in 5 }
        let ended = DayTrialDiary(
            design: .usual, schedule: diary.schedule, start: first, end: first + 30, entries: diary.entries,
            now: DayTrialDiary.Now(day: first + 40, isPastTime: true))
        #expect(ended.phase == .over && ended.closedDays == 30 && ended.nextLook == nil)
        #expect(ended.shownArm(on: first + 29) != nil && ended.shownArm(on: first + 30) == nil)
        let before = DayTrialDiary(
            design: .usual, schedule: diary.schedule, start: nil, end: first, entries: [:],
            now: DayTrialDiary.Now(day: first, isPastTime: true))
        #expect(before.phase == .over && before.analysis == nil && before.trial() == nil)
    }

    @Test func `an end by choice looks at complete pairs alone, and takes no number afterwards`() throws {
        // Two pairs of nothing, a third of nothing, and then half a pair that would change the picture.
        let schedule = try FairTestSchedule.days(.usual, random: [0b0101_0101])
        func ended(_ day: Int, rating: (Int) -> Double) throws -> DayTrialDiary {
            let diary = try logged(through: day, rating: rating)
            return DayTrialDiary(
                design: .usual, schedule: schedule, start: first, end: first + day, entries: diary.entries,
                now: DayTrialDiary.Now(day: first + day, isPastTime: true))
        }
        func plain(_ day: Int) -> Double { Double(4 + day % 3) }
        let one = try ended(30, rating: plain)
        let other = try ended(30) { $0 > 24 ? 0 : plain($0) }
        #expect(one.analysis != nil && one.analysis == other.analysis)
        #expect(one.analysis?.counts.days == 24)
        #expect(
            try ended(5, rating: plain).analysis?.verdict == nil, "without a pair all that is said is what is missing")
        for day in 20...30 {
            #expect(!one.takesNumber(for: first + day, from: first) && !one.takesMore(for: first + day, from: first))
        }
    }

    @Test func `today's number waits for its hours, what came up does not`() throws {
        let diary = try logged(through: 9) { _ in 5 }
        func now(isEarly: Bool) -> DayTrialDiary {
            DayTrialDiary(
                design: .usual, schedule: diary.schedule, start: first, entries: diary.entries,
                now: .init(day: first + 10, isPastTime: false, isEarly: isEarly))
        }
        #expect(!now(isEarly: true).takesNumber(for: first + 10, from: first))
        #expect(now(isEarly: false).takesNumber(for: first + 10, from: first))
        for isEarly in [true, false] {
            #expect(now(isEarly: isEarly).takesMore(for: first + 10, from: first))
            #expect(now(isEarly: isEarly).takesMore(for: first + 9, from: first))
            #expect(!now(isEarly: isEarly).takesMore(for: first + 11, from: first))
        }
    }

    @Test func `what is kept back shows nothing of the pair, and the number after it is missing`() throws {
        let diary = try logged(through: 10) { _ in 5 }
        var entries = diary.entries
        entries[first + 9]?.isHeld = true
        let held = DayTrialDiary(
            design: .usual, schedule: diary.schedule, start: first, entries: entries,
            now: .init(day: first + 10, isPastTime: true, isHeld: true))
        for day in 8...10 { #expect(held.shownArm(on: first + day) == nil && diary.shownArm(on: first + day) != nil) }
        #expect(held.shownArm(on: first + 7) != nil)
        let trial = try #require(held.trial())
        #expect(trial.ratings[8] == 5 && trial.ratings[9] == nil)
        #expect(trial.assigned == Array(diary.schedule.prefix(10)), "what was drawn stays as it was")
    }

    @Test func `a number may come a week late, and counts for a day`() throws {
        let diary = try logged(through: 20) { _ in 5 }
        var entries = diary.entries
        for day in 10...20 { entries[first + day] = nil }
        func at(_ isPastTime: Bool) -> DayTrialDiary {
            DayTrialDiary(
                design: .usual, schedule: diary.schedule, start: first, entries: entries,
                now: .init(day: first + 20, isPastTime: isPastTime))
        }
        #expect(at(false).missedDays(from: first) == (13...19).reversed().map { first + $0 })
        #expect(!at(false).isLate(for: first + 19) && at(false).isLate(for: first + 18))
        #expect(at(true).isLate(for: first + 19) && !at(true).isLate(for: first + 20))
        #expect(!at(true).takesNumber(for: first + 21, from: first))
    }

    @Test func `all zeros, all tens and months of nothing give no verdict`() throws {
        for rating in [0.0, 10] {
            let analysis = try #require(try logged(through: 56) { _ in rating }.analysis)
            #expect(analysis.verdict == nil && !analysis.shortfalls.isEmpty)
        }
        let empty = DayTrialDiary(
            design: .usual, schedule: try FairTestSchedule.days(.usual, random: [1]), start: first, entries: [:],
            now: .init(day: first + 300, isPastTime: true))
        #expect(empty.phase == .over && empty.analysis?.verdict == nil)
        #expect(empty.analysis?.shortfalls.isEmpty == false)
    }

    @Test func `a record allows what a design allows`() throws {
        func isRecorded(_ period: Int, _ pairs: Int, _ runIn: Int) -> Bool {
            (try? FairTestRecord.Days(
                routine: "r", versus: "v", period: period, pairs: pairs, runIn: runIn, askedAt: 0)) != nil
        }
        for number in 0...25 {
            #expect(isRecorded(number, 3, 5) == DayTrialDesign.periods.contains(number))
            #expect(isRecorded(1, number, 5) == DayTrialDesign.pairsAllowed.contains(number))
            #expect(isRecorded(1, 3, number) == DayTrialDesign.runIns.contains(number))
        }
        #expect(FairTestRecord.randomBytes == FairTestSchedule.bytes)
    }

    @Test(arguments: ["Strength training twice a week", "go to the GYM", "lift weights"])
    func `what builds up is known by its words`(routine: String) {
        #expect(SlowBuilders.isNamed(in: routine))
        #expect(!SlowBuilders.isNamed(in: "A glass of water at ten"))
    }
}
