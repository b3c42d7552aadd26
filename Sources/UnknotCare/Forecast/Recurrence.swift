import RealModule
public import UnknotRecord

/// How likely pain is to come back within a time once it is gone, from a published curve and this person's own record.
///
/// Returns of one person come at a rate λ a day; rates differ between people like a gamma distribution:
///
///     λ ~ Gamma(a, b),   P(no return in t days) = (b / (b + t))^a
///
/// Two numbers of da Silva 2019 (250 people who had recovered from low back pain) fix a and b: half had a return within 139
/// days and 69 % within 365, so a = 0.664 and b = 75.2 days. After n returns in T quiet days of a journal the rate is
/// Gamma(a + n, b + T), exactly. 40 % had a return within the year that limited what they did; that is a share of the
/// returns, the same for everybody.
public struct Recurrence: Hashable, Sendable {
    /// The published numbers.
    public enum Published {
        /// Half had a return within so many days (105 to 173).
        public static let median = 139.0
        /// Had a return within a year (62 to 74 %).
        public static let anyInAYear = 0.69
        /// Had one that limited what they did (33 to 46 %).
        public static let limitingInAYear = 0.40
        /// What a walking programme did to the rate: Pocovi 2024, activity-limiting returns (0.60 to 0.85).
        public static let walking = 0.72
    }

    /// Where somebody is now.
    public enum State: String, CaseIterable, Sendable {
        /// Not enough is logged to say.
        case unknown
        /// In pain: what is said here holds from the day on which it is gone.
        case inPain = "in_pain"
        /// The last number was quiet, but not yet a week of them.
        case settling
        /// Quiet for a week or longer.
        case quiet
    }

    /// Up to this rating a day is quiet. Our rule; the study asked people whether they had recovered.
    public static let quietUpTo = 1.0
    /// A day above this is a return. Our rule.
    public static let returnAbove = 2.0
    /// Quiet days that must have been logged, one after the other, before pain counts as gone. Our rule.
    public static let quietDays = 7
    /// After more days without a log than this nobody knows what happened: the quiet time ends with the last log. Our rule.
    public static let longestGap = 14
    /// Days in a year.
    public static let year = 365.0

    /// Where the person is now.
    public let state: State
    /// Returns in the record.
    public let returns: Int
    /// Quiet days in the record during which a return would have been seen.
    public let quietTime: Int
    /// Quiet days up to the last log, 0 when not quiet.
    public let quietSince: Int
    /// Days since the last log of pain; 0 without any.
    public let silence: Int

    private let shape: Double
    private let days: Double

    /// Reads the record.
    ///
    /// - Parameter days: Every calendar day, oldest first.
    public init(_ days: [ForecastDay]) {
        var walk = QuietWalk()
        for (index, day) in days.enumerated() {
            if let pain = day.pain { walk.add(pain, on: index) }
        }
        (returns, quietTime) = (walk.returns, walk.quietTime)
        let last = walk.last ?? days.count - 1
        silence = max(0, days.count - 1 - last)
        if walk.last == nil || silence > Self.longestGap {
            (state, quietSince) = (.unknown, 0)
        } else if let from = walk.quietFrom {
            (state, quietSince) = (.quiet, last - from + 1)
        } else {
            (state, quietSince) = (walk.isInQuietRun ? .settling : .inPain, 0)
        }
        shape = Self.published.shape + Double(walk.returns)
        self.days = Self.published.days + Double(walk.quietTime)
    }

    /// The chance of a return within some days from the day on which pain is gone.
    ///
    /// - Parameter factor: What changes the rate: 1 for nothing.
    public func chance(within time: Double = Self.year, factor: Double = 1) -> Double {
        1 - Double.pow(days / (days + factor * time), shape)
    }

    /// The chance of a return that limits what one does.
    public func limitingChance(within time: Double = Self.year, factor: Double = 1) -> Double {
        chance(within: time, factor: factor * Self.limitingShare)
    }

    /// The same for somebody of whom nothing is known.
    public static let unknown = Recurrence([])

    /// a and b of the published curve: b·((1/S)^(1/a) − 1) = t for both published points, solved by halving in a.
    static let published: (shape: Double, days: Double) = {
        func days(_ shape: Double) -> Double { Published.median / (Double.pow(2, 1 / shape) - 1) }
        func stillFree(_ shape: Double) -> Double {
            Double.pow(days(shape) / (days(shape) + year), shape)
        }
        var (low, high) = (0.2, 5.0)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            // A larger shape means people who are more alike: fewer are still free after a year.
            if stillFree(middle) > 1 - Published.anyInAYear { low = middle } else { high = middle }
        }
        return (low, days(low))
    }()

    /// The share of the returns that limit what one does: with so much of the rate 40 % have one in a year.
    static let limitingShare =
        published.days * (Double.pow(1 - Published.limitingInAYear, -1 / published.shape) - 1) / year
}

/// Walks along logged days and tells quiet times and returns.
private struct QuietWalk {
    var returns = 0
    var quietTime = 0
    /// The first day of the present quiet time, once it has been quiet for long enough.
    var quietFrom: Int?
    /// The last logged day.
    var last: Int?
    /// Whether the last logged day was quiet, however short that has lasted.
    var isInQuietRun: Bool { runStart != nil }
    private var runStart: Int?
    private var runDays = 0

    mutating func add(_ pain: Double, on day: Int) {
        let gap = last.map { day - $0 } ?? 0
        last = day
        if gap > Recurrence.longestGap { forget() }
        if pain <= Recurrence.quietUpTo {
            if runStart == nil { runStart = day }
            runDays += 1
            if quietFrom == nil, runDays >= Recurrence.quietDays {
                quietFrom = runStart
            } else if quietFrom != nil {
                quietTime += gap
            }
        } else if quietFrom != nil {
            // Above quiet, but not yet a return: the quiet time goes on.
            quietTime += gap
            guard pain > Recurrence.returnAbove else { return }
            returns += 1
            forget()
        } else {
            forget()
        }
    }

    private mutating func forget() {
        (quietFrom, runStart, runDays) = (nil, nil, 0)
    }
}
