/// A code that the operator hands to somebody who forgot their password: 100 random bits in five groups of four, without
/// letters that look like others (Crockford's base 32).
public struct ResetCode: Hashable, Sendable, CustomStringConvertible {
    private let letters: String

    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    private static let length = 20

    /// Makes a new one; `random` must be cryptographic.
    public init(using random: inout some RandomNumberGenerator) {
        letters = String(
            (0..<Self.length).map { _ in Self.alphabet[Int.random(in: 0..<Self.alphabet.count, using: &random)] })
    }

    /// Reads what somebody typed: in either case, with or without what stands between the groups.
    public init?(_ text: String) {
        guard text.utf8.count <= 100 else { return nil }
        let typed = text.uppercased().filter { !$0.isWhitespace && $0 != "-" }.map { letter -> Character in
            switch letter {
            case "O": "0"
            case "I", "L": "1"
            default: letter
            }
        }
        guard typed.count == Self.length, typed.allSatisfy(Self.alphabet.contains) else { return nil }
        letters = String(typed)
    }

    /// The code as it is printed: `XXXX-XXXX-XXXX-XXXX-XXXX`.
    public var description: String {
        stride(from: 0, to: Self.length, by: 4).map { String(letters.dropFirst($0).prefix(4)) }.joined(separator: "-")
    }

    /// What the store holds.
    public var digest: String { Digests.sha256(letters) }
}
