public import UnknotJournal

/// Copies whole records from one store to another and proves that they arrived.
public struct RecordCopy: Sendable {
    /// The records differ afterwards: the target held entries of the same persons before, or somebody wrote meanwhile.
    public struct Difference: Error, Hashable, Sendable {
        /// What the source holds of them.
        public let source: ArchiveSummary
        /// What the target holds of them.
        public let target: ArchiveSummary
    }

    private let source: any JournalStore
    private let target: any JournalStore
    private let batch: Int

    /// - Parameter batch: The most entries that are read, and written in one transaction.
    public init(from source: any JournalStore, to target: any JournalStore, batch: Int = 1_000) {
        (self.source, self.target, self.batch) = (source, target, batch)
    }

    /// Copies everything. The source is only read. It can be repeated: what has arrived is passed over.
    ///
    /// - Parameter progress: Told what was handed to the target so far; it may throw to stop.
    /// - Returns: What was copied; the archives of both stores have this digest.
    /// - Throws: ``Difference``, ``ArchiveRefusal``, ``JournalError``, `CancellationError` when the task is cancelled.
    public func run(progress: (ArchiveSummary) throws -> Void = { _ in }) async throws -> ArchiveSummary {
        var loader = try await ArchiveLoader(into: target, batch: batch)
        var soFar = ArchiveSummary()
        let persons = try await source.persons()
        try await RecordWalk(store: source, batch: batch).run(of: persons) { person in
            try await loader.load(person)
            soFar.persons += 1
        } entries: { entries in
            for entry in entries { try await loader.load(entry) }
            soFar.entries += entries.count
            try progress(soFar)
        }
        try await loader.finish()
        let (before, after) = try await (
            ArchiveExport(source, batch: batch).summary(of: persons),
            ArchiveExport(target, batch: batch).summary(of: persons)
        )
        guard before == after else { throw Difference(source: before, target: after) }
        return before
    }
}
