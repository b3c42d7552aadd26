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
