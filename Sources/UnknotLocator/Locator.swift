public import UnknotAtlas
public import UnknotInference
public import UnknotRecord
public import UnknotSafety

/// Turns what a person said into ranked knots with reasons, other sources of pain, and the next step.
///
/// Pure: the same atlas and the same intake give the same answer. Making a locator reads the whole atlas; keep it.
public struct Locator: Sendable {
    /// What is known.
    public let atlas: Atlas
    private let builder: EvidenceBuilder
    private let differential: Differential
    private let desk: TriageDesk

    /// How many points are listed, and how probable they must be.
    private static let listedPoints = 12
    private static let smallestPoint = 0.02
    /// As the interface promises.
    private static let smallestMuscle = 0.001

    /// Builds the network of an atlas.
    public init(_ atlas: Atlas) throws(LocatorError) {
        self.atlas = atlas
        builder = try EvidenceBuilder(atlas, KnotNetwork(atlas))
        differential = Differential(atlas)
        desk = TriageDesk(atlas)
    }

    /// Locates the knots behind an intake.
    ///
    /// - Parameters:
    ///   - intake: What was said.
    ///   - skipping: Ids of questions, movements and points that must not be asked for next, because the person does
    ///     not know or does not want to.
    /// - Throws: ``IntakeProblem`` when the intake does not fit the atlas, or has neither a drawing nor a warning sign;
    ///   ``LocatorError`` when inference fails.
    public func locate(_ intake: Intake, skipping: Set<String> = []) throws -> LocateAnswer {
        try atlas.check(intake)
        let facts = KnownFacts(intake, atlas: atlas)
        let isDrawn = !intake.painfulMarks.isEmpty
        let triage = triage(intake, facts)
        guard isDrawn else {
            guard triage.level > .selfCare || !triage.watched.isEmpty else {
                throw IntakeProblem.nothingDrawn(intake)
            }
            return LocateAnswer(
                id: intake.id, knowledge: atlas.version, triage: triage, muscles: [], points: [], alternatives: [],
                unexplained: [], next: nil, isDone: true, isExact: true)
        }
        return try mirrorSafe(intake) {
            try answer($0, triage: triage, skipping: skipping)
        } mirror: {
            $0.mirrored
        }
    }

    /// The steps that are expected to teach most, best first: for a page that asks several things at once.
    public func usefulSteps(_ intake: Intake, most count: Int, skipping: Set<String> = []) throws -> [NextStep] {
        try atlas.check(intake)
        return try mirrorSafe(intake) { intake in
            try Array(reckoning(intake).chooser(skipping: skipping).ranked().prefix(count))
        } mirror: {
            $0.map(\.mirrored)
        }
    }

    /// The inference behind an answer, for those who want to check it or compare with another engine.
    public func inference(for intake: Intake) throws -> (network: NoisyOrNetwork, evidence: Evidence) {
        try atlas.check(intake)
        let reckoning = try reckoning(intake.inCanonicalOrder)
        return (builder.knots.network, reckoning.evidence)
    }

    /// The network behind the answers.
    package var network: KnotNetwork { builder.knots }

    /// When asking ends.
    var stopRule: StopRule { StopRule(parameters: builder.knots.parameters) }

    /// The ranking alone, without reasons and next step.
    public func rankedMuscles(_ intake: Intake) throws -> [RankedMuscle] {
        try mirrorSafe(intake) {
            rankedMuscles(try reckoning($0).posterior)
        } mirror: {
            $0.map(\.mirrored)
        }
    }

    /// Arithmetic depends on the order of summation in the last digits. Working on one of the two mirror images makes
    /// mirrored intakes give mirrored answers to the last bit.
    func mirrorSafe<Result>(
        _ intake: Intake,
        _ work: (Intake) throws -> Result,
        mirror: (Result) -> Result
    ) throws -> Result {
        let ordered = intake.inCanonicalOrder
        let mirrored = ordered.mirrored.inCanonicalOrder
        return mirrored.comesBefore(ordered) ? mirror(try work(mirrored)) : try work(ordered)
    }

    /// Weighs the warning signs alone.
    public func triage(_ intake: Intake) throws(IntakeProblem) -> Triage {
        try atlas.check(intake)
        return triage(intake, KnownFacts(intake, atlas: atlas))
    }

    private func triage(_ intake: Intake, _ facts: KnownFacts) -> Triage {
        desk.triage(intake, facts: facts, sources: differential.assess(intake, facts: facts))
    }

    /// Everything that follows from an intake by inference.
    struct Reckoning {
        let builder: EvidenceBuilder
        let intake: Intake
        let facts: KnownFacts
        let sources: [SourceAssessment]
        let evidence: Evidence
        let posterior: Posterior

        var explainer: Explainer {
            Explainer(builder: builder, intake: intake, evidence: evidence, posterior: posterior)
        }

        func chooser(skipping: Set<String>) -> NextStepChooser {
            NextStepChooser(
                builder: builder, intake: intake, facts: facts, sources: sources, skipping: skipping,
                evidence: evidence, posterior: posterior)
        }
    }

    func reckoning(_ intake: Intake) throws -> Reckoning {
        let facts = KnownFacts(intake, atlas: atlas)
        // In the network the drawing bears on the sources by itself, so there only the answers have spoken.
        let fromAnswers = differential.assess(
            intake, facts: KnownFacts(intake, atlas: atlas, readingDrawing: false))
        let evidence = builder.evidence(intake, facts: facts, sources: fromAnswers)
        return Reckoning(
            builder: builder,
            intake: intake,
            facts: facts,
            sources: differential.assess(intake, facts: facts),
            evidence: evidence,
            posterior: try inferring { () throws(InferenceError) in
                try builder.knots.network.posterior(given: evidence)
            }
        )
    }

    private func answer(_ intake: Intake, triage: Triage, skipping: Set<String>) throws -> LocateAnswer {
        let reckoning = try reckoning(intake)
        let posterior = reckoning.posterior
        let muscles = rankedMuscles(posterior)
        let explainer = reckoning.explainer
        let points = explainer.points(
            listedPoints(explainer, pressed: intake.presses), try inferring(explainer.contributions))
        let best = try inferring { () throws(InferenceError) in
            try reckoning.chooser(skipping: skipping).ranked().first
        }
        let isDone = stopRule.isDone(intake, triage: triage, leading: muscles.first, best: best, atlas: atlas)
        return LocateAnswer(
            id: intake.id,
            knowledge: atlas.version,
            triage: triage,
            muscles: muscles,
            points: points,
            alternatives: rankedSources(reckoning.sources, posterior),
            unexplained: explainer.unexplained(),
            next: isDone ? nil : best,
            isDone: isDone,
            isExact: posterior.exactness == .exact
        )
    }

    func inferring<Result>(_ work: () throws(InferenceError) -> Result) throws(LocatorError) -> Result {
        do {
            return try work()
        } catch {
            throw LocatorError.inference("\(error)")
        }
    }

    func rankedMuscles(_ posterior: Posterior) -> [RankedMuscle] {
        builder.knots.muscles.enumerated()
            .map { index, muscle in
                RankedMuscle(muscle: muscle.muscle, side: muscle.side, probability: posterior.groupMarginals[index])
            }
            .filter { $0.probability >= Self.smallestMuscle }
            .sorted { ($1.probability, $0.muscle, $0.side) < ($0.probability, $1.muscle, $1.side) }
    }

    /// The likeliest points. One that brought on the usual pain is listed however unlikely the rest makes it, so that a
    /// plan can speak of it.
    private func listedPoints(_ explainer: Explainer, pressed: [Press]) -> [Int] {
        func isFamiliar(_ index: Int) -> Bool {
            let point = builder.knots.points[index]
            return pressed.contains { $0.point == point.point && $0.side == point.side && $0.isFamiliar == true }
        }
        let ranked = builder.knots.points.indices
            .map { (index: $0, probability: explainer.probability(of: $0), isFamiliar: isFamiliar($0)) }
            .filter { $0.probability >= Self.smallestPoint || $0.isFamiliar }
            .sorted { ($1.probability, $0.index) < ($0.probability, $1.index) }
        let familiar = ranked.filter(\.isFamiliar).prefix(Self.listedPoints).map(\.index)
        let others = ranked.filter { !$0.isFamiliar }.prefix(Self.listedPoints - familiar.count).map(\.index)
        let listed = Set(familiar + others)
        return ranked.map(\.index).filter(listed.contains)
    }

    /// Joints and tissues compete with the knots in the network. Nerves, organs and diseases keep the probability that
    /// they have without any knot, so that none can explain them away.
    private func rankedSources(_ sources: [SourceAssessment], _ posterior: Posterior) -> [RankedSource] {
        sources.compactMap { source in
            let variable = KnotNetwork.SourceVariable(hypothesis: source.hypothesis, side: source.side)
            guard let hypothesis = atlas.hypothesis(source.hypothesis),
                let index = builder.knots.sourceIndex[variable]
            else { return nil }
            let competes = hypothesis.category == .jointOrTissue
            let probability = competes ? posterior.marginals[index] : source.probability
            return RankedSource(hypothesis: source.hypothesis, side: source.side, probability: probability)
        }
        .filter { $0.probability >= Self.smallestMuscle }
        .sorted {
            ($1.probability, $0.hypothesis, $0.side?.rawValue ?? "")
                < ($0.probability, $1.hypothesis, $1.side?.rawValue ?? "")
        }
    }
}

extension IntakeProblem {
    /// There is nothing to locate.
    static func nothingDrawn(_ intake: Intake) -> IntakeProblem {
        IntakeProblem(
            path: "drawing",
            message: "Nothing is drawn and no warning sign is answered yes.",
            allowed: "at least one painful region, or a warning sign",
            id: intake.id
        )
    }
}

extension Intake {
    /// The same intake with its lists sorted: the order in which things were said does not matter.
    fileprivate var inCanonicalOrder: Intake {
        var other = self
        other.drawing.sort { $0.place < $1.place }
        other.presses.sort { ($0.point, $0.side) < ($1.point, $1.side) }
        other.causes.sort()
        return other
    }

    /// Which of two mirror images is worked on.
    fileprivate func comesBefore(_ other: Intake) -> Bool {
        let mine = drawing.map { "\($0.place.region) \($0.place.side.rawValue)" }
        let theirs = other.drawing.map { "\($0.place.region) \($0.place.side.rawValue)" }
        if mine != theirs { return mine.lexicographicallyPrecedes(theirs) }
        let myPresses = presses.map { "\($0.point) \($0.side.rawValue)" }
        let theirPresses = other.presses.map { "\($0.point) \($0.side.rawValue)" }
        if myPresses != theirPresses { return myPresses.lexicographicallyPrecedes(theirPresses) }
        return details.lexicographicallyPrecedes(other.details)
    }

    /// What may still differ when the same places and points are named on both sides.
    private var details: [String] {
        drawing.map { "\($0.intensity ?? -1) \($0.strength?.rawValue ?? "") \($0.quality.map(\.rawValue))" }
            + presses.map { press in
                let answers = [press.isFamiliar, press.hasLump].map { String(describing: $0) }
                return "\(press.tenderness ?? -1) \(answers) \(press.spreadsTo)"
            }
    }
}
