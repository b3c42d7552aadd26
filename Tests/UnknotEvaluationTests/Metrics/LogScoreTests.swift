import Foundation
import Testing
import Unknot

@testable import UnknotEvaluation

@Suite("Log scores")
struct LogScoreTests {
    private func muscles(_ text: String) throws -> [EvaluationCase.ExpectedMuscle] {
        try JSONDecoder().decode([EvaluationCase.ExpectedMuscle].self, from: Data(text.utf8))
    }

    private let ranking = [
        RankedMuscle(muscle: "gluteus_medius", side: .left, probability: 0.5),
        RankedMuscle(muscle: "piriformis", side: .left, probability: 0.2),
        RankedMuscle(muscle: "gluteus_medius", side: .right, probability: 0.1),
    ]

    private func score(_ primary: String, _ secondary: String = "[]", ignoringSide: Bool = false) throws -> LogScore {
        LogScore(
            ranking, primary: try muscles(primary), secondary: try muscles(secondary), ignoringSide: ignoringSide)
    }

    private static func expected(_ names: String, _ side: String = "left") -> String {
        #"[{"any_of": [\#(names)], "side": "\#(side)", "role": "primary"}]"#
    }

    @Test("a hand-made ranking has the scores worked out by hand")
    func byHand() throws {
        let score = try score(Self.expected(#""gluteus_medius""#))
        #expect(abs(score.culprit - log(0.5 / 0.8)) < 1e-12)
        #expect(abs(score.muscles - (log(0.5) + log(0.8) + log(0.9))) < 1e-12)
    }

    @Test("alternatives count together, on either side where the side is not known")
    func alternatives() throws {
        let either = try score(Self.expected(#""gluteus_medius", "piriformis""#))
        #expect(abs(either.culprit - log(0.7 / 0.8)) < 1e-12)
        #expect(abs(either.muscles - (log(1 - 0.5 * 0.8) + log(0.9))) < 1e-12)
        let unsided = try score(Self.expected(#""gluteus_medius""#), ignoringSide: true)
        #expect(abs(unsided.culprit - log(0.6 / 0.8)) < 1e-12)
        #expect(abs(unsided.muscles - (log(1 - 0.5 * 0.9) + log(0.8))) < 1e-12)
    }

    @Test("secondary muscles are left out, and what is not ranked counts as 0.001")
    func leftOut() throws {
        let score = try score(Self.expected(#""soleus""#), Self.expected(#""piriformis""#))
        #expect(abs(score.culprit - log(0.001)) < 1e-12)
        #expect(abs(score.muscles - (log(0.001) + log(0.5) + log(0.9))) < 1e-12)
    }

    @Test("saying what one believes is best, on average", arguments: [0.1, 0.3, 0.6, 0.9])
    func proper(truth: Double) throws {
        /// The expected score of somebody who says `said` of one muscle that is active with probability `truth`.
        func expectation(_ said: Double) throws -> Double {
            let ranking = [RankedMuscle(muscle: "gluteus_medius", side: .left, probability: said)]
            func value(_ primary: String) throws -> Double {
                LogScore(ranking, primary: try muscles(primary), secondary: [], ignoringSide: false).muscles
            }
            return try truth * value(Self.expected(#""gluteus_medius""#)) + (1 - truth) * value("[]")
        }
        let honest = try expectation(truth)
        for said in stride(from: 0.05, through: 0.95, by: 0.05) {
            #expect(try expectation(said) <= honest + 1e-12)
        }
    }

    @Test("the middle of numbers", arguments: [([3, 1, 2], 2), ([4, 1, 2, 3], 2.5), ([7], 7)] as [([Int], Double)])
    func median(values: [Int], middle: Double) {
        #expect(InterviewReport.median(values) == middle)
    }

    @Test("no numbers have no middle, and are printed as a dash")
    func none() {
        #expect(InterviewReport.median([]) == nil)
        let report = InterviewReport(warningScreens: [], questions: [], presses: [], triage: TriageMetrics([]))
        #expect(report.lines.contains { $0.contains("presses") && $0.hasSuffix("–") })
    }
}
