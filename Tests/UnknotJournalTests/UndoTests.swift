import SeededRandom
import Testing
import UnknotJournal
import UnknotRecord

@Suite("Undo")
struct UndoTests {
    private let test = TestJournal()
    private var journal: Journal { test.journal }

    private func levels() async throws -> [Double] {
        try await test.inEffect().map { Measure.painNow.number(in: $0) ?? -1 }
    }

    @Test func `undo of an addition takes it away, and undo of that brings it back`() async throws {
        let entry = try await test.addPain(3)
        let undone = try await journal.undo(entry.id)
        #expect(try await levels() == [])
        let redone = try await journal.undo(undone.id)
        #expect(try await levels() == [3])
        #expect(redone.happenedAt == entry.happenedAt && redone.zone == entry.zone)
        _ = try await journal.undo(redone.id)
        #expect(try await levels() == [])
    }

    @Test func `undo of a correction gives the former value, time and zone, and undo of that the later ones`()
        async throws
    {
        let first = try await test.addPain(3)
        let at = try moment("2026-10-01T00:00:00Z")
        let second = try await journal.correct(first.id, with: .pain(PainRecord(now: 5)), at: at, zone: "Asia/Tokyo")
        let undone = try await journal.undo(second.id)
        #expect(undone.payload == first.payload && undone.happenedAt == first.happenedAt && undone.zone == first.zone)
        let redone = try await journal.undo(undone.id)
        #expect(redone.payload == second.payload && redone.happenedAt == at && redone.zone == "Asia/Tokyo")
        #expect(try await levels() == [5])
    }

    @Test func `undo without an entry named takes back what was recorded last`() async throws {
        _ = try await test.addPain(3)
        let at = try moment("2020-01-01T00:00:00Z")
        _ = try await journal.add(.pain(PainRecord(now: 7)), at: at, zone: "UTC")
        _ = try await journal.undo()
        #expect(try await levels() == [3])
        _ = try await journal.undo()
        #expect(try await levels() == [7, 3])
    }

    @Test
    func `what replaces an entry is recorded after it, though it had a clock far ahead or the last id`()
        async throws
    {
        let far = Moment(milliseconds: test.clock.now.milliseconds + 40 * 86_400_000)
        var random = SplitMix64(seed: 8)
        let id = EntryID(at: far, using: &random)
        await test.store.plant(
            Entry(
                person: test.person, id: id, kind: .pain, happenedAt: test.clock.now, zone: "UTC", recordedAt: far,
                payload: #"{"now":2,"version":1}"#))
        let correction = try await journal.correct(id, with: .pain(PainRecord(now: 3)))
        #expect(correction.recordedAt > far)
        // Others keep the time that it is.
        #expect(try await test.addPain(1).recordedAt == test.clock.now)
        let last = try #require(EntryID("ffffffff-ffff-4fff-bfff-ffffffffffff"))
        let entry = try await journal.add(.pain(PainRecord(now: 4)), at: test.clock.now, zone: "UTC", id: last)
        let removed = try await journal.remove(entry.id)
        #expect((removed.recordedAt, removed.id) > (entry.recordedAt, entry.id))
    }

    @Test func `undo without an entry named follows a history to its end, also where a clock was behind`() async throws
    {
        let entry = try await test.addPain(3)
        var random = SplitMix64(seed: 8)
        let id = EntryID(at: Moment(milliseconds: 0), using: &random)
        await test.store.plant(
            Entry(
                person: test.person, id: id, kind: .pain, happenedAt: test.clock.now, zone: "UTC",
                recordedAt: Moment(milliseconds: 0), replaces: entry.id, payload: #"{"now":2,"version":1}"#))
        _ = try await journal.undo()
        #expect(try await levels() == [3])
    }

    @Test func `there is nothing to undo in an empty journal`() async throws {
        await #expect(throws: JournalRefusal.nothingToUndo) { try await journal.undo() }
    }

    @Test("any sequence of steps leaves what a plain list of states says", arguments: 1...25)
    func model(seed: UInt64) async throws {
        let test = TestJournal(seed: seed)
        var random = SplitMix64(seed: seed)
        // Every thing recorded is a list of what it said, nil for not there; its last entry is its handle.
        var things: [(states: [Double?], last: EntryID)] = []
        for step in 0..<60 {
            test.clock.advance(by: Int64.random(in: -20...20, using: &random))
            let level = Double(step % 11)
            let index = things.isEmpty ? 0 : Int.random(in: 0..<things.count, using: &random)
            let isThere = !things.isEmpty && things[index].states.last.flatMap { $0 } != nil
            switch Int.random(in: 0..<5, using: &random) {
            case 1 where isThere:
                let entry = try await test.journal.correct(things[index].last, with: .pain(PainRecord(now: level)))
                things[index] = (things[index].states + [level], entry.id)
            case 2 where isThere:
                things[index] = (
                    things[index].states + [nil], try await test.journal.remove(things[index].last).id
                )
            case 3 where !things.isEmpty, 4 where !things.isEmpty:
                let states = things[index].states
                things[index] = (
                    states + [states[states.count - 2]], try await test.journal.undo(things[index].last).id
                )
            default:
                let entry = try await test.addPain(level)
                things.append(([nil, level], entry.id))
            }
            let expected = things.compactMap { $0.states[$0.states.count - 1] }.sorted()
            let found = try await test.inEffect().compactMap { Measure.painNow.number(in: $0) }.sorted()
            #expect(found == expected, "after step \(step)")
        }
        let record = await test.store.record(of: test.person, after: nil, limit: .max)
        #expect(record.count == things.reduce(0) { $0 + $1.states.count - 1 })
        #expect(Set(record.compactMap(\.replaces)).count == record.count { $0.replaces != nil })
    }
}

@Suite("Ids and times of recording")
struct StampsTests {
    @Test("they only grow, whatever the clock does", arguments: 1...20)
    func monotonic(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let clock = TestClock()
        let stamps = Stamps(clock: { clock.now }, random: SplitMix64(seed: seed))
        var last = stamps.next()
        for _ in 0..<500 {
            clock.advance(by: Int64.random(in: -1_000...1_000, using: &random))
            let next = stamps.next()
            #expect(last.id < next.id)
            #expect(last.recordedAt <= next.recordedAt)
            #expect(next.recordedAt >= clock.now)
            #expect(stamps.now >= next.recordedAt)
            last = next
        }
    }

    @Test("they are all different when many ask at once")
    func concurrent() async {
        let clock = TestClock()
        let stamps = Stamps(clock: { clock.now }, random: SplitMix64(seed: 3))
        let ids = await withTaskGroup(of: [EntryID].self) { group in
            for _ in 0..<8 { group.addTask { (0..<500).map { _ in stamps.next().id } } }
            return await group.reduce(into: []) { $0 += $1 }
        }
        #expect(Set(ids).count == 4_000)
    }

    @Test("the same seed and clock give the same ids")
    func repeatable() {
        let clock = TestClock()
        let one = Stamps(clock: { clock.now }, random: SplitMix64(seed: 3))
        let other = Stamps(clock: { clock.now }, random: SplitMix64(seed: 3))
        for _ in 0..<10 { #expect(one.next() == other.next()) }
    }
}
