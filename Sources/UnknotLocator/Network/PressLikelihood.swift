import RealModule
import UnknotAtlas
import UnknotRecord

/// How likely the answers of a press are when the point is active and when it is not.
///
/// The error rates are those of `findings.csv`. Tenderness, familiar pain, spread and a lump overlap: the most telling
/// counts in full and the logarithm of each further one is halved (`structural_differential.md`, section 5).
struct PressLikelihood: Sendable {
    /// P(answer | active) and P(answer | not active).
    struct Rates: Hashable, Sendable {
        let ifActive: Double
        let ifInactive: Double

        /// The rates of the opposite answer.
        var denied: Rates { Rates(ifActive: 1 - ifActive, ifInactive: 1 - ifInactive) }

        var logRatio: Double { .log(ifActive / ifInactive) }
    }

    let familiar: Rates
    let tender: Rates
    let lump: Rates
    let spreads: Rates
    private let overlapPower: Double
    private let tenderFrom: Double

    init(_ atlas: Atlas, _ parameters: LocatorParameters) throws(LocatorError) {
        func rates(_ finding: QuestionID) throws(LocatorError) -> Rates {
            guard
                let row = atlas.likelihoods.first(where: { $0.finding == finding && $0.hypothesis == "active_trp" })
            else { throw LocatorError.missingParameter("findings.csv: \(finding), active_trp") }
            return Rates(ifActive: row.ifPresent, ifInactive: row.ifAbsent)
        }
        familiar = try rates("press_reproduces_usual_pain")
        tender = try rates("palpable_tender_spot_in_muscle")
        lump = try rates("palpable_nodule_or_taut_band")
        spreads = try rates("pressing_refers_pain_elsewhere")
        overlapPower = parameters.overlapPower
        tenderFrom = parameters.tenderFrom
    }

    /// Whether a press was tender, if it says so. A press that brings on the usual pain hurts, so a low number given with
    /// it says nothing: what brings on the usual pain must never speak against the point.
    func isTender(_ press: Press) -> Bool? {
        guard let tenderness = press.tenderness else { return press.isFamiliar == true ? true : nil }
        if tenderness >= tenderFrom { return true }
        return press.isFamiliar == true ? nil : false
    }

    /// The log likelihood ratio of a press for its point.
    ///
    /// - Parameter pattern: The areas to which the point is known to send pain, on either side.
    func logRatio(of press: Press, pattern: Set<RegionID>) -> Double {
        var parts: [Double] = []
        if let isFamiliar = press.isFamiliar {
            parts.append((isFamiliar ? familiar : familiar.denied).logRatio)
        }
        if let isTender = isTender(press) { parts.append((isTender ? tender : tender.denied).logRatio) }
        if let hasLump = press.hasLump { parts.append((hasLump ? lump : lump.denied).logRatio) }
        // Pain that spreads elsewhere than in the books speaks neither way: no fixed area should be expected.
        if !pattern.isDisjoint(with: press.spreadsTo) { parts.append(spreads.logRatio) }
        return combined(parts)
    }

    /// The four answers that a press is offered with: tender or not, familiar or not.
    func outcomes() -> [(isTender: Bool, isFamiliar: Bool, ifActive: Double, ifInactive: Double)] {
        let raw = [true, false].flatMap { isTender in
            [true, false].map { isFamiliar in
                let tenderRates = isTender ? tender : tender.denied
                let familiarRates = isFamiliar ? familiar : familiar.denied
                let ratio = combined([tenderRates.logRatio, familiarRates.logRatio])
                let inactive = tenderRates.ifInactive * familiarRates.ifInactive
                return (isTender, isFamiliar, inactive * .exp(ratio), inactive)
            }
        }
        let total = raw.reduce(0) { $0 + $1.2 }
        return raw.map { ($0.0, $0.1, $0.2 / total, $0.3) }
    }

    private func combined(_ parts: [Double]) -> Double {
        let ordered = parts.sorted { abs($0) > abs($1) }
        guard let first = ordered.first else { return 0 }
        return first + ordered.dropFirst().reduce(0) { $0 + $1 * overlapPower }
    }
}
