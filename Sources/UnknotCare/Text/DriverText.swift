public import UnknotAtlas
public import UnknotRecord

/// Puts drivers, triggers and habits into words.
public struct DriverText: Sendable {
    private let atlas: Atlas
    private let phrases: Phrasebook

    /// Uses the sentences of an atlas.
    public init(_ atlas: Atlas) {
        self.atlas = atlas
        phrases = atlas.phrases
    }

    /// "Sitting for hours".
    public func name(_ cause: CauseID) -> String {
        let name = atlas.cause(cause)?.plainName ?? cause.rawValue
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    /// How much may be said of a driver.
    public func standing(_ standing: Driver.Standing) -> String { phrases("driver_standing_\(standing.rawValue)") }

    /// How strong the evidence is.
    public func strength(_ strength: CauseStrength) -> String { phrases("cause_strength_\(strength.rawValue)") }

    /// Why a driver is thought of.
    public func reason(_ reason: Driver.Reason) -> String {
        switch reason {
        case .said: phrases("driver_said")
        case .journal(.exercise, _, let covered, let week):
            phrases("driver_journal_exercise", ["mean": Self.whole(week), "of": "\(covered)"])
        case .journal(.sittingStretch, let days, let of, let minutes):
            phrases(
                "driver_journal_stretch", ["days": "\(days)", "of": "\(of)", "mean": Self.whole(minutes)])
        case .journal(let measure, let days, let of, let mean):
            phrases(
                "driver_journal_\(Self.key(measure))", ["days": "\(days)", "of": "\(of)", "mean": Self.number(mean)])
        case .deniedButRecorded: phrases("driver_denied_but_recorded")
        case .before(let times, let of):
            of == 1 ? phrases("driver_before_once") : phrases("driver_before", ["times": "\(times)", "of": "\(of)"])
        case .muscle(let muscle):
            phrases("driver_muscle", ["muscle": atlas.muscle(muscle)?.plainName ?? muscle.rawValue])
        case .everyMuscle: phrases("driver_every_muscle")
        }
    }

    /// What one study found about a cause.
    public func study(_ factor: RiskFactor) -> String {
        let values = [
            "factor": factor.plainName, "outcome": phrases("outcome_\(factor.outcome.rawValue)"),
            "size": factor.size.map { Self.number(abs($0), digits: 2) } ?? "",
            "low": factor.interval.map { Self.number($0.lowerBound, digits: 2) } ?? "",
            "high": factor.interval.map { Self.number($0.upperBound, digits: 2) } ?? "",
        ]
        let sentence: String
        if factor.isNull {
            sentence = phrases("study_null", values)
        } else if factor.size == nil {
            sentence = phrases(factor.measure == .experiment ? "study_experiment" : "study_no_number", values)
        } else {
            switch factor.measure {
            case .oddsRatio, .riskRatio, .hazardRatio, .riskRatioPerPoint, .triggerOddsRatio:
                let key = factor.measure == .triggerOddsRatio ? "study_trigger" : "study_ratio"
                sentence = phrases(factor.interval == nil ? key : "\(key)_interval", values)
            case .points: sentence = phrases("study_points", values)
            case .experiment, .other, .statement: sentence = phrases("study_other", values)
            }
        }
        return factor.note.isEmpty ? sentence : "\(sentence) \(Self.ended(factor.note))"
    }

    /// What a study says about something that happened in the hours before.
    public func reading(_ reading: TriggerReading) -> String {
        let factor = reading.factor
        let window = reading.trigger.window.rawValue
        let values = [
            "size": factor.size.map { Self.number($0) } ?? "",
            "low": factor.interval.map { Self.number($0.lowerBound) } ?? "",
            "high": factor.interval.map { Self.number($0.upperBound) } ?? "",
        ]
        if factor.isNull { return phrases("trigger_null") }
        guard factor.size != nil else { return phrases("trigger_no_number_\(window)") }
        if factor.measure == .points { return phrases("trigger_points", values) }
        guard let interval = factor.interval else { return phrases("trigger_\(window)", values) }
        // Where the ends are tenfold apart a middle would say too much.
        let isWide = interval.lowerBound > 0 && interval.upperBound / interval.lowerBound > 10
        return phrases(isWide ? "trigger_\(window)_wide" : "trigger_\(window)_interval", values)
    }

    /// What the evidence for a habit comes to.
    public func verdict(_ verdict: PreventionFinding.Verdict) -> String { phrases("verdict_\(verdict.rawValue)") }

    /// How sure one may be of a study.
    public func quality(_ quality: TreatmentEffect.Quality) -> String { phrases("study_quality_\(quality.rawValue)") }

    /// "After my first coffee I will walk."
    public func plan(_ habit: Habit, cue: String?) -> String {
        guard let cue else { return phrases("habit_plan_without_cue", ["do": habit.action]) }
        return phrases("habit_plan", ["cue": cue, "do": habit.action])
    }

    /// What holds for every answer about drivers.
    public var limits: [String] {
        ["drivers_limit_links", "drivers_limit_order", "drivers_limit_test"].map { phrases($0) }
    }

    private static func key(_ measure: Measure) -> String {
        switch measure {
        case .sittingHours: "sitting"
        case .sleepHours: "sleep_hours"
        case .sleepQuality: "sleep_quality"
        case .stress: "stress"
        case .load: "load"
        case .water: "water"
        default: "other"
        }
    }

    private static func whole(_ value: Double) -> String { "\(Int(value.rounded()))" }

    private static func number(_ value: Double, digits: Int = 1) -> String {
        let factor = digits == 1 ? 10.0 : 100.0
        let rounded = (value * factor).rounded() / factor
        return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)".replacing("-", with: "−")
    }

    private static func ended(_ sentence: String) -> String {
        sentence.hasSuffix(".") || sentence.hasSuffix("?") ? sentence : sentence + "."
    }
}
