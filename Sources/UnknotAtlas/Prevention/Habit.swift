public import UnknotRecord

/// What one study found about keeping pain away, null results included.
public struct PreventionFinding: Hashable, Sendable {
    /// What it comes to.
    public enum Verdict: String, CaseIterable, Hashable, Sendable {
        /// It works.
        case works
        /// It works a little.
        case worksSmall = "works_small"
        /// It probably works.
        case probablyWorks = "probably_works"
        /// It probably works a little.
        case probablyWorksSmall = "probably_works_small"
        /// One or two small studies look good.
        case promising
        /// Studies disagree, or say little.
        case uncertain
        /// It follows from what is known and was never tested.
        case plausibleUntested = "plausible_untested"
        /// It works for sleep; for pain that was not shown.
        case worksForSleep = "works_for_sleep"
        /// Experts advise it.
        case expertOpinion = "expert_opinion"
        /// It was tested and did nothing.
        case noEffect = "no_effect"
        /// Nobody looked.
        case noEvidence = "no_evidence"
    }

    /// What was done; several rows may speak of one.
    public let practice: String
    /// The causes that it is meant against.
    public let causes: [CauseID]
    /// How much of it.
    public let dose: String
    /// What the number is, in words.
    public let measured: String
    /// The number, in the unit that ``measured`` names.
    public let size: Double?
    /// The 95 % interval, where given.
    public let interval: ClosedRange<Double>?
    /// What it comes to.
    public let verdict: Verdict
    /// How sure one may be.
    public let quality: TreatmentEffect.Quality
    /// Why.
    public let qualityReason: String
    /// What was found, in plain words.
    public let found: String
    /// The study.
    public let source: ReferenceID
    /// How far the numbers can be traced.
    public let status: EvidenceStatus
    /// What to know.
    public let note: String
}

/// One small habit against a cause of knots.
public struct Habit: Hashable, Sendable {
    /// What else counts as having done it: a number that a journal holds, and from how much on in a day.
    public struct Counted: Hashable, Sendable {
        /// The number.
        public let measure: Measure
        /// From how much on, in the unit of the measure.
        public let least: Double
    }

    /// Its id.
    public let id: HabitID
    /// A few words.
    public let name: String
    /// The causes that it is meant against, the most fitting one first.
    public let causes: [CauseID]
    /// What one does, so that it goes on after "I will".
    public let action: String
    /// How much, how often.
    public let dose: String
    /// When it fits.
    public let when: String
    /// Things that happen anyway and can call it to mind, so that they go on after "After".
    public let cues: [String]
    /// The same in at most a minute, for bad days; it counts as much.
    public let easier: String
    /// Minutes of a day, 0 to 60; 0 when it takes none of its own.
    public let minutesADay: Int
    /// What else counts as having done it.
    public let counted: Counted?
    /// What was studied that bears on it, by ``PreventionFinding/practice``.
    public let evidence: [String]
    /// What the evidence comes to for this habit.
    public let verdict: PreventionFinding.Verdict
    /// The technique that it is, where it is one: what of health blocks that anywhere speaks against the habit too.
    public let technique: TechniqueID?
    /// What else of health speaks against it.
    public let notWith: [HealthID]
    /// Where the dose comes from.
    public let source: ReferenceID
    /// How far the numbers can be traced.
    public let status: EvidenceStatus
    /// What to know.
    public let note: String
}
