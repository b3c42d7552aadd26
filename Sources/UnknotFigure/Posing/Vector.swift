import RealModule
import UnknotAtlas

/// A place or a direction on the sheet of a drawing; `y` grows downwards.
struct Vector: Hashable, Sendable {
    var x: Double
    var y: Double

    init(_ x: Double, _ y: Double) {
        (self.x, self.y) = (x, y)
    }

    init(_ place: PosePlace) {
        self.init(place.x, place.y)
    }

    /// The direction of a limb: 0 hangs down, 90 points to the right.
    static func limb(_ degrees: Double) -> Vector {
        let angle = degrees * .pi / 180
        return Vector(.sin(angle), .cos(angle))
    }

    /// The direction of a trunk: 0 is upright, 90 leans to the right.
    static func trunk(_ degrees: Double) -> Vector {
        let angle = degrees * .pi / 180
        return Vector(.sin(angle), 0 - .cos(angle))
    }

    /// The direction turned by a quarter, clockwise on the sheet.
    var turned: Vector { Vector(0 - y, x) }
    var length: Double { (x * x + y * y).squareRoot() }
    var unit: Vector { length > 0 ? self * (1 / length) : Vector(0, 1) }

    static func + (a: Vector, b: Vector) -> Vector { Vector(a.x + b.x, a.y + b.y) }
    static func - (a: Vector, b: Vector) -> Vector { Vector(a.x - b.x, a.y - b.y) }
    static func * (a: Vector, factor: Double) -> Vector { Vector(a.x * factor, a.y * factor) }

    /// A place in a frame whose axes are given.
    func placed(_ right: Vector, _ down: Vector, at origin: Vector) -> Vector {
        origin + right * x + down * y
    }
}
