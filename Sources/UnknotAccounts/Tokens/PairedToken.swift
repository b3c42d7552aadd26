import Crypto

/// Secrets for the two sides of one thing: whoever knows the first can work out the second, never the other way round.
///
/// So the first side can be shown the link for the second again and again, while the server keeps hashes only, and the
/// second side can never pass for the first. 144 random bits need no slow hash.
public struct PairedToken: Hashable, Sendable {
    /// What goes into a link: 24 letters, digits, `-` and `_`.
    public let text: String

    private static let secretBytes = 18

    /// Makes the first of two; `random` must be cryptographic.
    public init(using random: inout some RandomNumberGenerator) {
        self.init(bytes: (0..<Self.secretBytes).map { _ in UInt8.random(in: .min ... .max, using: &random) })
    }

    /// Reads what came back; nil when it cannot be one.
    public init?(_ text: String) {
        guard let bytes = Base64URL.bytes(of: text), bytes.count == Self.secretBytes,
            Base64URL.text(of: bytes) == text
        else { return nil }
        self.text = text
    }

    private init(bytes: [UInt8]) {
        text = Base64URL.text(of: bytes)
    }

    /// The second, where this is the first: an HMAC-SHA-256 under this one.
    public var second: PairedToken {
        let key = SymmetricKey(data: Array(text.utf8))
        let code = HMAC<SHA256>.authenticationCode(for: Array("unknot pair 1".utf8), using: key)
        return PairedToken(bytes: Array(code.prefix(Self.secretBytes)))
    }

    /// What the server keeps: the SHA-256 in hexadecimal.
    public var digest: String { Digests.sha256(text) }
}
