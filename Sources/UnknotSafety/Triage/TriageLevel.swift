/// How soon somebody other than this program should look.
public enum TriageLevel: String, CaseIterable, Hashable, Sendable, Comparable {
    /// Nothing speaks against caring for it oneself.
    case selfCare = "self_care"
    /// In the next days.
    case seeClinician = "see_clinician"
    /// Today.
    case sameDay = "same_day"
    /// At once.
    case emergency

    /// The more urgent is the greater.
    public static func < (left: Self, right: Self) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .selfCare: 0
        case .seeClinician: 1
        case .sameDay: 2
        case .emergency: 3
        }
    }
}
