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

/// Whether techniques of a test that runs may still be used.
public enum FairTestStanding: Hashable, Sendable {
    /// Nothing speaks against it.
    case clear
    /// Nothing that is known speaks against it, but warning questions are open.
    case askFirst
    /// Something that was said speaks against it.
    case forbidden
}

extension Engine {
    /// Weighs what is known against techniques at a knot. What was said of health and of warning signs counts whatever else
    /// is open: a question that nobody answered anew takes nothing back.
    ///
    /// - Parameters:
    ///   - techniques: Those of the test; none for an everyday habit.
    ///   - request: What is known; a warning sign without an answer counts as open.
    ///   - knot: Where they are used; nil when the test is about no knot.
    /// - Throws: ``IntakeProblem`` when the request does not fit the atlas.
    public func fairTestStanding(
        of techniques: [TechniqueID], for request: PlanRequest, at knot: (point: PointID, side: BodySide)?
    ) throws -> FairTestStanding {
        try atlas.check(request)
        var settled = request
        for sign in atlas.warningSigns where sign.combination == nil {
            if settled.intake.answers[sign.id.rawValue] == nil {
                settled.intake.answers[sign.id.rawValue] = .reply(.no)
            }
        }
        switch careDesk.admit(settled, triage: try locator.triage(settled.intake)).outcome {
        case .emergency, .sameDay, .seeClinician: return .forbidden
        case .askFirst: return .askFirst
        case .cleared(let gate):
            let safe = knot.map { Set(gate.treatments(at: $0.point, $0.side).safe.map(\.technique.id)) }
            guard techniques.allSatisfy({ safe?.contains($0) ?? true }) else { return .forbidden }
        }
        guard case .cleared = careDesk.admit(request, triage: try locator.triage(request.intake)).outcome else {
            return .askFirst
        }
        return .clear
    }

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
