/// One number that can be followed over days.
public enum Measure: Hashable, Sendable {
    /// Pain at the moment, 0 to 10.
    case painNow
    /// Average pain, 0 to 10.
    case painAverage
    /// Worst pain, 0 to 10.
    case painWorst
    /// How tender one point is, 0 to 10.
    case tenderness(PointID, BodySide)
    /// The pressure at which one point begins to hurt, in kPa.
    case pressure(PointID, BodySide)
    /// Distance between fingertips and floor, in cm.
    case fingertipToFloor
    /// The angle of a movement, in degrees.
    case degrees(MovementTest)
    /// A movement in quarters of the full way, 0 to 4.
    case quarters(MovementTest)
    /// Stiffness, 0 to 10.
    case stiffness
    /// Tightness, 0 to 10.
    case tightness
    /// What the person follows under a name, 0 to 10.
    case own(String)
    /// Hours of sleep.
    case sleepHours
    /// How good sleep was, 0 to 10.
    case sleepQuality
    /// Litres drunk.
    case water
    /// Hours spent sitting.
    case sittingHours
    /// The longest stretch of sitting, in minutes.
    case sittingStretch
    /// Physical load, 0 to 10.
    case load
    /// Stress, 0 to 10.
    case stress
    /// Exercise, in minutes.
    case exercise
    /// Minutes of release sessions.
    case release
    /// The score of a questionnaire.
    case questionnaire(Questionnaire)
}

extension Measure {
    /// Whether the numbers of one day add up, as litres and minutes do, rather than being several looks at one thing.
    public var addsUp: Bool {
        switch self {
        case .water, .sittingHours, .exercise, .release: true
        default: false
        }
    }

    /// The range in which a chart shows it; nil when it has no natural upper end.
    public var scale: ClosedRange<Double>? {
        switch self {
        case .painNow, .painAverage, .painWorst, .tenderness, .stiffness, .tightness, .own, .sleepQuality, .load,
            .stress:
            0...10
        case .quarters: 0...4
        case .questionnaire(let questionnaire): questionnaire.scoreRange
        case .pressure, .fingertipToFloor, .degrees, .sleepHours, .water, .sittingHours, .sittingStretch, .exercise,
            .release:
            nil
        }
    }

    /// The row of the knowledge base's `outcome_measures` that says what a change means; nil when none does.
    public var outcome: String? {
        switch self {
        case .painNow, .painAverage, .painWorst: "nrs_pain_0_10"
        case .tenderness: "press_tenderness_0_10"
        case .pressure: "pressure_pain_threshold"
        case .fingertipToFloor: "fingertip_to_floor"
        case .degrees: "neck_and_trunk_rom_phone"
        case .sleepQuality: "sleep_nrs_0_10"
        case .questionnaire(let questionnaire): questionnaire.outcome
        case .quarters, .stiffness, .tightness, .own, .sleepHours, .water, .sittingHours, .sittingStretch, .load,
            .stress, .exercise, .release:
            nil
        }
    }
}

extension Questionnaire {
    /// Its row in the knowledge base's `outcome_measures`.
    public var outcome: String {
        switch self {
        case .peg: "peg"
        case .rmdq: "rmdq"
        case .psfs: "psfs"
        case .bothersomeness: "bothersomeness_1_item"
        case .change: "global_rating_of_change"
        }
    }
}
