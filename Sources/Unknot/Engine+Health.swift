extension Engine {
    /// The questions of the health check that can change a plan for this person, in the order of the table.
    ///
    /// - Parameters:
    ///   - request: What a plan is wanted from; what it says of health does not matter.
    ///   - storyDays: How many days ago the warning questions were answered: what they asked holds for a while only.
    /// - Throws: ``IntakeProblem`` when the request does not fit the atlas; paths of the intake begin with `intake.`.
    public func healthQuestions(for request: PlanRequest, storyDays: Int = 0) throws -> [HealthCheck] {
        try atlas.check(request)
        do {
            let answer = try locator.locate(request.intake)
            let knots = planner.knots(worthWorkingOn: answer).map { (point: $0.point, side: $0.side) }
            return careDesk.questions(
                request, at: knots, storyDays: storyDays, mayUse: planner.mayUse)
        } catch var problem as IntakeProblem {
            problem = problem.inside("intake")
            problem.id = request.id
            throw problem
        }
    }
}
