import Foundation
import Testing
import Unknot

@testable import UnknotCare

@Suite("Words for fair tests")
struct FairTestTextTests {
    private static let made = Result { try Engine() }
    private let engine: Engine

    init() throws { engine = try Self.made.get() }

    private var text: FairTestText { engine.fairTestText }

    @Test
    func `every verdict, reason and look has its words`() {
        let phrases = engine.atlas.phrases
        for verdict in DayTrialVerdict.allCases { #expect(phrases.has("fair_test_\(verdict.rawValue)")) }
        for verdict in SessionScreenAnalysis.Verdict.allCases {
            #expect(phrases.has("fair_test_session_\(verdict.rawValue)"))
        }
        for look in [DayTrialAnalysis.Look.notDue, .goOn, .stopForHarm, .stopForHelp] {
            #expect(phrases.has("fair_test_look_\(look.rawValue)"))
        }
        let shortfalls: [DayTrialShortfall] = [
            .pairs(complete: 1, needed: 3), .days(logged: 2, needed: 20), .daysOfArm(.routine, logged: 1, needed: 8),
            .daysOfArm(.usual, logged: 1, needed: 8), .gaps(.routine, loggedShare: 0.5, needed: 0.6),
            .gaps(.usual, loggedShare: 0.5, needed: 0.6), .unevenGaps(difference: 0.3, allowed: 0.25),
            .painTooLow(share: 0.4, allowed: 0.3), .painTooHigh(share: 0.4, allowed: 0.3),
        ]
        for shortfall in shortfalls { Self.isComplete(text.shortfall(shortfall)) }
        for sentence in text.limits + text.sessionLimits + [text.otherPrior] { Self.isComplete(sentence) }
    }

    private static func isComplete(_ sentence: String) {
        #expect(!sentence.contains("{") && !sentence.contains("fair_test") && sentence.hasSuffix("."), "\(sentence)")
    }

    @Test
    func `a verdict comes with interval and days`() throws {
        let (trial, _) = try FairTestSamples.golden()
        let analysis = DayTrialAnalysis(trial)
        #expect(text.verdict(analysis) == "Likely helps you")
        let effect = text.effect(analysis)
        #expect(effect.contains("1.0 points less") && effect.contains("−1.9 and 0.0"))
        #expect(effect.contains("29 of 32 days logged: 14 with it, 15 without"))
    }

    @Test
    func `too few days give no direction`() throws {
        let one = DayTrialAnalysis(try DayTrial(assigned: [true], ratings: [4]))
        #expect(text.effect(one).contains("no result") && !text.effect(one).contains("Best guess"))
    }

    @Test
    func `not sure yet names what is still possible`() throws {
        let trial = try FairTestSamples.paired { day, isRoutine in Double(3 + day * 7 % 5) - (isRoutine ? 0.5 : 0) }
        let analysis = DayTrialAnalysis(trial)
        #expect(analysis.verdict == .notSureYet)
        #expect(text.verdict(analysis).hasPrefix("Not sure yet: between −"))
        #expect(text.verdict(analysis).hasSuffix(" points"))
    }

    @Test(
        "points have a true minus and never a minus zero",
        arguments: [(-0.04, "0.0"), (-0.06, "−0.1"), (1.25, "1.3")])
    func points(value: Double, expected: String) {
        #expect(FairTestText.points(value) == expected)
    }

    // MARK: JSON

    private func reply(_ json: String) throws -> [String: Any] {
        let data =
            switch try engine.fairTest(json: Array(json.utf8)) {
            case .answer(let data): data
            case .refused(let data, _): data
            }
        return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }

    @Test
    func `the golden test through the JSON of every interface`() throws {
        let found = try reply(
            """
            {"id": "g", "x": [1,1,1,1,0,0,0,0,0,0,0,0,1,1,1,1,1,1,1,1,0,0,0,0,1,1,1,1,0,0,0,0],
             "y": [2,2,3,4,5,null,6,6,6,7,6,5,4,3,4,4,4,null,null,4,5,4,5,5,4,4,6,4,4,4,5,6]}
            """)
        let beta = try #require(found["beta"] as? [String: Any])
        for (key, expected) in [
            "mean": -0.967407, "sd": 0.472704, "p_below_0": 0.977196, "p_below_minus_1": 0.470488,
            "p_above_0": 0.022804,
        ] {
            #expect(abs(try #require(beta[key] as? Double) - expected) <= 1e-6)
        }
        for (key, expected) in [
            "phi": 0.587988, "half_life": 0.352572, "sigma": 0.859421, "gamma": 0.138686, "alpha": 4.945415,
        ] {
            #expect(abs(try #require(found[key] as? Double) - expected) <= 1e-6)
        }
        #expect(found["verdict"] as? String == "Likely helps you")
        #expect(found["verdict_id"] as? String == "likely_helps_you")
        #expect(found["id"] as? String == "g" && found["kind"] as? String == "day_trial")
        #expect((beta["interval"] as? [Double])?.count == 2)
    }

    @Test
    func `a screen through the JSON of every interface`() throws {
        let found = try reply(
            """
            {"technique": [0,1,2,2,0,1,1,2,0,0,2,1,2,1,0,1,0,2],
             "before": [6,5,7,6,5,6,4,6,5,7,5,5,6,4,6,5,4,5], "after": [5,3,5,5,5,4,3,4,5,6,4,3,5,3,5,4,4,4]}
            """)
        #expect(found["best"] as? Int == 1 && found["ranking"] as? [Int] == [1, 2, 0])
        let techniques = try #require(found["techniques"] as? [[String: Any]])
        let rest = try #require(techniques[1]["against_rest"] as? [String: Any])
        #expect(abs(try #require(rest["mean"] as? Double) + 1.198353) <= 1e-6)
        #expect(found["verdict"] as? String == "Best so far: technique 1")
    }

    @Test
    func `where nobody rested there is no number against rest`() throws {
        let rested = try reply(#"{"technique": [0, 1], "before": [6, 5], "after": [6, 3], "techniques": 3}"#)
        let techniques = try #require(rested["techniques"] as? [[String: Any]])
        #expect(techniques.map { $0["against_rest"] != nil } == [false, true, false])
        let never = try reply(#"{"technique": [1, 2], "before": [6, 5], "after": [6, 3]}"#)
        #expect(try #require(never["techniques"] as? [[String: Any]]).allSatisfy { $0["against_rest"] == nil })
    }

    @Test
    func `a difference that rounds to nothing is called none`() throws {
        let none = text.difference(FairTestSamples.normal(-0.03, 0.5))
        #expect(none.hasPrefix("as good as rest") && none.contains("between −1.0 and"))
        #expect(text.difference(FairTestSamples.normal(-0.06, 0.5)).hasPrefix("−0.1 points against rest"))
        let trial = try FairTestSamples.paired(pairs: 8) { _, _ in 5 }
        let effect = text.effect(DayTrialAnalysis(trial))
        #expect(effect.hasPrefix("Best guess: no difference") && !effect.contains("0.0 points"))
    }

    @Test(
        "what is wrong is named with its place",
        arguments: [
            ("{}", "x"), (#"{"x": [1]}"#, "y"), (#"{"x": [1], "y": [1, 2]}"#, "y"), (#"{"x": [2], "y": [1]}"#, "x[0]"),
            (#"{"x": [1, null], "y": [1, 2]}"#, "x[1]"), (#"{"x": [1], "y": [11]}"#, "y[0]"),
            (#"{"x": [1], "y": ["4"]}"#, "y[0]"), (#"{"x": [1], "y": [4], "z": [[null]]}"#, "z[0][0]"),
            (#"{"x": [1], "y": [4], "z": [[0, 1]]}"#, "z[0]"), (#"{"x": [1], "y": [4], "z": [[0], [0], [0]]}"#, "z"),
            (#"{"x": [1], "y": [4], "done": [3]}"#, "done[0]"), (#"{"x": [1], "y": [4], "period": 0}"#, "period"),
            (#"{"x": [1], "y": [4], "prior": {"mean": 0}}"#, "prior.sd"), (#"{"x": [1], "y": [4], "q": 1}"#, "q"),
            (#"{"technique": [1], "before": [1], "after": []}"#, "after"),
            (#"{"technique": [9], "before": [1], "after": [1]}"#, "technique[0]"),
            (#"{"technique": [1.5], "before": [1], "after": [1]}"#, "technique[0]"),
            (#"{"technique": [3], "before": [1], "after": [1], "techniques": 2}"#, "techniques"),
            (#"{"x": [true, 0], "y": [1, 2]}"#, "x[0]"), (#"{"x": [1], "y": [4], "done": [false]}"#, "done[0]"),
            (#"{"x": [], "y": []}"#, "x"), (#"{"technique": [], "before": [], "after": []}"#, "technique"),
            (#"{"technique": [1], "before": [null], "after": [1]}"#, "before[0]"), ("[1]", ""),
        ])
    func problems(json: String, path: String) throws {
        let error = try #require(try reply(json)["error"] as? [String: Any])
        #expect(error["path"] as? String == path)
        #expect((error["allowed"] as? String)?.isEmpty == false)
    }

    @Test(
        "no data, one entry and gaps are answered with words",
        arguments: [
            #"{"x": [1], "y": [4]}"#, #"{"x": [1, 0, 1], "y": [null, null, null]}"#,
            #"{"technique": [1], "before": [5], "after": [5]}"#,
        ])
    func little(json: String) throws {
        let found = try reply(json)
        #expect(found["error"] == nil)
        let verdict = try #require(found["verdict"] as? String)
        #expect(verdict.hasPrefix("No verdict yet") || verdict.hasPrefix("Too early"))
    }
}
