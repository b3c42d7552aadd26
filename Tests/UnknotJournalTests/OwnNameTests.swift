import Testing
import UnknotJournal
import UnknotRecord

@Suite("Names of one's own")
struct OwnNameTests {
    private let test = TestJournal()

    private func add(_ name: String) async throws -> Entry {
        test.clock.advance(by: 1_000)
        return try await test.journal.add(
            .own(OwnRecord(name: name, value: 3)), at: test.clock.now, zone: "Europe/Berlin")
    }

    private let full = JournalRefusal.tooManyNames(["a", "b", "c", "d", "e"])

    private func fill() async throws -> [Entry] {
        var entries: [Entry] = []
        for name in ["a", "b", "c", "d", "e"] { entries.append(try await add(name)) }
        return entries
    }

    @Test func `five names are taken, a sixth is refused with the five, a known one goes on`() async throws {
        _ = try await fill()
        await #expect(throws: full) { try await add("f") }
        _ = try await add("a")
        _ = try await add(" e ")
        #expect(try await test.journal.values().count == 7)
        #expect(full.problem.allowed.contains("a, b, c, d, e"))
        #expect(full.problem.path == "name")
    }

    @Test func `a name that was used long ago still counts`() async throws {
        _ = try await fill()
        for _ in 0..<150 { _ = try await add("e") }
        _ = try await add("a")
        await #expect(throws: full) { try await add("f") }
    }

    @Test func `when a name is given up there is room for another`() async throws {
        let entries = try await fill()
        _ = try await test.journal.remove(entries[2].id)
        _ = try await add("f")
        await #expect(throws: JournalRefusal.tooManyNames(["a", "b", "d", "e", "f"])) { try await add("g") }
    }

    @Test func `the only entry of a name may be renamed while five are in use`() async throws {
        let entries = try await fill()
        _ = try await test.journal.correct(entries[0].id, with: .own(OwnRecord(name: "z", value: 1)))
        let other = try await add("b")
        await #expect(throws: JournalRefusal.self) {
            try await test.journal.correct(other.id, with: .own(OwnRecord(name: "y", value: 1)))
        }
    }

    @Test func `undo does not bring back a sixth name`() async throws {
        let entries = try await fill()
        let retraction = try await test.journal.remove(entries[2].id)
        _ = try await add("f")
        await #expect(throws: JournalRefusal.tooManyNames(["a", "b", "d", "e", "f"])) {
            try await test.journal.undo(retraction.id)
        }
    }
}
