import RealModule
import Unknot

/// What anybody could say without a model, and what a textbook would say.
enum ForecastBaseline: String, CaseIterable, Sendable {
    /// As on the last logged day.
    case persistence
    /// As on average over the last seven logged days.
    case weekMean
    /// Along an exponential recovery that fits the logged days best.
    case recovery

    /// What it expects so many days after the last of the days; nil without a log.
    func value(_ ratings: [Double?], ahead: Int) -> Double? {
        let logged = ratings.enumerated().compactMap { index, rating in rating.map { (Double(index), $0) } }
        guard let last = logged.last else { return nil }
        switch self {
        case .persistence: return last.1
        case .weekMean:
            let recent = logged.suffix(7)
            return recent.reduce(0) { $0 + $1.1 } / Double(recent.count)
        case .recovery: return Self.recovery(logged, at: Double(ratings.count - 1 + ahead))
        }
    }

    /// The curve a + b·exp(−t/τ) with b ≥ 0 and the least squares, τ from days to months, kept on the scale.
    private static func recovery(_ logged: [(Double, Double)], at day: Double) -> Double {
        let count = Double(logged.count)
        let mean = logged.reduce(0) { $0 + $1.1 } / count
        var best = (error: Double.infinity, value: mean)
        for days in [3.0, 5, 8, 13, 21, 34, 55, 89] {
            let curve = logged.map { Double.exp(-($0.0 - logged[0].0) / days) }
            let centre = curve.reduce(0, +) / count
            var (spread, product) = (0.0, 0.0)
            for (value, point) in zip(curve, logged) {
                spread += (value - centre) * (value - centre)
                product += (value - centre) * (point.1 - mean)
            }
            let fall = spread > 1e-9 ? max(0, product / spread) : 0
            let floor = mean - fall * centre
            let error = zip(curve, logged).reduce(0) { sum, pair in
                let miss = pair.1.1 - floor - fall * pair.0
                return sum + miss * miss
            }
            if error < best.error - 1e-9 {
                best = (error, floor + fall * Double.exp(-(day - logged[0].0) / days))
            }
        }
        return min(max(best.value, 0), 10)
    }
}
