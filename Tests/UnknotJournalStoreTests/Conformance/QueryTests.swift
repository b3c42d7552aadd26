import Testing
import UnknotJournal
import UnknotRecord

@Suite("Every store answers queries")
struct QueryTests {
    @Test(arguments: Backend.all)
    func `a period includes its start and not its end`(backend: Backend) async throws {
        try await backend.withStore { store in
            var subject = try await Subject(store)
            for time in [500, 100, 300, 200, 400] { _ = try await subject.keep(at: Int64(time)) }
            func times(_ query: EntryQuery) async throws -> [Int64] {
                try await store.entries(of: subject.id, query).map(\.happenedAt.milliseconds)
            }
            let (from, before) = (Moment(milliseconds: 200), Moment(milliseconds: 400))
            #expect(try await times(EntryQuery(from: from, before: before)) == [300, 200])
            #expect(try await times(EntryQuery(from: from, newestFirst: false)) == [200, 300, 400, 500])
            #expect(try await times(EntryQuery(before: before, newestFirst: false)) == [100, 200, 300])
            #expect(try await times(EntryQuery(limit: 2)) == [500, 400])
            #expect(try await times(EntryQuery(newestFirst: false, limit: 2)) == [100, 200])
            #expect(try await times(EntryQuery(limit: 0)) == [])
            #expect(try await times(EntryQuery(limit: -1)) == [])
        }
    }

    @Test(arguments: Backend.all)
    func `entries of one instant come in the order of their ids`(backend: Backend) async throws {
        try await backend.withStore { store in
            var subject = try await Subject(store)
            var entries: [Entry] = []
            for _ in 0..<10 { entries.append(try await subject.keep(at: 7)) }
            #expect(try await store.entries(of: subject.id, EntryQuery(newestFirst: false)) == entries)
            #expect(try await store.entries(of: subject.id, EntryQuery()) == entries.reversed())
        }
    }

    @Test(arguments: Backend.all)
    func `kinds restrict, and no kinds give nothing`(backend: Backend) async throws {
        try await backend.withStore { store in
            var subject = try await Subject(store)
            let kinds = EntryKind.allCases.filter { $0 != .retraction }
            for (index, kind) in kinds.enumerated() { _ = try await subject.keep(kind, at: Int64(index)) }
            func found(_ wanted: Set<EntryKind>?) async throws -> Set<EntryKind> {
                Set(try await store.entries(of: subject.id, EntryQuery(kinds: wanted)).map(\.kind))
            }
            for kind in kinds { #expect(try await found([kind]) == [kind]) }
            #expect(try await found([.pain, .sleep, .note]) == [.pain, .sleep, .note])
            #expect(try await found([]) == [])
            #expect(try await found(nil) == Set(kinds))
        }
    }

    @Test(arguments: Backend.all)
    func `the record comes in parts without gaps or repeats`(backend: Backend) async throws {
        try await backend.withStore { store in
            var subject = try await Subject(store)
            var samples = subject.samples
            // Many of the same millisecond, as an import brings them.
            let same = samples.now()
            let entries = (0..<100).map { index in
                let entry = samples.entry(subject.id)
                return Entry(
                    person: entry.person, id: entry.id, kind: entry.kind, happenedAt: entry.happenedAt,
                    zone: entry.zone, recordedAt: index % 3 == 0 ? entry.recordedAt : same, payload: entry.payload)
            }
            subject.samples = samples
            try await store.append(entries)
            var parts: [Entry] = []
            while true {
                let part = try await store.record(of: subject.id, after: parts.last, limit: 7)
                #expect(part.count <= 7)
                if part.isEmpty { break }
                parts += part
            }
            #expect(parts == entries.sorted { ($0.recordedAt, $0.id) < ($1.recordedAt, $1.id) })
            #expect(try await store.record(of: subject.id, after: nil, limit: 0).isEmpty)
        }
    }

    @Test(arguments: Backend.all)
    func `the last that was recorded is the end of the record, whenever it happened`(backend: Backend) async throws {
        try await backend.withStore { store in
            var subject = try await Subject(store)
            #expect(try await store.lastRecorded(of: subject.id) == nil)
            let late = try await subject.keep(at: 900)
            #expect(try await store.lastRecorded(of: subject.id) == late)
            let early = try await subject.keep(at: 100)
            #expect(try await store.lastRecorded(of: subject.id) == early)
            let away = try await subject.keep(.retraction, at: 500, replaces: late.id)
            #expect(try await store.lastRecorded(of: subject.id) == away)
            // Of one millisecond the greater id is the later one; another person's entries do not count.
            var samples = subject.samples
            let other = samples.person("Bob")
            try await store.add(other)
            let (first, second) = (samples.entry(subject.id), samples.entry(subject.id))
            let same = [first, second].map { entry in
                Entry(
                    person: entry.person, id: entry.id, kind: entry.kind, happenedAt: entry.happenedAt,
                    zone: entry.zone, recordedAt: second.recordedAt, payload: entry.payload)
            }
            try await store.append(same.reversed() + [samples.entry(other.id)])
            #expect(try await store.lastRecorded(of: subject.id)?.id == max(first.id, second.id))
        }
    }

    @Test(arguments: Backend.all)
    func `statistics count what is in effect`(backend: Backend) async throws {
        try await backend.withStore { store in
            var subject = try await Subject(store)
            #expect(try await store.statistics(of: subject.id) == JournalStatistics())
            _ = try await subject.keep(.pain, at: 50)
            let wrong = try await subject.keep(.pain, at: 10)
            _ = try await subject.keep(.pain, at: 20, replaces: wrong.id)
            _ = try await subject.keep(.sleep, at: 90)
            let away = try await subject.keep(.sleep, at: 99)
            _ = try await subject.keep(.retraction, at: 100, replaces: away.id)
            let expected = JournalStatistics(
                counts: [.pain: 2, .sleep: 1], written: 6, first: Moment(milliseconds: 20),
                last: Moment(milliseconds: 90))
            #expect(try await store.statistics(of: subject.id) == expected)
        }
    }

    @Test(arguments: Backend.all)
    func `a store is ready until it is closed, and passes its own check`(backend: Backend) async throws {
        try await backend.withStore { store in
            var subject = try await Subject(store)
            _ = try await subject.keep()
            #expect(await store.isReady())
            try await store.verify()
            await store.close()
            #expect(await !store.isReady())
            let late = subject.samples.entry(subject.id)
            await #expect(throws: JournalError.self) { try await store.append([late]) }
        }
    }
}
