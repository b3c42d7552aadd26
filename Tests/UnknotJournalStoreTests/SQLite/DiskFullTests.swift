import Foundation
import Testing
import UnknotJournal
import UnknotJournalSQL
import UnknotJournalSQLite
import UnknotRecord

@Suite("A full disk")
struct DiskFullTests {
    /// Writes from several at once until the disk is full; gives what was acknowledged and what was not.
    private func fill(
        _ store: some JournalStore, _ subject: Subject
    ) async throws -> (kept: [Entry], refused: [Entry]) {
        var samples = subject.samples
        let words = String(repeating: "x", count: 3000)
        let entries = (0..<2000).map { _ in samples.entry(subject.id, .note, payload: #"{"text":"\#(words)"}"#) }
        return try await withThrowingTaskGroup(of: (kept: [Entry], refused: [Entry]).self) { group in
            for writer in 0..<8 {
                group.addTask {
                    var kept: [Entry] = []
                    for index in stride(from: writer, to: entries.count, by: 8) {
                        do {
                            try await store.append([entries[index]])
                            kept.append(entries[index])
                        } catch JournalError.diskFull {
                            return (kept, [entries[index]])
                        }
                    }
                    return (kept, [])
                }
            }
            return try await group.reduce(into: ([], [])) { all, part in
                all.kept += part.kept
                all.refused += part.refused
            }
        }
    }

    private func check(_ store: some JournalStore, _ subject: Subject, kept: [Entry], refused: [Entry]) async throws {
        #expect(kept.count > 20)
        #expect(refused.count == 8)
        let record = try await store.record(of: subject.id, after: nil, limit: 10_000)
        #expect(Set(record) == Set(kept))
    }

    @Test func `a file that may not grow loses nothing that was acknowledged`() async throws {
        try await Folder.temporary { folder in
            let file = SQLiteFile(path: folder.appending(path: "j.sqlite").path)
            let database = try SQLiteDatabase(file)
            let store = try await SQLJournal(database)
            let subject = try await Subject(store)
            try await database.write { _ = try $0.query("PRAGMA max_page_count = 200") }
            let (kept, refused) = try await fill(store, subject)
            try await check(store, subject, kept: kept, refused: refused)
            // A large write that does not fit takes no small one with it.
            try await database.write { _ = try $0.query("PRAGMA max_page_count = 400") }
            try await store.append(refused)
            try await store.verify()
            await store.close()
            let again = try await SQLiteJournal.open(path: folder.appending(path: "j.sqlite").path)
            #expect(
                Set(try await again.record(of: subject.id, after: nil, limit: 10_000)) == Set(kept + refused))
            await again.close()
        }
    }

    @Test func `one write too large for the disk takes no small one with it`() async throws {
        try await Folder.temporary { folder in
            let database = try SQLiteDatabase(SQLiteFile(path: folder.appending(path: "j.sqlite").path))
            let store = try await SQLJournal(database)
            let subject = try await Subject(store)
            try await database.write { _ = try $0.query("PRAGMA max_page_count = 100") }
            var samples = subject.samples
            let words = String(repeating: "x", count: 600_000)
            let large = samples.entry(subject.id, .note, payload: #"{"text":"\#(words)"}"#)
            let small = (0..<20).map { _ in samples.entry(subject.id) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    await #expect(throws: JournalError.diskFull) { try await store.append([large]) }
                }
                for entry in small { group.addTask { try await store.append([entry]) } }
                try await group.waitForAll()
            }
            #expect(try await store.record(of: subject.id, after: nil, limit: 100) == small)
            await store.close()
        }
    }

    @Test(.enabled(if: SmallDisk.isPossible, "mounting a small disk takes the rights of root"))
    func `a disk that is really full loses nothing that was acknowledged`() async throws {
        try await SmallDisk.with(megabytes: 3) { disk in
            let path = disk.appending(path: "j.sqlite").path
            let store = try await SQLiteJournal.open(path: path)
            let subject = try await Subject(store)
            let ballast = disk.appending(path: "ballast")
            try Data(count: 1 << 19).write(to: ballast)
            let (kept, refused) = try await fill(store, subject)
            try await check(store, subject, kept: kept, refused: refused)
            await #expect(throws: JournalError.diskFull) {
                try await store.backUp(to: disk.appending(path: "copy.sqlite").path)
            }
            // With room again, the same store goes on.
            try FileManager.default.removeItem(at: ballast)
            try await store.append(refused)
            await store.close()
            let again = try await SQLiteJournal.open(path: path)
            try await again.verify()
            #expect(
                Set(try await again.record(of: subject.id, after: nil, limit: 10_000)) == Set(kept + refused))
            await again.close()
        }
    }
}

/// A disk in memory of a few megabytes.
enum SmallDisk {
    static let isPossible = (try? mount(1) { _ in }) != nil

    static func with(megabytes: Int, _ use: (URL) async throws -> Void) async throws {
        let folder = try makeFolder()
        try run("mount", ["-t", "tmpfs", "-o", "size=\(megabytes)m", "tmpfs", folder.path])
        defer {
            try? run("umount", ["-l", folder.path])
            try? FileManager.default.removeItem(at: folder)
        }
        try await use(folder)
    }

    private static func mount(_ megabytes: Int, _ use: (URL) throws -> Void) throws {
        let folder = try makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        try run("mount", ["-t", "tmpfs", "-o", "size=\(megabytes)m", "tmpfs", folder.path])
        defer { try? run("umount", ["-l", folder.path]) }
        try use(folder)
    }

    private static func makeFolder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "unknot-disk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    private static func run(_ program: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/\(program)")
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.fileWriteNoPermission) }
    }
}
