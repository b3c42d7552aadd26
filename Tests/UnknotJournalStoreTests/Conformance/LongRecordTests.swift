import Testing
import UnknotJournal
import UnknotRecord

@Suite("Every store holds a life's record", .serialized)
struct LongRecordTests {
    @Test(arguments: Backend.all.filter { $0 != .sqliteMemory })
    func `twenty years of ten entries a day are quick to ask`(backend: Backend) async throws {
        try await backend.withStore { store in
            let subject = try await Subject(store)
            let day = Int64(86_400_000)
            let start = Int64(1_100_000_000_000)
            var samples = subject.samples
            let kinds = EntryKind.allCases.filter { $0 != .retraction }
            let clock = ContinuousClock()
            let loading = try await clock.measure {
                for part in 0..<73 {
                    let entries = (0..<1000).map { index in
                        let number = part * 1000 + index
                        return samples.entry(
                            subject.id, kinds[number % kinds.count],
                            at: start + Int64(number / 10) * day + Int64(number % 10) * 3_600_000)
                    }
                    try await store.append(entries)
                }
            }
            let from = Moment(milliseconds: start + (7300 - 90) * day)
            func time(_ query: EntryQuery) async throws -> (Duration, Int) {
                var found: [Entry] = []
                let time = try await clock.measure { found = try await store.entries(of: subject.id, query) }
                return (time, found.count)
            }
            var times: [Duration] = []
            for _ in 0..<5 {
                let (time, count) = try await time(EntryQuery(from: from))
                #expect(count == 900)
                times.append(time)
            }
            let (pain, count) = try await time(EntryQuery(kinds: [.pain, .session], from: from))
            #expect(count > 90)
            var written = 0
            let statistics = try await clock.measure {
                written = try await store.statistics(of: subject.id).written
            }
            #expect(written == 73_000)
            let median = times.sorted()[2]
            print("\(backend): loaded in \(loading), 90 days in \(median), two kinds \(pain), counted in \(statistics)")
            // Generous, for builds without optimisation on a busy machine; a scan of all entries takes far longer.
            #expect(median < .milliseconds(500))
            #expect(statistics < .seconds(5))
        }
    }
}
