public import UnknotRecord

/// What one study found about something that may bring pain on, null results included.
public struct RiskFactor: Hashable, Sendable {
    /// What was measured.
    public enum Outcome: String, CaseIterable, Hashable, Sendable {
        /// Low back pain that begins.
        case onset = "onset_lbp"
        /// Back pain that flares up.
        case flareUp = "flare_up"
        /// Pain from one day to the next.
        case dailyPain = "daily_pain"
        /// Back pain that comes back.
        case recurrence
        /// Back pain that stays.
        case persistence
        /// Neck pain.
        case neckPain = "neck_pain"
        /// Trigger points.
        case triggerPoints = "trigger_points"
        /// How easily something hurts.
        case painSensitivity = "pain_sensitivity"
        /// Pain of muscles.
        case musclePain = "muscle_pain"
    }

    /// What the number is.
    public enum Measure: String, CaseIterable, Hashable, Sendable {
        /// An odds ratio.
        case oddsRatio = "odds_ratio"
        /// A risk ratio.
        case riskRatio = "risk_ratio"
        /// A risk ratio for one point more of a scale.
        case riskRatioPerPoint = "risk_ratio_per_point"
        /// A hazard ratio.
        case hazardRatio = "hazard_ratio"
        /// An odds ratio of the hours before against the same hours of other days. Not comparable with the others.
        case triggerOddsRatio = "trigger_odds_ratio"
        /// Points of pain, 0 to 10.
        case points
        /// Something that was seen in an experiment.
        case experiment
        /// Another number, which the note explains.
        case other
        /// A statement without a number.
        case statement
    }

    /// Which way it goes.
    public enum Direction: String, CaseIterable, Hashable, Sendable {
        /// What the row names goes with more pain.
        case raises
        /// What the row names goes with less pain; its cause is the lack of it.
        case lowers
    }

    /// What was studied; several rows may speak of one.
    public let factor: String
    /// The name for everybody.
    public let plainName: String
    /// The causes of the vocabulary that it is, or is the lack of.
    public let causes: [CauseID]
    /// What it was about.
    public let outcome: Outcome
    /// The parts of the body that it speaks of; empty for all.
    public let zones: [BodyRegion.Zone]
    /// What the number is.
    public let measure: Measure
    /// The number; `nil` when only a direction was seen.
    public let size: Double?
    /// The 95 % interval, where given.
    public let interval: ClosedRange<Double>?
    /// Which way it goes.
    public let direction: Direction
    /// Over which time.
    public let window: String
    /// Whether no clear link was found.
    public let isNull: Bool
    /// How sure one may be.
    public let quality: TreatmentEffect.Quality
    /// Why.
    public let qualityReason: String
    /// The study.
    public let source: ReferenceID
    /// How far the numbers can be traced.
    public let status: EvidenceStatus
    /// What to know.
    public let note: String

    /// How many times as likely the outcome was with the cause, whichever way the row is written; `nil` where the number
    /// is no ratio of a longer time.
    public var ratio: Double? {
        switch measure {
        case .oddsRatio, .riskRatio, .hazardRatio:
            size.map { direction == .raises ? $0 : 1 / $0 }
        case .riskRatioPerPoint, .triggerOddsRatio, .points, .experiment, .other, .statement: nil
        }
    }
}

/// Something that may have happened in the hours before a pain began, as it is asked.
public struct PainTrigger: Hashable, Sendable {
    /// How long before.
    public enum Window: String, CaseIterable, Hashable, Sendable {
        /// The two hours before, held against the same hours of the days before.
        case twoHours = "two_hours"
        /// The day before.
        case day
    }

    /// Its id.
    public let id: TriggerID
    /// The question.
    public let question: String
    /// How long before.
    public let window: Window
    /// The rows of the risk factors that speak of it: one, or one for each age and one for all.
    public let factors: [String]
    /// The causes of the vocabulary that it is.
    public let causes: [CauseID]
    /// What can be done about it.
    public let habit: HabitID?
    /// The study.
    public let source: ReferenceID
    /// How far the question can be traced.
    public let status: EvidenceStatus
}
