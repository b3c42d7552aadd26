import UnknotAtlas

/// Plane geometry for checks, written without the code under test.
enum Geometry {
    struct Edge: Hashable {
        let start: FigureCoordinate
        let end: FigureCoordinate
        var reversed: Edge { Edge(start: end, end: start) }
    }

    static func edges(_ corners: [FigureCoordinate]) -> [Edge] {
        corners.indices.map { Edge(start: corners[$0], end: corners[($0 + 1) % corners.count]) }
    }

    /// Twice-signed area halved: positive or negative by direction.
    static func area(_ corners: [FigureCoordinate]) -> Double {
        edges(corners).reduce(0) { $0 + $1.start.x * $1.end.y - $1.end.x * $1.start.y } / 2
    }

    /// Whether a point lies inside, by counting crossings of a ray.
    static func contains(_ x: Double, _ y: Double, _ corners: [FigureCoordinate]) -> Bool {
        edges(corners).reduce(false) { inside, edge in
            guard (edge.start.y > y) != (edge.end.y > y) else { return inside }
            let part = (y - edge.start.y) / (edge.end.y - edge.start.y)
            return x < edge.start.x + part * (edge.end.x - edge.start.x) ? !inside : inside
        }
    }

    /// How far a point is from the nearest edge.
    static func distance(_ x: Double, _ y: Double, _ corners: [FigureCoordinate]) -> Double {
        edges(corners).map { edge in
            let (dx, dy) = (edge.end.x - edge.start.x, edge.end.y - edge.start.y)
            let along = ((x - edge.start.x) * dx + (y - edge.start.y) * dy) / (dx * dx + dy * dy)
            let part = min(1, max(0, along))
            let (gapX, gapY) = (x - edge.start.x - part * dx, y - edge.start.y - part * dy)
            return (gapX * gapX + gapY * gapY).squareRoot()
        }.min() ?? .infinity
    }

    /// Whether two edges cross in their insides.
    static func cross(_ first: Edge, _ second: Edge) -> Bool {
        func turn(_ a: FigureCoordinate, _ b: FigureCoordinate, _ c: FigureCoordinate) -> Double {
            (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
        }
        let d1 = turn(first.start, first.end, second.start)
        let d2 = turn(first.start, first.end, second.end)
        let d3 = turn(second.start, second.end, first.start)
        let d4 = turn(second.start, second.end, first.end)
        return d1 * d2 < 0 && d3 * d4 < 0
    }
}
