import Unknot

/// What may be behind the pain: a knot in a muscle, or another source, in one ranking.
struct Candidate: Sendable {
    /// Which of the two.
    enum Kind: Hashable, Sendable {
        case muscle(MuscleID, BodySide)
        case source(RankedSource)
    }

    let kind: Kind
    let probability: Double

    private static let fewest = 3
    private static let most = 5
    /// Below this only the first few are shown.
    private static let smallest = 0.05

    /// Everything, most probable first; at equal probability in the order of the engine's lists.
    static func ranking(_ answer: LocateAnswer) -> [Candidate] {
        let muscles = answer.muscles.map {
            Candidate(kind: .muscle($0.muscle, $0.side), probability: $0.probability)
        }
        let sources = answer.alternatives.map { Candidate(kind: .source($0), probability: $0.probability) }
        return (muscles + sources).enumerated()
            .sorted { ($1.element.probability, $0.offset) < ($0.element.probability, $1.offset) }
            .map(\.element)
    }

    /// The three to five that are shown in full.
    static func leading(_ answer: LocateAnswer) -> [Candidate] {
        ranking(answer).prefix(most).enumerated()
            .filter { $0.offset < fewest || $0.element.probability >= smallest }
            .map(\.element)
    }

    /// The points of the muscle that the answer speaks of, most probable first.
    func points(_ answer: LocateAnswer) -> [RankedPoint] {
        guard case .muscle(let muscle, let side) = kind else { return [] }
        return answer.points.filter { $0.muscle == muscle && $0.side == side }
    }

    /// The name, without a capital letter.
    func name(_ kit: PageKit) -> String {
        switch kind {
        case .muscle(let muscle, let side):
            kit.muscle(muscle, side)
        case .source(let source): kit.engine.text.source(source)
        }
    }

    /// The name with "a knot in" before a muscle, for running text.
    func nameInText(_ kit: PageKit) -> String {
        guard isKnot else { return name(kit) }
        return kit.texts("ranking_knot", ["muscle": name(kit)])
    }
}
