public import UnknotRecord

/// What sessions did to knots, as the planner reads it.
public enum TreatmentHistory {
    /// One entry for each knot and technique of each session, oldest first.
    ///
    /// Several steps of one session with the same technique at the same knot are one treatment: what was felt before the
    /// first and after the last. Ratings of the session as a whole count for its knot when it worked on one only. A step
    /// that was passed over did nothing and is left out.
    ///
    /// - Parameters:
    ///   - entries: In any order; of kind session, others are passed over.
    ///   - today: The day that it is where the person is now. A session lies on the day that it was where it was held.
    public static func treatments(in entries: [Noted], today: LocalDay) -> [PastTreatment] {
        entries.sorted { ($0.entry.happenedAt, $0.entry.id) < ($1.entry.happenedAt, $1.entry.id) }
            .flatMap { noted -> [PastTreatment] in
                guard case .session(let session)? = noted.value else { return [] }
                return treatments(of: session, daysAgo: max(0, noted.day.days(to: today)))
            }
    }

    private struct Key: Hashable {
        let point: PointID
        let side: BodySide
        let technique: TechniqueID
    }

    private static func treatments(of session: SessionRecord, daysAgo: Int) -> [PastTreatment] {
        var order: [Key] = []
        var treatments: [Key: PastTreatment] = [:]
        for step in session.steps where step.ended != .skipped {
            guard let technique = step.technique else { continue }
            let key = Key(point: step.point, side: step.side, technique: technique)
            var treatment =
                treatments[key] ?? PastTreatment(step.point, step.side, technique: technique, daysAgo: daysAgo)
            if treatments[key] == nil { order.append(key) }
            treatment.before = treatment.before ?? step.before
            treatment.after = step.after ?? treatment.after
            if step.ended == .stopped { treatment.ending = .stopped }
            treatments[key] = treatment
        }
        var all = order.compactMap { treatments[$0] }
        // Where no step says where the session was stopped, it was in the last one.
        let isSaid = session.steps.contains { $0.ended == .stopped }
        if session.ended == .stopped, !isSaid, let last = all.indices.last { all[last].ending = .stopped }
        return rated(all, by: session)
    }

    /// With what was said of the session as a whole, where it worked on one knot in one way and the step says nothing.
    private static func rated(_ treatments: [PastTreatment], by session: SessionRecord) -> [PastTreatment] {
        guard treatments.count == 1, var only = treatments.first, only.before == nil, only.after == nil else {
            return treatments
        }
        only.before = session.before.tenderness
        only.after = session.after.tenderness
        return [only]
    }
}
