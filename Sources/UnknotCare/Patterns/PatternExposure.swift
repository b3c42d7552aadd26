public import UnknotRecord

/// Something about a day that may go together with the pain of that day or a later one.
public enum PatternExposure: String, CaseIterable, Hashable, Sendable {
    /// Fewer hours of sleep than this person's middle value.
    case shortSleep = "short_sleep"
    /// Sleep that was worse than this person's middle value.
    case poorSleep = "poor_sleep"
    /// Less water than this person's middle value.
    case littleWater = "little_water"
    /// More hours of sitting.
    case longSitting = "long_sitting"
    /// A longer stretch of sitting.
    case longStretches = "long_stretches"
    /// More physical load.
    case heavyLoad = "heavy_load"
    /// More stress.
    case highStress = "high_stress"
    /// Exercise: more than the middle value, which is any where most days have none.
    case exercise
    /// A release session.
    case release
    /// Monday to Friday.
    case workday

    /// What of the journal it comes from; nil for what the calendar says.
    public var measure: Measure? {
        switch self {
        case .shortSleep: .sleepHours
        case .poorSleep: .sleepQuality
        case .littleWater: .water
        case .longSitting: .sittingHours
        case .longStretches: .sittingStretch
        case .heavyLoad: .load
        case .highStress: .stress
        case .exercise: .exercise
        case .release: .release
        case .workday: nil
        }
    }

    /// How many days before the pain it is looked for.
    ///
    /// Of the same day only what was there before the pain: the night, and the day of the week. Anything else of the same
    /// day may just as well have come from the pain (evidence file on trials in one person, section 7).
    public var lags: [Int] {
        switch self {
        case .shortSleep, .poorSleep: [0, 1, 2]
        case .workday: [0]
        case .littleWater, .longSitting, .longStretches, .heavyLoad, .highStress, .exercise, .release: [1, 2]
        }
    }

    /// Whether low numbers count as having it.
    var isLow: Bool {
        switch self {
        case .shortSleep, .poorSleep, .littleWater: true
        case .longSitting, .longStretches, .heavyLoad, .highStress, .exercise, .release, .workday: false
        }
    }

    /// Whether a day on which pain was logged and nothing of it counts as a day without: people log what they did.
    var isAbsentUnlessLogged: Bool { self == .exercise || self == .release }

    /// Whether a person can change it from day to day, so that a fair test of it makes sense.
    public var isChangeable: Bool { self != .workday }
}
