public import UnknotRecord

/// Drawings of techniques, as tables: people in poses, tools and furniture, scenes made of them, and which scene shows
/// which technique at which part of the body.
public struct TechniqueDrawings: Sendable {
    /// Poses by id.
    public let poses: [String: FigurePose]
    /// Tools and furniture by id.
    public let props: [String: FigureProp]
    /// Scenes by id.
    public let scenes: [String: FigureScene]
    /// How each technique is drawn, in the order of the table.
    public let figures: [TechniqueFigure]

    /// How a technique is drawn at a part of the body.
    ///
    /// - Parameters:
    ///   - areas: The areas of care that hold the point.
    ///   - zone: The part of the body, for points in no area.
    /// - Returns: The drawing for that place with `true`, else the one that shows the technique in general with `false`.
    public func figure(
        of technique: TechniqueID, areas: Set<CarePlaceID>, zone: BodyRegion.Zone?
    ) -> (figure: TechniqueFigure, isThere: Bool)? {
        let mine = figures.filter { $0.technique == technique }
        if let there = mine.first(where: { !areas.isDisjoint(with: $0.areas) })
            ?? mine.first(where: { figure in zone.map(figure.zones.contains) ?? false })
        {
            return (there, true)
        }
        return (mine.first { $0.areas.isEmpty && $0.zones.isEmpty } ?? mine.first).map { ($0, false) }
    }
}
