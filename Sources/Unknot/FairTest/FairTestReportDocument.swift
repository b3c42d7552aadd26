public import UnknotCare
import UnknotRecord

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Engine {
    /// Analyses one fair test in JSON; the same on every interface.
    ///
    /// - Throws: Only what is a fault of the program, never of the input.
    public func fairTest(json bytes: [UInt8]) throws -> Reply {
        do {
            return .answer(try fairTestJSON(try FairTestDocument.parse(bytes)))
        } catch let problem as IntakeProblem {
            return .refused(try json(for: problem), problem)
        }
    }

    /// The result of a fair test as JSON, keys in alphabetical order.
    public func fairTestJSON(
        _ asked: (id: String?, request: FairTestDocument.Request), pretty: Bool = false
    ) throws -> Data {
        let encoder = Self.encoder(pretty: pretty)
        switch asked.request {
        case .days(let trial, let prior):
            let analysis = DayTrialAnalysis(trial, prior: prior)
            return try encoder.encode(
                DayTrialDocument(analysis, id: asked.id, hasOwnPrior: prior != nil, text: fairTestText))
        case .sessions(let screen):
            return try encoder.encode(
                SessionScreenDocument(SessionScreenAnalysis(screen), id: asked.id, text: fairTestText))
        }
    }

    /// Puts fair tests into words.
    public var fairTestText: FairTestText { FairTestText(atlas) }
}

/// A belief about a change in points.
private struct ChangeDocument: Encodable {
    let mean: Double
    let deviation: Double
    let below0: Double
    let belowMinus1: Double
    let above0: Double
    let interval: [Double]

    enum CodingKeys: String, CodingKey {
        case mean, interval
        case deviation = "sd"
        case below0 = "p_below_0"
        case belowMinus1 = "p_below_minus_1"
        case above0 = "p_above_0"
    }

    init(_ change: NormalMixture) {
        mean = change.mean
        deviation = change.deviation
        below0 = change.probability(below: 0)
        belowMinus1 = change.probability(below: -1)
        above0 = change.probability(above: 0)
        let range = change.interval()
        interval = [range.lowerBound, range.upperBound]
    }
}

/// A day trial on every interface.
private struct DayTrialDocument: Encodable {
    struct Arm: Encodable {
        let drawn: Int
        let logged: Int

        init(_ days: DayTrialCounts.Days) {
            drawn = days.drawn
            logged = days.logged
        }
    }

    struct Days: Encodable {
        let all: Int
        let logged: Int
        let routine: Arm
        let usual: Arm
        let pairs: Int
        let period: Int?
        let followed: Double?
    }

    let kind = "day_trial"
    let id: String?
    let beta: ChangeDocument
    let phi: Double
    let halfLife: Double
    let sigma: Double
    let gamma: Double
    let alpha: Double
    let theta: [Double]
    let days: Days
    let verdict: String
    let verdictID: String?
    let verdicts: [String]
    let reasons: [String]
    let effect: String
    let warnings: [String]
    let limits: [String]
    let look: String
    let asDone: ChangeDocument?

    enum CodingKeys: String, CodingKey {
        case kind, id, beta, phi, sigma, gamma, alpha, theta, days, verdict, verdicts, reasons, effect, warnings, limits
        case look
        case halfLife = "half_life"
        case verdictID = "verdict_id"
        case asDone = "as_done"
    }

    init(_ analysis: DayTrialAnalysis, id: String?, hasOwnPrior: Bool, text: FairTestText) {
        self.id = id
        let posterior = analysis.posterior
        beta = ChangeDocument(posterior.effect)
        phi = posterior.autocorrelation
        halfLife = posterior.halfLife
        sigma = posterior.noise
        gamma = posterior.trend
        alpha = posterior.level
        theta = posterior.covariates
        let counts = analysis.counts
        days = Days(
            all: counts.days, logged: counts.logged, routine: Arm(counts.routine), usual: Arm(counts.usual),
            pairs: counts.pairs, period: counts.period, followed: counts.followedShare)
        verdict = text.verdict(analysis)
        verdictID = analysis.verdict?.rawValue
        verdicts = analysis.verdicts.map(\.rawValue)
        reasons = (hasOwnPrior ? [text.otherPrior] : []) + analysis.shortfalls.map(text.shortfall)
        effect = text.effect(analysis)
        warnings = text.warnings(analysis)
        limits = text.limits
        look = analysis.look.rawValue
        asDone = analysis.asDone.map { ChangeDocument($0.effect) }
    }
}

/// A session screen on every interface.
private struct SessionScreenDocument: Encodable {
    struct Technique: Encodable {
        let technique: Int
        let sessions: Int
        let mean: Double
        let deviation: Double
        let againstRest: ChangeDocument?
        let verdict: String?
        let verdictID: String?

        enum CodingKeys: String, CodingKey {
            case technique, sessions, mean, verdict
            case deviation = "sd"
            case againstRest = "against_rest"
            case verdictID = "verdict_id"
        }
    }

    let kind = "session_screen"
    let id: String?
    let techniques: [Technique]
    let ranking: [Int]
    let best: Int?
    let verdict: String
    let limits: [String]
    let tau: Double
    let sigma: Double
    let rho: Double
    let mu: Double

    init(_ analysis: SessionScreenAnalysis, id: String?, text: FairTestText) {
        self.id = id
        let posterior = analysis.posterior
        techniques = posterior.effects.enumerated().map { index, effect in
            // Rest is what the others are compared with.
            let verdict = index > 0 && !analysis.verdicts.isEmpty ? analysis.verdicts[index - 1] : nil
            return Technique(
                technique: index, sessions: analysis.sessions[index], mean: effect.mean, deviation: effect.deviation,
                againstRest: analysis.difference(index).map { ChangeDocument($0) },
                verdict: verdict.map(text.verdict), verdictID: verdict?.rawValue)
        }
        ranking = posterior.ranking
        best = analysis.best
        verdict = text.best(analysis) { "technique \($0)" }
        limits = text.sessionLimits
        tau = posterior.spread
        sigma = posterior.noise
        rho = posterior.regression
        mu = posterior.level
    }
}
