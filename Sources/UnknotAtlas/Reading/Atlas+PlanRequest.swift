public import UnknotRecord

extension Atlas {
    /// Checks a request for a plan against the vocabulary.
    ///
    /// - Throws: ``IntakeProblem`` for the first thing that is wrong, with what is allowed instead.
    public func check(_ request: PlanRequest) throws(IntakeProblem) {
        do throws(IntakeProblem) {
            try checkIntake(of: request)
            for (index, id) in request.health.enumerated() where care.healthCheck(id) == nil {
                throw unknownName("health[\(index)]", "health check", id.rawValue, care.healthChecks.map(\.id.rawValue))
            }
            for (index, past) in request.history.enumerated() {
                if point(past.point) == nil {
                    throw unknownName(
                        "history[\(index)].point", "trigger point", past.point.rawValue, points.map(\.id.rawValue))
                }
                if care.technique(past.technique) == nil {
                    throw unknownName(
                        "history[\(index)].technique", "technique", past.technique.rawValue,
                        care.techniques.map(\.id.rawValue))
                }
            }
        } catch {
            var problem = error
            problem.id = request.id
            throw problem
        }
    }

    private func checkIntake(of request: PlanRequest) throws(IntakeProblem) {
        do throws(IntakeProblem) {
            try check(request.intake)
        } catch {
            throw error.inside("intake")
        }
    }

    /// Names the ids that look most like the unknown one.
    package func unknownName(_ path: String, _ kind: String, _ id: String, _ known: [String]) -> IntakeProblem {
        let near = SpellingSuggestion.nearest(to: id, among: known, most: 3)
        let hint = near.isEmpty ? "" : ", for example \(near.joined(separator: ", "))"
        return IntakeProblem(
            path: path,
            message: "“\(id.prefix(80))” is not a known \(kind).",
            allowed: "an id of the knowledge base\(hint)"
        )
    }
}
