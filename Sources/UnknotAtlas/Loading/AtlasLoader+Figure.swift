import UnknotRecord

extension AtlasLoader {
    /// Coordinates lie inside the sheet on which one half of the figure is drawn.
    private static let widest = 400.0
    private static let lowest = 1100.0

    /// Reads the drawing of the body.
    mutating func readFigure(_ regions: [BodyRegion], _ muscles: Set<MuscleID>, _ points: [TriggerPoint]) -> BodyFigure
    {
        BodyFigure(
            outlines: readOutlines(regions),
            guides: readGuides(),
            muscles: readMuscleOutlines(muscles),
            fibres: readFibres(muscles),
            points: readPositions(points)
        )
    }

    private mutating func readOutlines(_ regions: [BodyRegion]) -> [RegionOutline] {
        let table = atlasTable("figure_regions.csv", ["region", "view", "outline"])
        table.requireUnique(&problems, "view") { "\($0.text("region")) \($0.text("view"))" }
        let known = Dictionary(regions.map { ($0.id, $0) }) { first, _ in first }
        var edges: Set<DrawnEdge> = []
        var outlines: [RegionOutline] = []
        for row in table.rows {
            let id: RegionID = row.id("region", &problems)
            require(id, in: Set(known.keys), row, "region")
            let view: BodyRegion.View = row.choice("view", &problems) ?? .back
            let corners = coordinates(row, "outline", atLeast: 3)
            for (start, end) in zip(corners, corners.dropFirst() + corners.prefix(1))
            where !edges.insert(DrawnEdge(view: view, start: start, end: end)).inserted {
                // Neighbours run along a shared edge in opposite directions.
                problems.append(
                    row.problem(
                        "outline",
                        "The edge from \(start.x) \(start.y) to \(end.x) \(end.y) belongs to another region as well."))
            }
            if known[id]?.laterality == .midline, !corners.contains(where: { $0.x == 0 }) {
                problems.append(row.problem("outline", "A region in the middle must reach the middle line, x = 0."))
            }
            outlines.append(RegionOutline(region: id, view: view, corners: corners))
        }
        for region in regions where !outlines.contains(where: { $0.region == region.id && $0.view == region.view }) {
            problems.append(
                TableProblem(
                    file: table.file, line: table.rows.count + 1, column: 1,
                    reason: "“\(region.id)” has no outline from the \(region.view.rawValue)."))
        }
        return outlines
    }

    private mutating func readGuides() -> [FigureGuide] {
        let table = atlasTable("figure_guides.csv", ["id", "view", "kind", "plain_name", "line"])
        table.requireUnique(&problems, "id") { "\($0.text("id")) \($0.text("view"))" }
        return table.rows.map { row in
            FigureGuide(
                id: row.required("id", &problems),
                view: row.choice("view", &problems) ?? .back,
                kind: row.choice("kind", &problems) ?? .contour,
                plainName: row.required("plain_name", &problems),
                line: coordinates(row, "line", atLeast: 2)
            )
        }
    }

    private mutating func readMuscleOutlines(_ known: Set<MuscleID>) -> [MuscleOutline] {
        let table = atlasTable("figure_muscles.csv", ["muscle", "view", "outline"])
        table.requireUnique(&problems, "view") { "\($0.text("muscle")) \($0.text("view"))" }
        return table.rows.map { row in
            let id: MuscleID = row.id("muscle", &problems)
            require(id, in: known, row, "muscle")
            return MuscleOutline(
                muscle: id,
                view: row.choice("view", &problems) ?? .back,
                corners: coordinates(row, "outline", atLeast: 3)
            )
        }
    }

    private mutating func readFibres(_ known: Set<MuscleID>) -> [MuscleFibre] {
        let table = atlasTable("figure_fibres.csv", ["muscle", "view", "line"])
        return table.rows.map { row in
            let id: MuscleID = row.id("muscle", &problems)
            require(id, in: known, row, "muscle")
            return MuscleFibre(
                muscle: id,
                view: row.choice("view", &problems) ?? .back,
                line: coordinates(row, "line", atLeast: 2)
            )
        }
    }

    private mutating func readPositions(_ points: [TriggerPoint]) -> [PointPosition] {
        let table = atlasTable("figure_points.csv", ["point", "view", "x", "y"])
        table.requireUnique(&problems, "point") { $0.text("point") }
        let known = Set(points.map(\.id))
        let positions = table.rows.map { row in
            let id: PointID = row.id("point", &problems)
            require(id, in: known, row, "point")
            return PointPosition(
                point: id,
                view: row.choice("view", &problems) ?? .back,
                position: FigureCoordinate(
                    x: row.number("x", in: 0...Self.widest, &problems),
                    y: row.number("y", in: 0...Self.lowest, &problems))
            )
        }
        for point in points where !positions.contains(where: { $0.point == point.id }) {
            problems.append(
                TableProblem(
                    file: table.file, line: table.rows.count + 1, column: 1,
                    reason: "“\(point.id)” has no position."))
        }
        return positions
    }

    /// A list of `x y` pairs.
    private mutating func coordinates(
        _ row: Table.Row, _ column: String, atLeast count: Int
    ) -> [FigureCoordinate] {
        let pairs = row.list(column)
        let coordinates = pairs.compactMap { pair -> FigureCoordinate? in
            let numbers = pair.split(separator: " ").compactMap { Double($0) }
            guard numbers.count == 2, pair.split(separator: " ").count == 2,
                (0...Self.widest).contains(numbers[0]), (0...Self.lowest).contains(numbers[1])
            else {
                problems.append(
                    row.problem(
                        column,
                        "“\(pair)” is not x and y with x from 0 to \(Self.widest) and y from 0 to \(Self.lowest)."))
                return nil
            }
            return FigureCoordinate(x: numbers[0], y: numbers[1])
        }
        if pairs.count < count {
            problems.append(row.problem(column, "At least \(count) corners are needed."))
        }
        return coordinates
    }
}

/// An edge of an outline in the direction in which it is drawn.
private struct DrawnEdge: Hashable {
    let view: BodyRegion.View
    let start: FigureCoordinate
    let end: FigureCoordinate
}
