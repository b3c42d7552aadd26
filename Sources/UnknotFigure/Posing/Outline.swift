/// Smooth outlines from a few places, as SVG path data with relative steps, which is short.
struct Outline: Sendable {
    /// Path data of everything added so far.
    private(set) var text = ""
    /// What happens to every place before it is written.
    let map: @Sendable (Vector) -> Vector

    init(_ map: @escaping @Sendable (Vector) -> Vector) {
        self.map = map
    }

    /// Adds a smooth closed curve through places, always drawn in the same sense, so that curves that overlap are one
    /// shape.
    mutating func addClosed(_ places: [Vector]) {
        let places = Self.oriented(places)
        guard places.count > 2 else { return }
        let count = places.count
        var pen = start(places[0])
        for index in 0..<count {
            curve(
                &pen, places[(index + count - 1) % count], places[index], places[(index + 1) % count],
                places[(index + 2) % count])
        }
        text += "z"
    }

    /// Adds a smooth open curve through places; filled, it is closed by a straight line that has no edge.
    mutating func addOpen(_ places: [Vector]) {
        let places = Self.oriented(places)
        guard places.count > 1 else { return }
        var pen = start(places[0])
        for index in 0..<places.count - 1 {
            curve(
                &pen, places[max(0, index - 1)], places[index], places[index + 1],
                places[min(places.count - 1, index + 2)])
        }
    }

    /// Adds a line through places as they stand.
    mutating func addLine(_ places: [Vector], smooth: Bool = true) {
        guard let first = places.first else { return }
        var pen = start(first)
        for index in 0..<max(0, places.count - 1) {
            let (here, next) = (places[index], places[index + 1])
            if smooth {
                curve(&pen, places[max(0, index - 1)], here, next, places[min(places.count - 1, index + 2)])
            } else {
                text += "l"
                pair(&pen, next, from: pen)
            }
        }
    }

    /// Adds a band: one side there, the other side back, with straight ends.
    mutating func addBand(_ side: [Vector], _ other: [Vector]) {
        if Self.area(side + other.reversed()) < 0 { return addBand(other, side) }
        guard let first = side.first, !other.isEmpty else { return }
        var pen = start(first)
        let back = Array(other.reversed())
        for (number, chain) in [side, back].enumerated() {
            if number == 1 {
                text += "l"
                pair(&pen, chain[0], from: pen)
            }
            for index in 0..<chain.count - 1 {
                curve(
                    &pen, chain[max(0, index - 1)], chain[index], chain[index + 1],
                    chain[min(chain.count - 1, index + 2)])
            }
        }
        text += "z"
    }

    /// Adds a circle.
    mutating func addCircle(_ middle: Vector, _ radius: Double) {
        let k = 0.5523 * radius
        let r = radius
        var pen = start(middle + Vector(0, 0 - r))
        let quarters: [(Vector, Vector, Vector)] = [
            (Vector(k, 0 - r), Vector(r, 0 - k), Vector(r, 0)), (Vector(r, k), Vector(k, r), Vector(0, r)),
            (Vector(0 - k, r), Vector(0 - r, k), Vector(0 - r, 0)),
            (Vector(0 - r, 0 - k), Vector(0 - k, 0 - r), Vector(0, 0 - r)),
        ]
        for (first, second, end) in quarters { cubic(&pen, middle + first, middle + second, middle + end) }
        text += "z"
    }

    /// Begins a part and returns where the pen is.
    mutating func start(_ place: Vector) -> Vector {
        let place = Self.rounded(map(place))
        text += "M\(PathText.number(place.x)) \(PathText.number(place.y))"
        return place
    }

    /// A cubic curve with given handles.
    mutating func cubic(_ pen: inout Vector, _ first: Vector, _ second: Vector, _ end: Vector) {
        let from = pen
        text += "c"
        var ignored = pen
        pair(&ignored, first, from: from)
        text += " "
        pair(&ignored, second, from: from)
        text += " "
        pair(&pen, end, from: from)
    }

    /// A straight line.
    mutating func line(_ pen: inout Vector, to place: Vector) {
        text += "l"
        pair(&pen, place, from: pen)
    }

    mutating func close() { text += "z" }

    /// From `b` to `c` on a curve that goes on from `a` and to `d`.
    private mutating func curve(_ pen: inout Vector, _ a: Vector, _ b: Vector, _ c: Vector, _ d: Vector) {
        cubic(&pen, b + (c - a) * (1 / 6), c - (d - b) * (1 / 6), c)
    }

    private mutating func pair(_ pen: inout Vector, _ place: Vector, from: Vector) {
        let step = Self.rounded(Self.rounded(map(place)) - from)
        let x = PathText.number(step.x)
        let y = PathText.number(step.y)
        text += x + (y.hasPrefix("-") ? "" : " ") + y
        pen = Self.rounded(from + step)
    }

    private static func rounded(_ place: Vector) -> Vector {
        Vector((place.x * 10).rounded() / 10, (place.y * 10).rounded() / 10)
    }

    private static func oriented(_ places: [Vector]) -> [Vector] {
        area(places) < 0 ? places.reversed() : places
    }

    /// Twice the area of a polygon, negative when it runs the other way round.
    private static func area(_ places: [Vector]) -> Double {
        let next = places.dropFirst() + places.prefix(1)
        return zip(places, next).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }
    }
}
