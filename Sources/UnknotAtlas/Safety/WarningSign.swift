public import UnknotRecord

/// A sign that somebody other than this program should look, and how soon.
public struct WarningSign: Hashable, Sendable {
    /// How soon.
    public enum Urgency: String, CaseIterable, Hashable, Sendable {
        /// At once.
        case emergencyNow = "emergency_now"
        /// Today.
        case sameDay = "same_day"
        /// In the next days.
        case seeClinicianSoon = "see_clinician_soon"
        /// Counts only together with others.
        case watch
    }

    /// Its id.
    public let id: QuestionID
    /// The question in plain words.
    public let plainQuestion: String
    /// What it may be a sign of.
    public let condition: String
    /// How soon.
    public let urgency: Urgency
    /// How much a yes multiplies the odds of the condition, where known.
    public let positiveRatio: Double?
    /// How much a no multiplies them, where known.
    public let negativeRatio: Double?
    /// The probability of the condition after a yes in primary care, where known.
    public let postTestProbability: Double?
    /// Where it comes from.
    public let source: ReferenceID
    /// What to do, in plain words.
    public let advice: String
    /// For a combination: what must be known for it to hold; it is never asked.
    public let combination: SignExpression?
    /// How far the numbers can be traced.
    public let status: EvidenceStatus
    /// What to know about it.
    public let note: String
    /// The parts of the body whose pain makes it worth asking; `nil` for any.
    public let zones: [BodyRegion.Zone]?
    /// The ages, in years, at which it is worth asking; an answer counts at any age.
    public let ages: ClosedRange<Int>
    /// The sex that need not be asked, if any.
    public let notForSex: Sex?
    /// The place in the order of asking: most dangerous first.
    public let order: Int
    /// Findings and signs that ask the same.
    public let sameAs: [QuestionID]
    /// The list on which it can be ticked; `nil` for a combination.
    public let screen: String?
    /// A few words for that list; empty for a combination. ``plainQuestion`` is the longer explanation.
    public let plainLabel: String
    /// The sign whose question covers this one, so that it needs no line of its own: of the same urgency, and asked
    /// wherever this one would be.
    public let askedWith: QuestionID?
    /// What must hold for it to be worth asking; never on an emergency.
    public let askIf: SignExpression?
}
