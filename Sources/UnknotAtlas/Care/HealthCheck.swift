public import UnknotRecord

/// Something about a person's health that blocks techniques or changes them.
public struct HealthCheck: Hashable, Sendable {
    /// What it does to the techniques that it names.
    public enum Severity: String, CaseIterable, Hashable, Sendable {
        /// They are not used where it holds.
        case block
        /// They are used only when nothing else is left, and more gently.
        case caution
    }

    /// Its id.
    public let id: HealthID
    /// A few words for a list.
    public let plainLabel: String
    /// The question.
    public let question: String
    /// What it does.
    public let severity: Severity
    /// Where on the body; `whole` and `local` mean wherever one works.
    public let scopes: [CarePlaceID]
    /// The techniques that it blocks or changes.
    public let techniques: Set<TechniqueID>
    /// What to do instead.
    public let instead: String
    /// The most that anything may be pressed there while it holds, 0 to 10.
    public let pressureCeiling: Int?
    /// What times are multiplied with while it holds, 0 to 1.
    public let doseFactor: Double
    /// The warning sign that it names, if any: it is weighed as that.
    public let sign: QuestionID?
    /// How soon somebody should look because of it, if at all.
    public let urgency: WarningSign.Urgency?
    /// What holds as well when it does.
    public let implies: [HealthID]
    /// What in an intake says that it holds.
    public let facts: SignExpression?
    /// The ages at which it holds by itself.
    public let ages: ClosedRange<Int>?
    /// Days after which to ask again.
    public let askAgainDays: Int
    /// Where it comes from.
    public let source: ReferenceID
    /// How far it can be traced.
    public let status: EvidenceStatus
    /// What to know about it.
    public let note: String
}
