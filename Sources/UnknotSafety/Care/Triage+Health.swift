public import UnknotAtlas
import UnknotRecord

extension Triage {
    /// The same triage with the warning signs that a health check names weighed as well.
    ///
    /// - Parameter checks: What holds for this person.
    public func weighing(_ checks: [HealthCheck]) -> Triage {
        let further = checks.compactMap { check -> Reason? in
            guard let level = check.urgency.flatMap(TriageDesk.level(of:)) else { return nil }
            return Reason(id: check.id.rawValue, level: level, advice: check.instead)
        }
        guard !further.isEmpty else { return self }
        return Triage(reasons: reasons + further, watched: watched, unasked: unasked, open: open, mayOpen: mayOpen)
    }
}
