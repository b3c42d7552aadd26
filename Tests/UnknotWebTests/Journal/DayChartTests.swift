import Testing
import Unknot
import UnknotJournal

@testable import UnknotWeb

@Suite("The chart of days")
struct DayChartTests {
    static let person = PersonID("0190b6a1-7c3e-7abc-8def-0123456789ab")

    /// An entry as the journal gives it.
    static func noted(
        _ kind: EntryKind, _ json: String, at text: String, zone: String = "Europe/Berlin"
    ) throws -> Noted {
        let value = try RecordValue(kind: kind, json: Array(json.utf8))
        let moment = try MomentText(text).moment
        var random = SystemRandomNumberGenerator()
        return Noted(
            Entry(
                person: try #require(person), id: EntryID(at: moment, using: &random), kind: kind, happenedAt: moment,
                zone: zone, recordedAt: moment, payload: value.json))
    }

    static func kit(now: String, zone: String = "Europe/Berlin") throws -> RecordKit {
        RecordKit(
            kit: try Site.kit, preferences: .standard, zone: try #require(LocalZone(zone)),
            now: try MomentText(now).moment)
    }

    /// Pain at noon of some days of November 2026.
    static func november(_ values: [Int: [Double]]) throws -> [Noted] {
        try values.sorted { $0.key < $1.key }.flatMap { day, values in
            try values.map { value in
                try noted(.pain, #"{"now":\#(value)}"#, at: "2026-11-\(day < 10 ? "0" : "")\(day)T12:00:00+01:00")
            }
        }
    }

    private func course(_ values: [Int: [Double]], days: Int = 7) throws -> CourseView? {
        try CourseView(
            Self.november(values), measure: .painNow, days: days, kit: Self.kit(now: "2026-11-21T20:00:00+01:00"))
    }

    private func chart(_ values: [Int: [Double]], days: Int = 7) throws -> DayChart {
        try #require(try course(values, days: days)?.charts.first)
    }

    @Test func `days without an entry end the line, and nothing is filled in`() throws {
        let chart = try chart([15: [3], 16: [4], 18: [5], 20: [6], 21: [7]])
        #expect(chart.middleLine.matches(of: /M/).count == 3, "three runs: 15 and 16, 18, 20 and 21")
        #expect(chart.middleLine.matches(of: /L/).count == 2)
        #expect(chart.middleDots.matches(of: /M/).count == 5)
        #expect(chart.valueLabels.map(\.labelText) == ["3", "4", "5", "6", "7"])
    }

    @Test func `a day shows its lowest, its middle and its highest`() throws {
        let view = try #require(try course([21: [2, 9, 3]]))
        #expect(view.rows[0].rowLow == "2" && view.rows[0].rowMiddle == "3" && view.rows[0].rowHigh == "9")
        let chart = try #require(view.charts.first)
        #expect(chart.spanPath.matches(of: /M/).count == 1)
        // 10 lies at 18, 0 at 150.
        #expect(chart.spanPath.contains(" 31.2h") && chart.spanPath.contains("V123.6h"))
        #expect(view.rows.dropFirst().allSatisfy { $0.rowMiddle == "no entry" })
    }

    @Test func `an empty journal has no chart`() throws {
        #expect(try course([:]) == nil)
    }

    @Test func `one entry is one dot without a line`() throws {
        let chart = try chart([21: [4]])
        #expect(chart.middleDots.matches(of: /M/).count == 1 && !chart.middleLine.contains("L"))
        #expect(chart.spanPath.isEmpty)
    }

    @Test(arguments: [(0.0, "150"), (10, "18")])
    func `all zeros and all tens stay inside the frame`(value: Double, y: String) throws {
        let chart = try chart(Dictionary(uniqueKeysWithValues: (15...21).map { ($0, [value, value]) }))
        #expect(chart.middleLine.split(whereSeparator: { "ML".contains($0) }).allSatisfy { $0.hasSuffix(" \(y)") })
        #expect(chart.valueLabels.allSatisfy { (Double($0.labelY) ?? 0) > 5 })
    }

    @Test(arguments: [7, 30, 90])
    func `nothing leaves the drawing`(days: Int) throws {
        var noted: [Noted] = []
        let kit = try Self.kit(now: "2026-11-21T20:00:00+01:00")
        for back in 0..<days {
            let day = kit.today.advanced(by: -back)
            for (kind, json) in [
                (EntryKind.pain, #"{"now":\#(back % 11)}"#), (.stress, #"{"level":10}"#), (.sleep, #"{"hours":24}"#),
                (.water, #"{"litres":20}"#), (.treatment, #"{"what":"heat"}"#), (.sitting, #"{"hours":16}"#),
                (.exercise, #"{"minutes":10}"#), (.load, #"{"level":0}"#),
            ] {
                for time in ["00:00:00", "12:00:00"] where (back, kind) != (0, .note) {
                    let offset = LocalClock(day: day, minutes: 0).moment(in: kit.zone).text(in: kit.zone).suffix(6)
                    noted.append(try Self.noted(kind, json, at: "\(day)T\(time)\(offset)"))
                }
            }
        }
        let view = try #require(CourseView(noted, measure: .painNow, days: days, kit: kit))
        #expect(view.rows.count == days)
        for chart in view.charts {
            let box = chart.chartBox.split(separator: " ").compactMap { Double($0) }
            let paths =
                [chart.spanPath, chart.middleLine, chart.middleDots, chart.dayLines] + chart.lanes.map(\.laneMarks)
            for path in paths {
                for move in path.matches(of: /[ML](-?[0-9.]+) (-?[0-9.]+)/) {
                    let (x, y) = (Double(move.output.1) ?? -1, Double(move.output.2) ?? -1)
                    #expect((0...box[2]).contains(x) && (0...box[3]).contains(y))
                }
            }
            #expect(chart.lanes.count == 8 - 1)
        }
    }

    @Test(arguments: [("2026-03-31T12:00:00+02:00", 23.0, 4), ("2026-10-27T12:00:00+01:00", 25.0, 4)])
    func `a day of 23 or 25 hours is as wide as it was long`(now: String, hours: Double, place: Int) throws {
        let kit = try Self.kit(now: now)
        let day = kit.today.advanced(by: -2).description
        let entry = try Self.noted(.pain, #"{"now":5}"#, at: "\(day)T12:00:00\(now.suffix(6))")
        let course = Course([entry], measure: .painNow, days: 7, kit: kit)
        #expect(course.days.map(\.hours) == (0..<7).map { $0 == place ? hours : 24 })
        let chart = DayChart(course.days, lanes: [], size: .narrow)
        let starts = chart.dayLines.matches(of: #/M([0-9.]+) /#).compactMap { Double($0.output.1) } + [352]
        let widths = zip(starts, starts.dropFirst()).map { $1 - $0 }
        #expect(widths.count == 7)
        #expect(abs(widths[place] / widths[0] - hours / 24) < 0.01)
    }

    @Test func `entries around both changes of the clock stand on their own day`() throws {
        // The last minute of the 23-hour day and the first of the next one; the hour that comes twice.
        let spring = [
            ("2026-03-29T00:00:00+01:00", 29), ("2026-03-29T23:59:00+02:00", 29), ("2026-03-30T00:00:00+02:00", 30),
        ]
        let autumn = [
            ("2026-10-25T02:30:00+02:00", 25), ("2026-10-25T02:30:00+01:00", 25), ("2026-10-25T23:59:00+01:00", 25),
        ]
        for (text, day) in spring + autumn {
            #expect(try Self.noted(.pain, #"{"now":1}"#, at: text).day.day == day)
        }
        let kit = try Self.kit(now: "2026-10-26T12:00:00+01:00")
        let noted = try autumn.enumerated().map { try Self.noted(.treatment, #"{"what":"heat"}"#, at: $1.0) }
        let marks = try #require(Course(noted, measure: .painNow, days: 7, kit: kit).days[5].marks[.treatment])
        // 2:30 comes after 2.5 hours and again after 3.5 of 25.
        #expect(marks.map { ($0.share * 250).rounded() / 10 } == [2.5, 3.5, 25])
    }

    @Test func `an entry from another time zone stands on the day that it was there`() throws {
        let tokyo = try Self.noted(.pain, #"{"now":8}"#, at: "2026-11-20T08:00:00+09:00", zone: "Asia/Tokyo")
        let kit = try Self.kit(now: "2026-11-21T20:00:00+01:00")
        let view = try #require(CourseView([tokyo], measure: .painNow, days: 7, kit: kit))
        #expect(view.rows[1].rowDay == "Fri, 20 Nov" && view.rows[1].rowHigh == "8")
    }

    @Test func `a change is said only beyond the noise, and too few days are named`() throws {
        let first = Dictionary(uniqueKeysWithValues: (8...14).map { ($0, [6.0]) })
        let better = try #require(try course(first.merging((15...21).map { ($0, [3.0]) }) { $1 }))
        #expect(better.changeWords.hasPrefix("Better than in the 7 days before: 3 now and 6 then"))
        let worse = try #require(try course(first.merging((15...21).map { ($0, [9.0]) }) { $1 }))
        #expect(worse.changeWords.hasPrefix("Worse"))
        let same = try #require(try course(first.merging((15...21).map { ($0, [5.5]) }) { $1 }))
        #expect(same.changeWords.hasPrefix("No clear change"))
        let few = try #require(try course([20: [1], 21: [2]]))
        #expect(few.changeWords.hasPrefix("Not enough yet") && few.changeWords.contains("2 and 0"))
    }

    @Test func `sessions and causes have lanes with shapes of their own`() throws {
        let kit = try Self.kit(now: "2026-11-21T20:00:00+01:00")
        let noted = try [
            Self.noted(.pain, #"{"now":5}"#, at: "2026-11-20T08:00:00+01:00"),
            Self.noted(.session, #"{"seconds":60,"steps":[],"ended":"stopped"}"#, at: "2026-11-20T09:00:00+01:00"),
            Self.noted(.stress, #"{"level":5}"#, at: "2026-11-20T10:00:00+01:00"),
            Self.noted(.stress, #"{"level":9}"#, at: "2026-11-20T11:00:00+01:00"),
        ]
        let view = try #require(CourseView(noted, measure: .painNow, days: 7, kit: kit))
        let chart = try #require(view.charts.first)
        #expect(chart.lanes.map(\.laneName) == ["Release", "Stress"])
        #expect(chart.lanes[0].laneMarks.hasSuffix("Z") && chart.lanes[0].laneMarks.contains("L"))
        #expect(chart.lanes[1].laneMarks.matches(of: /M/).count == 1, "one bar a day, the highest")
        #expect(view.rows[1].rowBeside.contains("Stress: 9 of 10"))
    }

    @Test func `a measure of one's own stands in no address`() throws {
        let measure = Measure.own("putting on socks")
        #expect(measure.pageName.hasPrefix("own-") && !measure.pageName.contains("sock"))
        #expect(
            TodayQuery(days: 30, measure: measure.pageName).measure(own: ["typing", "putting on socks"]) == measure)
        #expect(TodayQuery(days: 30, measure: "own-1").measure(own: ["typing"]) == .painNow)
    }
}
