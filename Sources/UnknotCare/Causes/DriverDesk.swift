public import UnknotAtlas
public import UnknotRecord

/// Says what may drive the knots of one person: from what they say, what their journal says, and what the tables name for
/// the muscle.
///
/// Pure: the same atlas and the same inquiry give the same answer.
public struct DriverDesk: Sendable {
    private let atlas: Atlas
    /// The numbers by which is judged.
    public let parameters: PreventionParameters

    /// Prepares the desk.
    public init(_ atlas: Atlas) throws(PreventionError) {
        self.atlas = atlas
        parameters = try PreventionParameters(atlas.prevention)
    }

    /// How many causes are named that nobody asked about.
    private static let mostUnasked = 6

    /// What may drive the knots of a person. Ids that the atlas does not know say nothing.
    public func drivers(_ inquiry: DriverInquiry) -> DriverAnswer {
        let found = atlas.causes.compactMap { candidate($0, inquiry) }
        let sum = found.filter(\.canBeChanged).reduce(0) { $0 + $1.weight }
        let isCapped = sum > parameters.mostInAll
        let scale = isCapped ? parameters.mostInAll / sum : 1
        let sorted = found.map { $0.scaled(by: scale) }
            .sorted { ($1.standing.rank, $1.weight, $0.cause) < ($0.standing.rank, $0.weight, $1.cause) }
        return DriverAnswer(
            knowledge: atlas.version,
            drivers: sorted.filter(\.canBeChanged),
            past: sorted.filter { !$0.canBeChanged },
            unasked: unasked(inquiry, besides: Set(found.map(\.cause))),
            isCapped: isCapped,
            hasManyEpisodes: (inquiry.episodes ?? 0) > 2
        )
    }

    /// The causes that a short check asks about: those that the tables name for these muscles, and those that matter for
    /// everybody; by group, the most important first.
    public func offered(for muscles: [MuscleID]) -> [Cause] {
        let inquiry = DriverInquiry(muscles: muscles)
        let named = Set(atlas.causeLinks.filter { $0.muscle.map(muscles.contains) ?? false }.map(\.cause))
        let general = Set(atlas.causeLinks.filter { $0.muscle == nil }.map(\.cause))
        let studied = Set(
            atlas.prevention.riskFactors.filter { $0.ratio != nil && !$0.isNull }.flatMap(\.causes))
        let asked = atlas.causes.filter { cause in
            guard !Self.neverAsked.contains(cause.id) else { return false }
            return named.contains(cause.id) || general.contains(cause.id) || studied.contains(cause.id)
        }
        let weights = Dictionary(uniqueKeysWithValues: asked.map { ($0.id, fullWeight($0.id, inquiry).weight) })
        return asked.sorted { (weights[$1.id] ?? 0, $0.id) < (weights[$0.id] ?? 0, $1.id) }
    }

    /// What a clinician has to find out; a tick would only worry.
    private static let neverAsked: Set<CauseID> = ["visceral_disease", "shingles", "radiculopathy"]

    /// What studies say about the hours before, what happened first.
    public func readings(_ triggers: [TriggerID], age: Int?) -> [TriggerReading] {
        triggers.compactMap(atlas.prevention.trigger).compactMap { trigger in
            atlas.prevention.riskFactor(of: trigger, age: age).map { TriggerReading(trigger: trigger, factor: $0) }
        }
    }

    // MARK: One cause

    private func candidate(_ cause: Cause, _ inquiry: DriverInquiry) -> Driver? {
        let (exposure, reasons) = exposure(to: cause.id, inquiry)
        guard exposure > 0 else { return nil }
        let (evidence, links) = fullWeight(cause.id, inquiry)
        let weight = exposure * evidence
        let strength = CauseEvidence(
            atlas.prevention.riskFactors(of: cause.id), zones: zones(inquiry), parameters
        ).strength
        let (habit, heldBack) = habit(against: cause.id, inquiry.health)
        return Driver(
            cause: cause.id, standing: standing(weight, strength), strength: strength, exposure: exposure,
            weight: weight, reasons: reasons + links, studies: atlas.prevention.riskFactors(of: cause.id),
            canBeChanged: cause.modifiable != "no", habit: habit, heldBack: heldBack)
    }

    private func standing(_ weight: Double, _ strength: CauseStrength) -> Driver.Standing {
        switch strength {
        case .none: .doubtful
        case .moderate, .low, .veryLow: weight >= parameters.likelyFrom ? .likely : .possible
        // What studies contradict, or nobody tested, is never more than possible.
        case .contested, .tradition: .possible
        }
    }

    /// The weight of a cause that is fully there, and what the tables say of the muscle.
    private func fullWeight(_ cause: CauseID, _ inquiry: DriverInquiry) -> (weight: Double, links: [Driver.Reason]) {
        let evidence = CauseEvidence(atlas.prevention.riskFactors(of: cause), zones: zones(inquiry), parameters)
        let links = atlas.causeLinks.filter { $0.cause == cause }
        if let muscle = inquiry.muscles.first(where: { muscle in links.contains { $0.muscle == muscle } }) {
            return (evidence.weight + parameters.muscleNamed, [.muscle(muscle)])
        }
        guard links.contains(where: { $0.muscle == nil }) else { return (evidence.weight, []) }
        return (evidence.weight + parameters.anyMuscle, [.everyMuscle])
    }

    private func zones(_ inquiry: DriverInquiry) -> Set<BodyRegion.Zone> {
        Set(inquiry.muscles.compactMap { atlas.muscle($0)?.zone })
    }

    private func unasked(_ inquiry: DriverInquiry, besides found: Set<CauseID>) -> [CauseID] {
        let named = Set(atlas.causeLinks.filter { $0.muscle.map(inquiry.muscles.contains) ?? false }.map(\.cause))
        let open = atlas.causes.filter { cause in
            named.contains(cause.id) && !found.contains(cause.id) && inquiry.said[cause.id] == nil
                && cause.modifiable != "no" && !Self.neverAsked.contains(cause.id)
        }
        let weights = open.map { ($0.id, parameters.unaskedShare * fullWeight($0.id, inquiry).weight) }
        return weights.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(Self.mostUnasked).map(\.0)
    }

    private func habit(
        against cause: CauseID, _ health: Set<HealthID>
    ) -> (habit: HabitID?, heldBack: Driver.HeldBack?) {
        let habits = atlas.prevention.habits(against: cause)
        let free = habits.first { habit in habit.notWith.allSatisfy { !health.contains($0) } }
        let first = habits.first
        guard let first, first.id != free?.id, let because = first.notWith.first(where: health.contains) else {
            return (free?.id, nil)
        }
        return (free?.id, Driver.HeldBack(habit: first.id, because: because))
    }

    // MARK: How far it is there

    private func exposure(to cause: CauseID, _ inquiry: DriverInquiry) -> (Double, [Driver.Reason]) {
        var exposure = 0.0
        var reasons: [Driver.Reason] = []
        if inquiry.said[cause] == true {
            exposure = 1
            reasons.append(.said)
        }
        for (share, reason) in recorded(cause, inquiry) {
            exposure = max(exposure, share)
            reasons.append(reason)
        }
        if inquiry.said[cause] == false, exposure > 0 { reasons.append(.deniedButRecorded) }
        let times = inquiry.onsets.count { onset in
            onset.before.contains { atlas.prevention.trigger($0)?.causes.contains(cause) ?? false }
        }
        let described = inquiry.onsets.count { !$0.before.isEmpty || !$0.notBefore.isEmpty }
        if times > 0 {
            // Once proves little; what happens before each time counts as fully there.
            exposure = max(exposure, Double(times) / Double(max(described, 2)))
            reasons.append(.before(times: times, of: described))
        }
        return (exposure, reasons)
    }

    /// What the journal says about a cause: the share of the days, with the reason.
    private func recorded(_ cause: CauseID, _ inquiry: DriverInquiry) -> [(Double, Driver.Reason)] {
        let p = parameters
        switch cause {
        case "sitting_prolonged": return share(.sittingHours, inquiry) { $0 >= p.sittingHoursFrom }
        case "posture_sustained": return share(.sittingStretch, inquiry) { $0 >= p.sittingStretchFrom }
        case "poor_sleep":
            return share(.sleepHours, inquiry) { $0 < p.sleepHoursBelow }
                + share(.sleepQuality, inquiry) { $0 <= p.sleepQualityBelow }
        case "stress": return share(.stress, inquiry) { $0 >= p.stressFrom }
        case "heavy_lifting": return share(.load, inquiry) { $0 >= p.loadFrom }
        case "dehydration": return share(.water, inquiry) { $0 < p.waterBelow }
        case "inactivity": return inactivity(inquiry)
        default: return []
        }
    }

    private func share(
        _ measure: Measure, _ inquiry: DriverInquiry, where isBad: (Double) -> Bool
    ) -> [(Double, Driver.Reason)] {
        let values = inquiry.days[measure] ?? []
        guard values.count >= parameters.daysNeeded else { return [] }
        let bad = values.count(where: isBad)
        let share = Double(bad) / Double(values.count)
        guard share >= parameters.shareNeeded else { return [] }
        let mean = values.reduce(0, +) / Double(values.count)
        return [(share, .journal(measure, days: bad, of: values.count, mean: mean))]
    }

    /// The fewest days of exercise from which somebody counts as writing exercise down: a blank says nothing.
    private static let exerciseDaysNeeded = 2
    /// The fewest days of a journal that can speak of a week's exercise.
    private static let coveredNeeded = 14

    private func inactivity(_ inquiry: DriverInquiry) -> [(Double, Driver.Reason)] {
        let values = inquiry.days[.exercise] ?? []
        guard values.count >= Self.exerciseDaysNeeded, inquiry.daysCovered >= Self.coveredNeeded else { return [] }
        let week = values.reduce(0, +) * 7 / Double(inquiry.daysCovered)
        guard week < parameters.exerciseWeekBelow else { return [] }
        return [(1, .journal(.exercise, days: values.count, of: inquiry.daysCovered, mean: week))]
    }
}

extension Driver {
    /// The same with a weight that was made smaller.
    fileprivate func scaled(by scale: Double) -> Driver {
        Driver(
            cause: cause, standing: standing, strength: strength, exposure: exposure, weight: weight * scale,
            reasons: reasons, studies: studies, canBeChanged: canBeChanged, habit: habit, heldBack: heldBack)
    }
}

extension Driver.Standing {
    /// More is surer.
    fileprivate var rank: Int {
        switch self {
        case .likely: 2
        case .possible: 1
        case .doubtful: 0
        }
    }
}
