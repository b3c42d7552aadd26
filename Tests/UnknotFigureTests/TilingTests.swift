import Testing
import UnknotAtlas
import UnknotFigure
import UnknotRecord

@Suite("The map of the body")
struct TilingTests {
    private let atlas: Atlas

    init() throws {
        atlas = try Atlas.builtIn()
    }

    @Test("shows every region from the side that its row names")
    func everyRegion() {
        let painter = FigurePainter(atlas)
        for region in atlas.regions {
            let shapes = painter.panel(region.view).regions.filter { $0.place.region == region.id }
            #expect(shapes.map(\.place) == region.places, "\(region.id)")
        }
    }

    @Test(
        "has no gap and no overlap: inside the body every point lies in one region", arguments: BodyRegion.View.allCases
    )
    func pointsLieInOneRegion(view: BodyRegion.View) {
        let outlines = atlas.figure.outlines.filter { $0.view == view }
        // A step that meets no corner of the table, whose numbers have one decimal.
        for x in stride(from: 0.53, to: 220, by: 4.03) {
            for y in stride(from: 0.57, to: 1040, by: 4.07) {
                let owners = outlines.filter { Geometry.contains(x, y, $0.corners) }
                #expect(owners.count <= 1, "\(x) \(y) lies in \(owners.map(\.region))")
            }
        }
    }

    @Test("meets its neighbours edge to edge", arguments: BodyRegion.View.allCases)
    func edgesArePaired(view: BodyRegion.View) {
        let outlines = atlas.figure.outlines.filter { $0.view == view }
        let edges = outlines.flatMap { Geometry.edges($0.corners) }
        let all = Set(edges)
        #expect(all.count == edges.count)
        // What has no neighbour is the edge of the body: one closed curve with the middle line.
        let outer = edges.filter { !all.contains($0.reversed) }
        var next = Dictionary(uniqueKeysWithValues: outer.map { ($0.start, $0.end) })
        var place = outer[0].start
        while let end = next.removeValue(forKey: place) { place = end }
        #expect(place == outer[0].start)
        #expect(next.isEmpty, "there is a hole in the figure from the \(view.rawValue)")
    }

    @Test("covers the body: the regions are as large as the outline", arguments: BodyRegion.View.allCases)
    func areaIsWhole(view: BodyRegion.View) {
        let outlines = atlas.figure.outlines.filter { $0.view == view }
        let all = Set(outlines.flatMap { Geometry.edges($0.corners) })
        let outer = all.filter { !all.contains($0.reversed) }
        let whole = outer.reduce(0) { $0 + $1.start.x * $1.end.y - $1.end.x * $1.start.y } / 2
        let parts = outlines.reduce(0) { $0 + abs(Geometry.area($1.corners)) }
        #expect(abs(abs(whole) - parts) < 1e-6 * parts)
    }

    @Test("has no region that crosses itself")
    func simplePolygons() {
        for outline in atlas.figure.outlines {
            let edges = Geometry.edges(outline.corners)
            for (index, first) in edges.enumerated() {
                for second in edges[(index + 1)...] where Geometry.cross(first, second) {
                    Issue.record("\(outline.region) from the \(outline.view.rawValue) crosses itself at \(first.start)")
                }
            }
        }
    }

    @Test(
        "draws neighbours of the table next to each other, where the back, neck, shoulders and buttocks are concerned")
    func neighboursTouch() {
        let zones: Set<BodyRegion.Zone> = [.neck, .shoulder, .upperBack, .midBack, .lowBack, .pelvis]
        let regions = atlas.regions.filter { $0.view == .back && zones.contains($0.zone) }
        var missing: [String] = []
        for region in regions {
            for other in atlas.neighbours(of: region.id).compactMap(atlas.region)
            where region.id < other.id && regions.contains(other) && !touch(region.id, other.id) {
                missing.append("\(region.id) and \(other.id)")
            }
        }
        let pairs = regions.flatMap { region in atlas.neighbours(of: region.id).filter { region.id < $0 } }.count
        // Skin is not flat: a few that touch on a body cannot on a drawing.
        #expect(missing.count * 5 <= pairs, "\(missing.joined(separator: "; "))")
    }

    private func touch(_ first: RegionID, _ second: RegionID) -> Bool {
        func corners(_ id: RegionID) -> Set<FigureCoordinate> {
            Set(atlas.figure.outlines.filter { $0.region == id && $0.view == .back }.flatMap(\.corners))
        }
        return !corners(first).isDisjoint(with: corners(second))
    }
}
