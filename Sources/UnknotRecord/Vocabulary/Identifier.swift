/// The name of one thing in the public vocabulary, such as `gluteus_medius`.
///
/// The subject is part of the type, so that a muscle can never stand where a region is meant.
public struct Identifier<Subject>: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The text as it stands in the knowledge base and on every interface: lower snake case.
    public let rawValue: String

    /// Wraps a text without checking that the knowledge base knows it.
    public init(_ rawValue: String) {
        self.rawValue = rawValue
    }

    /// Alphabetical order, which makes listings repeatable.
    public static func < (left: Self, right: Self) -> Bool {
        left.rawValue < right.rawValue
    }

    /// The text itself.
    public var description: String { rawValue }
}

extension Identifier: ExpressibleByStringLiteral {
    /// Wraps a literal.
    public init(stringLiteral value: String) {
        rawValue = value
    }
}

/// What an identifier can name.
public enum Vocabulary {
    /// An area of the body map.
    public enum Region {}
    /// A muscle of the atlas.
    public enum Muscle {}
    /// A trigger point of the atlas, on either side.
    public enum TriggerPoint {}
    /// A movement, posture or daily activity.
    public enum Movement {}
    /// Something that starts a knot or keeps it going.
    public enum Cause {}
    /// A question with the answers yes, no and unknown: a finding or a warning sign.
    public enum Question {}
    /// A source of pain other than a trigger point.
    public enum Hypothesis {}
    /// A publication or a stated judgement.
    public enum Reference {}
    /// A way to work on a trigger point.
    public enum Technique {}
}

/// Names an area of the body map.
public typealias RegionID = Identifier<Vocabulary.Region>
/// Names a muscle.
public typealias MuscleID = Identifier<Vocabulary.Muscle>
/// Names a trigger point.
public typealias PointID = Identifier<Vocabulary.TriggerPoint>
/// Names a movement, posture or activity.
public typealias MovementID = Identifier<Vocabulary.Movement>
/// Names an activating or perpetuating cause.
public typealias CauseID = Identifier<Vocabulary.Cause>
/// Names a finding or a warning sign.
public typealias QuestionID = Identifier<Vocabulary.Question>
/// Names a source of pain other than a trigger point.
public typealias HypothesisID = Identifier<Vocabulary.Hypothesis>
/// Names a source of knowledge.
public typealias ReferenceID = Identifier<Vocabulary.Reference>
/// Names a way to work on a trigger point.
public typealias TechniqueID = Identifier<Vocabulary.Technique>
