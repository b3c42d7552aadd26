import Foundation
import Testing

@Suite("unknot atlas --svg")
struct DrawingProcessTests {
    @Test("draws a point with its referral, told apart by pattern as well as colour")
    func draws() throws {
        let run = try Program.run(["atlas", "--svg", "quadratus_lumborum_deep_upper", "--side", "left"])
        #expect(run.status == 0)
        #expect(run.text.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
        #expect(run.text.hasSuffix("</svg>\n"))
        // The joint dimple is essential, the lowest back spillover; each has a tone and a pattern over it.
        for kind in ["essential", "spillover"] {
            #expect(run.text.components(separatedBy: "class=\"\(kind)-tone\"").count > 2)
            #expect(
                run.text.components(separatedBy: "class=\"\(kind)-tone\"").count
                    == run.text.components(separatedBy: "class=\"\(kind)-pattern\"").count)
        }
        #expect(run.text.contains("url(#hatch)") && run.text.contains("url(#dots)"))
        #expect(run.text.contains("left dimple above the buttock"))
    }

    @Test("needs no more than a point: the right side is drawn unless another is asked for")
    func sides() throws {
        let point = "infraspinatus_medial"
        let right = try Program.run(["atlas", "--svg", point])
        #expect(try Program.run(["atlas", "--svg", point, "--side", "right"]).output == right.output)
        #expect(try Program.run(["atlas", "--svg", point, "--side", "left"]).output != right.output)
    }

    @Test("names points that are near an unknown one, and draws nothing")
    func unknown() throws {
        let run = try Program.run(["atlas", "--svg", "infraspinatus_media"])
        #expect(run.status == 2)
        #expect(run.text.isEmpty)
        #expect(run.errors.contains("infraspinatus_medial"))
        let side = try Program.run(["atlas", "--svg", "infraspinatus_medial", "--side", "middle"])
        #expect(side.status != 0 && side.errors.contains("left"))
    }
}
