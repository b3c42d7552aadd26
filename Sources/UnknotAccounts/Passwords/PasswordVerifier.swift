import Crypto
import CryptoExtras
import Foundation

/// What a password is checked against: scrypt of it with a salt of its own, from which the password cannot be had back
/// but by guessing.
///
/// As text: `scrypt$LOGN$R$P$SALT$HASH`, both in base64, so that each verifier says how it was made and the cost can
/// rise later.
public struct PasswordVerifier: Hashable, Sendable, CustomStringConvertible {
    /// The work that it was made with.
    public let cost: PasswordCost
    private let salt: [UInt8]
    private let hash: [UInt8]

    private static let saltBytes = 16
    private static let hashBytes = 32

    /// Makes one; takes the time and memory that the cost says, so never on an event loop.
    public init(
        _ password: String, cost: PasswordCost, using random: inout some RandomNumberGenerator
    ) throws {
        let salt = (0..<Self.saltBytes).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        self.init(cost: cost, salt: salt, hash: try Self.hash(password, cost, salt))
    }

    private init(cost: PasswordCost, salt: [UInt8], hash: [UInt8]) {
        self.cost = cost
        self.salt = salt
        self.hash = hash
    }

    /// Reads the text of one; nil when it is none.
    public init?(_ text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "scrypt",
            let logN = Int(parts[1]), let blockSize = Int(parts[2]), let parallelism = Int(parts[3]),
            let cost = PasswordCost(logN: logN, blockSize: blockSize, parallelism: parallelism),
            let salt = Data(base64Encoded: String(parts[4])), salt.count == Self.saltBytes,
            let hash = Data(base64Encoded: String(parts[5])), hash.count == Self.hashBytes
        else { return nil }
        self.init(cost: cost, salt: Array(salt), hash: Array(hash))
    }

    /// The text of it.
    public var description: String {
        let parts = [cost.logN, cost.blockSize, cost.parallelism].map(String.init)
        let bytes = [salt, hash].map { Data($0).base64EncodedString() }
        return (["scrypt"] + parts + bytes).joined(separator: "$")
    }

    /// Whether a password is the one. Takes as long when it is not.
    public func accepts(_ password: String) throws -> Bool {
        try ConstantTime.areEqual(Self.hash(password, cost, salt), hash)
    }

    /// Whether it should be made anew because more work is asked by now.
    public func isWeaker(than cost: PasswordCost) -> Bool {
        self.cost.work < cost.work
    }

    /// The same accented letter can be typed as different characters; all of them are the same password.
    private static func hash(_ password: String, _ cost: PasswordCost, _ salt: [UInt8]) throws -> [UInt8] {
        let bytes = Array(password.precomposedStringWithCanonicalMapping.utf8)
        let key = try KDF.Scrypt.deriveKey(
            from: bytes, salt: salt, outputByteCount: hashBytes, rounds: 1 << cost.logN, blockSize: cost.blockSize,
            parallelism: cost.parallelism)
        return unsafe key.withUnsafeBytes { unsafe Array($0) }
    }
}

/// Comparing secrets without telling by the time how much of them was right.
enum ConstantTime {
    /// Whether both are the same; the time depends on the lengths only.
    static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
