import SeededRandom
import Testing
import UnknotRecord

@Suite("Sides and places")
struct VocabularyTests {
    @Test("mirroring an intake twice gives it back, and once swaps the sides", arguments: 1...50)
    func mirrorTwice(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let intake = Intake.random(using: &random)
        #expect(intake.mirrored.mirrored == intake)
        #expect(intake.mirrored.drawing.map(\.place.region) == intake.drawing.map(\.place.region))
        #expect(
            intake.mirrored.presses.allSatisfy { press in
                !intake.presses.contains { $0.point == press.point && $0.side == press.side }
            })
    }

    @Test("the middle is its own mirror image and belongs to no side")
    func midline() {
        #expect(RegionSide.midline.mirrored == .midline)
        #expect(RegionSide.midline.bodySide == nil)
        #expect(BodyPlace("sacrum", .midline).mirrored == BodyPlace("sacrum", .midline))
    }

    @Test("left and right are each other's opposite", arguments: BodySide.allCases)
    func opposite(side: BodySide) {
        #expect(side.opposite != side)
        #expect(side.opposite.opposite == side)
        #expect(RegionSide(side).bodySide == side)
        #expect(RegionSide(side).mirrored == RegionSide(side.opposite))
    }

    @Test("sides and places have one order")
    func order() {
        #expect(BodySide.left < .right)
        #expect(!(BodySide.right < .left))
        #expect(!(BodySide.left < .left))
        #expect(BodyPlace("a", .right) < BodyPlace("b", .left))
        #expect(BodyPlace("a", .left) < BodyPlace("a", .right))
    }

    @Test("an id is its text")
    func identifier() {
        let id: MuscleID = "gluteus_medius"
        #expect(id.description == "gluteus_medius")
        #expect(id == MuscleID("gluteus_medius"))
        #expect(MuscleID("a") < MuscleID("b"))
    }

    @Test("an answer gives back the word of the interface")
    func answerWords() {
        #expect(Answer.effect(.noEffect).rawValue == "no_effect")
        #expect(Answer.reply(.unknown).rawValue == "unknown")
    }
}
