import Unknot

/// Where each area lies on the figure, from `Assets/figure_places.csv`: steps from the middle line, and from the top.
struct FigurePlaces: Sendable {
    /// One area on the drawing; `x` is 0 in the middle.
    private struct Spot {
        let x: Int
        let y: Int
    }

    private let spots: [RegionID: Spot]

    init() throws(WebError) {
        var spots: [RegionID: Spot] = [:]
        for line in try Resources.text(of: "figure_places.csv").split(separator: "\n").dropFirst() {
            let cells = line.split(separator: ",")
            guard cells.count == 3, let x = Int(cells[1]), let y = Int(cells[2]) else {
                throw WebError.brokenResource(name: "figure_places.csv", reason: "“\(line)” is not region,x,y")
            }
            spots[RegionID(String(cells[0]))] = Spot(x: x, y: y)
        }
        self.spots = spots
    }

    /// The areas that have a spot.
    var regions: Set<RegionID> { Set(spots.keys) }

    /// Where a place is drawn, with the middle line at 0: the person's left is on the left from behind and on the
    /// right from the front.
    func position(of place: BodyPlace, view: BodyRegion.View) -> (x: Int, y: Int)? {
        guard let spot = spots[place.region] else { return nil }
        switch (place.side, view) {
        case (.midline, _): return (0, spot.y)
        case (.left, .back), (.right, .front): return (-spot.x, spot.y)
        case (.right, .back), (.left, .front): return (spot.x, spot.y)
        }
    }

    /// The name of a place in the page.
    static func name(of place: BodyPlace) -> String {
        "\(place.region.rawValue)-\(place.side.rawValue)"
    }
}
