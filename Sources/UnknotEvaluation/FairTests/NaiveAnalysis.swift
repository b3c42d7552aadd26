import RealModule
import SeededRandom

/// What goes wrong when somebody just looks at the data: analyses that people use and that a fair test replaces.
enum NaiveAnalysis {
    /// Student's t for two groups with a common variance; negative when the first has less pain.
    static func studentT(_ first: [Double], _ second: [Double]) -> Double {
        func squares(_ values: [Double], _ middle: Double) -> Double {
            values.reduce(0.0) { sum, value in sum + (value - middle) * (value - middle) }
        }
        let firstMean = mean(first)
        let secondMean = mean(second)
        let freedom = Double(first.count + second.count - 2)
        let variance: Double = (squares(first, firstMean) + squares(second, secondMean)) / freedom
        let sizes: Double = 1 / Double(first.count) + 1 / Double(second.count)
        let error = Double.sqrt(variance * sizes)
        return error > 0 ? (firstMean - secondMean) / error : 0
    }

    /// The two-sided 5 % limit of Student's t with 26 degrees of freedom, for 28 days.
    static let limit = 2.055_529

    /// Days with the routine against days without, in periods that alternate: whether it looks "significant".
    static func blocks(period: Int, autocorrelation: Double, _ random: inout SplitMix64) -> Bool {
        let world = still(autocorrelation)
        let assigned = SimulatedDays.alternating(period: period, days: 28)
        let pain = world.pain(assigned, &random)
        var with: [Double] = []
        var without: [Double] = []
        for (isRoutine, rating) in zip(assigned, pain) {
            if isRoutine { with.append(rating) } else { without.append(rating) }
        }
        return abs(studentT(with, without)) > limit
    }

    /// Fourteen days before against fourteen days after: whether it looks as if it helped, and by how many points.
    static func beforeAfter(
        recovery: Double, autocorrelation: Double, _ random: inout SplitMix64
    ) -> (helped: Bool, change: Double) {
        var world = still(autocorrelation)
        world.trend = -recovery
        let pain = world.pain([Bool](repeating: false, count: 28), &random)
        let before = Array(pain.prefix(14))
        let after = Array(pain.suffix(14))
        return (studentT(after, before) < -limit, mean(after) - mean(before))
    }

    /// How much lower the week after the first bad day is (pain of 7 or more), or `nil` when there was none.
    static func afterBadDay(_ random: inout SplitMix64) -> Double? {
        let pain = still(0.5).pain([Bool](repeating: false, count: 200), &random)
        guard let start = pain.dropLast(7).firstIndex(where: { $0 >= 7 }) else { return nil }
        let week = Array(pain[(start + 1)...(start + 7)])
        return mean(week) - pain[start]
    }

    /// A routine that does nothing, done on days with pain of 6 or more: what the same day and the next seem to say.
    static func asNeeded(_ random: inout SplitMix64) -> (sameDay: Double, nextDay: Double)? {
        let pain = still(0.5).pain([Bool](repeating: false, count: 56), &random)
        var done: [Double] = []
        var other: [Double] = []
        var changes: [Double] = []
        for (day, rating) in pain.enumerated() {
            guard rating >= 6 else {
                other.append(rating)
                continue
            }
            done.append(rating)
            if day + 1 < pain.count { changes.append(pain[day + 1] - rating) }
        }
        guard !changes.isEmpty, !other.isEmpty else { return nil }
        return (mean(done) - mean(other), mean(changes))
    }

    private static func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

    /// Nobody gets better or worse, nothing is lost.
    private static func still(_ autocorrelation: Double) -> SimulatedDays {
        SimulatedDays(trend: 0, autocorrelation: autocorrelation...autocorrelation, missing: 0)
    }
}
