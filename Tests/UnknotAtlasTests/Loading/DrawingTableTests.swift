import Testing
import UnknotAtlas
import UnknotRecord

@Suite("Tables of the drawings of techniques")
struct DrawingTableTests {
    @Test("read into poses, props, scenes and drawings")
    func read() throws {
        let drawings = try Atlas.load(files: TinyTables.files).care.drawings
        let sit = try #require(drawings.poses["sit"])
        #expect(sit.hip == PosePlace(x: 180, y: 226))
        #expect(sit.limbs.map(\.limb) == [.nearArm, .farArm])
        #expect(sit.limbs[0].lower == 20 && sit.limbs[0].reach == nil && sit.limbs[0].lowerShown == 1)
        #expect(sit.limbs[1].reach == PosePlace(x: 200, y: 150) && sit.limbs[1].lowerShown == 0.8)
        #expect(drawings.props["ball"]?.parts.map(\.style) == [.tool, .toolLine])
        #expect(drawings.props["floor"]?.parts[0].path.map(\.letter) == ["M", "L", "Z"])
        #expect(drawings.scenes["helped"]?.isHelperMirrored == true)
        #expect(drawings.scenes["sitting"]?.props.map(\.prop) == ["floor", "ball"])
        #expect(drawings.figures[2].arrows.map(\.kind) == [.ring, .both])
    }

    @Test("choose the drawing of the area, then of the part of the body, then the one for any place")
    func choice() throws {
        let drawings = try Atlas.load(files: TinyTables.files).care.drawings
        let there = drawings.figure(of: "press", areas: ["low"], zone: .arm)
        #expect(there?.figure.words == "Pressing" && there?.isThere == true)
        #expect(drawings.figure(of: "press", areas: [], zone: .leg)?.isThere == true)
        let other = drawings.figure(of: "press", areas: ["mid"], zone: .head)
        #expect(other?.figure.words == "Pressing elsewhere" && other?.isThere == false)
        #expect(drawings.figure(of: "nothing", areas: [], zone: nil) == nil)
    }

    @Test(
        "are refused where a row is wrong",
        arguments: [
            Breakage("figure_poses.csv", 2, "view", "above", says: "“above” is not one of side, back, front"),
            Breakage("figure_poses.csv", 2, "hip", "180", says: "“180” is not 2 numbers"),
            Breakage("figure_poses.csv", 2, "hip", "180 900", says: "“180 900” is not 2 numbers"),
            Breakage("figure_poses.csv", 2, "trunk", "0 400", says: "from -360.0 to 360.0"),
            Breakage("figure_poses.csv", 2, "plain_words", "", says: "“plain_words” is empty"),
            Breakage("figure_poses.csv", 3, "pose", "sit", says: "already stands in line 2"),
            Breakage("figure_limbs.csv", 2, "limb", "tail", says: "“tail” is not one of"),
            Breakage("figure_limbs.csv", 2, "turn", "10 20", says: "“10 20” is not 3 numbers"),
            Breakage("figure_limbs.csv", 3, "reach", "200 150", says: "“200 150” is not 3 numbers"),
            Breakage("figure_limbs.csv", 3, "reach", "200 150 2", says: "must be 1 or -1"),
            Breakage("figure_limbs.csv", 3, "shown", "0.1 1", says: "from 0.2 to 1.0"),
            Breakage("figure_limbs.csv", 3, "limb", "near_arm", says: "already stands in line 2"),
            Breakage("figure_props.csv", 2, "style", "gold", says: "“gold” is not one of"),
            Breakage("figure_props.csv", 2, "path", "O 0 0", says: "does not go on a path"),
            Breakage("figure_props.csv", 3, "path", "M 0 0 A 1 1", says: "“A” does not go on a path"),
            Breakage("figure_props.csv", 3, "path", "L 0 0", says: "A path begins with M or O"),
            Breakage("figure_scenes.csv", 2, "pose", "fly", says: "“fly” is not a pose"),
            Breakage("figure_scenes.csv", 2, "box", "0 0 400 400", says: "four wide and three high"),
            Breakage("figure_scenes.csv", 2, "spot", "160 350", says: "outside of the box"),
            Breakage("figure_scenes.csv", 2, "props", "boat 1 2 3 behind", says: "“boat” is not a prop"),
            Breakage("figure_scenes.csv", 2, "props", "ball 1 2 3 under", says: "is not a prop, x, y, turn"),
            Breakage("figure_scenes.csv", 3, "helper", "help upside", says: "is not a pose, or a pose and “mirrored”"),
            Breakage("technique_figures.csv", 2, "technique", "nothing", says: "“nothing” is not known"),
            Breakage("technique_figures.csv", 2, "areas", "nowhere", says: "“nowhere” is not known"),
            Breakage("technique_figures.csv", 2, "areas", "zone:wing", says: "“wing” is not a part of the body"),
            Breakage("technique_figures.csv", 2, "scene", "flying", says: "“flying” is not a scene"),
            Breakage("technique_figures.csv", 2, "arrows", "two 1 2 3 4", says: "is not one, both or ring"),
            Breakage("technique_figures.csv", 2, "words", "", says: "“words” is empty"),
            Breakage("technique_figures.csv", 3, "areas", "low|zone:leg", says: "already stands in line 2"),
        ])
    func refused(breakage: Breakage) throws {
        try breakage.expectRefused()
    }

    @Test("must show every technique, and no limbs of nobody")
    func complete() {
        let figures = TinyTables.problems("technique_figures.csv") { text in
            text.split(separator: "\n").filter { !$0.hasPrefix("breathe") }.joined(separator: "\n") + "\n"
        }
        #expect(figures.map(\.reason) == ["“breathe” has no drawing."])
        let limbs = TinyTables.problems("figure_limbs.csv") { $0.replacing("sit,far_arm", with: "ghost,far_arm") }
        #expect(limbs.map(\.reason) == ["“ghost” is not a pose."])
    }
}
