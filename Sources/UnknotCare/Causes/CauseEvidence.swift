import RealModule
import UnknotAtlas
import UnknotRecord

/// How strong the evidence for a cause is, as people should hear it.
public enum CauseStrength: String, CaseIterable, Hashable, Sendable {
    /// Studies agree fairly well.
    case moderate
    /// Studies point that way and are not very sure.
    case low
    /// Hardly more than a hint.
    case veryLow = "very_low"
    /// Studies contradict each other.
    case contested
    /// Experienced clinicians name it; nobody tested it.
    case tradition
    /// Nobody found that it does anything, or nobody looked.
    case none
}

/// What studies say about one cause, brought down to one number and one word.
///
/// The number is the mean over the studies of `shrink · ln(ratio)`, where `shrink` is small because risk factors overlap
/// and are confounded, and a study without a clear link counts as nothing. Ratios of the hours before (case-crossover),
/// points and experiments are not ratios of a longer time and are left out. A study of another part of the back counts
/// less for a knot. Multiplying odds ratios would claim far more than single factors can carry.
struct CauseEvidence {
    /// The weight in log odds, at least 0.
    let weight: Double
    /// How strong the evidence is.
    let strength: CauseStrength

    /// - Parameters:
    ///   - factors: What studies found about the cause.
    ///   - zones: Where the knots are; empty when that is not known.
    init(_ factors: [RiskFactor], zones: Set<BodyRegion.Zone>, _ parameters: PreventionParameters) {
        let weights = factors.compactMap { Self.weight($0, zones, parameters) }
        strength = Self.strength(factors)
        switch strength {
        case .none: weight = 0
        case .tradition: weight = parameters.traditionWeight
        case .moderate, .low, .veryLow, .contested:
            // What was seen in an experiment only is worth as much as tradition.
            weight = weights.isEmpty ? parameters.traditionWeight : max(0, weights.reduce(0, +) / Double(weights.count))
        }
    }

    private static func weight(
        _ factor: RiskFactor, _ zones: Set<BodyRegion.Zone>, _ parameters: PreventionParameters
    ) -> Double? {
        if factor.isNull { return 0 }
        guard let ratio = factor.ratio else { return nil }
        let shrink: Double
        switch factor.quality {
        case .moderate: shrink = parameters.shrinkModerate
        case .lowToModerate, .low, .veryLow: shrink = parameters.shrinkLow
        case .insufficient: return nil
        }
        let isHere = factor.zones.isEmpty || zones.isEmpty || !zones.isDisjoint(with: factor.zones)
        return shrink * .log(ratio) * (isHere ? 1 : parameters.otherPlace)
    }

    /// Contested is what has at least as many studies without a link as with one; none is what only has rows that say so.
    private static func strength(_ factors: [RiskFactor]) -> CauseStrength {
        guard !factors.isEmpty else { return .tradition }
        let (without, with) = (factors.filter(\.isNull), factors.filter { !$0.isNull })
        let numbers = with.filter { $0.ratio != nil && $0.quality != .insufficient }
        if without.contains(where: { $0.quality == .insufficient }) && numbers.isEmpty { return .none }
        if !without.isEmpty && without.count >= numbers.count { return .contested }
        // A study whose number nobody read makes nothing fairly sure.
        if with.contains(where: { $0.quality == .moderate && $0.size != nil }) { return .moderate }
        if with.contains(where: { $0.quality == .moderate || $0.quality == .lowToModerate || $0.quality == .low }) {
            return .low
        }
        return with.contains { $0.measure != .statement } ? .veryLow : .tradition
    }
}
