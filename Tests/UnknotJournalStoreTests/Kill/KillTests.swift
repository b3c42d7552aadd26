import Foundation
import SeededRandom
import Testing
import UnknotJournal
import UnknotJournalPostgres
import UnknotJournalSQLite
import UnknotRecord

@Suite("A journal survives a sudden death", .serialized)
struct KillTests {
    static let rounds = Soak.isOn ? 50 : 5
    /// Acknowledged writes in all rounds together.
    static let writes = 10_000

    /// How many writes to wait for in each round, before a random moment.
    private func targets(seed: UInt64, writes: Int = Self.writes) -> [Target] {
        var random = SplitMix64(seed: seed)
        let mean = writes / Self.rounds
        return (0..<Self.rounds).map { round in
            Target(
                count: .random(in: mean...mean + mean / 5, using: &random),
                delay: .microseconds(Int.random(in: 0...5_000, using: &random)), seed: seed + UInt64(round) * 100)
        }
    }

    private struct Target {
        let count: Int
        let delay: Duration
        let seed: UInt64
    }

    /// What all writers of a test did.
    private struct Deeds {
        var acknowledged: [WritingProcess.Acknowledged] = []
        var sent = 0

        mutating func add(_ writer: WritingProcess) {
            acknowledged += writer.acknowledged
            sent += writer.sent
        }
    }

    /// Everything that was acknowledged is there, exactly; nothing is there by half.
    private func check(_ store: some JournalStore, _ person: PersonID, _ deeds: Deeds) async throws {
        try await store.verify()
        let record = try await store.record(of: person, after: nil, limit: .max)
        let kept = Dictionary(uniqueKeysWithValues: record.map { ($0.id, $0.payload) })
        let lost = deeds.acknowledged.count { kept[$0.id] != WritingProcess.payload($0.number) }
        #expect(lost == 0)
        let halves = record.count { entry in
            let number = entry.payload.dropFirst(9).prefix { $0.isWholeNumber }
            return Int(number).map(WritingProcess.payload) != entry.payload
        }
        #expect(halves == 0)
        // At most those under way at the moment of each death were kept without having been acknowledged.
        #expect((deeds.acknowledged.count...deeds.sent).contains(record.count))
    }

    @Test func `in a SQLite file when the program is killed`() async throws {
        try await Folder.temporary { folder in
            let path = folder.appending(path: "j.sqlite").path
            let first = try await SQLiteJournal.open(path: path)
            let person = try await Subject(first).id
            await first.close()
            var deeds = Deeds()
            for target in targets(seed: 21) {
                let writer = try WritingProcess(
                    store: "sqlite:\(path)", person: person, first: deeds.sent, seed: target.seed)
                try await writer.wait(atLeast: target.count)
                try await Task.sleep(for: target.delay)
                try await writer.kill()
                deeds.add(writer)
                let store = try await SQLiteJournal.open(path: path)
                try await check(store, person, deeds)
                await store.close()
            }
            #expect(deeds.acknowledged.count >= Self.writes)
        }
    }

    @Test(.enabled(if: !PrivatePostgres.isSkipped))
    func `in PostgreSQL when the program is killed`() async throws {
        let url = try await PrivatePostgres.shared.value.newSchema()
        let store = try await PostgresJournal.open(url: url)
        let person = try await Subject(store).id
        var deeds = Deeds()
        for target in targets(seed: 22) {
            let writer = try WritingProcess(store: url, person: person, first: deeds.sent, seed: target.seed)
            try await writer.wait(atLeast: target.count)
            try await Task.sleep(for: target.delay)
            try await writer.kill()
            deeds.add(writer)
            try await check(store, person, deeds)
        }
        #expect(deeds.acknowledged.count >= Self.writes)
        await store.close()
    }

    @Test(.enabled(if: !PrivatePostgres.isSkipped))
    func `in PostgreSQL when the server is killed, and the program says so and goes on after it recovers`() async throws
    {
        let server = try PrivatePostgres()
        let store = try await PostgresJournal.open(url: server.url)
        let person = try await Subject(store).id
        var deeds = Deeds()
        // A server that recovers takes its time.
        let writes = Soak.isOn ? Self.writes : Self.writes / 4
        for target in targets(seed: 23, writes: writes) {
            let writer = try WritingProcess(
                store: server.url, person: person, first: deeds.sent, seed: target.seed)
            try await writer.wait(atLeast: target.count)
            try await Task.sleep(for: target.delay)
            try await server.kill()
            // It ends with the status for a store that failed, and not by a crash of its own.
            #expect(try await writer.waitUntilEnd() == 1)
            #expect(!writer.complaint().isEmpty)
            #expect(await !store.isReady())
            try await server.start()
            deeds.add(writer)
            #expect(await store.isReady())
            try await check(store, person, deeds)
        }
        #expect(deeds.acknowledged.count >= writes)
        await store.close()
        await server.end()
    }

    @Test(.enabled(if: !PrivatePostgres.isSkipped))
    func `in PostgreSQL when an operator stops the server amid writes, with a clear error`() async throws {
        let server = try PrivatePostgres()
        let store = try await PostgresJournal.open(url: server.url)
        let subject = try await Subject(store)
        var samples = subject.samples
        let batches = (0..<8).map { _ in (0..<5000).map { _ in samples.entry(subject.id) } }
        let progress = Tally()
        let (kept, refused) = try await withThrowingTaskGroup(of: (kept: [Entry], refused: Entry?).self) { group in
            for batch in batches {
                group.addTask {
                    for (index, entry) in batch.enumerated() {
                        do {
                            try await store.append([entry])
                            progress.add()
                        } catch JournalError.unreachable(let message) {
                            #expect(!message.isEmpty)
                            return (Array(batch.prefix(index)), entry)
                        }
                    }
                    return (batch, nil)
                }
            }
            while progress.value < 100 { try await Task.sleep(for: .milliseconds(5)) }
            try await server.stop()
            return try await group.reduce(into: ([Entry](), [Entry]())) { all, part in
                all.0 += part.kept
                if let entry = part.refused { all.1.append(entry) }
            }
        }
        #expect(kept.count >= 100)
        #expect(refused.count == 8)
        #expect(await !store.isReady())
        try await server.start()
        // Repeating what was not acknowledged is right whether or not it had been kept.
        try await store.append(refused)
        let record = try await store.record(of: subject.id, after: nil, limit: .max)
        #expect(Set(record) == Set(kept + refused))
        await store.close()
        await server.end()
    }
}
