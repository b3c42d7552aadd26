import Foundation
import Testing
import UnknotJournal
import UnknotRecord

@Suite("Every store behaves like a list")
struct ModelTests {
    static let seeds = Array(1...(Soak.isOn ? UInt64(30) : 2))

    @Test(arguments: Backend.all, seeds)
    func `any mixture of deeds leaves what a list would hold`(backend: Backend, seed: UInt64) async throws {
        try await backend.withStore { store in
            var run = ModelRun(store: store, seed: seed)
            for _ in 0..<3 { try await run.addPerson() }
            for _ in 0..<(Soak.isOn ? 400 : 120) { try await run.step() }
            try await run.compareAll()
            try await store.verify()
        }
    }
}

/// Full counts, or few.
enum Soak {
    static let isOn = ProcessInfo.processInfo.environment["UNKNOT_SOAK"] == "1"
}

/// Does the same to a store and to a model, and compares.
private struct ModelRun {
    let store: any JournalStore
    var model = Model()
    var samples: Samples

    init(store: any JournalStore, seed: UInt64) {
        self.store = store
        samples = Samples(seed: seed)
    }

    mutating func addPerson() async throws {
        let person = samples.person("Person \(model.persons.count)")
        try await store.add(person)
        model.persons.append(person)
    }

    mutating func step() async throws {
        guard let person = samples.element(model.persons)?.id else { return try await addPerson() }
        switch samples.number(0...99) {
        case 0..<60: try await append(of: person)
        case 60..<75: try await refuse(of: person)
        case 75..<95: try await ask(of: person)
        case 95..<97: try await addPerson()
        case 97:
            let name = "Name \(samples.number(0...9))"
            try await store.rename(person, to: name)
            for index in model.persons.indices where model.persons[index].id == person {
                model.persons[index].name = name
            }
        default:
            #expect(try await store.erase(person) == model.record(of: person).count)
            model.persons.removeAll { $0.id == person }
            model.entries.removeAll { $0.person == person }
        }
    }

    /// A batch of new ones, corrections, corrections of corrections, retractions, and some that are kept already.
    private mutating func append(of person: PersonID) async throws {
        var batch: [Entry] = []
        for _ in 0..<samples.number(1...6) {
            let open = (model.entries + batch).filter { entry in
                entry.person == person && model.replacement(of: entry) == nil
                    && !batch.contains { $0.replaces == entry.id }
            }
            let kind = samples.element([EntryKind.pain, .sleep, .note, .retraction]) ?? .pain
            let replaced = kind == .retraction || samples.number(0...2) == 0 ? samples.element(open)?.id : nil
            batch.append(samples.entry(person, kind, replaces: replaced))
        }
        let repeated = samples.number(0...3) == 0 ? Array(model.record(of: person).suffix(2)) : []
        let order = samples.number(0...1) == 0 ? batch + repeated : repeated + batch.reversed()
        try await store.append(order)
        model.entries += batch
    }

    /// A batch with one bad entry in it.
    private mutating func refuse(of person: PersonID) async throws {
        let good = samples.entry(person)
        let kept = samples.element(model.record(of: person))
        let bad: Entry
        let expected: JournalError
        switch samples.number(0...3) {
        case 0:
            let stranger = samples.person().id
            (bad, expected) = (samples.entry(stranger), .noSuchPerson(stranger))
        case 1:
            let missing = samples.entry(person).id
            (bad, expected) = (samples.entry(person, replaces: missing), .noSuchEntry(missing))
        case 2:
            guard let kept, let other = model.replacement(of: kept) else { return }
            (bad, expected) = (
                samples.entry(person, replaces: kept.id), .alreadyReplaced(kept.id, by: other.id)
            )
        default:
            guard let kept else { return }
            bad = Entry(
                person: person, id: kept.id, kind: kept.kind, happenedAt: kept.happenedAt, zone: "UTC+0",
                recordedAt: kept.recordedAt, replaces: kept.replaces, payload: kept.payload)
            expected = .alreadyKept(kept.id.description)
        }
        let store = store
        await #expect(throws: expected) { try await store.append([good, bad]) }
        #expect(try await store.entry(good.id, of: person) == nil)
    }

    private mutating func ask(of person: PersonID) async throws {
        let times = model.record(of: person).map(\.happenedAt)
        let query = EntryQuery(
            kinds: samples.element([nil, [.pain], [.pain, .note], [.retraction], []]) ?? nil,
            from: samples.number(0...1) == 0 ? samples.element(times) : nil,
            before: samples.number(0...1) == 0 ? samples.element(times) : nil,
            includesReplaced: samples.number(0...2) == 0, newestFirst: samples.number(0...1) == 0,
            limit: samples.number(0...1) == 0 ? samples.number(0...10) : nil)
        #expect(try await store.entries(of: person, query) == model.answer(query, of: person))
    }

    func compareAll() async throws {
        #expect(try await store.persons() == model.persons)
        for person in model.persons.map(\.id) {
            let record = model.record(of: person)
            #expect(try await store.record(of: person, after: nil, limit: 100_000) == record)
            #expect(try await store.lastRecorded(of: person) == record.last)
            #expect(try await store.statistics(of: person) == model.statistics(of: person))
            for entry in record.prefix(30) {
                #expect(try await store.entry(entry.id, of: person) == entry)
                #expect(try await store.replacement(of: entry.id, of: person) == model.replacement(of: entry))
            }
        }
    }
}
