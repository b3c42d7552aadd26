import Foundation
import Testing
import UnknotJournal
import UnknotJournalSQLite

@Suite("Backups of SQLite files")
struct SQLiteBackupTests {
    @Test func `a copy made while entries are written holds a state that there was`() async throws {
        try await Folder.temporary { folder in
            let store = try await SQLiteJournal.open(path: folder.appending(path: "j.sqlite").path)
            let subject = try await Subject(store)
            var samples = subject.samples
            let entries = (0..<600).map { _ in samples.entry(subject.id) }
            try await store.append(Array(entries.prefix(300)))
            let copy = folder.appending(path: "copies.sqlite")
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { for entry in entries.dropFirst(300) { try await store.append([entry]) } }
                group.addTask { try await store.backUp(to: copy.path) }
                try await group.waitForAll()
            }
            await store.close()
            let attributes = try FileManager.default.attributesOfItem(atPath: copy.path)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            let restored = try await SQLiteJournal.open(path: copy.path)
            let record = try await restored.record(of: subject.id, after: nil, limit: 1000)
            #expect(record.count >= 300)
            #expect(record == Array(entries.prefix(record.count)))
            try await restored.verify()
            await restored.close()
        }
    }

    @Test func `a journal in memory is copied too`() async throws {
        try await Folder.temporary { folder in
            let store = try await SQLiteJournal.inMemory()
            var subject = try await Subject(store)
            let kept = try await subject.keep()
            let copy = folder.appending(path: "copy.sqlite").path
            try await store.backUp(to: copy)
            await store.close()
            let restored = try await SQLiteJournal.open(path: copy)
            #expect(try await restored.record(of: subject.id, after: nil, limit: 10) == [kept])
            await restored.close()
        }
    }

    @Test func `a copy never takes the place of a file and leaves nothing behind`() async throws {
        try await Folder.temporary { folder in
            let store = try await SQLiteJournal.inMemory()
            let copy = folder.appending(path: "copy.sqlite")
            try Data("mine".utf8).write(to: copy)
            await #expect(throws: JournalError.self) { try await store.backUp(to: copy.path) }
            await #expect(throws: JournalError.self) {
                try await store.backUp(to: folder.appending(path: "no/such/folder.sqlite").path)
            }
            #expect(try Data(contentsOf: copy) == Data("mine".utf8))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["copy.sqlite"])
            await store.close()
        }
    }
}
