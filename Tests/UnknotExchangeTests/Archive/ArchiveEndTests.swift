import Testing
import UnknotExchange
import UnknotJournal
import UnknotJournalSQLite
import UnknotRecord

@Suite("The end of an archive")
struct ArchiveEndTests {
    /// The lines of an archive, each with its line break.
    private func lines(persons: Int = 2) async throws -> [[UInt8]] {
        let store = try await SQLiteJournal.inMemory()
        try await store.fill(seed: 21, persons: persons, entries: 8)
        var bytes: [UInt8] = []
        _ = try await ArchiveExport(store).run { lines, _ in bytes += lines }
        return bytes.split(separator: UInt8(ascii: "\n")).map { Array($0) + [UInt8(ascii: "\n")] }
    }

    private func read(_ lines: [[UInt8]], takesUnfinished: Bool = false) throws -> ArchiveReader {
        var (reader, cutter) = (ArchiveReader(takesUnfinished: takesUnfinished), LineCutter())
        for line in cutter.feed(Array(lines.joined())) { _ = try reader.read(line) }
        try reader.finish()
        return reader
    }

    @Test func `counts what stands before it`() async throws {
        let lines = try await lines()
        let last = String(decoding: try #require(lines.last), as: UTF8.self)
        #expect(last.hasPrefix(#"{"kind":"end","persons":2,"entries":16,"sha256":""#))
        #expect(try !read(lines).isOpen)
    }

    @Test func `nobody's archive is an end line alone`() async throws {
        let lines = try await lines(persons: 0)
        #expect(lines.count == 1)
        #expect(try !read(lines).isOpen)
    }

    @Test func `wherever it is cut between two lines, it is noticed`() async throws {
        let lines = try await lines()
        for count in 1..<lines.count {
            #expect(throws: ArchiveRefusal.self) { try read(Array(lines.prefix(count))) }
            #expect(try read(Array(lines.prefix(count)), takesUnfinished: true).isOpen)
        }
    }

    @Test func `a line that is missing, doubled, moved or changed is noticed at the end`() async throws {
        let lines = try await lines()
        for position in lines.indices.dropLast() {
            var (missing, doubled) = (lines, lines)
            missing.remove(at: position)
            doubled.insert(lines[position], at: position)
            for wrong in [missing, doubled] {
                let refusal = #expect(throws: ArchiveRefusal.self) { try read(wrong) }
                #expect(refusal?.line == wrong.count && refusal?.problem.path == "sha256")
            }
        }
        var moved = lines
        moved.swapAt(2, 4)
        #expect(throws: ArchiveRefusal.self) { try read(moved) }
        #expect(try !read(moved, takesUnfinished: true).isOpen)
    }

    @Test func `archives may follow each other in one file`() async throws {
        let lines = try await lines()
        let reader = try read(lines + lines)
        #expect(reader.summary.entries == 32 && !reader.isOpen)
        #expect(throws: ArchiveRefusal.self) { try read(lines + lines.dropLast()) }
    }

    @Test(arguments: [
        #"{"kind":"end"}"#, #"{"kind":"end","persons":1,"entries":-1,"sha256":""}"#,
        #"{"kind":"end","persons":1,"entries":1,"sha256":"x"}"#, #"{"kind":"end","persons":1.5,"entries":1}"#,
        #"{"kind":"end","persons":1,"entries":1,"sha256":"x","id":"y"}"#,
    ])
    func `an end line that is none is refused`(line: String) {
        #expect(throws: IntakeProblem.self) { try ArchiveItem(json: Array(line.utf8)) }
        #expect(throws: IntakeProblem.self) { try EntryDraft(json: Array(line.utf8)) }
    }
}
