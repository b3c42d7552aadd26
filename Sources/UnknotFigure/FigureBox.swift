/// A rectangle on the figure, in units of which the body is about 1000 high.
public struct FigureBox: Hashable, Sendable, CustomStringConvertible {
    /// The left edge; negative left of the middle line of the picture.
    public var x: Double
    /// The upper edge.
    public var y: Double
    /// How wide it is.
    public var width: Double
    /// How high it is.
    public var height: Double

    /// Names a rectangle.
    public init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    /// The smallest rectangle around some corners, as `x` and `y`; `nil` around none.
    init?(around corners: some Sequence<(x: Double, y: Double)>) {
        let xs = corners.map(\.x)
        let ys = corners.map(\.y)
        guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max() else { return nil }
        self.init(x: left, y: top, width: right - left, height: bottom - top)
    }

    /// As the `viewBox` of an SVG picture: `x y width height`.
    public var description: String {
        [x, y, width, height].map(PathText.number).joined(separator: " ")
    }

    /// The rectangle around both.
    public func union(_ other: FigureBox) -> FigureBox {
        let left = min(x, other.x)
        let top = min(y, other.y)
        return FigureBox(
            x: left, y: top, width: max(x + width, other.x + other.width) - left,
            height: max(y + height, other.y + other.height) - top)
    }

    /// The rectangle with a margin added on every side.
    public func padded(by margin: Double) -> FigureBox {
        FigureBox(x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin)
    }

    /// Whether both have a part in common.
    public func overlaps(_ other: FigureBox) -> Bool {
        x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height
    }

    /// The middle of the rectangle.
    public var middle: (x: Double, y: Double) { (x + width / 2, y + height / 2) }

    /// Whether a place lies in the rectangle.
    public func contains(_ place: (x: Double, y: Double)) -> Bool {
        (x...x + width).contains(place.x) && (y...y + height).contains(place.y)
    }

    /// The mirror image across the middle line.
    public var mirrored: FigureBox { FigureBox(x: -x - width, y: y, width: width, height: height) }
}
