import SeededRandom
import Testing
import Unknot

@testable import UnknotEvaluation

@Suite("Hits")
struct HitsTests {
    private func muscle(_ name: String, _ side: String = "left") -> EvaluationCase.ExpectedMuscle {
        EvaluationCase.ExpectedMuscle(anyOf: [name], side: side, role: "primary")
    }

    private func ranking(_ scores: [(String, Double)]) -> [RankedMuscle] {
        scores.map { RankedMuscle(muscle: MuscleID($0.0), side: .left, probability: $0.1) }
    }

    @Test("without ties a hit is certain or impossible", arguments: [(1, 0.0), (2, 1), (3, 1)])
    func noTies(top: Int, chance: Double) {
        let ranking = ranking([("a", 0.9), ("b", 0.5), ("c", 0.1)])
        #expect(Hits.chance(ranking, of: [muscle("b")], top: top, ignoringSide: false) == chance)
    }

    @Test(
        "the chance over ties is the share of all orders in which a right one stands among the first", arguments: 1...60
    )
    func againstAllOrders(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let names = ["a", "b", "c", "d", "e", "f"].prefix(Int.random(in: 1...6, using: &random))
        let scored = names.map { ($0, Double(Int.random(in: 1...3, using: &random))) }.sorted { $0.1 > $1.1 }
        let right = Set(names.filter { _ in Int.random(in: 0..<3, using: &random) == 0 })
        let top = Int.random(in: 1...5, using: &random)

        let orders = permutations(scored.count).filter { order in
            zip(order, order.dropFirst()).allSatisfy { scored[$0].1 >= scored[$1].1 }
        }
        let hits = orders.count { order in order.prefix(top).contains { right.contains(scored[$0].0) } }
        let expected = Double(hits) / Double(orders.count)

        let chance = Hits.chance(
            ranking(scored), of: right.sorted().map { muscle($0) }, top: top, ignoringSide: false)
        #expect(abs(chance - expected) < 1e-12)
    }

    private func permutations(_ count: Int) -> [[Int]] {
        (0..<count).reduce([[]]) { orders, item in
            orders.flatMap { order in
                (0...order.count).map { place in Array(order[..<place]) + [item] + Array(order[place...]) }
            }
        }
    }

    @Test("an empty ranking hits nothing")
    func empty() {
        #expect(Hits.chance([], of: [muscle("a")], top: 5, ignoringSide: false) == 0)
        #expect(Hits.chance(ranking([("a", 1)]), of: [], top: 5, ignoringSide: false) == 0)
    }

    @Test("the wrong side is a miss unless the side is unknown, on both, or ignored")
    func sides() {
        let ranking = [RankedMuscle(muscle: "a", side: .right, probability: 1)]
        func chance(_ side: String, ignoring: Bool = false) -> Double {
            Hits.chance(ranking, of: [muscle("a", side)], top: 1, ignoringSide: ignoring)
        }
        #expect(chance("left") == 0)
        #expect(chance("right") == 1)
        #expect(chance("both") == 1)
        #expect(chance("unknown") == 1)
        #expect(chance("left", ignoring: true) == 1)
    }

    @Test("when the side is ignored a muscle takes one place, not two")
    func oneEntryForBothSides() {
        let ranking = [
            RankedMuscle(muscle: "a", side: .left, probability: 0.9),
            RankedMuscle(muscle: "a", side: .right, probability: 0.8),
            RankedMuscle(muscle: "b", side: .left, probability: 0.7),
        ]
        #expect(Hits.chance(ranking, of: [muscle("b")], top: 2, ignoringSide: true) == 1)
        #expect(Hits.chance(ranking, of: [muscle("b")], top: 2, ignoringSide: false) == 0)
    }
}
