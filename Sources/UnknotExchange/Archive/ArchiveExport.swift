public import UnknotJournal
import UnknotRecord

/// Writes whole records as an archive.
public struct ArchiveExport: Sendable {
    private let walk: RecordWalk

    /// - Parameter batch: The most entries that are read at once.
    public init(_ store: any JournalStore, batch: Int = 2_000) {
        walk = RecordWalk(store: store, batch: batch)
    }

    /// Writes the records of some persons.
    ///
    /// - Parameters:
    ///   - persons: Whose; everybody's when nil.
    ///   - write: Takes some whole lines, each with its line break.
    /// - Returns: What was written.
    /// - Throws: `CancellationError` when the task is cancelled, between two parts; whatever the store or `write` throw.
    public func run(
        of persons: [Person]? = nil, write: (_ lines: [UInt8], _ soFar: ArchiveSummary) async throws -> Void
    ) async throws -> ArchiveSummary {
        var summary = ArchiveSummary()
        var digest = ArchiveDigest()
        try await walk.run(of: persons) { person in
            let line = Array((ArchiveLine.json(of: person) + "\n").utf8)
            summary.persons += 1
            digest.add(line)
            try await write(line, summary)
        } entries: { entries in
            var lines: [UInt8] = []
            for entry in entries {
                lines += ArchiveLine.json(of: entry).utf8
                lines.append(UInt8(ascii: "\n"))
            }
            summary.entries += entries.count
            digest.add(lines)
            try await write(lines, summary)
        }
        let end = ArchiveEnd(persons: summary.persons, entries: summary.entries, digest: digest.text)
        let line = Array((end.json + "\n").utf8)
        digest.add(line)
        try await write(line, summary)
        summary.digest = digest.text
        return summary
    }

    /// The counts and the digest of the archive that ``run(of:write:)`` would write.
    public func summary(of persons: [Person]? = nil) async throws -> ArchiveSummary {
        try await run(of: persons) { _, _ in }
    }
}
