import Testing
import UnknotJournal
import UnknotRecord

@Suite("Every store keeps persons")
struct PersonTests {
    @Test(arguments: Backend.all)
    func `persons come back oldest first, whole`(backend: Backend) async throws {
        try await backend.withStore { store in
            var samples = Samples(seed: 1)
            let persons = ["Ada", "Żółć 👩‍🦽", String(repeating: "x", count: 100), "o'Neil; DROP TABLE person"]
                .map { samples.person($0) }
            for person in persons.reversed() { try await store.add(person) }
            #expect(try await store.persons() == persons)
        }
    }

    @Test(arguments: Backend.all)
    func `an id is given once`(backend: Backend) async throws {
        try await backend.withStore { store in
            let subject = try await Subject(store)
            let other = Person(id: subject.id, name: "Eve", createdAt: subject.person.createdAt)
            await #expect(throws: JournalError.alreadyKept(subject.id.description)) { try await store.add(other) }
            #expect(try await store.persons() == [subject.person])
        }
    }

    @Test(arguments: Backend.all)
    func `a person is renamed, a stranger is not`(backend: Backend) async throws {
        try await backend.withStore { store in
            var subject = try await Subject(store)
            try await store.rename(subject.id, to: "Grace")
            #expect(try await store.persons().map(\.name) == ["Grace"])
            let stranger = subject.samples.person().id
            await #expect(throws: JournalError.noSuchPerson(stranger)) {
                try await store.rename(stranger, to: "Nobody")
            }
        }
    }

    @Test(arguments: Backend.all, ["", String(repeating: "x", count: 1001), "A\u{0}B"])
    func `a name that no store could keep is refused`(backend: Backend, name: String) async throws {
        try await backend.withStore { store in
            let subject = try await Subject(store)
            let refused = Person(id: Samples.id(2), name: name, createdAt: subject.person.createdAt)
            await #expect(throws: JournalError.self) { try await store.add(refused) }
            await #expect(throws: JournalError.self) { try await store.rename(subject.id, to: name) }
            #expect(try await store.persons() == [subject.person])
        }
    }

    @Test(arguments: Backend.all)
    func `erasing takes one person wholly and leaves the others`(backend: Backend) async throws {
        try await backend.withStore { store in
            var gone = try await Subject(store, seed: 1)
            var stays = try await Subject(store, seed: 2)
            var last = try await gone.keep()
            for _ in 0..<20 { last = try await gone.keep(replaces: last.id) }
            let kept = try await stays.keep()
            #expect(try await store.erase(gone.id) == 21)
            #expect(try await gone.record().isEmpty)
            #expect(try await store.persons() == [stays.person])
            #expect(try await stays.record() == [kept])
            #expect(try await store.statistics(of: gone.id) == JournalStatistics())
            #expect(try await store.erase(gone.id) == 0)
            let late = gone.samples.entry(gone.id)
            await #expect(throws: JournalError.noSuchPerson(gone.id)) { try await store.append([late]) }
        }
    }
}

extension Samples {
    static func id(_ seed: UInt64) -> PersonID {
        var samples = Samples(seed: seed)
        return samples.person().id
    }
}
