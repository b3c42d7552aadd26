import Testing
import UnknotJournal
import UnknotRecord

@Suite("Every store keeps entries")
struct AppendTests {
    @Test(arguments: Backend.all)
    func `an entry comes back byte for byte`(backend: Backend) async throws {
        try await backend.withStore { store in
            var subject = try await Subject(store)
            let payloads = [
                #"{"text":"Wörter, \"quotes\", \\ and 'more' $1 ?2 — 肩こり 🧶\n","version":1}"#,
                #"{"b":1.50,"a":1e2,"a":[ ],  "version":1}"#,
                #"{"text":"\#(String(repeating: "ä", count: 900_000))"}"#, "{}",
            ]
            for payload in payloads {
                let entry = try await subject.keep(.note, payload: payload)
                #expect(try await store.entry(entry.id, of: subject.id) == entry)
            }
            #expect(try await subject.record().map(\.payload) == payloads)
        }
    }

    @Test(arguments: Backend.all)
    func `the same entry again changes nothing`(backend: Backend) async throws {
        try await backend.withStore { store in
            var subject = try await Subject(store)
            let first = try await subject.keep()
            let second = subject.samples.entry(subject.id, replaces: first.id)
            try await store.append([first, second, first, second])
            try await store.append([second, first])
            #expect(try await subject.record() == [first, second])
        }
    }

    @Test(arguments: Backend.all)
    func `an id stands for one entry`(backend: Backend) async throws {
        try await backend.withStore { store in
            var subject = try await Subject(store)
            let first = try await subject.keep()
            let other = subject.samples.entry(subject.id)
            let twin = Entry(
                person: first.person, id: first.id, kind: first.kind, happenedAt: first.happenedAt, zone: first.zone,
                recordedAt: first.recordedAt, payload: first.payload + " ")
            await #expect(throws: JournalError.alreadyKept(first.id.description)) {
                try await store.append([other, twin])
            }
            await #expect(throws: JournalError.alreadyKept(first.id.description)) {
                try await store.append([twin, first])
            }
            #expect(try await subject.record() == [first])
        }
    }

    @Test(arguments: Backend.all)
    func `two persons may use the same id`(backend: Backend) async throws {
        try await backend.withStore { store in
            var ada = try await Subject(store, seed: 1)
            let eve = try await Subject(store, seed: 2)
            let hers = try await ada.keep()
            let other = Entry(
                person: eve.id, id: hers.id, kind: .note, happenedAt: hers.happenedAt, zone: "UTC",
                recordedAt: hers.recordedAt, payload: "{}")
            try await store.append([other])
            #expect(try await ada.record() == [hers])
            #expect(try await eve.record() == [other])
            #expect(try await store.entry(hers.id, of: eve.id) == other)
        }
    }

    @Test(arguments: Backend.all)
    func `a batch is kept wholly or not at all`(backend: Backend) async throws {
        try await backend.withStore { store in
            var subject = try await Subject(store)
            let stranger = Samples.id(99)
            let batch = (0..<200).map { _ in subject.samples.entry(subject.id) }
            let bad = batch + [subject.samples.entry(stranger)]
            await #expect(throws: JournalError.noSuchPerson(stranger)) { try await store.append(bad) }
            #expect(try await subject.record().isEmpty)
            try await store.append(batch)
            #expect(try await subject.record() == batch)
        }
    }

    @Test(arguments: Backend.all)
    func `what no store could keep is refused`(backend: Backend) async throws {
        try await backend.withStore { store in
            var subject = try await Subject(store)
            let good = subject.samples.entry(subject.id)
            func changed(
                _ payload: String = "{}", zone: String = "UTC", at moment: Int64 = 0, replaces: EntryID? = nil
            ) -> Entry {
                Entry(
                    person: good.person, id: good.id, kind: .note, happenedAt: Moment(milliseconds: moment),
                    zone: zone, recordedAt: good.recordedAt, replaces: replaces, payload: payload)
            }
            let bad = [
                changed(""), changed("{\u{0}}"), changed(String(repeating: " ", count: 1_000_001)),
                changed(zone: ""), changed(zone: String(repeating: "z", count: 65)),
                changed(at: Moment.allowed.upperBound.milliseconds),
                changed(at: Moment.allowed.lowerBound.milliseconds - 1), changed(replaces: good.id),
            ]
            for entry in bad {
                await #expect(throws: JournalError.self) { try await store.append([entry]) }
            }
            #expect(try await subject.record().isEmpty)
            try await store.append([changed(at: Moment.allowed.lowerBound.milliseconds)])
        }
    }

    @Test(arguments: Backend.all)
    func `writes from many at once are all kept`(backend: Backend) async throws {
        try await backend.withStore { store in
            let subject = try await Subject(store)
            var samples = subject.samples
            let entries = (0..<400).map { _ in samples.entry(subject.id) }
            let stranger = samples.entry(Samples.id(77))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (index, entry) in entries.enumerated() {
                    group.addTask { try await store.append([entry]) }
                    // One that fails takes none of its neighbours with it.
                    if index % 10 == 0 { group.addTask { _ = try? await store.append([entry, stranger]) } }
                }
                try await group.waitForAll()
            }
            #expect(try await subject.record() == entries)
        }
    }
}
