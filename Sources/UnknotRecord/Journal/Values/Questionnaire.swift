/// A questionnaire that may be shipped and filled in without asking anybody. What its changes mean stands in the
/// knowledge base (`outcome_measures`).
public enum Questionnaire: String, CaseIterable, Hashable, Sendable {
    /// Pain on average, Enjoyment of life, General activity (Krebs 2009): three numbers from 0 to 10, scored by their
    /// mean.
    case peg
    /// Roland-Morris (1983): 24 sentences about the back, 1 for each that is true today, scored by their count.
    case rmdq
    /// Patient-Specific Functional Scale (Stratford 1995): one to five activities that the person names, each 0 (unable)
    /// to 10 (as before), scored by their mean.
    case psfs
    /// How bothersome it has been, 1 (not at all) to 5 (extremely).
    case bothersomeness
    /// Compared with the start, −5 (very much worse) to 5 (completely recovered).
    case change

    /// How many answers there may be.
    public var itemCounts: ClosedRange<Int> {
        switch self {
        case .peg: 3...3
        case .rmdq: 24...24
        case .psfs: 1...5
        case .bothersomeness, .change: 1...1
        }
    }

    /// What one answer may be; always whole.
    public var answerRange: ClosedRange<Double> {
        switch self {
        case .peg, .psfs: 0...10
        case .rmdq: 0...1
        case .bothersomeness: 1...5
        case .change: -5...5
        }
    }

    /// What the score may be.
    public var scoreRange: ClosedRange<Double> {
        switch self {
        case .peg, .psfs: 0...10
        case .rmdq: 0...24
        case .bothersomeness: 1...5
        case .change: -5...5
        }
    }

    /// Whether the person names the items.
    public var namesItsItems: Bool { self == .psfs }

    /// Whether the score alone may be written down, where the sentences were read elsewhere: they stand in the authors'
    /// paper and are not shipped.
    public var takesScoreAlone: Bool { self == .rmdq }

    /// Whether a higher score is better.
    public var isHigherBetter: Bool {
        switch self {
        case .psfs, .change: true
        case .peg, .rmdq, .bothersomeness: false
        }
    }

    func score(of answers: [Double]) -> Double {
        let sum = answers.reduce(0, +)
        switch self {
        case .rmdq: return sum
        case .peg, .psfs, .bothersomeness, .change: return sum / Double(answers.count)
        }
    }
}
