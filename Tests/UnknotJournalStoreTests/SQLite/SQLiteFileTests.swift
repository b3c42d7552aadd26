import Foundation
import Testing
import UnknotJournal
import UnknotJournalSQL
import UnknotJournalSQLite

@Suite("Journals in SQLite files")
struct SQLiteFileTests {
    private func mode(_ url: URL) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
        return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
    }

    @Test func `file and folder are for the owner only`() async throws {
        try await Folder.temporary { folder in
            let inner = folder.appending(path: "a/b")
            let file = inner.appending(path: "j.sqlite")
            let store = try await SQLiteJournal.open(path: file.path)
            _ = try await Subject(store)
            #expect(try mode(inner) == 0o700)
            for name in ["j.sqlite", "j.sqlite-wal", "j.sqlite-shm"] {
                #expect(try mode(inner.appending(path: name)) == 0o600)
            }
            await store.close()
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
            await (try SQLiteJournal.open(path: file.path)).close()
            #expect(try mode(file) == 0o600)
        }
    }

    @Test func `every commit is synchronised, and constraints and erasing are in force`() async throws {
        try await Folder.temporary { folder in
            let database = try SQLiteDatabase(SQLiteFile(path: folder.appending(path: "j.sqlite").path))
            let settings = [
                "synchronous": SQLValue.integer(2), "foreign_keys": .integer(1), "secure_delete": .integer(1),
                "journal_mode": .text("wal"), "temp_store": .integer(2), "application_id": .integer(0x554E_4B54),
            ]
            for (name, expected) in settings {
                #expect(try await database.write { try $0.query("PRAGMA \(name)")[0].values } == [expected])
            }
            await database.close()
        }
    }

    @Test(arguments: ["text", "half", "empty database of another program", "zeros"])
    func `a file that is none of ours is refused and not touched`(content: String) async throws {
        try await Folder.temporary { folder in
            let file = folder.appending(path: "j.sqlite")
            switch content {
            case "text": try Data("Dear diary, today my neck hurt.".utf8).write(to: file)
            case "half": try Data("SQLite format 3\u{0}".utf8).write(to: file)
            case "zeros": try Data(count: 8192).write(to: file)
            default:
                let database = try SQLiteDatabase(SQLiteFile(path: file.path))
                try await database.write { _ = try $0.query("PRAGMA application_id = 42") }
                await database.close()
            }
            let before = try Data(contentsOf: file)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["j.sqlite"])
            let error = await #expect(throws: JournalError.self) { _ = try await SQLiteJournal.open(path: file.path) }
            guard case .damaged = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(try Data(contentsOf: file) == before)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["j.sqlite"])
        }
    }

    /// A well closed file with a record of some hundred pages.
    private func filled(_ folder: URL) async throws -> URL {
        let file = folder.appending(path: "j.sqlite")
        let store = try await SQLiteJournal.open(path: file.path)
        let subject = try await Subject(store)
        var samples = subject.samples
        let words = String(repeating: "shoulder ", count: 60)
        try await store.append((0..<500).map { _ in samples.entry(subject.id, payload: #"{"text":"\#(words)"}"#) })
        await store.close()
        return file
    }

    @Test(arguments: [0.2, 0.5, 0.9])
    func `a file that was cut off is refused`(share: Double) async throws {
        try await Folder.temporary { folder in
            let file = try await filled(folder)
            let whole = try Data(contentsOf: file)
            try whole.prefix(Int(Double(whole.count) * share)).write(to: file)
            await #expect(throws: JournalError.self) { _ = try await SQLiteJournal.open(path: file.path) }
        }
    }

    @Test func `a page that was overwritten is noticed when opening`() async throws {
        try await Folder.temporary { folder in
            let file = try await filled(folder)
            var bytes = try Data(contentsOf: file)
            let middle = bytes.count / 2 / 4096 * 4096
            bytes.replaceSubrange(middle..<middle + 4096, with: Data(repeating: 0x5A, count: 4096))
            try bytes.write(to: file)
            await #expect(throws: JournalError.self) { _ = try await SQLiteJournal.open(path: file.path) }
        }
    }

    @Test func `a place that cannot be is refused with a reason`() async throws {
        try await Folder.temporary { folder in
            let text = folder.appending(path: "file")
            try Data("x".utf8).write(to: text)
            for path in [folder.path, text.appending(path: "j.sqlite").path, "/proc/none/j.sqlite"] {
                let error = await #expect(throws: JournalError.self) { _ = try await SQLiteJournal.open(path: path) }
                guard case .cannotOpen(let message) = error else {
                    Issue.record("\(path): \(String(describing: error))")
                    continue
                }
                #expect(message.contains(path))
            }
        }
    }

    @Test func `two stores on one file see each other's entries`() async throws {
        try await Folder.temporary { folder in
            let path = folder.appending(path: "j.sqlite").path
            let (one, two) = (try await SQLiteJournal.open(path: path), try await SQLiteJournal.open(path: path))
            let subject = try await Subject(one)
            var samples = subject.samples
            let entries = (0..<200).map { _ in samples.entry(subject.id) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (index, entry) in entries.enumerated() {
                    group.addTask { try await index.isMultiple(of: 2) ? one.append([entry]) : two.append([entry]) }
                }
                try await group.waitForAll()
            }
            for store in [one, two] as [any JournalStore] {
                #expect(try await store.record(of: subject.id, after: nil, limit: 1000) == entries)
            }
            await one.close()
            #expect(await two.isReady())
            await two.close()
        }
    }

    @Test func `many writers are acknowledged quickly although every commit is synchronised`() async throws {
        try await Folder.temporary { folder in
            let store = try await SQLiteJournal.open(path: folder.appending(path: "j.sqlite").path)
            let subject = try await Subject(store)
            var samples = subject.samples
            let entries = (0..<2000).map { _ in samples.entry(subject.id) }
            let time = try await ContinuousClock().measure {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for writer in 0..<32 {
                        group.addTask {
                            for index in stride(from: writer, to: entries.count, by: 32) {
                                try await store.append([entries[index]])
                            }
                        }
                    }
                    try await group.waitForAll()
                }
            }
            let rate = 2000 / (Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18)
            print("SQLite: \(Int(rate)) acknowledged writes a second from 32 writers")
            // Generous, for a machine that is busy with other things.
            #expect(rate > 30)
            #expect(try await store.record(of: subject.id, after: nil, limit: 5000).count == 2000)
            await store.close()
        }
    }
}
