public import UnknotAtlas
public import UnknotLocator
public import UnknotRecord
public import UnknotSafety

/// Makes plans: from the knots that were found, what is safe, what is at hand and what helped before.
///
/// Pure: the same atlas and the same request give the same plan.
public struct Planner: Sendable {
    private let atlas: Atlas
    private let parameters: PlannerParameters

    /// Prepares the planner.
    public init(_ atlas: Atlas) throws(PlannerError) {
        self.atlas = atlas
        parameters = try PlannerParameters(atlas.care)
    }

    /// Makes the plan of a person who may have one.
    ///
    /// - Parameters:
    ///   - request: Checked against the atlas.
    ///   - answer: The knots that were found for its intake.
    ///   - admission: What the desk decided.
    ///   - gate: What lets safe treatments through; holds the clearance.
    public func plan(
        _ request: PlanRequest,
        for answer: LocateAnswer,
        admission: CareAdmission,
        through gate: CareGate
    ) -> Plan {
        var draft = PlanDraft(
            atlas: atlas, parameters: parameters, request: request, answer: answer, admission: admission, gate: gate)
        return draft.finished()
    }

    /// The knots that a plan may work on, most probable first, whatever is safe or at hand.
    public func knots(worthWorkingOn answer: LocateAnswer) -> [RankedPoint] {
        KnotChoice(atlas, parameters).candidates(answer.points).worth
    }

    /// Whether a plan could hold a treatment at all: as work on a knot, or as what goes with it.
    public func mayUse(_ treatment: SafeTreatment) -> Bool {
        treatment.use != nil && treatment.technique.performer != .clinician
            || PlanCompany.techniques.contains(treatment.technique.id)
    }

    /// The tools that a plan can make use of, beside hands and nothing.
    public var tools: [CareTool] {
        let used = atlas.care.uses.map(\.technique) + Array(PlanCompany.techniques)
        let techniques = used.compactMap(atlas.care.technique).filter { $0.performer != .clinician }
        let tools = Set(techniques.map(\.tool))
        return CareTool.allCases.filter { !$0.isAlwaysThere && tools.contains($0) }
    }

    /// The plan of a person who may have none yet: what comes first instead.
    public func refusal(_ request: PlanRequest, admission: CareAdmission, status: Plan.Status) -> Plan {
        Plan(
            id: request.id,
            knowledge: atlas.version,
            status: status,
            triage: admission.triage,
            ask: admission.ask,
            checks: admission.checks,
            steps: [],
            leftOut: [],
            evidence: [],
            isForFlare: false,
            remarks: [],
            therapist: .empty
        )
    }
}
