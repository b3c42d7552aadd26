public import UnknotRecord

/// A short page in plain words about knots.
public struct LearnPage: Hashable, Sendable {
    /// What a page shows beside its claims, made from the other tables.
    public enum Supplement: String, CaseIterable, Hashable, Sendable {
        /// The warning signs by how soon to get help.
        case warningSigns = "warning_signs"
        /// Every point on the body.
        case pointMap = "point_map"
        /// The places that nobody touches or presses.
        case leftAlone = "left_alone"
    }

    /// Where a page leads when it has been read.
    public enum Way: String, CaseIterable, Hashable, Sendable {
        /// Marking where it hurts.
        case locate
        /// The model of a knot.
        case understand
        /// Muscles, points and where they send pain.
        case atlas
        /// Ways to let a knot go.
        case techniques
        /// The plan.
        case release
        /// Habits, patterns and fair tests.
        case prevent
        /// The journal.
        case today
    }

    /// Claims under one heading.
    public struct Section: Hashable, Sendable {
        /// The heading.
        public let title: String
        /// What is said, at least one.
        public let claims: [LearnClaim]
    }

    /// Its id, which is also its address.
    public let id: LearnPageID
    /// The heading.
    public let title: String
    /// The page in a few sentences. It says nothing that no claim says.
    public let short: String
    /// Other words by which it is found.
    public let keywords: [String]
    /// What it shows beside its claims.
    public let supplements: [Supplement]
    /// The trigger point that is drawn as an example.
    public let point: PointID?
    /// The techniques that are drawn.
    public let techniques: [TechniqueID]
    /// Where it leads.
    public let ways: [Way]
    /// What it says, in order; never empty.
    public let sections: [Section]

    /// Everything that it claims, in order.
    public var claims: [LearnClaim] { sections.flatMap(\.claims) }
}

extension Vocabulary {
    /// Marks ids of pages to learn from.
    public enum LearnPage {}
    /// Marks ids of what they claim.
    public enum LearnClaim {}
}

/// The id of a page to learn from.
public typealias LearnPageID = Identifier<Vocabulary.LearnPage>
/// The id of a claim.
public typealias LearnClaimID = Identifier<Vocabulary.LearnClaim>
