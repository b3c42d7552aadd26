public import UnknotAtlas
public import UnknotRecord

/// Draws techniques from the tables of the atlas: a person in a pose, the tool, the way it goes and the spot.
public struct TechniquePainter: Sendable {
    private let atlas: Atlas

    /// Draws what an atlas knows.
    public init(_ atlas: Atlas) {
        self.atlas = atlas
    }

    /// The drawing of a technique.
    ///
    /// - Parameters:
    ///   - point: Where it is used; the drawing is of that part of the body if there is one, else of the technique in
    ///     general.
    ///   - side: The side that is worked on; the other way round for the left. The right when `nil`.
    /// - Returns: `nil` only for a technique that is not of this atlas.
    public func picture(
        _ technique: TechniqueID, at point: TriggerPoint? = nil, side: BodySide? = nil
    )
        -> TechniquePicture?
    {
        let areas = point.map { atlas.care.areas(holding: $0.surfaceRegion).map(\.id) } ?? []
        let zone = point.flatMap { atlas.region($0.surfaceRegion)?.zone }
        return picture(technique, areas: Set(areas), zone: zone, isAnywhere: point == nil, side: side)
    }

    /// The drawing of a technique in an area.
    public func picture(_ technique: TechniqueID, in area: CarePlaceID) -> TechniquePicture? {
        picture(technique, areas: [area], zone: nil, isAnywhere: false, side: nil)
    }

    private func picture(
        _ technique: TechniqueID, areas: Set<CarePlaceID>, zone: BodyRegion.Zone?, isAnywhere: Bool, side: BodySide?
    ) -> TechniquePicture? {
        let drawings = atlas.care.drawings
        guard let (figure, isThere) = drawings.figure(of: technique, areas: areas, zone: zone),
            let scene = drawings.scenes[figure.scene]
        else { return nil }
        let drawer = SceneDrawer(
            scene: scene, poses: drawings.poses, props: drawings.props, isMirrored: side == .left)
        var picture = drawer.picture(
            tools: figure.tools, arrows: figure.arrows, showsSpot: isThere || isAnywhere)
        picture.pose = drawings.poses[scene.pose]?.words ?? ""
        picture.words = figure.words
        picture.isThere = isThere || isAnywhere
        return picture
    }
}
