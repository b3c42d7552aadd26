extension FairTestRecord {
    /// The same test, begun on a day.
    ///
    /// - Returns: `nil` for one that has no days, or that began before.
    public func begun(on day: RecordDay) throws(IntakeProblem) -> FairTestRecord? {
        guard case .days(let days) = course, days.firstDay == nil else { return nil }
        let begun = try Days(
            routine: days.routine, versus: days.versus, technique: days.technique, period: days.period,
            pairs: days.pairs, runIn: days.runIn, covariates: days.covariates, askedAt: days.askedAt, firstDay: day)
        return try FairTestRecord(
            question: question, course: .days(begun), random: random, schedule: schedule, outcome: outcome,
            point: point, side: side, screenedOn: screenedOn, ended: ended)
    }

    /// The same test with its end.
    public func ended(_ ending: Ending) throws(IntakeProblem) -> FairTestRecord {
        try FairTestRecord(
            question: question, course: course, random: random, schedule: schedule, outcome: outcome, point: point,
            side: side, screenedOn: screenedOn, ended: ending)
    }

    /// Whether another version says the same of everything that was settled before the start: what is tested, how, and
    /// what was drawn.
    public func isSamePlan(as other: FairTestRecord) -> Bool {
        guard random == other.random, schedule == other.schedule, question == other.question, point == other.point,
            side == other.side, outcome == other.outcome
        else { return false }
        switch (course, other.course) {
        case (.sessions(let own), .sessions(let others)): return own == others
        case (.days(let own), .days(let others)):
            let isSameStart = own.firstDay == nil || others.firstDay == nil || own.firstDay == others.firstDay
            return isSameStart && own.routine == others.routine && own.versus == others.versus
                && own.technique == others.technique && own.period == others.period && own.pairs == others.pairs
                && own.runIn == others.runIn && own.covariates == others.covariates
        default: return false
        }
    }
}
