/// How much work it is to check one password, which is how much work it is to guess one.
///
/// Reference: Percival and Josefsson, "The scrypt Password-Based Key Derivation Function", RFC 7914.
public struct PasswordCost: Hashable, Sendable {
    /// The binary logarithm of N, 1...20. Memory is 128 · N · r bytes.
    public let logN: Int
    /// The size of a block, r, 1...32.
    public let blockSize: Int
    /// How many times over, p, 1...16.
    public let parallelism: Int

    /// Describes a cost; nil outside the ranges, so that a damaged verifier cannot ask for all memory.
    public init?(logN: Int, blockSize: Int = 8, parallelism: Int = 1) {
        guard (1...20).contains(logN), (1...32).contains(blockSize), (1...16).contains(parallelism) else { return nil }
        self.init(checked: logN, blockSize, parallelism)
    }

    private init(checked logN: Int, _ blockSize: Int, _ parallelism: Int) {
        self.logN = logN
        self.blockSize = blockSize
        self.parallelism = parallelism
    }

    /// N = 2^16, r = 8, p = 1: 64 MiB and about a tenth of a second on a core of 2020.
    public static let standard = PasswordCost(checked: 16, 8, 1)
    /// For tests only: no protection at all.
    package static let lowest = PasswordCost(checked: 2, 8, 1)

    /// Work, in units of one block mixed once.
    var work: Int { (1 << logN) * blockSize * parallelism }
}
