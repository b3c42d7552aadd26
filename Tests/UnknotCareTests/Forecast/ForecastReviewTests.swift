import Testing
import Unknot

@testable import UnknotCare

@Suite("Past forecasts")
struct ForecastReviewTests {
    private static let days = (0..<45).map { day in
        ForecastDay(pain: day % 5 == 2 ? nil : Double([4, 5, 3, 6, 4, 5, 2][day % 7]))
    }

    @Test
    func `a past forecast is the one that was made then`() throws {
        let review = ForecastReview(Self.days)
        #expect(!review.lines.isEmpty)
        for line in review.lines.filter({ $0.daysAgo == 14 }) {
            let then = Array(Self.days.dropLast(14))
            let made = try #require(
                Forecaster().forecast(then, at: ForecastReview.horizons).pain.first {
                    $0.day == line.point.day
                })
            #expect(abs(made.median - line.point.median) < 1e-9 && abs(made.high - line.point.high) < 1e-9)
            #expect(Self.days[then.count - 1 + line.point.day].pain == line.came)
        }
    }

    @Test
    func `what came later changes no past forecast`() {
        var other = Self.days
        for day in other.indices.suffix(7) { other[day].pain = 10 }
        let (before, after) = (ForecastReview(Self.days), ForecastReview(other))
        let points = before.lines.map(\.point)
        #expect(points.filter { after.lines.map(\.point).contains($0) }.count == points.count)
    }

    @Test
    func `scores are counted from the lines`() throws {
        let review = ForecastReview(Self.days)
        let week = try #require(review.scores.first { $0.horizon == 7 })
        let lines = review.lines.filter { $0.point.day == 7 }
        #expect(week.count == lines.count && week.held == lines.count { $0.isHeld })
        #expect(week.error == lines.reduce(0) { $0 + abs($1.point.expected - $1.came) } / Double(lines.count))
    }

    @Test("little gives nothing to judge", arguments: [0, 1, 5])
    func little(count: Int) {
        let review = ForecastReview(Array(Self.days.prefix(count)))
        #expect(review.lines.isEmpty && review.scores.isEmpty)
    }
}
