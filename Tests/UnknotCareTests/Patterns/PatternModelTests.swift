import RealModule
import SeededRandom
import Testing

@testable import UnknotCare

@Suite("Patterns in a journal")
struct PatternModelTests {
    private func days(
        _ count: Int, seed: UInt64 = 5, pain: (Int, Bool) -> Double?
    ) -> (days: PatternDays, water: [Bool]) {
        var random = SplitMix64(seed: seed)
        let little = (0..<count).map { _ in Bool.random(using: &random) }
        let values: [Double?] = little.map { $0 ? 1 : 2 }
        let pains = (0..<count).map { day in pain(day, day > 0 && little[day - 1]) }
        return (PatternDays(pain: pains, values: [.littleWater: values], firstWeekday: 3), little)
    }

    @Test func `what shifts the next day's pain by two points is found at its distance with its size`() throws {
        var random = SplitMix64(seed: 9)
        let (days, _) = days(90) { _, isAfter in
            (isAfter ? 6.0 : 4) + Double.random(in: -1...1, using: &random)
        }
        let report = PatternModel().report(days)
        let pattern = try #require(report.patterns.first)
        #expect(report.patterns.count == 1)
        #expect(pattern.exposure == .littleWater && pattern.lag == 1)
        #expect(pattern.interval.contains(2) || pattern.interval.upperBound > 1.5)
        #expect(pattern.difference > 1.3 && pattern.difference < 2.05)
        #expect(pattern.chanceOfNothing < 0.001)
        #expect(pattern.threshold == 1.5)
        #expect(pattern.presentDays + pattern.absentDays == 89)
    }

    @Test func `turned around, the same data give the opposite sign`() throws {
        var (first, second) = (SplitMix64(seed: 9), SplitMix64(seed: 9))
        let up = days(90) { _, isAfter in (isAfter ? 6.0 : 4) + Double.random(in: -1...1, using: &first) }.days
        let down = days(90) { _, isAfter in 10 - (isAfter ? 6.0 : 4) - Double.random(in: -1...1, using: &second) }.days
        let (more, less) = (
            try #require(PatternModel().report(up).patterns.first),
            try #require(PatternModel().report(down).patterns.first)
        )
        #expect(more.difference > 0 && less.difference < 0)
        #expect((more.difference + less.difference).magnitude < 0.02)
    }

    @Test(
        "with too little it says what is missing and lists nothing",
        arguments: [
            (0, PatternReport.Shortfall.tooFewDays(logged: 0, needed: 30)),
            (1, .tooFewDays(logged: 1, needed: 30)), (29, .tooFewDays(logged: 29, needed: 30)),
        ])
    func few(count: Int, shortfall: PatternReport.Shortfall) {
        let report = PatternModel().report(days(count) { _, isAfter in isAfter ? 9 : 1 }.days)
        #expect(report.shortfall == shortfall)
        #expect(report.patterns.isEmpty)
    }

    @Test("all zeros and all tens tell nothing", arguments: [0.0, 10])
    func ends(pain: Double) {
        let report = PatternModel().report(days(60) { _, _ in pain }.days)
        #expect(report.shortfall == .endsOfTheScale(share: 1))
    }

    @Test func `the same pain every day shows no pattern`() {
        let report = PatternModel().report(days(60) { _, _ in 5 }.days)
        #expect(report.shortfall == nil && report.patterns.isEmpty)
    }

    @Test func `pain alone leaves nothing to compare`() {
        let days = PatternDays(pain: (0..<60).map { Double($0 % 5 + 2) }, values: [:], firstWeekday: 1)
        #expect(PatternModel().report(days).shortfall == .nothingToCompare)
    }

    @Test func `what was there on fewer than five days is not looked at`() {
        let pain = (0..<60).map { Double($0 % 7 + 1) as Double? }
        let load = (0..<60).map { $0 < 4 ? 9.0 : 2 as Double? }
        let days = PatternDays(pain: pain, values: [.heavyLoad: load], firstWeekday: 1)
        #expect(PatternModel().report(days).shortfall == .nothingToCompare)
    }

    @Test func `gaps of months are bridged`() throws {
        var random = SplitMix64(seed: 3)
        let (days, _) = days(360) { day, isAfter in
            (60..<270).contains(day) ? nil : (isAfter ? 6.0 : 4) + Double.random(in: -1...1, using: &random)
        }
        let report = PatternModel().report(days)
        #expect(report.days == 150)
        #expect(report.patterns.first?.exposure == .littleWater)
        #expect(report.patterns.allSatisfy { $0.difference.isFinite && $0.interval.lowerBound.isFinite })
    }

    @Test func `exercise that was not logged is none on a day with pain, and unknown on others`() {
        let pain: [Double?] = [3, nil, 4, 5]
        let days = PatternDays(pain: pain, values: [.exercise: [30, nil, nil, nil]], firstWeekday: 6)
        #expect(days.exposure(.exercise, lag: 0, on: [0, 1, 2, 3]) == [true, nil, false, false])
        #expect(days.exposure(.exercise, lag: 1, on: [0, 1, 2, 3]) == [nil, true, nil, false])
        // Saturday, Sunday, Monday, Tuesday.
        #expect(days.exposure(.workday, lag: 0, on: [0, 1, 2, 3]) == [false, false, true, true])
    }

    @Test func `the chance of nothing is the ratio of evidence with and without the exposure`() throws {
        // An oracle by another way: the same regression with and without the column, by brute force over the grid.
        var random = SplitMix64(seed: 21)
        let (days, little) = days(40) { _, isAfter in
            ((isAfter ? 5.0 : 4.6) + Double.random(in: -1...1, using: &random)).rounded(.toNearestOrEven)
        }
        let report = PatternModel().everything(days)
        let found = try #require(report.first { $0.exposure == .littleWater && $0.lag == 1 })
        let others = report.filter { !($0.exposure == .littleWater && $0.lag == 1) }
        #expect(others.count == 2)
        let logged = Array(days.pain.indices)
        let unknown: [Bool?] = [nil]
        func column(_ known: [Bool?]) -> [Double] {
            let told = known.compactMap(\.self)
            let share = Double(told.count { $0 }) / Double(told.count)
            return known.map { $0.map { ($0 ? 1 : 0) - share } ?? 0 }
        }
        let all = [
            column(unknown + little.dropLast()), column(unknown + unknown + little.dropLast(2)),
            column(days.exposure(.workday, lag: 0, on: logged)),
        ]
        let pain = days.pain.compactMap(\.self)
        let with = GaussianEvidence.log(pain, columns: all)
        let without = GaussianEvidence.log(pain, columns: Array(all.dropFirst()))
        let odds = 4 * Double.exp(without - with)
        #expect(abs(found.chanceOfNothing - odds / (1 + odds)) < 1e-6)
    }
}

/// The evidence of the model by the covariance of the outcomes themselves: no regression, no whitening.
private enum GaussianEvidence {
    static func log(_ values: [Double], columns: [[Double]]) -> Double {
        let middle = Double(values.count - 1) / 2
        var logs: [Double] = []
        for correlation in FairTestGrid.autocorrelations {
            for noise in FairTestGrid.noises {
                var covariance = values.indices.map { _ in [Double](repeating: 0, count: values.count) }
                for row in values.indices {
                    for other in values.indices {
                        let kept = row == other ? 1 : Double.pow(correlation, abs(row - other))
                        var sum = noise * noise * kept / (1 - correlation * correlation)
                        sum += 6.25 + 0.09 * (Double(row) - middle) / 7 * (Double(other) - middle) / 7
                        for column in columns { sum += 0.09 * column[row] * column[other] }
                        covariance[row][other] = sum
                    }
                }
                logs.append(
                    density(values.map { $0 - 5 }, covariance)
                        + FairTestGrid.logPrior(autocorrelation: correlation) + FairTestGrid.logPrior(noise: noise))
            }
        }
        let largest = logs.max() ?? 0
        return largest + .log(logs.reduce(0) { $0 + .exp($1 - largest) })
    }

    private static func density(_ values: [Double], _ covariance: [[Double]]) -> Double {
        var factor = covariance
        var (half, sum) = (values, 0.0)
        for row in values.indices {
            for column in 0...row {
                var value = covariance[row][column]
                for inner in 0..<column { value -= factor[row][inner] * factor[column][inner] }
                factor[row][column] = row == column ? value.squareRoot() : value / factor[column][column]
            }
            for inner in 0..<row { half[row] -= factor[row][inner] * half[inner] }
            half[row] /= factor[row][row]
            sum -= half[row] * half[row] / 2 + .log(factor[row][row])
        }
        return sum
    }
}
