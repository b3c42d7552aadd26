import SeededRandom
import Testing
import UnknotJournal
import UnknotRecord

@Suite("One entry follows the other")
struct TurnTests {
    /// Another server with the same store, and a clock of its own.
    private func other(_ test: TestJournal, ahead: Int64) -> Journal {
        let clock = test.clock
        return Journal(
            test.store, of: test.person, clock: { Moment(milliseconds: clock.now.milliseconds + ahead) },
            random: SplitMix64(seed: 99))
    }

    private func habits(_ names: HabitID...) throws -> RecordValue {
        .habits(try HabitsRecord(names.map { try HabitsRecord.Chosen($0) }))
    }

    @Test(arguments: [-3_600_000, 0, 5] as [Int64])
    func `of two servers that read the same, one writes and the other reads again`(ahead: Int64) async throws {
        let test = TestJournal()
        let servers = [test.journal, other(test, ahead: ahead)]
        var last: Turn?
        for round in 1...3 {
            let turns = [try await servers[0].turn(of: .habits), try await servers[1].turn(of: .habits)]
            #expect(turns[0] == turns[1])
            let writer = round % 2
            let at = max(turns[0].notBefore, test.clock.now)
            _ = try await servers[writer].add(habits("daily_walk"), at: at, zone: "UTC", id: turns[0].id)
            await #expect(throws: JournalError.self) {
                try await servers[1 - writer].add(habits("headset"), at: at, zone: "UTC", id: turns[0].id)
            }
            let next = try await servers[1 - writer].turn(of: .habits)
            #expect(next.id > turns[0].id && next.notBefore == at, "the latest of one moment is the one added last")
            if let last { #expect(turns[0].id > last.id) }
            last = turns[0]
        }
        #expect(try await test.journal.values(EntryQuery(kinds: [.habits])).count == 3)
    }

    @Test func `what was taken away is not written over, and other kinds and persons do not matter`() async throws {
        let test = TestJournal()
        let first = try await test.journal.turn(of: .habits)
        _ = try await test.addPain(4)
        #expect(try await test.journal.turn(of: .habits) == first)
        #expect(try await test.journal.turn(of: .fairTest).id != first.id)
        let stranger = Journal(test.store, of: TestJournal(seed: 2).person, clock: { test.clock.now })
        #expect(try await stranger.turn(of: .habits).id != first.id)
        let entry = try await test.journal.add(
            habits("daily_walk"), at: test.clock.now, zone: "UTC", id: first.id)
        let gone = try await test.journal.remove(entry.id)
        let second = try await test.journal.turn(of: .habits)
        #expect(second.id != first.id)
        _ = try await test.journal.undo(gone.id)
        #expect(try await test.journal.turn(of: .habits).id != second.id)
    }
}
