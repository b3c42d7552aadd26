/// What may be tested at somebody's knot: nothing that the health check or the place forbids.
public struct FairTestOffers: Sendable {
    /// The point of the knot that is worked on first.
    public let point: PointID
    /// Its side.
    public let side: BodySide
    /// What may be tested there with what is at hand, in the order of the tables.
    public let treatments: [SafeTreatment]
    /// What would be safe but works too slowly for a test by days.
    public let tooSlow: [Technique]
    /// What was taken out, and why.
    public let refused: [RefusedTreatment]
    /// Everything that is safe there, at hand or not.
    private let safe: Set<TechniqueID>

    fileprivate init(
        point: PointID, side: BodySide, treatments: [SafeTreatment], tooSlow: [Technique], refused: [RefusedTreatment],
        safe: Set<TechniqueID>
    ) {
        (self.point, self.side, self.treatments) = (point, side, treatments)
        (self.tooSlow, self.refused, self.safe) = (tooSlow, refused, safe)
    }

    /// Whether a technique may be used at the knot, whatever is at hand.
    public func allows(_ technique: TechniqueID) -> Bool { safe.contains(technique) }
}

extension Engine {
    /// What may be tested at the first knot of a person, or at another one.
    ///
    /// - Parameters:
    ///   - request: What a plan is made from.
    ///   - knot: Another knot than the first, such as the one of a test that runs.
    /// - Returns: `nil` when something comes before any plan (a warning sign, an open question), or when there is no knot.
    /// - Throws: ``IntakeProblem`` when the request does not fit the atlas.
    public func fairTestOffers(
        for request: PlanRequest, at knot: (point: PointID, side: BodySide)? = nil
    ) throws -> FairTestOffers? {
        try atlas.check(request)
        let admission = careDesk.admit(request, triage: try locator.triage(request.intake))
        guard case .cleared(let gate) = admission.outcome else { return nil }
        let first =
            try knot
            ?? planner.knots(worthWorkingOn: locator.locate(request.intake)).first.map {
                (point: $0.point, side: $0.side)
            }
        guard let first else { return nil }
        let (safe, refused) = gate.treatments(at: first.point, first.side)
        let reachable = safe.filter { treatment in
            let technique = treatment.technique
            switch technique.performer {
            case .person: return request.has(technique.tool) && planner.mayUse(treatment)
            case .partner: return request.has(technique.tool) && request.hasHelper && planner.mayUse(treatment)
            case .clinician: return false
            }
        }
        return FairTestOffers(
            point: first.point, side: first.side,
            treatments: reachable.filter { !SlowBuilders.techniques.contains($0.technique.id) },
            tooSlow: safe.map(\.technique).filter { SlowBuilders.techniques.contains($0.id) }, refused: refused,
            safe: Set(safe.map(\.technique.id)))
    }
}
