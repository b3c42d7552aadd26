import Crypto
import Foundation
public import UnknotRecord

/// A secret that stands for something of an owner: 32 random bytes behind the owner's id.
///
/// The id is part of it so that the store finds what it stands for among the owner's rows only; the store holds the
/// SHA-256, so that whoever reads the store can use none. 256 random bits need no slow hash.
public struct SecretToken<Owner>: Hashable, Sendable {
    /// Whose.
    public let owner: UniqueID<Owner>
    /// What goes into a cookie or a link: 64 letters, digits, `-` and `_`.
    public let text: String

    private static var secretBytes: Int { 32 }

    /// Makes a new one; `random` must be cryptographic.
    public init(of owner: UniqueID<Owner>, using random: inout some RandomNumberGenerator) {
        let secret = (0..<Self.secretBytes).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        self.owner = owner
        text = Base64URL.text(of: Self.bytes(of: owner) + secret)
    }

    /// Reads what came back; nil when it cannot be one.
    public init?(_ text: String) {
        guard let bytes = Base64URL.bytes(of: text), bytes.count == 16 + Self.secretBytes,
            Base64URL.text(of: bytes) == text, let owner = Self.id(of: bytes.prefix(16))
        else { return nil }
        self.owner = owner
        self.text = text
    }

    /// What the store holds: the SHA-256 in hexadecimal.
    public var digest: String { Digests.sha256(text) }

    private static func bytes(of id: UniqueID<Owner>) -> [UInt8] {
        let digits = id.description.utf8.filter { $0 != UInt8(ascii: "-") }.map { digit in
            digit <= UInt8(ascii: "9") ? digit - UInt8(ascii: "0") : digit - UInt8(ascii: "a") + 10
        }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    private static func id(of bytes: ArraySlice<UInt8>) -> UniqueID<Owner>? {
        var digits = Array(Digests.hexadecimal(bytes))
        for position in [8, 13, 18, 23] { digits.insert("-", at: position) }
        return UniqueID(String(digits))
    }
}

/// Bytes as text that may stand in a cookie and an address (RFC 4648, section 5, without padding).
enum Base64URL {
    static func text(of bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    static func bytes(of text: String) -> [UInt8]? {
        guard text.utf8.count <= 128, !text.contains(where: { "+/=".contains($0) }) else { return nil }
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        let plain = text.replacing("-", with: "+").replacing("_", with: "/") + padding
        return Data(base64Encoded: plain).map(Array.init)
    }
}

/// Hashes as text.
enum Digests {
    static func sha256(_ text: String) -> String {
        hexadecimal(SHA256.hash(data: Array(text.utf8)))
    }

    static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
