import Unknot

/// Chooses a handful of questions for one page, and a next step that the visitor has not passed over.
///
/// Stands in until the locator itself can name several useful steps.
struct StepFinder {
    let engine: Engine

    private var atlas: Atlas { engine.atlas }

    /// How many of the leading muscles the questions should tell apart.
    private static let leadingMuscles = 8
    /// How many other sources of pain they should weigh.
    private static let leadingSources = 6

    /// Up to `most` questions: what the engine would ask, then movements and findings that split the leaders.
    func questions(_ form: IntakeForm, answer: LocateAnswer, most: Int) -> [AskedStep] {
        var steps: [AskedStep] = []
        switch answer.next?.kind {
        case .question(let id): steps.append(.question(id))
        case .movement(let id): steps.append(.movement(id))
        case .press, nil: break
        }
        let movements = movements(answer).map(AskedStep.movement)
        let findings = findings(form, answer).map(AskedStep.question)
        // Two movements for one finding: movements bear on the muscle itself.
        for index in movements.indices {
            steps.append(movements[index])
            if index.isMultiple(of: 2), findings.indices.contains(index / 2) { steps.append(findings[index / 2]) }
        }
        steps += findings
        var seen: Set<AskedStep> = []
        return Array(steps.filter { seen.insert($0).inserted }.prefix(most))
    }

    /// What to offer when the engine's own next step was passed over: another press or question.
    func replacement(_ form: IntakeForm, answer: LocateAnswer) -> NextOffer? {
        for point in answer.points where point.state == .notSure && atlas.point(point.point)?.mayBePressed == true {
            let isPressed = form.presses.contains { $0.point == point.point && $0.side == point.side }
            if !isPressed, !form.skipped.contains(IntakeForm.name(of: point.point, point.side)) {
                return .press(point.point, point.side)
            }
        }
        return questions(form, answer: answer, most: 12).lazy
            .filter { !form.skipped.contains($0.id) && form.answers[$0.id] == nil }
            .map(NextOffer.ask).first
    }

    /// Movements expected of some leading muscles and not of others.
    private func movements(_ answer: LocateAnswer) -> [MovementID] {
        let leading = answer.muscles.prefix(Self.leadingMuscles)
        let scored = atlas.movements.map { movement -> (id: MovementID, score: Double) in
            let links = atlas.movementLinks.filter { $0.movement == movement.id }
            let score = MovementEffect.allCases.map { effect in
                let affected = Set(links.filter { $0.effect == effect }.map(\.muscle))
                return leading.filter { affected.contains($0.muscle) }
                    .reduce(0) { $0 + $1.probability * (1 - $1.probability) }
            }
            return (movement.id, score.max() ?? 0)
        }
        return scored.filter { $0.score > 0 }.sorted { ($1.score, $0.id) < ($0.score, $1.id) }.map(\.id)
    }

    /// Findings that move the leading other sources most.
    private func findings(_ form: IntakeForm, _ answer: LocateAnswer) -> [QuestionID] {
        let zones = Set(form.places.compactMap { atlas.region($0.region)?.zone })
        var scores: [QuestionID: Double] = [:]
        for source in answer.alternatives.prefix(Self.leadingSources) {
            for row in atlas.likelihoods where row.hypothesis == source.hypothesis {
                let spread = abs(row.ifPresent - row.ifAbsent) * source.probability
                scores[row.finding] = max(scores[row.finding] ?? 0, spread)
            }
        }
        return atlas.questions
            .filter { question in
                question.kind == .answer && atlas.warningSign(question.id) == nil && question.setsFlags.isEmpty
                    && question.zones.map { !zones.isDisjoint(with: $0) } ?? true && scores[question.id] != nil
            }
            .map(\.id)
            .sorted { (scores[$1] ?? 0, $0) < (scores[$0] ?? 0, $1) }
    }
}

/// What the result page offers to do next.
enum NextOffer: Hashable, Sendable {
    case press(PointID, BodySide)
    case ask(AskedStep)
}
