import SeededRandom
import Testing
import UnknotRecord

@Suite("Reading an intake")
struct IntakeReadingTests {
    @Test("every field of the interface arrives where it belongs")
    func wholeDocument() throws {
        let text = """
            {"id": "optional", "age": 41, "sex": "female", "side_unknown": true,
             "drawing": [{"region": "paraspinal_l4_s1", "side": "left", "intensity": 6, "strength": "main",
                          "quality": ["dull", "tingling"]},
                         {"region": "sacrum", "side": "midline"}],
             "drawing_complete": false,
             "answers": {"coughing_sneezing": "worse", "saddle_numbness": "no", "pain_below_knee": "unknown",
                         "sitting_long": "no_effect"},
             "causes": ["posture_sustained"],
             "presses": [{"point": "quadratus_lumborum_deep_upper", "side": "right", "tenderness": 7.5,
                          "familiar": true, "spreads_to": ["sacroiliac_joint"], "lump": false}]}
            """
        let expected = Intake(
            id: "optional",
            age: 41,
            sex: .female,
            sideUnknown: true,
            drawing: [
                PainMark(
                    BodyPlace("paraspinal_l4_s1", .left), intensity: 6, strength: .main, quality: [.dull, .tingling]),
                PainMark(BodyPlace("sacrum", .midline)),
            ],
            drawingComplete: false,
            answers: [
                "coughing_sneezing": .effect(.worse), "saddle_numbness": .reply(.no),
                "pain_below_knee": .reply(.unknown), "sitting_long": .effect(.noEffect),
            ],
            causes: ["posture_sustained"],
            presses: [
                Press(
                    "quadratus_lumborum_deep_upper", .right, tenderness: 7.5, isFamiliar: true,
                    spreadsTo: ["sacroiliac_joint"], hasLump: false)
            ]
        )
        #expect(try IntakeDocument.parse(Array(text.utf8)) == expected)
    }

    @Test("an empty object says nothing, and a drawing counts as complete unless it says otherwise")
    func emptyObject() throws {
        let intake = try IntakeDocument.parse(Array("{}".utf8))
        #expect(intake == Intake())
        #expect(intake.drawingComplete)
        #expect(!intake.sideUnknown)
    }

    @Test(
        "null is the same as not said",
        arguments: ["id", "age", "sex", "side_unknown", "drawing", "drawing_complete", "answers", "causes", "presses"])
    func null(key: String) throws {
        #expect(try IntakeDocument.parse(Array(#"{"\#(key)": null}"#.utf8)) == Intake())
    }

    @Test("null is the same as not said inside a mark and a press")
    func nullInside() throws {
        let text = """
            {"drawing": [{"region": "groin", "side": "left", "intensity": null, "strength": null, "quality": null}],
             "presses": [{"point": "p", "side": "left", "tenderness": null, "familiar": null, "spreads_to": null,
                          "lump": null}]}
            """
        let intake = try IntakeDocument.parse(Array(text.utf8))
        #expect(intake.drawing == [PainMark(BodyPlace("groin", .left))])
        #expect(intake.presses == [Press("p", .left)])
    }

    @Test("the ends of every range are allowed")
    func limits() throws {
        let text = """
            {"age": 120, "drawing": [{"region": "a", "side": "left", "intensity": 0},
                                     {"region": "b", "side": "left", "intensity": 10}],
             "presses": [{"point": "p", "side": "left", "tenderness": 0},
                         {"point": "p", "side": "right", "tenderness": 10}]}
            """
        let intake = try IntakeDocument.parse(Array(text.utf8))
        #expect(intake.age == 120)
        #expect(intake.drawing.map(\.intensity) == [0, 10])
        #expect(intake.presses.map(\.tenderness) == [0, 10])
        #expect(try IntakeDocument.parse(Array(#"{"age": 0}"#.utf8)).age == 0)
        #expect(try IntakeDocument.parse(Array(#"{"age": 4.1e1}"#.utf8)).age == 41)
    }

    @Test("one region on both sides is two places")
    func bothSides() throws {
        let text = #"{"drawing": [{"region": "groin", "side": "left"}, {"region": "groin", "side": "right"}]}"#
        #expect(try IntakeDocument.parse(Array(text.utf8)).drawing.count == 2)
    }

    @Test("what was written is read back", arguments: 1...200)
    func roundTrip(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let intake = Intake.random(using: &random)
        #expect(try IntakeDocument.parse(Array(IntakeWriter.json(intake).utf8)) == intake)
    }
}
