public import UnknotRecord

/// A way to work on a knot, or to help it in another way.
public struct Technique: Hashable, Sendable {
    /// What kind of thing it is.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// Steady pressing.
        case compression
        /// Strokes and kneading.
        case massage
        /// Rolling with a roller.
        case roller
        /// A ball against wall or floor.
        case ball
        /// Somebody else's hands.
        case partnerMassage = "partner_massage"
        /// A slow stretch.
        case stretch
        /// Pushing lightly, then letting go.
        case contractRelax = "contract_relax"
        /// Lying so that the spot goes quiet.
        case positionalRelease = "positional_release"
        /// Several of these, one after the other.
        case sequence
        /// Movement and exercise.
        case movement
        /// Warmth.
        case heat
        /// Cold.
        case cold
        /// Breathing.
        case breathing
        /// Letting go of tension.
        case relaxation
        /// Electrodes.
        case electrical
        /// Needles, by a clinician.
        case dryNeedlingReferral = "dry_needling_referral"
        /// Anything else by a clinician.
        case clinicianReferral = "clinician_referral"
    }

    /// Who does it.
    public enum Performer: String, CaseIterable, Hashable, Sendable {
        /// The person.
        case person = "self"
        /// Somebody at home.
        case partner
        /// A professional.
        case clinician
    }

    /// What it does to the skin over the knot.
    public enum Touch: String, CaseIterable, Hashable, Sendable {
        /// It presses.
        case press
        /// It strokes or lies on it lightly.
        case light
        /// It warms.
        case heat
        /// It cools.
        case cold
        /// It sends current.
        case current
        /// Nothing.
        case none

        /// Whether a hand or a tool works there.
        public var isByHand: Bool { self == .press || self == .light }
    }

    /// How much of the body it reaches.
    public enum Cover: String, CaseIterable, Hashable, Sendable {
        /// The knot.
        case spot
        /// The area around the knot.
        case area
        /// All areas that it names, each time.
        case allAreas = "all_areas"
    }

    /// How sure one may be that it helps.
    public enum Grade: String, CaseIterable, Hashable, Sendable {
        /// Moderately.
        case moderate
        /// Moderately, for new pain only.
        case moderateForAcute = "moderate_for_acute"
        /// Moderately, by one trial.
        case moderateSingleTrial = "moderate_single_trial"
        /// Moderately for pain of any kind, hardly for the low back.
        case moderateAnyPainVeryLowBack = "moderate_any_pain_very_low_lbp"
        /// Little.
        case low
        /// Hardly.
        case veryLow = "very_low"
        /// Not at all: there is no usable evidence.
        case insufficient
    }

    /// Where the dose comes from.
    public enum DoseBasis: String, CaseIterable, Hashable, Sendable {
        /// A trial.
        case trial
        /// A review of trials.
        case review
        /// A review without a method.
        case narrativeReview = "narrative_review"
        /// Experts.
        case expertReview = "expert_review"
        /// Somebody who practises.
        case practicePage = "practice_page"
        /// What is usual.
        case convention
        /// The articles that the project began with.
        case seed
    }

    /// Its id.
    public let id: TechniqueID
    /// A few words.
    public let name: String
    /// What kind of thing it is.
    public let kind: Kind
    /// What is needed.
    public let tool: CareTool
    /// Who does it.
    public let performer: Performer
    /// What it does to the skin.
    public let touch: Touch
    /// How much of the body it reaches.
    public let cover: Cover
    /// Where it can be done.
    public let settings: [CareSetting]
    /// Seconds of one repetition; 0 when it is not timed.
    public let seconds: Int
    /// Repetitions of one session, or sessions of a course with a clinician.
    public let repetitions: Int
    /// How strong it may feel, 0 to 10; `nil` when nothing presses.
    public let pressure: ClosedRange<Int>?
    /// What to know of the strength.
    public let pressureGuide: String
    /// Sessions a day.
    public let timesADay: Int
    /// Days after which to look back.
    public let days: Int
    /// Where on the body it is used.
    public let areas: [CarePlaceID]
    /// Where it must not be used, and states that forbid it.
    public let avoids: [CarePlaceID]
    /// How to sit, stand or lie.
    public let position: String
    /// What to do, with `{pressure}`, `{seconds}`, `{minutes}` and `{repeat}` to be filled in.
    public let steps: [String]
    /// What it is for.
    public let aim: String
    /// Where the dose comes from.
    public let source: ReferenceID
    /// What kind of source that is.
    public let doseBasis: DoseBasis
    /// How sure one may be that it helps.
    public let grade: Grade
    /// How far the numbers can be traced.
    public let status: EvidenceStatus
    /// What to know about it.
    public let note: String
    /// Whether it needs no word for each muscle: it is used wherever its areas are.
    public let isForAnyMuscle: Bool

    /// What must be able to reach a point for this to be used there; empty when nothing has to.
    public var neededAccess: [TriggerPoint.Access] {
        guard touch.isByHand else { return [] }
        switch (performer, tool) {
        case (.clinician, _): return []
        case (.partner, _): return touch == .light ? [] : [.partner]
        case (_, .ball), (_, .hook): return [.ball]
        case (_, .foamRoller): return [.roller]
        case (_, .massageStickRoller), (_, .miniRoller), (_, .massageGun): return [.roller, .ball]
        default: return [.fingers]
        }
    }

    /// Whether it can be used at a point, as far as reaching it goes.
    public func reaches(_ point: TriggerPoint) -> Bool {
        guard touch.isByHand else { return true }
        let needed = neededAccess
        return needed.isEmpty ? point.mayBePressed : needed.contains { point.access.contains($0) }
    }
}
