import Crypto

/// What a form of a signed-in page carries so that no other site can send it: a random number and its HMAC-SHA-256 under
/// the secret of the session.
///
/// It needs no memory on the server, ends with the session, and is another one on every page, so that a compressed
/// answer gives nothing away about it.
public enum FormToken {
    private static let saltBytes = 16

    /// Makes one for a session.
    public static func make(
        for session: String, using random: inout some RandomNumberGenerator
    ) -> String {
        let salt = (0..<saltBytes).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        return Base64URL.text(of: salt + code(salt, session))
    }

    /// Whether a token was made for a session.
    public static func isValid(_ token: String, for session: String) -> Bool {
        guard let bytes = Base64URL.bytes(of: token), bytes.count == saltBytes + SHA256.byteCount else { return false }
        let salt = Array(bytes.prefix(saltBytes))
        return ConstantTime.areEqual(Array(bytes.dropFirst(saltBytes)), code(salt, session))
    }

    private static func code(_ salt: [UInt8], _ session: String) -> [UInt8] {
        let message = Array("unknot form 1".utf8) + salt
        return Array(HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: Array(session.utf8))))
    }
}
