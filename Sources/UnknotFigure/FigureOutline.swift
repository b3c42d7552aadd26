import UnknotAtlas

/// Joins half-body shapes into shapes of the whole body.
enum FigureOutline {
    /// A shape that crosses the middle line, from its half: the half without its edge on the middle line, then its
    /// mirror image backwards.
    static func whole(_ half: [FigureCoordinate]) -> [(x: Double, y: Double)] {
        guard
            let start = half.indices.first(where: { index in
                half[index].x == 0 && half[(index + 1) % half.count].x > 0
            })
        else { return PathText.drawn(half, .right) }
        let turned = half[start...] + half[..<start]
        // From the first corner on the middle line to the next one.
        let end = turned.dropFirst().firstIndex { $0.x == 0 }
        let arc = Array(end.map { turned[...$0] } ?? turned[...])
        let inner = arc.reversed().filter { $0.x > 0 }
        return PathText.drawn(arc, .right) + PathText.drawn(inner, .left)
    }

    /// The outer edge of regions that tile one half of the body, as chains from the middle line to the middle line.
    ///
    /// Neighbours run along a shared edge in opposite directions, so that what is left over is the edge of the body.
    static func chains(of outlines: [[FigureCoordinate]]) -> [[FigureCoordinate]] {
        var edges: Set<Edge> = []
        for corners in outlines {
            for (start, end) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
                edges.insert(Edge(start: start, end: end))
            }
        }
        let outer = edges.filter { edge in
            !edges.contains(Edge(start: edge.end, end: edge.start)) && (edge.start.x > 0 || edge.end.x > 0)
        }
        let next = Dictionary(outer.map { ($0.start, $0.end) }) { first, _ in first }
        let starts = next.keys.filter { $0.x == 0 }.sorted { $0.y < $1.y }
        return starts.map { start in
            var chain = [start]
            while let end = next[chain[chain.count - 1]], chain.count <= next.count {
                chain.append(end)
                if end.x == 0 { break }
            }
            return chain
        }
    }

    private struct Edge: Hashable {
        let start: FigureCoordinate
        let end: FigureCoordinate
    }
}
