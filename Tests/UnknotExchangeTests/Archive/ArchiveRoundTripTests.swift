import SeededRandom
import Testing
import UnknotExchange
import UnknotJournal
import UnknotJournalSQLite
import UnknotRecord

@Suite("An archive, out and in again")
struct ArchiveRoundTripTests {
    private func archive(_ store: any JournalStore, batch: Int = 2_000) async throws -> (bytes: [UInt8], ArchiveSummary)
    {
        var bytes: [UInt8] = []
        let summary = try await ArchiveExport(store, batch: batch).run { lines, _ in bytes += lines }
        return (bytes, summary)
    }

    private func load(
        _ bytes: [UInt8], into store: any JournalStore, batch: Int, pieces: Int = 977
    ) async throws -> ArchiveSummary {
        var (reader, cutter) = (ArchiveReader(), LineCutter())
        var loader = try await ArchiveLoader(into: store, batch: batch)
        for start in stride(from: 0, to: bytes.count, by: pieces) {
            for line in cutter.feed(Array(bytes[start..<min(start + pieces, bytes.count)])) {
                switch try reader.read(line) {
                case .person(let person): try await loader.load(person, line: line.number)
                case .entry(let entry): try await loader.load(entry, line: line.number)
                case .end: break
                }
            }
        }
        #expect(cutter.finish() == nil)
        try reader.finish()
        #expect(!reader.isOpen)
        try await loader.finish()
        var summary = reader.summary
        summary.digest = reader.digestSoFar
        return summary
    }

    @Test(arguments: [1, 2, 3, 4], [1, 7, 1_000])
    func `comes back byte for byte, whatever the size of the parts`(seed: UInt64, batch: Int) async throws {
        let (first, second) = try await (SQLiteJournal.inMemory(), SQLiteJournal.inMemory())
        try await first.fill(seed: seed)
        let (bytes, summary) = try await archive(first, batch: batch)
        #expect(summary.entries == 300 && summary.persons == 3)
        let read = try await load(bytes, into: second, batch: batch)
        #expect(read == summary)
        let (again, _) = try await archive(second, batch: 13)
        #expect(again == bytes)
    }

    @Test func `is in the order of person, time of recording and id`() async throws {
        let store = try await SQLiteJournal.inMemory()
        try await store.fill(seed: 5)
        let lines = try await archive(store).bytes.split(separator: UInt8(ascii: "\n")).map { Array($0) }
        var keys: [String] = []
        for line in lines {
            switch try ArchiveItem(json: line) {
            case .end: continue
            case .person(let person, _): keys.append("\(person.id)")
            case .entry(let draft):
                let person = try #require(draft.person)
                let id = try #require(draft.id)
                let recorded = try #require(draft.recordedAt)
                keys.append("\(person) \(recorded.milliseconds) \(id)")
            }
        }
        #expect(keys == keys.sorted())
    }

    @Test func `texts of times of recording sort as the times do`() async throws {
        let store = try await SQLiteJournal.inMemory()
        try await store.fill(seed: 6, persons: 1, entries: 3_000)
        let text = String(decoding: try await archive(store).bytes, as: UTF8.self)
        let times = text.split(separator: "\n").compactMap { line in
            line.firstRange(of: /"recorded_at":"[^"]+"/).map { line[$0] }
        }
        #expect(times.count == 3_001)
        #expect(times == times.sorted())
    }

    @Test func `loading twice changes nothing`() async throws {
        let (first, second) = try await (SQLiteJournal.inMemory(), SQLiteJournal.inMemory())
        try await first.fill(seed: 7)
        let (bytes, _) = try await archive(first)
        _ = try await load(bytes, into: second, batch: 50)
        _ = try await load(bytes, into: second, batch: 60)
        #expect(try await archive(second).bytes == bytes)
    }

    @Test func `an archive of nothing is its end and can be loaded`() async throws {
        let store = try await SQLiteJournal.inMemory()
        let (bytes, summary) = try await archive(store)
        let digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        let end = #"{"kind":"end","persons":0,"entries":0,"sha256":"\#(digest)"}"# + "\n"
        #expect(String(decoding: bytes, as: UTF8.self) == end)
        #expect(try await load(bytes, into: store, batch: 1) == summary)
    }

    @Test(arguments: [1, 3, 1_000])
    func `what is replaced may come later`(batch: Int) async throws {
        let (first, second) = try await (SQLiteJournal.inMemory(), SQLiteJournal.inMemory())
        try await first.fill(seed: 8, persons: 1)
        var loader = try await ArchiveLoader(into: second, batch: batch)
        for person in try await first.persons() {
            try await loader.load(person)
            let record = try await first.record(of: person.id, after: nil, limit: 1_000)
            for entry in record.reversed() { try await loader.load(entry) }
        }
        try await loader.finish()
        #expect(try await archive(second).bytes == archive(first).bytes)
    }

    @Test func `copies from store to store and compares`() async throws {
        let (first, second) = try await (SQLiteJournal.inMemory(), SQLiteJournal.inMemory())
        try await first.fill(seed: 9)
        let summary = try await RecordCopy(from: first, to: second, batch: 17).run()
        #expect(summary.entries == 300)
        #expect(try await archive(second).bytes == archive(first).bytes)
        // Once more passes over everything.
        #expect(try await RecordCopy(from: first, to: second).run() == summary)
    }

    @Test func `a copy beside other entries of the same person is told from the original`() async throws {
        let (first, second) = try await (SQLiteJournal.inMemory(), SQLiteJournal.inMemory())
        try await first.fill(seed: 10, persons: 1)
        let person = try #require(try await first.persons().first)
        try await second.add(person)
        let other = try await Journal(second, of: person.id)
            .add(.pain(try PainRecord(now: 3)), at: Moment(milliseconds: 1_700_000_000_000), zone: "UTC")
        await #expect(throws: RecordCopy.Difference.self) { try await RecordCopy(from: first, to: second).run() }
        #expect(try await second.entry(other.id, of: person.id) == other)
    }
}
