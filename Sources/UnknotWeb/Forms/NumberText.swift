import Foundation

/// Writes numbers for people and for drawings.
enum NumberText {
    /// A number without needless zeros.
    static func short(_ value: Double, digits: Int = 1) -> String {
        let number = rounded(value, digits)
        return number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    }

    /// A number to so many places after the point.
    static func rounded(_ value: Double, _ digits: Int) -> Double {
        let factor = pow(10, Double(digits))
        return (value * factor).rounded() / factor
    }
}
