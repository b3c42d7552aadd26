import UnknotCare
import UnknotRecord

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Engine {
    /// Looks ahead from a series of days in JSON; the same on every interface.
    ///
    /// - Throws: Only what is a fault of the program, never of the input.
    public func forecast(json bytes: [UInt8]) throws -> Reply {
        do {
            let asked = try ForecastDocument.parse(bytes)
            return .answer(try json(for: forecast(asked.days), id: asked.id))
        } catch let problem as IntakeProblem {
            return .refused(try json(for: problem), problem)
        }
    }

    /// A forecast as JSON, keys in alphabetical order.
    ///
    /// - Parameters:
    ///   - today: The day from which it looks ahead, such as `2026-11-01`; nil for a series without dates.
    ///   - tenderPoint: Which point the tenderness is of.
    public func json(
        for report: ForecastReport, id: String? = nil, today: String? = nil, tenderPoint: String? = nil,
        pretty: Bool = false
    ) throws -> Data {
        try Self.encoder(pretty: pretty).encode(
            ForecastReportDocument(report, id: id, today: today, tenderPoint: tenderPoint, text: forecastText))
    }
}

/// A forecast on every interface.
private struct ForecastReportDocument: Encodable {
    struct Point: Encodable {
        let day: Int
        let median: Double
        let expected: Double
        let low: Double
        let high: Double

        init(_ point: ForecastPoint) {
            (day, median, expected) = (point.day, point.median, point.expected)
            (low, high) = (point.low, point.high)
        }
    }

    struct Theory: Encodable {
        let fit: String
        let share: Double
        let particles: Int
        let effective: Double
        let words: String
    }

    struct Past: Encodable {
        let daysAgo: Int
        let forecast: Point
        let came: Double
        let held: Bool

        enum CodingKeys: String, CodingKey {
            case forecast, came, held
            case daysAgo = "days_ago"
        }
    }

    struct Score: Encodable {
        let horizon: Int
        let count: Int
        let held: Int
        let error: Double
        let persistence: Double
    }

    struct Return: Encodable {
        let state: String
        let chance: Double
        let limitingChance: Double
        let published: Double
        let returns: Int
        let quietDays: Int
        let words: [String]

        enum CodingKeys: String, CodingKey {
            case state, chance, published, returns, words
            case limitingChance = "limiting_chance"
            case quietDays = "quiet_days"
        }
    }

    let id: String?
    let today: String?
    let basis: String
    let basisWords: String
    let painDays: Int
    let tendernessDays: Int
    let tenderPoint: String?
    let coverage = ForecastParameters.coverage
    let pain: [Point]
    let tenderness: [Point]
    let theory: Theory
    let past: [Past]
    let scores: [Score]
    let verdict: String
    let recurrence: Return
    let limits: [String]

    enum CodingKeys: String, CodingKey {
        case id, today, basis, coverage, pain, tenderness, theory, past, scores, verdict, recurrence, limits
        case basisWords = "basis_words"
        case painDays = "pain_days"
        case tendernessDays = "tenderness_days"
        case tenderPoint = "tender_point"
    }

    init(_ report: ForecastReport, id: String?, today: String?, tenderPoint: String?, text: ForecastText) {
        let forecast = report.forecast
        (self.id, self.today, self.tenderPoint) = (id, today, tenderPoint)
        basis = forecast.basis.rawValue
        basisWords = text.basis(forecast)
        (painDays, tendernessDays) = (forecast.painDays, forecast.tendernessDays)
        pain = forecast.pain.map(Point.init)
        tenderness = forecast.tenderness.map(Point.init)
        theory = Theory(
            fit: forecast.theory.fit.rawValue, share: forecast.theory.share, particles: forecast.theory.particles,
            effective: forecast.theory.effective, words: text.theory(forecast.theory))
        past = report.review.lines.map {
            Past(daysAgo: $0.daysAgo, forecast: Point($0.point), came: $0.came, held: $0.isHeld)
        }
        scores = report.review.scores.map {
            Score(horizon: $0.horizon, count: $0.count, held: $0.held, error: $0.error, persistence: $0.staying)
        }
        verdict = text.verdict(report.review)
        let recurrence = report.recurrence
        self.recurrence = Return(
            state: recurrence.state.rawValue, chance: recurrence.chance(),
            limitingChance: recurrence.limitingChance(), published: Recurrence.unknown.chance(),
            returns: recurrence.returns, quietDays: recurrence.quietTime, words: text.recurrence(recurrence))
        limits = text.limits
    }
}
