import SeededRandom
import Testing
import UnknotJournal
import UnknotRecord

@Suite("Numbers day by day")
struct DaySeriesTests {
    private func day(_ number: Int) -> LocalDay { LocalDay(number: number) }

    private func series(_ values: [(Int, Double)], _ range: ClosedRange<Int>, addsUp: Bool = false) -> DaySeries {
        DaySeries(
            values.map { (day: day($0.0), value: $0.1) }, over: day(range.lowerBound)...day(range.upperBound),
            addsUp: addsUp)
    }

    @Test func `each day has its numbers, and a day without any is a gap`() {
        let series = series([(2, 5), (2, 1), (2, 4), (4, 7), (9, 1), (0, 1)], 1...5)
        #expect(series.days.map(\.day.number) == [1, 2, 3, 4, 5])
        #expect(series.days.map(\.values) == [[], [5, 1, 4], [], [7], []])
        #expect(series.days.map(\.median) == [nil, 4, nil, 7, nil])
        #expect(series.days.map(\.least) == [nil, 1, nil, 7, nil])
        #expect(series.days.map(\.most) == [nil, 5, nil, 7, nil])
        #expect(series.stretches == [1..<2, 3..<4])
        #expect(series.filledDays == 2)
        #expect(series.mean == 5.5)
    }

    @Test func `an even number of entries has the mean of the two in the middle as its median`() {
        #expect(series([(1, 8), (1, 2), (1, 3), (1, 5)], 1...1).days[0].median == 4)
    }

    @Test func `what adds up is summed`() throws {
        let series = series([(1, 0.5), (1, 0.7), (3, 2)], 1...3, addsUp: true)
        #expect(series.days.map(series.value) == [1.2, nil, 2])
        #expect(Measure.water.addsUp && !Measure.painNow.addsUp)
    }

    @Test func `an empty series has gaps only`() {
        let series = series([], 1...3)
        #expect(series.days.count == 3)
        #expect(series.mean == nil)
        #expect(series.stretches.isEmpty)
    }

    @Test func `a part has the days of the part`() {
        let whole = series([(1, 1), (2, 2), (3, 3)], 1...3)
        #expect(whole.within(day(2)...day(9)).days.map(\.values) == [[2], [3]])
        #expect(whole.within(day(7)...day(9)).days.isEmpty)
    }

    @Test("stretches cover exactly the days with a number, and none touches the next", arguments: 1...20)
    func stretches(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let values = (0..<30).filter { _ in Bool.random(using: &random) }.map { ($0, 1.0) }
        let series = series(values, 0...29)
        #expect(series.stretches.flatMap { Array($0) } == values.map(\.0))
        for (one, next) in zip(series.stretches, series.stretches.dropFirst()) {
            #expect(one.upperBound < next.lowerBound)
        }
    }

    @Test func `entries around both changes of summer time land on their own days`() throws {
        var entries: [Noted] = []
        for (index, text) in [
            "2026-10-24T23:59:59+02:00", "2026-10-25T00:00:00+02:00", "2026-10-25T02:30:00+02:00",
            "2026-10-25T02:30:00+01:00", "2026-10-25T23:59:59+01:00", "2026-10-26T00:00:00+01:00",
        ].enumerated() {
            entries.append(
                try noted(
                    .pain(PainRecord(now: Double(index))), at: text, zone: "Europe/Berlin", seed: UInt64(index)))
        }
        let range = try #require(LocalDay("2026-10-24"))...(try #require(LocalDay("2026-10-26")))
        let series = DaySeries(.painNow, in: entries.shuffled(), over: range)
        #expect(series.days.map(\.values) == [[0], [1, 2, 3, 4], [5]])
    }

    @Test func `an entry stays on the day of the place where it happened, wherever one looks from`() throws {
        let entries = [
            try noted(.pain(PainRecord(now: 1)), at: "2026-06-01T23:00:00Z", zone: "Asia/Tokyo", seed: 1),
            try noted(.pain(PainRecord(now: 2)), at: "2026-06-01T23:00:00Z", zone: "America/New_York", seed: 2),
            try noted(.pain(PainRecord(now: 3)), at: "2026-06-01T23:00:00Z", zone: "Mars/Base", seed: 3),
        ]
        let range = try #require(LocalDay("2026-06-01"))...(try #require(LocalDay("2026-06-02")))
        #expect(DaySeries(.painNow, in: entries, over: range).days.map(\.values) == [[2, 3], [1]])
    }
}

@Suite("Change beyond the noise")
struct MeaningfulChangeTests {
    private let pain: ChangeRule
    private let function: ChangeRule

    init() throws {
        pain = try #require(
            ChangeRule(
                steps: [.init(from: 0, change: 1), .init(from: 4.5, change: 2), .init(from: 7.5, change: 3)],
                isHigherBetter: false))
        function = try #require(ChangeRule(steps: [.init(from: 0, change: 2)], isHigherBetter: true))
    }

    private func week(_ values: [Double?], from first: Int = 0) -> DaySeries {
        DaySeries(
            values.enumerated().compactMap { index, value in
                value.map { (day: LocalDay(number: first + index), value: $0) }
            }, over: LocalDay(number: first)...LocalDay(number: first + values.count - 1))
    }

    @Test(
        "pain has changed by one, two or three points, by where it started",
        arguments: [
            (3.0, 2.0, MeaningfulChange.Verdict.improved), (3, 2.1, .noClearChange), (3, 4, .worse), (0, 1, .worse),
            (0, 0.9, .noClearChange), (6, 4, .improved), (6, 4.5, .noClearChange), (6, 8, .worse), (9, 6, .improved),
            (9, 6.5, .noClearChange), (9, 10, .noClearChange), (5, 5, .noClearChange),
        ])
    func pain(before: Double, after: Double, verdict: MeaningfulChange.Verdict) {
        let change = MeaningfulChange(
            from: week([before, before, before]), to: week([after, after, after]), rule: pain)
        #expect(change.verdict == verdict)
    }

    @Test func `where more is better a rise is an improvement`() {
        #expect(
            MeaningfulChange(from: week([3, 3, 3]), to: week([5, 5, 5]), rule: function).verdict == .improved)
        #expect(MeaningfulChange(from: week([5, 5, 5]), to: week([3, 3, 3]), rule: function).verdict == .worse)
    }

    @Test func `tenths do not fall short by rounding`() {
        let change = MeaningfulChange(from: week([4.3, 4.3, 4.4]), to: week([3.3, 3.3, 3.4]), rule: pain)
        #expect(change.verdict == .improved)
    }

    @Test func `too few days on either side say nothing, however large the change`() {
        let few = MeaningfulChange(from: week([9, nil, 9]), to: week([1, 1, 1]), rule: pain)
        #expect(few.verdict == .tooLittleData)
        #expect(few.daysBefore == 2 && few.daysAfter == 3)
        #expect(
            MeaningfulChange(from: week([9, 9, 9]), to: week([1, nil, nil]), rule: pain).verdict == .tooLittleData)
        let none = MeaningfulChange(from: week([nil]), to: week([nil]), rule: pain, fewestDays: 0)
        #expect(none.verdict == .tooLittleData)
        #expect(none.before == nil && none.difference == nil && none.smallest == nil)
        #expect(
            MeaningfulChange(from: week([9]), to: week([1]), rule: pain, fewestDays: 1).verdict == .improved)
    }

    @Test func `a day with many entries counts once`() {
        let loud = DaySeries(
            Array(repeating: (day: LocalDay(number: 0), value: 9.0), count: 50)
                + [(day: LocalDay(number: 1), value: 3.0), (day: LocalDay(number: 2), value: 3)],
            over: LocalDay(number: 0)...LocalDay(number: 2))
        let change = MeaningfulChange(from: loud, to: week([4, 4, 4]), rule: pain)
        #expect(change.before == 5)
        #expect(change.difference == -1)
        #expect(change.smallest == 2)
    }
}
