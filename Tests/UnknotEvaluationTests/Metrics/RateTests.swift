import SeededRandom
import Testing

@testable import UnknotEvaluation

@Suite("Rates")
struct RateTests {
    /// Published values: Newcombe, "Two-sided confidence intervals for the single proportion", Stat Med 1998, table I
    /// (81/263, 15/148, 0/20, 1/29), and Brown, Cai and DasGupta, Stat Sci 2001 (method 3 without continuity correction).
    @Test(
        "Wilson's interval agrees with published values to four digits",
        arguments: [
            (81.0, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0000, 0.1611), (1, 29, 0.0061, 0.1718),
            (8, 10, 0.4902, 0.9433), (0, 10, 0.0000, 0.2775), (10, 10, 0.7225, 1.0000),
        ])
    func wilson(hits: Double, count: Int, low: Double, high: Double) throws {
        let interval = try #require(Rate(hits: hits, count: count).interval)
        // Half a unit in the last published digit.
        #expect(abs(interval.lowerBound - low) <= 0.00005)
        #expect(abs(interval.upperBound - high) <= 0.00005)
    }

    @Test(
        "the interval holds the rate, stays in range and narrows with more cases",
        arguments: [1, 2, 5, 18, 100, 10_000])
    func properties(count: Int) throws {
        for hits in [0.0, 0.5, Double(count) / 3, Double(count)] {
            let rate = Rate(hits: hits, count: count)
            let interval = try #require(rate.interval)
            #expect(interval.lowerBound >= 0 && interval.upperBound <= 1)
            #expect(interval.lowerBound <= (try #require(rate.value)) + 1e-12)
            #expect(interval.upperBound >= (try #require(rate.value)) - 1e-12)
            let more = try #require(Rate(hits: hits * 4, count: count * 4).interval)
            #expect(more.upperBound - more.lowerBound < interval.upperBound - interval.lowerBound)
        }
    }

    @Test("no cases have no rate")
    func noCases() {
        #expect(Rate(hits: 0, count: 0).value == nil)
        #expect(Rate(hits: 0, count: 0).interval == nil)
        #expect(EvaluationReport.text(Rate(hits: 0, count: 0)) == "–")
    }

    @Test("a rate is printed in percent with its interval and its count")
    func text() {
        #expect(EvaluationReport.text(Rate(hits: 8, count: 10)) == "80 (49–94) of 10")
    }
}

@Suite("Calibration")
struct CalibrationTests {
    @Test("hand-made predictions give the figures worked out by hand")
    func byHand() {
        // Bin 0.8 to 0.9: 0.8, 0.8 with one hit: mean 0.8, observed 0.5. Bin 0.1 to 0.2: 0.1, 0.1, none: mean 0.1, 0.
        let calibration = Calibration([(0.8, true), (0.8, false), (0.1, false), (0.1, false)])
        #expect(calibration.count == 4)
        // (0.04 + 0.64 + 0.01 + 0.01) / 4
        #expect(abs(calibration.brierScore - 0.175) < 1e-12)
        // (2 · 0.3 + 2 · 0.1) / 4
        #expect(abs(calibration.expectedError - 0.2) < 1e-12)
        #expect(calibration.bins.map(\.count) == [0, 2, 0, 0, 0, 0, 0, 0, 2, 0])
        #expect(calibration.bins[8].observed == 0.5)
        #expect(calibration.tableLines.count == 2)
    }

    @Test("certainty falls into the last bin, impossibility into the first")
    func ends() {
        let calibration = Calibration([(1, true), (0, false), (0.999, true)])
        #expect(calibration.bins[9].count == 2)
        #expect(calibration.bins[0].count == 1)
        #expect(calibration.expectedError < 0.001)
    }

    @Test("no predictions have no error")
    func empty() {
        let calibration = Calibration([])
        #expect(calibration.count == 0)
        #expect(calibration.brierScore == 0)
        #expect(calibration.expectedError == 0)
        #expect(calibration.bins.count == 10)
        #expect(calibration.tableLines == [])
    }

    @Test("predictions that come true as often as they say are well calibrated", arguments: 1...5)
    func honest(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let predictions = (0..<20_000).map { _ in
            let probability = Double.random(in: 0...1, using: &random)
            return (probability, Double.random(in: 0..<1, using: &random) < probability)
        }
        // 2,000 a bin: the standard error of a bin is at most 0.011, that of the mean over ten far less than 0.02.
        #expect(Calibration(predictions).expectedError < 0.02)
        #expect(Calibration(predictions.map { ($0.0, !$0.1) }).expectedError > 0.4)
    }
}
