import RealModule
import UnknotAtlas
import UnknotInference
import UnknotRecord
import UnknotSafety

/// Chooses the question or press that is expected to teach most about the muscles and other sources.
struct NextStepChooser {
    let builder: EvidenceBuilder
    let intake: Intake
    let facts: KnownFacts
    let sources: [SourceAssessment]
    let skipping: Set<String>
    let evidence: Evidence
    let posterior: Posterior

    private var knots: KnotNetwork { builder.knots }
    private var atlas: Atlas { builder.atlas }

    /// How many muscles, presses and movements are weighed exactly, the most promising by a cheap score: weighing all of
    /// them would cost a posterior each.
    private static let muscleCount = 8
    private static let pressCount = 10
    private static let movementCount = 6
    /// Muscles less probable than this are not worth a question of their own.
    private static let smallestProbability = 0.01

    /// The steps by what they are expected to teach, best first, whether or not they are worth their trouble.
    func ranked() throws(InferenceError) -> [NextStep] {
        Self.sorted(try presses() + movements() + questions())
    }

    /// The presses alone, best first.
    func rankedPresses() throws(InferenceError) -> [NextStep] {
        Self.sorted(try presses())
    }

    /// The questions and movements alone, best first.
    func rankedQuestions() throws(InferenceError) -> [NextStep] {
        Self.sorted(try movements() + questions())
    }

    /// The questions about other sources by themselves, best first: they need no network.
    func openQuestions() -> [NextStep] {
        Self.sorted(questions(worthNothing: true))
    }

    private static func sorted(_ steps: [NextStep]) -> [NextStep] {
        steps.sorted { left, right in
            (right.gainBits, left.id) < (left.gainBits, right.id)
        }
    }

    /// The leading muscles by probability, left before right on a tie.
    private var leading: [Int] {
        knots.muscles.indices
            .filter { posterior.groupMarginals[$0] >= Self.smallestProbability }
            .sorted { (posterior.groupMarginals[$1], $0) < (posterior.groupMarginals[$0], $1) }
            .prefix(Self.muscleCount)
            .map { $0 }
    }

    private func presses() throws(InferenceError) -> [NextStep] {
        let pressed = Set(intake.presses.compactMap(builder.pointIndex))
        let muscles = Set(leading.map { knots.muscles[$0] })
        let candidates = knots.points.indices
            .filter { index in
                let variable = knots.points[index]
                return !pressed.contains(index) && !skipping.contains(variable.point.rawValue)
                    && muscles.contains(KnotNetwork.MuscleVariable(muscle: variable.muscle, side: variable.side))
                    && atlas.point(variable.point)?.mayBePressed == true
            }
            .map { index in
                (
                    index: index,
                    probability: knots.probability(ofPoint: index, marginals: posterior.marginals, logRatio: 0)
                )
            }
            .sorted { ($1.probability, $0.index) < ($0.probability, $1.index) }
            .prefix(Self.pressCount)
        var steps: [NextStep] = []
        for (index, _) in candidates {
            let information = try knots.network.expectedInformation(
                ofFinding: knots.pointFinding(index), given: evidence, base: posterior)
            let variable = knots.points[index]
            let gains = leading.map { (muscle: knots.muscles[$0].muscle, bits: pressBits($0, information)) }
            steps.append(step(.press(variable.point, variable.side), gains))
        }
        return steps
    }

    /// What a press with its error rates tells about one muscle, from what the bare truth about the point would tell.
    private func pressBits(_ group: Int, _ information: ExpectedInformation) -> Double {
        guard information.outcomes.count == 2 else { return 0 }
        let (active, inactive) = (information.outcomes[0], information.outcomes[1])
        let before = Self.entropy(posterior.groupMarginals[group])
        let after = builder.presses.outcomes().reduce(0) { sum, outcome in
            let ifActive = active.probability * outcome.ifActive
            let ifInactive = inactive.probability * outcome.ifInactive
            let total = ifActive + ifInactive
            guard total > 0 else { return sum }
            let belief =
                (ifActive * active.groupMarginals[group] + ifInactive * inactive.groupMarginals[group]) / total
            return sum + total * Self.entropy(belief)
        }
        return max(0, before - after)
    }

    private func movements() throws(InferenceError) -> [NextStep] {
        let muscles = leading.map { ($0, knots.muscles[$0].muscle) }
        let candidates = atlas.movements.compactMap { movement -> (id: MovementID, finding: Int, score: Double)? in
            guard intake.answers[movement.id.rawValue] == nil, !skipping.contains(movement.id.rawValue) else {
                return nil
            }
            let links = atlas.movementLinks.filter { $0.movement == movement.id }
            let options = [MovementEffect.worse, .restricted, .better].map { effect -> (MovementEffect, Double) in
                let affected = Set(links.filter { $0.effect == effect }.map(\.muscle))
                // A movement tells muscles apart when it is expected of some leading ones and not of others.
                let share = muscles.filter { affected.contains($0.1) }.reduce(0) {
                    $0 + posterior.groupMarginals[$1.0] * (1 - posterior.groupMarginals[$1.0])
                }
                return (effect, share)
            }
            guard let best = options.max(by: { $0.1 < $1.1 }), best.1 > 0,
                let finding = knots.finding(KnotNetwork.MovementFinding(movement: movement.id, effect: best.0))
            else { return nil }
            return (movement.id, finding, best.1)
        }
        let chosen = candidates.sorted { ($1.score, $0.id) < ($0.score, $1.id) }.prefix(Self.movementCount)
        var steps: [NextStep] = []
        for candidate in chosen {
            let information = try knots.network.expectedInformation(
                ofFinding: candidate.finding, given: evidence, base: posterior)
            let gains = leading.map { (muscle: knots.muscles[$0].muscle, bits: information.groupBits[$0]) }
            steps.append(step(.movement(candidate.id), gains))
        }
        return steps
    }

    private func step(_ kind: NextStep.Kind, _ gains: [(muscle: MuscleID, bits: Double)]) -> NextStep {
        let concerns = gains.filter { $0.bits > 0.005 }.sorted { ($1.bits, $0.muscle) < ($0.bits, $1.muscle) }
        var unique: [MuscleID] = []
        for gain in concerns where !unique.contains(gain.muscle) { unique.append(gain.muscle) }
        return NextStep(
            kind: kind,
            concerns: Array(unique.prefix(3)),
            concernsSource: nil,
            gainBits: gains.reduce(0) { $0 + $1.bits }
        )
    }

    /// Questions about other sources, which are judged without knots and so need no network.
    ///
    /// - Parameter worthNothing: Whether to list also those that teach nothing about any source.
    private func questions(worthNothing: Bool = false) -> [NextStep] {
        let zones = Set(intake.painfulMarks.compactMap { atlas.region($0.place.region)?.zone })
        let candidates = atlas.questions.filter { question in
            // Warning signs have lists of their own.
            question.kind == .answer && atlas.warningSign(question.id) == nil && isOpen(question)
                && !skipping.contains(question.id.rawValue)
                && question.zones.map { !zones.isDisjoint(with: $0) } ?? true
        }
        return candidates.compactMap { question in
            let gains = sources.map { (source: $0, bits: gain(of: question.id, for: $0)) }
            let total = gains.reduce(0) { $0 + $1.bits }
            guard total > 0 || worthNothing else { return nil }
            let most = gains.max { $0.bits < $1.bits }
            return NextStep(
                kind: .question(question.id),
                concerns: [],
                concernsSource: total > 0 ? most?.source.hypothesis : nil,
                gainBits: total
            )
        }
    }

    /// Neither answered nor answered by something that asks the same.
    private func isOpen(_ question: Question) -> Bool {
        let ids = [question.id.rawValue] + question.sameAs
        return !ids.contains { id in
            facts[id] != nil || intake.answers[id] != nil
                || id.hasPrefix("movement:") && intake.answers[String(id.dropFirst(9).prefix { $0 != "=" })] != nil
        }
    }

    /// The mutual information between an answer and one source, in bits; members of a group count less, as in the
    /// differential.
    private func gain(of question: QuestionID, for source: SourceAssessment) -> Double {
        guard let row = atlas.likelihoods.first(where: { $0.finding == question && $0.hypothesis == source.hypothesis })
        else { return 0 }
        let group = atlas.question(question)?.group
        let isRepeat = source.evidence.contains { atlas.question($0.finding)?.group == group && group != nil }
        let power = isRepeat ? knots.parameters.overlapPower : 1
        let prior = source.probability
        let yes = prior * row.ifPresent + (1 - prior) * row.ifAbsent
        guard yes > 0, yes < 1 else { return 0 }
        let odds = prior / (1 - prior)
        let afterYes = odds * .pow(row.positiveRatio, power)
        let afterNo = odds * .pow(row.negativeRatio, power)
        let expected =
            yes * Self.entropy(afterYes / (1 + afterYes)) + (1 - yes) * Self.entropy(afterNo / (1 + afterNo))
        return max(0, Self.entropy(prior) - expected)
    }

    private static func entropy(_ probability: Double) -> Double {
        guard probability > 0, probability < 1 else { return 0 }
        return -probability * .log2(probability) - (1 - probability) * .log2(1 - probability)
    }
}
