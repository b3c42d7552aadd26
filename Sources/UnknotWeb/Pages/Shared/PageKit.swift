import Unknot

/// What pages are made from.
struct PageKit: Sendable {
    let engine: Engine
    let texts: PageTexts

    /// "left gluteus medius", in plain words, for running text.
    func muscle(_ muscle: MuscleID, _ side: BodySide) -> String {
        texts("ranking_muscle", ["side": engine.text.side(side), "muscle": engine.text.muscle(muscle)])
    }

    /// The area of skin over a point.
    func place(of point: PointID, _ side: BodySide) -> BodyPlace? {
        guard let region = engine.atlas.point(point).flatMap({ engine.atlas.region($0.surfaceRegion) }) else {
            return nil
        }
        return BodyPlace(region.id, region.laterality == .midline ? .midline : RegionSide(side))
    }

    /// Where on the skin a point lies, as "Right beside the spine"; nil where the atlas does not know the point.
    func placeName(of point: PointID, _ side: BodySide) -> String? {
        place(of: point, side).map(engine.text.place)?.capitalizedFirst
    }

    /// A publication as people read it: with its year, unless the citation names it.
    func citation(_ source: Reference) -> String {
        source.year.isEmpty || source.citation.contains(source.year)
            ? source.citation : "\(source.citation), \(source.year)"
    }
}

extension String {
    /// The same text with a capital first letter.
    var capitalizedFirst: String {
        prefix(1).uppercased() + dropFirst()
    }
}
