public import UnknotAtlas

/// Puts forecasts into words: what they rest on, how good they were, and what they cannot say.
public struct ForecastText: Sendable {
    private let phrases: Phrasebook

    /// Uses the sentences of an atlas.
    public init(_ atlas: Atlas) {
        phrases = atlas.phrases
    }

    /// On what a forecast rests, or why there is none.
    public func basis(_ forecast: Forecast) -> String {
        let logged = max(forecast.painDays, forecast.tendernessDays)
        guard forecast.basis == .nothing else {
            return phrases("forecast_basis_\(forecast.basis.rawValue)", ["logged": "\(logged)"])
        }
        return forecast.silence.map { phrases("forecast_silent", ["days": "\($0)"]) } ?? phrases("forecast_no_days")
    }

    /// Where pain or tenderness is expected on one day, with its interval.
    public func point(_ point: ForecastPoint, isTenderness: Bool = false) -> String {
        phrases(
            isTenderness ? "forecast_point_tenderness" : "forecast_point",
            [
                "day": "\(point.day)", "expected": Self.number(point.expected), "low": Self.number(point.low),
                "high": Self.number(point.high),
            ])
    }

    /// What became of the knot model.
    public func theory(_ theory: KnotTheory) -> String {
        phrases("forecast_theory_\(theory.fit.rawValue)", ["share": Self.percent(theory.share)])
    }

    /// What is assumed of sessions to come; nil when none were held lately.
    public func sessions(_ forecast: Forecast) -> String? {
        guard forecast.sessionsAWeek > 0, forecast.basis == .knotModel else { return nil }
        return phrases("forecast_sessions", ["sessions": Self.number(forecast.sessionsAWeek)])
    }

    /// How good past forecasts so many days ahead were.
    public func score(_ score: ForecastReview.Score) -> String {
        phrases(
            score.horizon == 1 ? "forecast_score_tomorrow" : "forecast_score",
            [
                "days": "\(score.horizon)", "held": "\(score.held)", "count": "\(score.count)",
                "error": Self.number(score.error), "staying": Self.number(score.staying),
            ])
    }

    /// What all past forecasts together show; too few show nothing.
    public func verdict(_ review: ForecastReview) -> String {
        let count = review.lines.count
        guard count >= Self.fewestToJudge else {
            return phrases(count == 0 ? "forecast_no_past" : "forecast_few_past", ["count": "\(count)"])
        }
        let held = review.lines.count(where: \.isHeld)
        // Nine of ten should be held; fewer than seven of ten are less than chance would leave of them.
        let key = Double(held) < 0.7 * Double(count) ? "forecast_past_poor" : "forecast_past_fair"
        return phrases(key, ["held": "\(held)", "count": "\(count)"])
    }

    /// Past numbers that must have been judged before they are judged together.
    private static let fewestToJudge = 8

    /// How likely a return is, and on what that stands.
    public func recurrence(_ recurrence: Recurrence) -> [String] {
        let isOlder = recurrence.state == .quiet && recurrence.silence > 1
        var lines = [
            phrases(
                isOlder ? "forecast_recurrence_quiet_until" : "forecast_recurrence_\(recurrence.state.rawValue)",
                ["days": "\(recurrence.quietSince)", "ago": "\(recurrence.silence)"])
        ]
        lines.append(
            phrases(
                "forecast_recurrence_chance",
                [
                    "chance": Self.outOfTen(recurrence.chance()), "percent": Self.percent(recurrence.chance()),
                    "limiting": Self.percent(recurrence.limitingChance()),
                ]))
        let published = Recurrence.unknown
        lines.append(
            recurrence.quietTime == 0 && recurrence.returns == 0
                ? phrases("forecast_recurrence_published_only")
                : phrases(
                    recurrence.returns == 1 ? "forecast_recurrence_own_one" : "forecast_recurrence_own",
                    [
                        "returns": "\(recurrence.returns)", "days": "\(recurrence.quietTime)",
                        "percent": Self.percent(published.chance()),
                    ]))
        lines.append(
            phrases(
                "forecast_recurrence_walking",
                [
                    "with": Self.percent(recurrence.limitingChance(factor: Recurrence.Published.walking)),
                    "without": Self.percent(recurrence.limitingChance()),
                ]))
        return lines
    }

    /// What no forecast can say.
    public var limits: [String] {
        [phrases("forecast_model_only"), phrases("forecast_interval_meaning"), phrases("forecast_no_advice")]
    }

    /// One decimal, none where it is a whole number.
    static func number(_ value: Double) -> String {
        let text = FairTestText.points(value)
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// Whole percent; never 0 or 100, which would be a promise.
    static func percent(_ share: Double) -> String { "\(min(max(Int((share * 100).rounded()), 1), 99))\u{A0}%" }

    private static func outOfTen(_ share: Double) -> String { "\(min(max(Int((share * 10).rounded()), 1), 9))" }
}
