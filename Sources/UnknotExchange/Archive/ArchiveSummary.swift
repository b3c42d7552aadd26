import Crypto

/// What an archive holds, in numbers.
public struct ArchiveSummary: Hashable, Sendable {
    /// Lines of persons.
    public var persons = 0
    /// Lines of entries.
    public var entries = 0
    /// SHA-256 of all bytes, 64 digits in lower case; equal archives and no others have equal ones.
    public var digest = ""

    /// Describes an archive.
    public init(persons: Int = 0, entries: Int = 0, digest: String = "") {
        (self.persons, self.entries, self.digest) = (persons, entries, digest)
    }
}

/// Computes the digest of an archive line by line.
struct ArchiveDigest {
    private var hash = SHA256()

    mutating func add(_ bytes: [UInt8]) {
        hash.update(data: bytes)
    }

    var text: String {
        hash.finalize().map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
