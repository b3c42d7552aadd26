public import UnknotAtlas
public import UnknotRecord
public import UnknotSafety

/// What a person can do about knots now, or why not.
public struct Plan: Sendable {
    /// Whether there is a plan, and if not, why.
    public enum Status: String, CaseIterable, Hashable, Sendable {
        /// There are steps.
        case plan
        /// Warning questions come first.
        case askFirst = "ask_first"
        /// See a clinician in the next days.
        case seeClinician = "see_clinician"
        /// Get medical advice today.
        case sameDay = "same_day"
        /// Get help at once.
        case emergency
        /// Nothing is left that is safe here, or no knot was found.
        case noSafeTechnique = "no_safe_technique"
    }

    /// The id of the request.
    public var id: String?
    /// The version of the knowledge base.
    public var knowledge: String
    /// Whether there is a plan.
    public var status: Status
    /// The warning signs, those of the health check included.
    public var triage: Triage
    /// Warning signs that nobody answered and that come first, most dangerous first.
    public var ask: [QuestionID]
    /// What holds of the health check.
    public var checks: [HealthCheck]
    /// What to do, in order.
    public var steps: [PlanStep]
    /// Knots and techniques that were left out, with the reason.
    public var leftOut: [LeftOut]
    /// What studies found about the techniques of the steps, null results included.
    public var evidence: [TreatmentEffect]
    /// Whether it is the short one for a flare.
    public var isForFlare: Bool
    /// What else to know, such as when to see somebody.
    public var remarks: [PlanRemark]
    /// For a therapist: what to palpate and what was tried.
    public var therapist: TherapistSheet

    /// Seconds that the steps take, rests and stretches included; a visit to a clinician counts nothing.
    public var seconds: Int { steps.map(\.totalSeconds).reduce(0, +) }
}

/// One thing to do. It cannot be made without a ``SafeTreatment``.
public struct PlanStep: Hashable, Sendable {
    /// Its part in the plan.
    public enum Role: String, CaseIterable, Hashable, Sendable {
        /// Makes the rest easier.
        case prepare
        /// Works on the knot.
        case release
        /// Eases it without working on it.
        case ease
        /// Moves it afterwards.
        case move
        /// Keeps it away.
        case strengthen
        /// Hands it to a professional.
        case refer
    }

    /// What is done, where.
    public let treatment: SafeTreatment
    /// Its part in the plan.
    public let role: Role
    /// Seconds of one repetition; 0 when it is not timed.
    public let seconds: Int
    /// Repetitions.
    public let repetitions: Int
    /// Seconds of rest between repetitions.
    public let rest: Int
    /// The stretch that follows, if there is time and nothing forbids it.
    public let stretch: MuscleGroup.Stretch?
    /// Why this and not something else, weightiest first.
    public let reasons: [ChoiceReason]

    /// The technique.
    public var technique: Technique { treatment.technique }
    /// Seconds that it takes with rests and stretch.
    public var totalSeconds: Int {
        let work = seconds * repetitions + rest * max(0, repetitions - 1)
        return work + (stretch.map { $0.seconds * $0.repetitions } ?? 0)
    }
}

/// Something that was left out of a plan.
public struct LeftOut: Hashable, Sendable {
    /// What it is.
    public enum Subject: Hashable, Sendable {
        /// A technique.
        case technique(TechniqueID)
        /// A knot.
        case knot(MuscleID, PointID, BodySide)
    }

    /// Why a knot is not worked on.
    public enum KnotReason: String, CaseIterable, Hashable, Sendable {
        /// Another point of the same muscle is worked on.
        case sameMuscle = "same_muscle"
        /// It is too improbable.
        case lessLikely = "less_likely"
        /// Pressing it did not bring on the usual pain.
        case notYourPain = "not_your_pain"
        /// A key knot that may keep it going comes first.
        case keyFirst = "key_first"
        /// There is no time for more knots.
        case notEnoughTime = "not_enough_time"
        /// Nothing is left that the health check allows.
        case healthCheck = "health_check"
        /// Nothing fits tools, place and helper.
        case nothingAtHand = "nothing_at_hand"
    }

    /// What it is.
    public let subject: Subject
    /// The id of a health check, of a place, or of a ``KnotReason``.
    public let because: String

    var mirrored: LeftOut {
        guard case .knot(let muscle, let point, let side) = subject else { return self }
        return LeftOut(subject: .knot(muscle, point, side.opposite), because: because)
    }
}

/// Something to know beside the steps.
public enum PlanRemark: Hashable, Sendable {
    /// See somebody if nothing has changed after so many weeks.
    case seeSomebodyAfter(weeks: Int)
    /// See somebody now: so many sessions brought no clear gain.
    case seeSomebodyNow(sessions: Int)
    /// Leave the knot alone for so many days: so many sessions brought no clear gain.
    case rest(days: Int, sessions: Int)
    /// A technique was changed because it brought no clear gain.
    case changed(TechniqueID)
    /// A technique was made lighter or left because it made the knot worse.
    case lighter(TechniqueID)
    /// Something other than a knot is more probable.
    case likelier(HypothesisID, BodySide?)
    /// Answers to warning questions were "I do not know".
    case unsure(Int)
    /// Something of the health check changes what is done.
    case instead(HealthID)
}

/// Why a technique was chosen.
public enum ChoiceReason: String, CaseIterable, Hashable, Sendable {
    /// It works on the knot itself.
    case direct
    /// It is the gentle way for what is very tender.
    case gentle
    /// Studies speak for it more than for others.
    case evidence
    /// It uses a tool that is there.
    case tool
    /// No own hand reaches there.
    case partner
    /// It helped this knot before.
    case helped
    /// Something else did not help.
    case change
    /// Nothing else is left.
    case lastResort = "last_resort"
}

/// What a therapist can use.
public struct TherapistSheet: Hashable, Sendable {
    /// A point to palpate.
    public struct Palpation: Hashable, Sendable {
        /// The point.
        public let point: PointID
        /// Its side.
        public let side: BodySide
        /// Probability that it is active.
        public let probability: Double
    }

    /// What was tried at a knot.
    public struct Trial: Hashable, Sendable {
        /// The point.
        public let point: PointID
        /// Its side.
        public let side: BodySide
        /// What was done.
        public let technique: TechniqueID
        /// How many sessions.
        public let sessions: Int
        /// The mean change of tenderness, before minus after, where rated.
        public let meanGain: Double?
        /// How many were stopped.
        public let stopped: Int
    }

    /// What to palpate, most probable first.
    public let palpate: [Palpation]
    /// What was tried, in the order of the knots.
    public let tried: [Trial]

    /// Nothing to tell.
    static var empty: TherapistSheet { TherapistSheet(palpate: [], tried: []) }
}
