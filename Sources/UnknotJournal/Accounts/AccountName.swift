/// The name with which somebody signs in: 3 to 60 of the letters a to z, digits and `. _ - @ +`.
///
/// Upper and lower case are the same name. Only letters without accents, because the same accented letter can be typed
/// as different bytes, and look-alike letters of other scripts would let one account pose as another.
public struct AccountName: Hashable, Sendable, CustomStringConvertible {
    /// The name in lower case.
    public let text: String

    /// How long a name may be, in characters.
    public static let lengths = 3...60

    /// Reads a name; spaces around it are left out.
    public init?(_ text: String) {
        let trimmed = text.trimmingSpaces.lowercased()
        let allowed = trimmed.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
            case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "+"): true
            default: false
            }
        }
        guard allowed, Self.lengths.contains(trimmed.utf8.count) else { return nil }
        self.text = trimmed
    }

    /// The name in lower case.
    public var description: String { text }
}

extension String {
    fileprivate var trimmingSpaces: String {
        let start = self.drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}
