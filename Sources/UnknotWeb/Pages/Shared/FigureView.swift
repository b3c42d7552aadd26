import Unknot

/// The figure from behind and from the front with a spot for every area that hurts.
struct FigureView: Sendable {
    /// One area on the figure.
    struct Spot: Sendable {
        let spotName: String
        let spotClass: String
        let x: Int
        let y: Int
    }

    let backSpots: [Spot]
    let frontSpots: [Spot]
    /// Points to press, marked by a ring.
    let backRings: [Spot]
    let frontRings: [Spot]

    /// - Parameters:
    ///   - form: What is marked.
    ///   - rings: Where points lie that the result speaks of.
    init(_ form: IntakeForm, atlas: Atlas, places: FigurePlaces, rings: [BodyPlace] = []) {
        func spots(_ view: BodyRegion.View) -> [Spot] {
            atlas.regions.filter { $0.view == view }.flatMap(\.places).compactMap { place in
                guard form.places.contains(place), let position = places.position(of: place, view: view) else {
                    return nil
                }
                let mark = form.worst.contains(place) ? " is-worst" : " is-marked"
                let name = FigurePlaces.name(of: place)
                return Spot(spotName: name, spotClass: "spot\(mark)", x: position.x, y: position.y)
            }
        }
        func circles(_ view: BodyRegion.View) -> [Spot] {
            rings.filter { atlas.region($0.region)?.view == view }.compactMap { place in
                places.position(of: place, view: view).map {
                    Spot(spotName: FigurePlaces.name(of: place), spotClass: "ring", x: $0.x, y: $0.y)
                }
            }
        }
        backSpots = spots(.back)
        frontSpots = spots(.front)
        backRings = circles(.back)
        frontRings = circles(.front)
    }
}
