import Testing
import UnknotAtlas
import UnknotRecord

@Suite("Tables of the figure")
struct FigureTableTests {
    @Test("read into shapes, lines and spots")
    func read() throws {
        let figure = try Atlas.load(files: TinyTables.files).figure
        #expect(figure.outlines.map(\.region) == ["spine", "back_low", "back_low", "back_mid"])
        #expect(figure.outlines[2].view == .front)
        #expect(figure.outlines[0].corners[1] == FigureCoordinate(x: 10, y: 100))
        #expect(figure.guides.map(\.kind) == [.bone])
        #expect(figure.fibres[0].line.count == 2)
        #expect(figure.position(of: "longus_lower")?.position == FigureCoordinate(x: 0, y: 150))
    }

    @Test(
        "are refused where a row is wrong",
        arguments: [
            Breakage("figure_regions.csv", 3, "region", "nowhere", says: "“nowhere” is not known"),
            Breakage("figure_regions.csv", 3, "view", "above", says: "“above” is not one of"),
            Breakage("figure_regions.csv", 3, "outline", "10 150;60 150", says: "At least 3 corners"),
            Breakage("figure_regions.csv", 3, "outline", "10 150;60;60 200", says: "“60” is not x and y"),
            Breakage("figure_regions.csv", 3, "outline", "10 150;60 150 7;60 200", says: "“60 150 7” is not x and y"),
            Breakage("figure_regions.csv", 3, "outline", "10 150;-1 150;60 200", says: "“-1 150” is not x and y"),
            Breakage("figure_regions.csv", 3, "outline", "10 150;60 1150;60 200", says: "“60 1150” is not x and y"),
            Breakage("figure_regions.csv", 2, "outline", "1 100;10 100;10 200;1 200", says: "reach the middle line"),
            Breakage(
                "figure_regions.csv", 5, "outline", "10 100;60 100;60 150;10 150;10 200",
                says: "belongs to another region"),
            Breakage("figure_regions.csv", 4, "view", "back", says: "already stands in line 3"),
            Breakage("figure_guides.csv", 2, "kind", "hair", says: "“hair” is not one of bone, contour"),
            Breakage("figure_guides.csv", 2, "plain_name", "", says: "“plain_name” is empty"),
            Breakage("figure_guides.csv", 2, "line", "0 120", says: "At least 2 corners"),
            Breakage("figure_muscles.csv", 2, "muscle", "nemo", says: "“nemo” is not known"),
            Breakage("figure_fibres.csv", 2, "muscle", "nemo", says: "“nemo” is not known"),
            Breakage("figure_points.csv", 2, "point", "nemo", says: "“nemo” is not known"),
            Breakage("figure_points.csv", 3, "x", "401", says: "“401” is not a number from"),
            Breakage("figure_points.csv", 3, "y", "low", says: "“low” is not a number from"),
        ])
    func refused(breakage: Breakage) throws {
        try breakage.expectRefused()
    }

    @Test("must show every region and every point")
    func complete() {
        let regions = TinyTables.problems("figure_regions.csv") { text in
            text.split(separator: "\n").filter { !$0.hasPrefix("back_mid") }.joined(separator: "\n") + "\n"
        }
        #expect(regions.map(\.reason) == ["“back_mid” has no outline from the back."])
        let points = TinyTables.problems("figure_points.csv") { text in
            text.split(separator: "\n").filter { !$0.hasPrefix("brevis") }.joined(separator: "\n") + "\n"
        }
        #expect(points.map(\.reason) == ["“brevis_tp1” has no position."])
    }
}
