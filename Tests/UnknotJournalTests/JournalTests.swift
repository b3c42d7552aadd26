import SeededRandom
import Testing
import UnknotJournal
import UnknotRecord

@Suite("Writing in a journal")
struct JournalTests {
    private let test = TestJournal()
    private var journal: Journal { test.journal }

    @Test func `what was added is there with all that was said`() async throws {
        let at = try moment("2026-10-30T08:15:00.250+01:00")
        let value = RecordValue.sleep(try SleepRecord(hours: 7.5, quality: 6))
        let entry = try await journal.add(value, at: at, zone: "Europe/Berlin")
        #expect(entry.person == test.person)
        #expect(entry.kind == .sleep)
        #expect(entry.happenedAt == at)
        #expect(entry.zone == "Europe/Berlin")
        #expect(entry.recordedAt == test.clock.now)
        #expect(entry.replaces == nil)
        #expect(entry.payload == #"{"hours":7.5,"quality":6,"version":1}"#)
        let values = try await journal.values()
        #expect(values.map(\.entry) == [entry])
        #expect(values.map(\.value) == [value])
        #expect(try await journal.value(entry.id)?.value == value)
    }

    @Test func `several entries of one day stay beside each other`() async throws {
        for level in [3.0, 5, 4] {
            _ = try await test.addPain(level)
            test.clock.advance(by: 3_600_000)
        }
        #expect(try await test.inEffect() == [3, 5, 4].map { .pain(try PainRecord(now: $0)) })
    }

    @Test func `a correction takes the place of what it corrects, and keeps time and zone unless told`() async throws {
        let first = try await test.addPain(3)
        test.clock.advance(by: 60_000)
        let second = try await journal.correct(first.id, with: .pain(PainRecord(now: 5)))
        #expect(second.replaces == first.id)
        #expect(second.happenedAt == first.happenedAt)
        #expect(second.zone == first.zone)
        #expect(second.recordedAt > first.recordedAt)
        let later = Moment(milliseconds: first.happenedAt.milliseconds - 1_000)
        let third = try await journal.correct(second.id, with: .pain(PainRecord(now: 5)), at: later, zone: "Asia/Tokyo")
        #expect(third.happenedAt == later)
        #expect(third.zone == "Asia/Tokyo")
        #expect(try await journal.values().map(\.entry) == [third])
        #expect(await test.store.statistics(of: test.person).written == 3)
    }

    @Test func `what was taken away is in effect no more but stays in the record`() async throws {
        let entry = try await test.addPain(3)
        let retraction = try await journal.remove(entry.id)
        #expect(retraction.kind == .retraction)
        #expect(retraction.payload == #"{"version":1}"#)
        #expect(try await journal.values().isEmpty)
        #expect(try await journal.value(entry.id)?.entry == entry)
    }

    @Test func `only the end of a history can be corrected, taken away or undone, and the error says what follows`()
        async throws
    {
        let first = try await test.addPain(3)
        let second = try await journal.correct(first.id, with: .pain(PainRecord(now: 5)))
        let replaced = JournalError.alreadyReplaced(first.id, by: second.id)
        await #expect(throws: replaced) { try await journal.correct(first.id, with: .pain(PainRecord(now: 1))) }
        await #expect(throws: replaced) { try await journal.remove(first.id) }
        await #expect(throws: replaced) { try await journal.undo(first.id) }
        #expect(await test.store.statistics(of: test.person).written == 2)
    }

    @Test func `an entry of nobody or of another person is not found`() async throws {
        let entry = try await test.addPain(3)
        var random = SplitMix64(seed: 99)
        let stranger = PersonID(at: test.clock.now, using: &random)
        try await test.store.add(Person(id: stranger, name: "Other", createdAt: test.clock.now))
        let other = Journal(test.store, of: stranger)
        await #expect(throws: JournalError.noSuchEntry(entry.id)) { try await other.remove(entry.id) }
        await #expect(throws: JournalError.noSuchEntry(entry.id)) { try await other.undo(entry.id) }
        await #expect(throws: JournalError.noSuchEntry(entry.id)) {
            try await other.correct(entry.id, with: .pain(PainRecord(now: 1)))
        }
        #expect(try await other.value(entry.id) == nil)
        #expect(try await other.values().isEmpty)
    }

    @Test func `a retraction is not written by hand, and a correction stays with its kind`() async throws {
        let entry = try await test.addPain(3)
        await #expect(throws: JournalRefusal.retraction) {
            try await journal.add(.retraction, at: test.clock.now, zone: "UTC")
        }
        await #expect(throws: JournalRefusal.retraction) { try await journal.correct(entry.id, with: .retraction) }
        await #expect(throws: JournalRefusal.otherKind(.stress, was: .pain)) {
            try await journal.correct(entry.id, with: .stress(StressRecord(level: 1)))
        }
        let retraction = try await journal.remove(entry.id)
        await #expect(throws: JournalRefusal.retraction) { try await journal.remove(retraction.id) }
        await #expect(throws: JournalRefusal.retraction) {
            try await journal.correct(retraction.id, with: .pain(PainRecord(now: 1)))
        }
    }

    @Test func `an entry may lie back to 1900 and a day ahead, not more`() async throws {
        let value = RecordValue.pain(try PainRecord(now: 3))
        let first = try moment("1900-01-01T00:00:00Z")
        let ahead = Moment(milliseconds: test.clock.now.milliseconds + 86_400_000)
        _ = try await journal.add(value, at: first, zone: "UTC")
        let entry = try await journal.add(value, at: ahead, zone: "UTC")
        let tooEarly = Moment(milliseconds: first.milliseconds - 1)
        let tooLate = Moment(milliseconds: ahead.milliseconds + 1)
        await #expect(throws: JournalRefusal.tooEarly(tooEarly)) {
            try await journal.add(value, at: tooEarly, zone: "UTC")
        }
        await #expect(throws: JournalRefusal.inTheFuture(tooLate, now: test.clock.now)) {
            try await journal.add(value, at: tooLate, zone: "UTC")
        }
        await #expect(throws: JournalRefusal.inTheFuture(tooLate, now: test.clock.now)) {
            try await journal.correct(entry.id, with: value, at: tooLate)
        }
        await #expect(throws: JournalRefusal.self) {
            try await journal.add(value, at: Moment(milliseconds: .max), zone: "UTC")
        }
        await #expect(throws: JournalRefusal.self) {
            try await journal.add(value, at: Moment(milliseconds: .min), zone: "UTC")
        }
        #expect(try await journal.values().count == 2)
    }

    @Test(
        "a zone that is none is refused with an example",
        arguments: ["", "Berlin", "CET", "Europe/Atlantis", "+1:00", "+19:00"])
    func zones(zone: String) async throws {
        let value = RecordValue.pain(try PainRecord(now: 3))
        await #expect(throws: JournalRefusal.unknownZone(zone)) {
            try await journal.add(value, at: test.clock.now, zone: zone)
        }
        let entry = try await test.addPain(1)
        await #expect(throws: JournalRefusal.unknownZone(zone)) {
            try await journal.correct(entry.id, with: value, zone: zone)
        }
        #expect(JournalRefusal.unknownZone(zone).problem.allowed.contains("Europe/Berlin"))
    }

    @Test func `an entry of a newer version shows as unreadable and hides nothing else`() async throws {
        let entry = try await test.addPain(3)
        var random = SplitMix64(seed: 5)
        let id = EntryID(at: test.clock.now, using: &random)
        await test.store.plant(
            Entry(
                person: test.person, id: id, kind: .pain, happenedAt: test.clock.now, zone: "Europe/Berlin",
                recordedAt: test.clock.now, payload: #"{"feeling":"blue","version":9}"#))
        let values = try await journal.values()
        #expect(values.count == 2)
        #expect(values.first { $0.entry.id == entry.id }?.value == .pain(try PainRecord(now: 3)))
        let unreadable = try #require(values.first { $0.entry.id == id })
        #expect(unreadable.value == nil)
        #expect(unreadable.problem?.path == "version")
        #expect(unreadable.problem?.message.contains("newer version") == true)
        // It can be taken away, but not come back by writing what was not understood.
        let retraction = try await journal.remove(id)
        await #expect(throws: JournalRefusal.self) { try await journal.undo(retraction.id) }
    }

    @Test func `what the store refuses comes through`() async throws {
        await test.store.intercept { throw JournalError.diskFull }
        await #expect(throws: JournalError.diskFull) { try await test.addPain(3) }
        #expect(try await journal.values().isEmpty)
    }

    @Test func `preferences are recorded like anything else`() async throws {
        let wishes = PreferencesRecord(length: .inch, force: .pound, clock: .hours12, weekStart: .sunday)
        _ = try await journal.add(.preferences(wishes), at: test.clock.now, zone: "America/New_York")
        #expect(try await test.inEffect() == [.preferences(wishes)])
    }
}

@Suite("Sending an entry again")
struct RepeatedAddTests {
    private let test = TestJournal()

    private func id(_ seed: UInt64) -> EntryID {
        var random = SplitMix64(seed: seed)
        return EntryID(at: Moment(milliseconds: 1_790_000_000_000), using: &random)
    }

    @Test func `the same entry sent twice under one id is kept once, also later`() async throws {
        let value = RecordValue.pain(try PainRecord(now: 3))
        let at = test.clock.now
        let first = try await test.journal.add(value, at: at, zone: "+01:00", id: id(1))
        test.clock.advance(by: 10 * 86_400_000)
        let second = try await test.journal.add(value, at: at, zone: "+01:00", id: id(1))
        #expect(first == second)
        #expect(first.id == id(1))
        #expect(try await test.journal.values().count == 1)
    }

    @Test func `another entry under the same id is refused`() async throws {
        let at = test.clock.now
        _ = try await test.journal.add(.pain(PainRecord(now: 3)), at: at, zone: "UTC", id: id(1))
        let taken = JournalError.alreadyKept(id(1).description)
        await #expect(throws: taken) {
            try await test.journal.add(.pain(PainRecord(now: 4)), at: at, zone: "UTC", id: id(1))
        }
        await #expect(throws: taken) {
            try await test.journal.add(.pain(PainRecord(now: 3)), at: at, zone: "+01:00", id: id(1))
        }
        await #expect(throws: taken) {
            try await test.journal.add(.stress(StressRecord(level: 3)), at: at, zone: "UTC", id: id(1))
        }
    }

    @Test func `two senders at the same time get the same entry`() async throws {
        let value = RecordValue.pain(try PainRecord(now: 3))
        let (at, id, journal) = (test.clock.now, id(1), test.journal)
        await test.store.intercept {
            _ = try await journal.add(value, at: at, zone: "UTC", id: id)
        }
        test.clock.advance(by: 5)
        let entry = try await journal.add(value, at: at, zone: "UTC", id: id)
        #expect(try await journal.values().map(\.entry) == [entry])
    }

    @Test func `two corrections at the same time end with one, and the other one is told`() async throws {
        let entry = try await test.addPain(3)
        let journal = test.journal
        await test.store.intercept { _ = try await journal.correct(entry.id, with: .pain(PainRecord(now: 1))) }
        await #expect(throws: JournalError.self) {
            try await journal.correct(entry.id, with: .pain(PainRecord(now: 2)))
        }
        #expect(try await test.inEffect() == [.pain(try PainRecord(now: 1))])
    }
}
