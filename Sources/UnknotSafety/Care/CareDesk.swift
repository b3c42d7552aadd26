public import UnknotAtlas
public import UnknotRecord

/// Decides whether a plan may be made, and what may be in it.
public struct CareDesk: Sendable {
    let atlas: Atlas

    /// Prepares the desk.
    public init(_ atlas: Atlas) {
        self.atlas = atlas
    }

    /// Weighs the warning signs together with the health check.
    ///
    /// - Parameters:
    ///   - request: Checked against the atlas.
    ///   - triage: What the intake alone calls for.
    public func admit(_ request: PlanRequest, triage: Triage) -> CareAdmission {
        let checks = checksInForce(request)
        let weighed = triage.weighing(checks)
        let open = unanswered(weighed)
        let outcome: CareAdmission.Outcome =
            switch weighed.outcome {
            case .emergency: .emergency
            case .sameDay: .sameDay
            // What may not wait is asked before anything is said of what can.
            case .seeClinician: open.isEmpty ? .seeClinician : .askFirst
            case .selfCare(let clearance):
                open.isEmpty ? .cleared(CareGate(atlas, clearance: clearance, checks: checks)) : .askFirst
            }
        return CareAdmission(outcome: outcome, triage: weighed, checks: checks, ask: open)
    }

    /// The warning signs of an emergency or of the same day that the painful areas call for and nobody answered.
    private func unanswered(_ triage: Triage) -> [QuestionID] {
        triage.unasked.filter { id in
            guard let urgency = atlas.warningSign(id)?.urgency else { return false }
            return urgency == .emergencyNow || urgency == .sameDay
        }
    }

    /// What was ticked, what the intake says anyway, and what follows from either, in the order of the table.
    private func checksInForce(_ request: PlanRequest) -> [HealthCheck] {
        let facts = KnownFacts(request.intake, atlas: atlas)
        let worst = request.intake.painfulMarks.compactMap(\.intensity).max() ?? 0
        var inForce = Set(request.health)
        for check in atlas.care.healthChecks {
            if check.facts?.holds(where: { facts[$0] == true }) == true { inForce.insert(check.id) }
            if let age = request.intake.age, check.ages?.contains(age) == true { inForce.insert(check.id) }
        }
        if worst > 7 { inForce.insert(Self.strongPain) }
        return inOrder(inForce)
    }

    /// Checks with what follows from them, in the order of the table.
    private func inOrder(_ ids: Set<HealthID>) -> [HealthCheck] {
        var inForce = ids
        var open = Array(ids)
        while let id = open.popLast() {
            for implied in atlas.care.healthCheck(id)?.implies ?? [] where inForce.insert(implied).inserted {
                open.append(implied)
            }
        }
        return atlas.care.healthChecks.filter { inForce.contains($0.id) }
    }

    /// What of somebody's health blocks a technique somewhere on the body, gravest first: for what is done without a plan,
    /// where nobody knows the place.
    ///
    /// - Parameter health: What applies; what follows from it counts too.
    public func blocks(_ technique: TechniqueID, health: Set<HealthID>) -> [HealthCheck] {
        inOrder(health).filter { $0.severity == .block && $0.techniques.contains(technique) }
    }

    /// Holds by itself where the drawing says so.
    static let strongPain: HealthID = "pain_over_7_of_10_at_rest"
}

/// Whether a plan may be made.
public struct CareAdmission: Sendable {
    /// The decision.
    public enum Outcome: Sendable {
        /// A plan may be made from what the gate lets through.
        case cleared(CareGate)
        /// Warning questions come first.
        case askFirst
        /// See a clinician in the next days.
        case seeClinician
        /// Get medical advice today.
        case sameDay
        /// Get help at once.
        case emergency
    }

    /// The decision.
    public let outcome: Outcome
    /// The warning signs, those of the health check included.
    public let triage: Triage
    /// What holds of the health check.
    public let checks: [HealthCheck]
    /// Signs of an emergency or of the same day that nobody answered, most dangerous first.
    public let ask: [QuestionID]
}
