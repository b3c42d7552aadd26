import Foundation
import Testing
import UnknotJournal
import UnknotJournalSQLite
import UnknotRecord

@Suite("Erasing from SQLite files")
struct SQLiteErasureTests {
    /// How often texts occur in the files of a folder.
    private func occurrences(of marks: [String], in folder: URL) throws -> [Int] {
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        let bytes = try files.map { try Data(contentsOf: $0) }
        return marks.map { mark in
            bytes.reduce(0) { sum, data in sum + (data.range(of: Data(mark.utf8)) == nil ? 0 : 1) }
        }
    }

    @Test func `no byte of an erased person is left in any file`() async throws {
        try await Folder.temporary { folder in
            let store = try await SQLiteJournal.open(path: folder.appending(path: "j.sqlite").path)
            var samples = Samples(seed: 8)
            let (gone, stays) = (samples.person("Wilhelmina-Marker"), samples.person("Stays-Marker"))
            for person in [gone, stays] { try await store.add(person) }
            // Short ones, and long ones that fill pages of their own, mingled, and moved about by corrections.
            for round in 0..<40 {
                let words = String(repeating: "gone-marker \(round) ", count: round % 8 == 0 ? 900 : 8)
                let first = samples.entry(gone.id, .note, payload: #"{"text":"\#(words)"}"#)
                let second = samples.entry(gone.id, .note, replaces: first.id, payload: #"{"text":"\#(words)!"}"#)
                let other = samples.entry(stays.id, .note, payload: #"{"text":"stays-marker \#(round)"}"#)
                try await store.append([first, second, other])
            }
            let marks = ["gone-marker", "Wilhelmina-Marker", gone.id.description]
            let kept = ["stays-marker", "Stays-Marker", stays.id.description]
            #expect(try occurrences(of: marks + kept, in: folder).allSatisfy { $0 > 0 })

            #expect(try await store.erase(gone.id) == 80)
            #expect(try occurrences(of: marks, in: folder) == [0, 0, 0])
            #expect(try occurrences(of: kept, in: folder).allSatisfy { $0 > 0 })
            #expect(try await store.record(of: stays.id, after: nil, limit: 100).count == 40)
            try await store.verify()
            await store.close()
            #expect(try occurrences(of: marks, in: folder) == [0, 0, 0])
        }
    }

    @Test func `erasing goes on while others read and write`() async throws {
        try await Folder.temporary { folder in
            let store = try await SQLiteJournal.open(path: folder.appending(path: "j.sqlite").path)
            var samples = Samples(seed: 9)
            let (gone, stays) = (samples.person(), samples.person())
            for person in [gone, stays] { try await store.add(person) }
            try await store.append((0..<100).map { _ in samples.entry(gone.id, payload: #"{"text":"gone-marker"}"#) })
            let entries = (0..<100).map { _ in samples.entry(stays.id) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    let removed = try await store.erase(gone.id)
                    #expect(removed == 100)
                }
                group.addTask { for entry in entries { try await store.append([entry]) } }
                group.addTask {
                    for _ in 0..<100 { _ = try await store.entries(of: stays.id, EntryQuery()) }
                }
                try await group.waitForAll()
            }
            #expect(try occurrences(of: ["gone-marker"], in: folder) == [0])
            #expect(try await store.record(of: stays.id, after: nil, limit: 1000) == entries)
            await store.close()
        }
    }
}
