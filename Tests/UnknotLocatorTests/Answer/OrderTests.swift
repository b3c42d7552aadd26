import SeededRandom
import Testing
import Unknot

@Suite("Order of input")
struct OrderTests {
    private let engine: Engine

    init() throws { engine = try SharedEngine.get() }

    private func shuffled(_ intake: Intake, _ random: inout SplitMix64) -> Intake {
        var other = intake
        other.drawing.shuffle(using: &random)
        other.presses.shuffle(using: &random)
        other.causes.shuffle(using: &random)
        return other
    }

    @Test("it does not matter in which order marks, presses and causes are given", arguments: Seeds.few(8))
    func randomIntakes(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let intake = Intake.random(engine.atlas, presses: 3, using: &random)
        #expect(try engine.locate(shuffled(intake, &random)) == engine.locate(intake))
    }

    @Test("it does not matter for the development cases either", arguments: DevelopmentCase.all)
    func developmentCases(item: DevelopmentCase) throws {
        var random = SplitMix64(seed: 3)
        let muscles = try engine.locator.rankedMuscles(shuffled(item.intake, &random))
        #expect(try muscles == SharedEngine.answer(item)?.muscles)
    }
}
