import SeededRandom
import Testing

@testable import UnknotCare

@Suite("Drawing lots for fair tests")
struct FairTestScheduleTests {
    @Test("every pair has one period of each kind, in the order of its bit", arguments: [0, 1, 0b0101_0101, 0x7F])
    func days(bits: UInt8) throws {
        let design = DayTrialDesign.usual
        let days = try FairTestSchedule.days(design, random: [bits])
        #expect(days.count == 56)
        for pair in 0..<design.pairs {
            let isFirst = bits >> pair & 1 == 0
            #expect(days[8 * pair..<8 * pair + 4].allSatisfy { $0 == isFirst })
            #expect(days[8 * pair + 4..<8 * pair + 8].allSatisfy { $0 != isFirst })
        }
        #expect(try FairTestSchedule.days(design, random: [bits]) == days)
    }

    @Test
    func `too few bytes are an error`() {
        #expect(throws: FairTestSchedule.TooFewBytes.self) {
            try FairTestSchedule.days(period: 1, pairs: 9, random: [0])
        }
        #expect(throws: FairTestSchedule.TooFewBytes.self) {
            try FairTestSchedule.sessions(techniques: 3, blocks: 1, random: [])
        }
    }

    @Test("every block holds each technique once", arguments: 2...8)
    func blocks(techniques: Int) throws {
        var random = SplitMix64(seed: UInt64(techniques))
        let bytes = (0..<FairTestSchedule.bytes).map { _ in UInt8.random(in: 0...255, using: &random) }
        let sessions = try FairTestSchedule.sessions(techniques: techniques, blocks: 16, random: bytes)
        #expect(sessions.count == 16 * techniques)
        for block in 0..<16 {
            #expect(sessions[techniques * block..<techniques * (block + 1)].sorted() == Array(0..<techniques))
        }
    }

    @Test
    func `every order of a block is equally likely`() throws {
        var random = SplitMix64(seed: 3)
        var counts: [[Int]: Int] = [:]
        let draws = 6_000
        for _ in 0..<draws {
            let bytes = (0..<16).map { _ in UInt8.random(in: 0...255, using: &random) }
            counts[try FairTestSchedule.sessions(techniques: 3, blocks: 1, random: bytes), default: 0] += 1
        }
        #expect(counts.count == 6)
        let expected = Double(draws) / 6
        let distance = counts.values.reduce(0.0) { sum, count in
            sum + (Double(count) - expected) * (Double(count) - expected) / expected
        }
        // Five degrees of freedom: above 20.5 once in a thousand.
        #expect(distance < 20.5)
    }

    @Test
    func `a trial waits for logged days and for the end of a flare`() {
        let design = DayTrialDesign.usual
        #expect(design.start(after: []) == .logOn(days: 5))
        #expect(design.start(after: [4, 5, nil, 4]) == .logOn(days: 2))
        #expect(design.start(after: [4, 5, 4, 5, 4]) == .ready)
        #expect(design.start(after: [4, 5, 4, 5, 6]) == .ready)
        #expect(design.start(after: [4, 4, 4, 5, 6]) == .waitForFlare(pain: 6, median: 4))
        #expect(design.start(after: [4, 5, 4, 5, 4, nil]) == .logOn(days: 1))
    }

    @Test
    func `designs out of range are refused`() throws {
        #expect(throws: DayTrialDesign.Problem(field: "pairs", found: 2, allowed: 3...20)) {
            try DayTrialDesign(period: 4, pairs: 2)
        }
        #expect(throws: DayTrialDesign.Problem(field: "run_in", found: 1, allowed: 5...14)) {
            try DayTrialDesign(period: 4, pairs: 4, runIn: 1)
        }
        #expect(DayTrialDesign.usual.days == 56 && DayTrialDesign.short.days == 32 && DayTrialDesign.slow.days == 56)
        #expect(try DayTrialDesign(period: 4, pairs: 7) == .usual)
    }
}
