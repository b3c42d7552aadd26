import Testing
import UnknotJournal
import UnknotRecord

@Suite("Every store keeps corrections")
struct CorrectionTests {
    @Test(arguments: Backend.all)
    func `a correction takes the place of an entry, and both stay in the record`(backend: Backend) async throws {
        try await backend.withStore { store in
            var subject = try await Subject(store)
            let first = try await subject.keep(at: 1000)
            let second = try await subject.keep(at: 1000, replaces: first.id)
            #expect(try await store.entries(of: subject.id, EntryQuery()) == [second])
            #expect(try await store.replacement(of: first.id, of: subject.id) == second)
            #expect(try await store.replacement(of: second.id, of: subject.id) == nil)
            let all = try await store.entries(of: subject.id, EntryQuery(includesReplaced: true))
            #expect(all == [second, first])
            #expect(try await subject.record() == [first, second])
        }
    }

    @Test(arguments: Backend.all)
    func `what was taken away is not in effect, until its retraction is replaced`(backend: Backend) async throws {
        try await backend.withStore { store in
            var subject = try await Subject(store)
            let first = try await subject.keep()
            let retraction = try await subject.keep(.retraction, replaces: first.id)
            #expect(try await store.entries(of: subject.id, EntryQuery()).isEmpty)
            #expect(try await store.entries(of: subject.id, EntryQuery(kinds: [.retraction])).isEmpty)
            #expect(try await store.statistics(of: subject.id) == JournalStatistics(written: 2))
            let again = try await subject.keep(replaces: retraction.id)
            #expect(try await store.entries(of: subject.id, EntryQuery()) == [again])
        }
    }

    @Test(arguments: Backend.all)
    func `an entry is replaced once`(backend: Backend) async throws {
        try await backend.withStore { store in
            var subject = try await Subject(store)
            let first = try await subject.keep()
            let second = try await subject.keep(replaces: first.id)
            let rival = subject.samples.entry(subject.id, replaces: first.id)
            await #expect(throws: JournalError.alreadyReplaced(first.id, by: second.id)) {
                try await store.append([rival])
            }
            let rivals = (0..<2).map { _ in subject.samples.entry(subject.id, replaces: second.id) }
            await #expect(throws: JournalError.alreadyReplaced(second.id, by: rivals[0].id)) {
                try await store.append(rivals)
            }
            #expect(try await subject.record() == [first, second])
        }
    }

    @Test(arguments: Backend.all)
    func `of many that replace the same entry at once one wins`(backend: Backend) async throws {
        try await backend.withStore { store in
            var subject = try await Subject(store)
            let first = try await subject.keep()
            let rivals = (0..<20).map { _ in subject.samples.entry(subject.id, replaces: first.id) }
            let won = await withTaskGroup(of: Bool.self) { group in
                for rival in rivals {
                    group.addTask {
                        do {
                            try await store.append([rival])
                            return true
                        } catch JournalError.alreadyReplaced(first.id, by: _) {
                            return false
                        } catch {
                            Issue.record(error)
                            return false
                        }
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(won == 1)
            #expect(try await subject.record().count == 2)
        }
    }

    @Test(arguments: Backend.all)
    func `what is replaced is there, and is the same person's`(backend: Backend) async throws {
        try await backend.withStore { store in
            var ada = try await Subject(store, seed: 1)
            var eve = try await Subject(store, seed: 2)
            let hers = try await ada.keep()
            let foreign = eve.samples.entry(eve.id, replaces: hers.id)
            await #expect(throws: JournalError.noSuchEntry(hers.id)) { try await store.append([foreign]) }
            #expect(try await eve.record().isEmpty)
            #expect(try await store.entry(hers.id, of: eve.id) == nil)
            #expect(try await store.replacement(of: hers.id, of: ada.id) == nil)
        }
    }

    @Test(arguments: Backend.all)
    func `a chain may come in any order, a ring never`(backend: Backend) async throws {
        try await backend.withStore { store in
            var subject = try await Subject(store)
            var chain = [subject.samples.entry(subject.id)]
            for _ in 0..<150 {
                chain.append(subject.samples.entry(subject.id, replaces: chain.last?.id))
            }
            var samples = Samples(seed: 5)
            var shuffled: [Entry] = []
            for entry in chain { shuffled.insert(entry, at: samples.number(0...shuffled.count)) }
            try await store.append(shuffled)
            #expect(try await subject.record() == chain)
            #expect(try await store.entries(of: subject.id, EntryQuery()) == [chain[150]])

            let one = subject.samples.entry(subject.id)
            let two = subject.samples.entry(subject.id, replaces: one.id)
            let ring = Entry(
                person: subject.id, id: one.id, kind: .pain, happenedAt: one.happenedAt, zone: one.zone,
                recordedAt: one.recordedAt, replaces: two.id, payload: one.payload)
            await #expect(throws: JournalError.self) { try await store.append([ring, two]) }
            #expect(try await subject.record() == chain)
        }
    }
}
