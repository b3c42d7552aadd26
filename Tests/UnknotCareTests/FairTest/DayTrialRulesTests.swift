import Testing

@testable import UnknotCare

@Suite("Day trial, rules")
struct DayTrialRulesTests {
    @Test(
        "the verdict follows from the probabilities and from nothing else",
        arguments: [
            (-2.0, 0.5, [DayTrialVerdict.likelyHelpsByAPoint, .likelyHelps]), (-1, 0.5, [.likelyHelps]),
            (-0.5, 0.2, [.likelyHelps, .unlikelyWorthAPoint]), (0.5, 0.2, [.likelyWorse, .unlikelyWorthAPoint]),
            (0, 0.2, [.unlikelyWorthAPoint]), (-0.8, 0.8, [.notSureYet]), (-4, 3, [.likelyHelpsByAPoint]),
        ])
    func verdicts(mean: Double, deviation: Double, expected: [DayTrialVerdict]) {
        #expect(DayTrialVerdict.all(for: FairTestSamples.normal(mean, deviation)) == expected)
    }

    @Test("the limits of the rules themselves count")
    func limits() {
        // P(β < 0) just above and below 0.95.
        #expect(DayTrialVerdict.all(for: FairTestSamples.normal(-1.6449, 1)).contains(.likelyHelps))
        #expect(!DayTrialVerdict.all(for: FairTestSamples.normal(-1.6448, 1)).contains(.likelyHelps))
        #expect(DayTrialVerdict.all(for: FairTestSamples.normal(0.2816, 1)).contains(.unlikelyWorthAPoint))
        #expect(DayTrialVerdict.all(for: FairTestSamples.normal(0.2815, 1)) == [.notSureYet])
        #expect(DayTrialVerdict.all(for: FairTestSamples.normal(-1.8417, 1)).contains(.likelyHelpsByAPoint))
        #expect(!DayTrialVerdict.all(for: FairTestSamples.normal(-1.8416, 1)).contains(.likelyHelpsByAPoint))
    }

    @Test
    func `two pairs are too few, however clear they look`() throws {
        let trial = try FairTestSamples.paired(pairs: 2) { _, isRoutine in isRoutine ? 2 : 8 }
        let analysis = DayTrialAnalysis(trial)
        #expect(analysis.verdict == nil && analysis.look == .notDue)
        #expect(analysis.shortfalls == [.pairs(complete: 2, needed: 3), .days(logged: 16, needed: 20)])
    }

    @Test
    func `days of one kind only say nothing`() throws {
        let analysis = DayTrialAnalysis(
            try DayTrial(assigned: [Bool](repeating: true, count: 30), ratings: [Double?](repeating: 5, count: 30)))
        #expect(
            analysis.shortfalls == [
                .pairs(complete: 0, needed: 3), .daysOfArm(.usual, logged: 0, needed: 8),
            ])
        #expect(DayTrialAnalysis(try DayTrial(assigned: [], ratings: [])).shortfalls.count == 4)
    }

    @Test
    func `gaps in one kind of days are named, and so is their difference`() throws {
        let trial = try FairTestSamples.paired(pairs: 7) { day, isRoutine in isRoutine || day % 2 == 0 ? 5 : nil }
        let found = DayTrialAnalysis(trial).shortfalls
        #expect(found.count == 2)
        #expect(found.contains(.gaps(.usual, loggedShare: 0.5, needed: 0.6)))
        #expect(found.contains(.unevenGaps(difference: 0.5, allowed: 0.25)))
    }

    @Test
    func `more than three ratings in ten at an end of the scale are too many`() throws {
        func shortfalls(zeros: Int) throws -> [DayTrialShortfall] {
            DayTrialAnalysis(try FairTestSamples.paired(pairs: 5) { day, _ in day < zeros ? 0 : 3 }).shortfalls
        }
        #expect(try shortfalls(zeros: 12).isEmpty)
        #expect(try shortfalls(zeros: 13) == [.painTooLow(share: 13.0 / 40, allowed: 0.3)])
    }

    @Test
    func `what was not followed is warned of and shown as a side note`() throws {
        let done: [Bool?] = (0..<32).map { $0 % 5 == 0 ? nil : false }
        let analysis = DayTrialAnalysis(try FairTestSamples.paired(done: done) { day, _ in Double(4 + day % 3) })
        #expect(analysis.counts.isPoorlyFollowed)
        #expect(analysis.asDone != nil && analysis.asDone != analysis.posterior)
        #expect(analysis.verdict != nil)
        let trial = try FairTestSamples.paired { _, _ in 5 }
        let followed = try DayTrial(assigned: trial.assigned, ratings: trial.ratings, done: trial.assigned)
        #expect(DayTrialAnalysis(followed).asDone == nil && DayTrialAnalysis(followed).counts.followedShare == 1)
    }

    @Test
    func `looks come after whole pairs, harm stops at the third and help at the fourth`() throws {
        func look(pairs: Int, days: Int? = nil, with: Double, without: Double) throws -> DayTrialAnalysis.Look {
            let trial = try FairTestSamples.paired(pairs: pairs) { day, isRoutine in
                (isRoutine ? with : without) + Double(day % 2)
            }
            let count = days ?? trial.assigned.count
            return DayTrialAnalysis(
                try DayTrial(
                    assigned: Array(trial.assigned.prefix(count)), ratings: Array(trial.ratings.prefix(count)),
                    period: 4)
            ).look
        }
        #expect(try look(pairs: 2, with: 8, without: 3) == .notDue)
        #expect(try look(pairs: 3, with: 8, without: 3) == .stopForHarm)
        #expect(try look(pairs: 3, with: 3, without: 8) == .goOn)
        #expect(try look(pairs: 4, with: 3, without: 8) == .stopForHelp)
        #expect(try look(pairs: 5, days: 38, with: 3, without: 8) == .notDue)
        #expect(try look(pairs: 5, with: 5, without: 5) == .goOn)
    }

    @Test
    func `the first run gives the period, and days that are no pairs are counted by their turns`() throws {
        func counts(_ days: String, period: Int? = nil) throws -> DayTrialCounts {
            DayTrialCounts(
                try DayTrial(
                    assigned: days.map { $0 == "1" }, ratings: days.map { _ in 5 }, period: period))
        }
        let pairs = try counts("110000111100")
        #expect(pairs.period == 2 && pairs.pairs == 3 && pairs.daysInPairs == 12)
        #expect(try counts("1100001").pairs == 1)
        let turns = try counts("1101000110")
        #expect(turns.period == nil && turns.pairs == 3)
        #expect(try counts("11001100", period: 1).period == nil)
    }

    @Test
    func `another prior gives numbers and no verdict`() throws {
        let (trial, _) = try FairTestSamples.golden()
        let analysis = DayTrialAnalysis(trial, prior: DayTrialPriors.evidence)
        #expect(analysis.verdicts.isEmpty && analysis.shortfalls.isEmpty && analysis.look == .goOn)
        #expect(abs(analysis.posterior.effect.mean + 0.970591) < 1e-6)
    }
}
