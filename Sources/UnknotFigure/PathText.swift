import UnknotAtlas

/// Writes SVG path data.
enum PathText {
    /// Which half of the picture a half-body shape is drawn in.
    enum Half {
        /// Where `x` is positive.
        case right
        /// Its mirror image.
        case left
    }

    /// The corners as they are drawn.
    static func drawn(_ corners: [FigureCoordinate], _ half: Half) -> [(x: Double, y: Double)] {
        corners.map { (x: half == .left ? 0 - $0.x : $0.x, y: $0.y) }
    }

    /// A closed shape.
    static func shape(_ corners: [(x: Double, y: Double)]) -> String {
        line(corners) + "Z"
    }

    /// An open line.
    static func line(_ corners: [(x: Double, y: Double)]) -> String {
        guard let first = corners.first else { return "" }
        let rest = corners.dropFirst().map { "\(number($0.x)) \(number($0.y))" }.joined(separator: " ")
        return "M\(number(first.x)) \(number(first.y))" + (rest.isEmpty ? "" : "L\(rest)")
    }

    /// A number with at most one decimal: a tenth of a unit is a fifth of a millimetre on a body.
    static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
        return (tenths < 0 ? "-" : "") + String(whole) + (rest == 0 ? "" : ".\(rest)")
    }
}
