import Unknot

/// What a person, or the player for them, says about a session that was held.
struct SessionForm: Hashable, Sendable {
    /// What was felt, before or after.
    struct Feeling: Hashable, Sendable {
        /// Tenderness by the name of the spot.
        var spots: [String: Double] = [:]
        var tightness: Double?
        /// In the unit of the movement, as it is kept.
        var movement: MovementRecord?
    }

    /// What became of a step.
    struct Step: Hashable, Sendable {
        let ended: SessionStep.Ending
        let seconds: Double
    }

    let before: Feeling
    let after: Feeling
    /// By their place in the plan; only those that take time.
    let steps: [Int: Step]
    /// From start to end, 0 to 7200.
    let seconds: Double
    let ended: SessionRecord.Ending
    /// How long ago it ended, in seconds: what could not be sent at once comes later.
    let secondsAgo: Double

    /// Names of fields.
    enum Field {
        /// What all of them begin with.
        static let prefix = "session."
        static let plan = "session.plan"
        static let ended = "session.ended"
        static let seconds = "session.seconds"
        static let ago = "session.ago"

        static func tenderness(_ when: When, _ spot: SessionRatings.Spot) -> String {
            "session.\(when.rawValue).\(spot.name)"
        }
        static func tightness(_ when: When) -> String { "session.\(when.rawValue).tightness" }
        static func movement(_ when: When) -> String { "session.\(when.rawValue).movement" }
        static func ended(_ step: Int) -> String { "session.step.\(step).ended" }
        static func seconds(_ step: Int) -> String { "session.step.\(step).seconds" }
    }

    /// Before or after.
    enum When: String, CaseIterable, Sendable {
        case before
        case after
    }

    /// The longest that an entry holds, seconds.
    private static let longest = 7_200.0
    /// How late a session may come, seconds: a month.
    private static let latest = 2_678_400.0

    /// Reads the fields that belong to a plan. What was left out was not said; a step of which nothing is said was done.
    ///
    /// - Throws: ``IntakeProblem`` naming the first field that does not fit.
    init(_ fields: FormFields, plan: Plan, ratings: SessionRatings, length: LengthUnit) throws(IntakeProblem) {
        let timed = plan.steps.indices.filter { plan.steps[$0].seconds > 0 }
        let known = Self.names(timed, ratings)
        if let other = fields.all.first(where: { $0.name.hasPrefix(Field.prefix) && !known.contains($0.name) }) {
            throw IntakeProblem(
                path: String(other.name.prefix(60)), message: "This field does not belong to the session.",
                allowed: known.sorted().joined(separator: ", "))
        }
        before = try Self.feeling(.before, fields, ratings, length)
        after = try Self.feeling(.after, fields, ratings, length)
        var steps: [Int: Step] = [:]
        for index in timed {
            let ended: SessionStep.Ending = try Self.choice(fields, Field.ended(index)) ?? .done
            let whole = ended == .done ? Double(plan.steps[index].totalSeconds) : 0
            let seconds = try Self.number(fields, Field.seconds(index), in: 0...Self.longest)
            steps[index] = Step(ended: ended, seconds: min(seconds ?? whole, Self.longest))
        }
        self.steps = steps
        let sum = steps.values.reduce(0) { $0 + $1.seconds }
        seconds = min(try Self.number(fields, Field.seconds, in: 0...1e9) ?? sum, Self.longest)
        let wasStopped = steps.values.contains { $0.ended == .stopped }
        ended = try Self.choice(fields, Field.ended) ?? (wasStopped ? .stopped : .finished)
        secondsAgo = min(try Self.number(fields, Field.ago, in: 0...1e9) ?? 0, Self.latest)
    }

    /// The entry for the journal.
    func record(plan: Plan, id: EntryID?, ratings: SessionRatings) throws(IntakeProblem) -> SessionRecord {
        var done: [SessionStep] = []
        for index in plan.steps.indices {
            guard let step = steps[index] else { continue }
            let treatment = plan.steps[index].treatment
            // What was felt belongs to the work, not to the warmth before it or the movement after it.
            let spot = ratings.spots.first { $0.step == index }
            done.append(
                try SessionStep(
                    point: treatment.point.id, side: treatment.side, technique: treatment.technique.id,
                    seconds: step.seconds, before: spot.flatMap { before.spots[$0.name] },
                    after: spot.flatMap { after.spots[$0.name] }, ended: step.ended))
        }
        return try SessionRecord(
            seconds: seconds, steps: done,
            before: SessionFeeling(tightness: before.tightness, movement: before.movement),
            after: SessionFeeling(tightness: after.tightness, movement: after.movement), ended: ended, plan: id)
    }

    // MARK: Reading

    private static func names(_ timed: [Int], _ ratings: SessionRatings) -> Set<String> {
        let steps = timed.flatMap { [Field.ended($0), Field.seconds($0)] }
        let feelings = When.allCases.flatMap { when in
            ratings.spots.map { Field.tenderness(when, $0) } + [Field.tightness(when), Field.movement(when)]
        }
        return Set(steps + feelings + [Field.plan, Field.ended, Field.seconds, Field.ago])
    }

    private static func feeling(
        _ when: When, _ fields: FormFields, _ ratings: SessionRatings, _ length: LengthUnit
    ) throws(IntakeProblem) -> Feeling {
        var feeling = Feeling()
        for spot in ratings.spots {
            feeling.spots[spot.name] = try number(fields, Field.tenderness(when, spot), in: 0...10)
        }
        feeling.tightness = try number(fields, Field.tightness(when), in: 0...10)
        if let test = ratings.movement {
            let range = test.isDistance ? 0...length.value(ofCentimetres: 100) : 0...4
            if let value = try number(fields, Field.movement(when), in: range) {
                let reach: MovementRecord.Reach =
                    test.isDistance ? .centimetres(min(length.centimetres(of: value), 100)) : .quarters(value)
                feeling.movement = try MovementRecord(test, reach)
            }
        }
        return feeling
    }

    private static func number(
        _ fields: FormFields, _ name: String, in range: ClosedRange<Double>
    ) throws(IntakeProblem) -> Double? {
        guard let text = try fields.value(name) else { return nil }
        guard let number = Double(text.replacing(",", with: ".")), range.contains(number) else {
            throw IntakeProblem(
                path: name, message: "Found “\(text.prefix(40))”.",
                allowed: "a number from \(NumberText.short(range.lowerBound)) to \(NumberText.short(range.upperBound))")
        }
        return number
    }

    private static func choice<Choice: RawRepresentable & CaseIterable>(
        _ fields: FormFields, _ name: String
    ) throws(IntakeProblem) -> Choice? where Choice.RawValue == String {
        guard let word = try fields.value(name) else { return nil }
        guard let choice = Choice(rawValue: word) else {
            throw IntakeForm.wrong(name, word, Choice.allCases.map(\.rawValue))
        }
        return choice
    }
}
