import SeededRandom
import Testing
import Unknot
import UnknotInference

@testable import UnknotLocator

@Suite("Left and right")
struct SymmetryTests {
    private let engine: Engine

    init() throws { engine = try SharedEngine.get() }

    @Test("swapping the sides of a development case swaps the answer exactly", arguments: DevelopmentCase.all)
    func developmentCases(item: DevelopmentCase) throws {
        try expectMirrored(item.intake, SharedEngine.answer(item))
    }

    @Test("swapping the sides of any intake swaps the answer exactly", arguments: Seeds.few(8))
    func randomIntakes(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        try expectMirrored(.random(engine.atlas, presses: Int.random(in: 0...3, using: &random), using: &random))
    }

    @Test("presses that differ between the sides in one answer only are kept apart", arguments: 0..<4)
    func nearlySymmetric(answer: Int) throws {
        var intake = Intake(drawing: [
            PainMark(BodyPlace("paraspinal_l4_s1", .left)), PainMark(BodyPlace("paraspinal_l4_s1", .right)),
        ])
        let point: PointID = "quadratus_lumborum_deep_upper"
        var left = Press(point, .left, tenderness: 6, isFamiliar: true, spreadsTo: [], hasLump: true)
        let right = left.mirrored
        switch answer {
        case 0: left.tenderness = 2
        case 1: left.isFamiliar = false
        case 2: left.spreadsTo = ["sacroiliac_joint"]
        default: left.hasLump = false
        }
        intake.presses = [left, right]
        try expectMirrored(intake)
    }

    @Test(
        "pain in the middle belongs to both sides equally",
        arguments: ["neck_midline", "spine_midline_t1_t6", "spine_midline_t7_t12", "spine_midline_lumbar"] as [RegionID]
    )
    func midline(region: RegionID) throws {
        let answer = try engine.locate(Intake(drawing: [PainMark(BodyPlace(region, .midline), strength: .main)]))
        #expect(!answer.muscles.isEmpty)
        for ranked in answer.muscles {
            let other = try #require(answer.muscles.first { $0.muscle == ranked.muscle && $0.side != ranked.side })
            // The sides of one answer are summed in different order, so the last digits may differ.
            #expect(abs(ranked.probability - other.probability) < 1e-12)
        }
    }

    @Test("pain on one side points to that side")
    func oneSide() throws {
        let muscles = try engine.locator.rankedMuscles(.lowBackLeft)
        #expect(muscles.prefix(5).allSatisfy { $0.side == .left })
    }

    @Test("the network is its own mirror image: patterns and priors")
    func network() throws {
        let knots = engine.locator.network
        for (index, point) in knots.points.enumerated() where point.side == .left {
            let other = KnotNetwork.PointVariable(point: point.point, muscle: point.muscle, side: .right)
            let twin = try #require(knots.pointIndex[other])
            let mirrored = Dictionary(
                uniqueKeysWithValues: knots.patterns[twin].strengths.map { ($0.key.mirrored, $0.value) })
            // Neighbours are joined in another order on the other side.
            #expect(Set(mirrored.keys) == Set(knots.patterns[index].strengths.keys))
            for (place, strength) in knots.patterns[index].strengths {
                #expect(abs(strength.any - (mirrored[place]?.any ?? -1)) < 1e-12)
                #expect(abs(strength.main - (mirrored[place]?.main ?? -1)) < 1e-12)
            }
            #expect(knots.network.priors[index] == knots.network.priors[twin])
        }
    }

    @Test("with an unknown side the placeholder does not change the order of the muscles")
    func sideUnknown() throws {
        var intake = Intake.lowBackLeft
        intake.sideUnknown = true
        let left = try engine.locator.rankedMuscles(intake)
        let right = try engine.locator.rankedMuscles(intake.mirrored)
        #expect(left.map(\.muscle) == right.map(\.muscle))
        #expect(try engine.locate(intake).muscles.count > 5)
    }
}

extension Intake {
    /// Beside the spine, lowest back, and the upper outer buttock, both left.
    static let lowBackLeft = Intake(drawing: [
        PainMark(BodyPlace("paraspinal_l4_s1", .left)), PainMark(BodyPlace("buttock_upper_lateral", .left)),
    ])
}
