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

    /// This version with the start and the end that were said first. Neither can be taken back: whoever has seen what was
    /// drawn or what came out cannot go on as if they had not.
    ///
    /// - Parameter versions: All versions up to this one, the latest first.
    public func keepingStartAndEnd(of versions: [FairTestRecord]) throws(IntakeProblem) -> FairTestRecord {
        var kept = self
        if let start = versions.compactMap(\.firstDay).last, let begun = try kept.begun(on: start) { kept = begun }
        if let ending = versions.compactMap(\.ended).last, ending != kept.ended { kept = try kept.ended(ending) }
        return kept
    }

    private var firstDay: RecordDay? {
        if case .days(let days) = course { days.firstDay } else { nil }
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
                && own.runIn == others.runIn && own.covariates == others.covariates && own.askedAt == others.askedAt
        default: return false
        }
    }
}
