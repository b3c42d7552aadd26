public import UnknotRecord
public import UnknotSafety

/// What the locator makes of an intake: triage first, then muscles, points and other sources, and what to ask next.
public struct LocateAnswer: Hashable, Sendable {
    /// The id of the intake.
    public var id: String?
    /// The version of the knowledge base.
    public var knowledge: String
    /// How soon somebody else should look, before anything is said of knots.
    public var triage: Triage
    /// Muscles and sides, most probable first.
    public var muscles: [RankedMuscle]
    /// Points and sides, most probable first.
    public var points: [RankedPoint]
    /// Sources of pain other than knots, most probable first.
    public var alternatives: [RankedSource]
    /// Drawn places for which neither a knot nor another source accounts well.
    public var unexplained: [BodyPlace]
    /// The next question or press, or `nil` when nothing is worth asking.
    public var next: NextStep?
    /// Whether the stop rule says that asking more is not worth it.
    public var isDone: Bool
    /// Whether the probabilities are exact for the model, or only bounded because the intake was too large.
    public var isExact: Bool

    /// The same answer for the other side of the body.
    var mirrored: LocateAnswer {
        var other = self
        other.muscles = muscles.map(\.mirrored)
        other.points = points.map(\.mirrored)
        other.alternatives = alternatives.map {
            RankedSource(hypothesis: $0.hypothesis, side: $0.side?.opposite, probability: $0.probability)
        }
        other.unexplained = unexplained.map(\.mirrored).sorted()
        other.next = next?.mirrored
        return other
    }
}

/// A muscle that may hold an active point.
public struct RankedMuscle: Hashable, Sendable {
    /// The muscle.
    public let muscle: MuscleID
    /// Its side.
    public let side: BodySide
    /// Probability that at least one of its points is active.
    public let probability: Double

    /// Ranks a muscle.
    public init(muscle: MuscleID, side: BodySide, probability: Double) {
        self.muscle = muscle
        self.side = side
        self.probability = probability
    }

    var mirrored: RankedMuscle {
        RankedMuscle(muscle: muscle, side: side.opposite, probability: probability)
    }
}

/// A trigger point that may be active.
public struct RankedPoint: Hashable, Sendable {
    /// Whether the point behaves like one that hurts by itself.
    public enum State: String, CaseIterable, Hashable, Sendable {
        /// Pressing it brings on the usual pain.
        case active
        /// It is sore, but pressing it does not bring on the usual pain.
        case latent
        /// Not pressed, or the press did not settle it.
        case notSure = "not_sure"
    }

    /// The part of a drawn place that a point accounts for.
    public struct Share: Hashable, Sendable {
        /// The place.
        public let place: BodyPlace
        /// The part, 0 to 1.
        public let share: Double
    }

    /// The point.
    public let point: PointID
    /// Its muscle.
    public let muscle: MuscleID
    /// Its side.
    public let side: BodySide
    /// Probability that it is active.
    public let probability: Double
    /// Active, latent or not sure.
    public let state: State
    /// What of the drawing it accounts for, largest part first.
    public let explains: [Share]
    /// What speaks for it, weightiest first.
    public let reasonsFor: [Reason]
    /// What speaks against it, weightiest first.
    public let reasonsAgainst: [Reason]

    var mirrored: RankedPoint {
        RankedPoint(
            point: point,
            muscle: muscle,
            side: side.opposite,
            probability: probability,
            state: state,
            explains: explains.map { Share(place: $0.place.mirrored, share: $0.share) },
            reasonsFor: reasonsFor.map(\.mirrored),
            reasonsAgainst: reasonsAgainst.map(\.mirrored)
        )
    }
}

/// A source of pain other than a knot.
public struct RankedSource: Hashable, Sendable {
    /// The source.
    public let hypothesis: HypothesisID
    /// Its side; `nil` when it has none.
    public let side: BodySide?
    /// Its probability.
    public let probability: Double
}

/// One thing that the person said, and how much it moves the belief in a point.
public struct Reason: Hashable, Sendable {
    /// What was said.
    public enum Kind: Hashable, Sendable {
        /// A place was drawn.
        case drawn(BodyPlace, MarkStrength?)
        /// A place to which the point usually sends pain was left blank.
        case blank(BodyPlace)
        /// A movement was answered.
        case movement(MovementID, MovementEffect)
        /// A cause was named.
        case cause(CauseID)
        /// The point was pressed.
        case press(Press)
    }

    /// What was said.
    public let kind: Kind
    /// The change in log odds; negative speaks against.
    public let weight: Double

    /// The id of what was said.
    public var id: String {
        switch kind {
        case .drawn(let place, _), .blank(let place): place.region.rawValue
        case .movement(let id, _): id.rawValue
        case .cause(let id): id.rawValue
        case .press(let press): press.point.rawValue
        }
    }

    /// The side of what was said, to order reasons that weigh the same and share an id.
    var side: String {
        switch kind {
        case .drawn(let place, _), .blank(let place): place.side.rawValue
        case .press(let press): press.side.rawValue
        case .movement, .cause: ""
        }
    }

    var mirrored: Reason {
        let other: Kind =
            switch kind {
            case .drawn(let place, let strength): .drawn(place.mirrored, strength)
            case .blank(let place): .blank(place.mirrored)
            case .press(let press): .press(press.mirrored)
            case .movement, .cause: kind
            }
        return Reason(kind: other, weight: weight)
    }
}

/// What to ask or press next.
public struct NextStep: Hashable, Sendable {
    /// Question or press.
    public enum Kind: Hashable, Sendable {
        /// Ask a yes-or-no question.
        case question(QuestionID)
        /// Ask what a movement does.
        case movement(MovementID)
        /// Press a point.
        case press(PointID, BodySide)
    }

    /// What it is.
    public let kind: Kind
    /// The muscles that it is expected to tell apart, most affected first.
    public let concerns: [MuscleID]
    /// The other source that it is expected to settle, if that is its use.
    public let concernsSource: HypothesisID?
    /// The expected loss of uncertainty about muscles and other sources, in bits.
    public let gainBits: Double

    /// Whether a point is to be pressed.
    public var isPress: Bool {
        if case .press = kind { return true }
        return false
    }

    /// The id of the question, movement or point.
    public var id: String {
        switch kind {
        case .question(let id): id.rawValue
        case .movement(let id): id.rawValue
        case .press(let id, _): id.rawValue
        }
    }

    var mirrored: NextStep {
        guard case .press(let point, let side) = kind else { return self }
        return NextStep(
            kind: .press(point, side.opposite), concerns: concerns, concernsSource: concernsSource, gainBits: gainBits)
    }
}
