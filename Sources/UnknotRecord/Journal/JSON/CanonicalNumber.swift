/// Writes numbers as RFC 8785 asks, which is how JavaScript shows them.
package enum CanonicalNumber {
    /// The shortest digits that read back as the same number: `4`, `0.5`, `1e-7`, `1e+21`.
    ///
    /// - Precondition: The number is finite; JSON has no other.
    package static func text(of number: Double) -> String {
        precondition(number.isFinite, "JSON has no number for infinity and none for what is not a number.")
        if number == 0 { return "0" }
        let (digits, point) = decimal(of: number.magnitude)
        return (number < 0 ? "-" : "") + plain(digits, point)
    }

    /// The digits without zeros at either end, and where the point stands: 0.5 is `5` and 0, 40 is `4` and 2.
    private static func decimal(of magnitude: Double) -> (digits: [UInt8], point: Int) {
        var digits: [UInt8] = []
        var point = 0
        var isPastPoint = false
        let parts = "\(magnitude)".utf8.split(separator: UInt8(ascii: "e"))
        for byte in parts[0] {
            if byte == UInt8(ascii: ".") {
                isPastPoint = true
            } else {
                digits.append(byte)
                if !isPastPoint { point += 1 }
            }
        }
        if parts.count > 1, let exponent = Int(String(decoding: parts[1], as: UTF8.self)) { point += exponent }
        let leading = digits.prefix { $0 == UInt8(ascii: "0") }.count
        digits.removeFirst(leading)
        point -= leading
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        return (digits, point)
    }

    private static func plain(_ digits: [UInt8], _ point: Int) -> String {
        let text = String(decoding: digits, as: UTF8.self)
        switch point {
        case digits.count...21 where digits.count <= 21:
            return text + String(repeating: "0", count: point - digits.count)
        case 1...21:
            return text.prefix(point) + "." + text.dropFirst(point)
        case -5...0:
            return "0." + String(repeating: "0", count: -point) + text
        default:
            let exponent = (point > 0 ? "+" : "-") + "\(abs(point - 1))"
            return text.prefix(1) + (digits.count > 1 ? "." + text.dropFirst() : "") + "e" + exponent
        }
    }
}
