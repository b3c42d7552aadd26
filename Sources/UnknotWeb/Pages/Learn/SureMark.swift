import Unknot

/// How sure a claim is: words, with bars beside them that say the same to the eye.
struct SureMark: Sendable {
    /// One bar.
    struct Bar: Sendable {
        let barX: Int
        let barY: Int
        let barHeight: Int
        let barClass: String
    }

    let sureWords: String
    let sureBars: [Bar]

    init(_ certainty: LearnClaim.Certainty, _ kit: PageKit) {
        sureWords = kit.engine.atlas.phrases("learn_\(certainty.rawValue)")
        let filled = Self.filled(certainty)
        sureBars = (0..<3).map { index in
            let height = 5 + 4 * index
            return Bar(
                barX: 1 + 6 * index, barY: 15 - height, barHeight: height,
                barClass: filled.contains(index) ? "sure-bar is-full" : "sure-bar")
        }
    }

    /// Which of the three bars are filled. Disputed has the first and the last: one side holds it for sure, one does not.
    private static func filled(_ certainty: LearnClaim.Certainty) -> Set<Int> {
        switch certainty {
        case .established: [0, 1, 2]
        case .likely: [0, 1]
        case .unsure: [0]
        case .disputed: [0, 2]
        case .unproven, .practice: []
        }
    }
}

/// What a degree of being sure means.
struct SureMeaning: Sendable {
    let mark: SureMark
    let meaning: String

    static func all(_ kit: PageKit) -> [SureMeaning] {
        LearnClaim.Certainty.allCases.map { certainty in
            SureMeaning(
                mark: SureMark(certainty, kit),
                meaning: kit.engine.atlas.phrases("learn_\(certainty.rawValue)_meaning"))
        }
    }
}
