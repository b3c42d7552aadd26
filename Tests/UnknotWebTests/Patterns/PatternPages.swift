import SeededRandom
import Testing
import Unknot
import UnknotJournal

@testable import UnknotWeb

/// Pages of patterns that together show everything that they can show.
enum PatternPages {
    /// Days of pain with what may go with it, as entries.
    static func entries(_ days: Int, pain: (_ isAfter: Bool, _ day: Int) -> Int) throws -> [Noted] {
        var random = SplitMix64(seed: 4)
        var isLittle = false
        return try (0..<days).flatMap { day in
            let date = LocalDay(number: 20_600 + day)
            let words = pain(isLittle, day)
            isLittle = Bool.random(using: &random)
            return [
                try DayChartTests.noted(.pain, "{\"now\":\(words)}", at: "\(date)T10:00:00+01:00"),
                try DayChartTests.noted(.water, "{\"litres\":\(isLittle ? 1 : 2)}", at: "\(date)T20:00:00+01:00"),
            ]
        }
    }

    /// Nights that were short, bad or both, each by a lot of its own, and the pain of the day after.
    private static func nights(_ days: Int) throws -> [Noted] {
        var random = SplitMix64(seed: 7)
        return try (0..<days).flatMap { day in
            let date = LocalDay(number: 20_560 + day)
            let (isShort, isBad) = (Bool.random(using: &random), Bool.random(using: &random))
            let pain = 1 + (isShort ? 3 : 0) + (isBad ? 3 : 0) + day % 2
            return [
                try DayChartTests.noted(
                    .sleep, "{\"hours\":\(isShort ? 5 : 8),\"quality\":\(isBad ? 3 : 8)}",
                    at: "\(date)T07:00:00+01:00"),
                try DayChartTests.noted(.pain, "{\"now\":\(pain)}", at: "\(date)T10:00:00+01:00"),
            ]
        }
    }

    static func all() throws -> [Page<PatternsPage>] {
        let kit = try DayChartTests.kit(now: "2026-09-21T20:00:00+02:00")
        let entries = [
            [], try entries(1) { _, _ in 5 }, try entries(12) { _, _ in 5 }, try entries(80) { _, _ in 0 },
            try entries(80) { _, day in 2 + day % 4 }, try entries(80) { isAfter, day in (isAfter ? 6 : 3) + day % 2 },
            try entries(80) { isAfter, day in (isAfter ? 3 : 6) + day % 2 },
            try entries(80) { _, day in 2 + day % 4 }.filter { $0.entry.kind == .pain }, try nights(120),
        ]
        return entries.map { entries in
            let history = PatternHistory(entries, today: kit.today)
            return .patterns(PatternModel().report(PatternDays(history)), history: history, kit: kit)
        }
    }
}
