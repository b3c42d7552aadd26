import SeededRandom
import Testing

@testable import UnknotCare

@Suite("A session screen while it runs")
struct SessionScreenDiaryTests {
    private static func schedule(_ random: inout SplitMix64, techniques: Int, blocks: Int) throws -> [Int] {
        let bytes = (0..<FairTestSchedule.bytes).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        return try FairTestSchedule.sessions(techniques: techniques, blocks: blocks, random: bytes)
    }

    /// A screen in which the second technique eases most, run to its end.
    ///
    /// - Parameter becomes: What becomes of a session, by its number.
    private static func run(
        _ schedule: [Int], techniques: Int, blocks: Int, until end: Int = .max,
        becomes: (Int) -> SessionScreenDiary.Entry? = { _ in nil }, seeing: (SessionScreenDiary) -> Void = { _ in }
    ) -> SessionScreenDiary {
        var entries: [Int: SessionScreenDiary.Entry] = [:]
        while true {
            let diary = SessionScreenDiary(schedule: schedule, techniques: techniques, blocks: blocks, entries: entries)
            seeing(diary)
            switch diary.step {
            case .before(let session):
                if session > end { return diary }
                entries[session] = .init(before: 5)
            case .during(let session, let technique):
                entries[session] = becomes(session) ?? .init(before: 5, after: technique == 1 ? 2 : 4)
            case .over: return diary
            }
        }
    }

    @Test(arguments: 1...50)
    func `a technique is shown only once the number before it is there`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let schedule = try Self.schedule(&random, techniques: 3, blocks: 6)
        var skipped = SplitMix64(seed: seed)
        var steps = 0
        let over = Self.run(
            schedule, techniques: 3, blocks: 6,
            becomes: { _ in Int.random(in: 0..<5, using: &skipped) == 0 ? .init(before: 5, isSkipped: true) : nil },
            seeing: { diary in
                steps += 1
                for session in 0...20 where diary.shownTechnique(of: session) != nil {
                    #expect(diary.entries[session]?.before != nil)
                }
                if case .during(let session, let technique) = diary.step {
                    #expect(technique == schedule[session - 1])
                }
            })
        #expect(over.held.count == over.entries.values.count { !$0.isSkipped })
        #expect(over.entries.count == schedule.count && steps == 2 * schedule.count + 1)
        if let best = over.look?.analysis.best { #expect(best == 1) }
    }

    @Test func `one that was ended asks for nothing, and one without sessions says nothing`() {
        let diary = SessionScreenDiary(schedule: [0, 1], techniques: 2, entries: [:], isEnded: true)
        #expect(diary.step == .over && diary.held.isEmpty && diary.look?.analysis.best == nil)
        let empty = SessionScreenDiary(schedule: [], techniques: 2, entries: [:])
        #expect(empty.step == .over && empty.nextLook == nil)
    }

    // MARK: Spare sessions

    @Test(arguments: 1...50)
    func `spare sessions make up for those left out, technique by technique, and for nothing else`(seed: UInt64) throws
    {
        var random = SplitMix64(seed: seed)
        let schedule = try Self.schedule(&random, techniques: 3, blocks: 9)
        // Two sessions of technique 1, one of technique 2: left out, too early, and too late.
        let ones = schedule.indices.filter { schedule[$0] == 1 }.map { $0 + 1 }
        let twos = schedule.indices.filter { schedule[$0] == 2 }.map { $0 + 1 }
        let lost = [
            ones[3]: SessionScreenDiary.Entry(before: 5, isSkipped: true),
            ones[6 - 1]: .init(before: 5, after: 1, minutes: 2.9), twos[0]: .init(before: 5, after: 9, minutes: 30.1),
        ]
        let over = Self.run(schedule, techniques: 3, blocks: 6) { lost[$0] }
        #expect(over.step == .over && over.planned == 18)
        #expect(over.look?.analysis.sessions == [6, 6, 6] && over.look?.analysis.best == 1)
        #expect(over.look?.each == nil && over.look?.analysis.verdicts.count == 2)
        let spares = over.entries.keys.filter(over.isSpare)
        #expect(spares.map { schedule[$0 - 1] }.sorted() == [1, 1, 2])
        #expect(over.untimely.sorted() == [ones[5], twos[0]].sorted())
        // Nothing left out: no spare session at all.
        let whole = Self.run(schedule, techniques: 3, blocks: 6)
        #expect(whole.entries.count == 18 && whole.look?.analysis.sessions == [6, 6, 6])
    }

    @Test func `when the spares are used up it ends all the same, without an order`() throws {
        var random = SplitMix64(seed: 1)
        let schedule = try Self.schedule(&random, techniques: 2, blocks: 8)
        let over = Self.run(schedule, techniques: 2, blocks: 6) { session in
            schedule[session - 1] == 0 && session > 4 ? .init(before: 5, isSkipped: true) : nil
        }
        #expect(over.step == .over && over.entries.count == 14)
        #expect(over.look?.analysis.best == nil && over.look?.analysis.verdicts == [])
    }

    @Test(arguments: [(2.9, false), (3, true), (30, true), (30.1, false), (-1, false)])
    func `the number after counts from three minutes to half an hour after the one before`(
        minutes: Double, counts: Bool
    ) {
        #expect(SessionScreenDiary.Entry(before: 5, after: 3, minutes: minutes).counts == counts)
    }

    @Test func `a session that waits for half an hour is over, and the next one is due`() {
        let schedule = [0, 1, 1, 0]
        func step(_ minutes: Double) -> SessionScreenDiary.Step {
            SessionScreenDiary(
                schedule: schedule, techniques: 2, entries: [1: .init(before: 5, minutes: minutes)]
            ).step
        }
        #expect(step(30) == .during(session: 1, technique: 0))
        #expect(step(30.5) == .before(session: 2))
    }

    // MARK: Looks

    @Test(arguments: [6, 10, 16])
    func `verdicts are given at the end alone, and orders at the looks that were planned`(blocks: Int) throws {
        var random = SplitMix64(seed: UInt64(blocks))
        let schedule = try Self.schedule(&random, techniques: 3, blocks: blocks + 3)
        var looks: [Int: Set<Int>] = [:]
        let over = Self.run(schedule, techniques: 3, blocks: blocks) { _ in
            nil
        } seeing: { diary in
            guard diary.step != .over, let look = diary.look else { return }
            looks[look.each ?? 0, default: []].formUnion(look.analysis.sessions)
            #expect(look.analysis.verdicts.isEmpty && look.analysis.best == 1)
            #expect(diary.held.count >= 18, "nothing is said before six sessions of each")
        }
        // A look stands on the same complete blocks until the next one.
        #expect(looks == [6: [6] as Set, 10: [10]].filter { $0.key < blocks })
        #expect(over.look?.each == nil && over.look?.analysis.verdicts == [.easesByAPoint, .notSureYet])
        #expect(over.nextLook == nil)
    }

    @Test func `a look waits for the block that makes up for what was left out`() throws {
        var random = SplitMix64(seed: 5)
        let schedule = try Self.schedule(&random, techniques: 2, blocks: 13)
        func look(until end: Int) -> SessionScreenDiary.Look? {
            Self.run(schedule, techniques: 2, blocks: 10, until: end) { session in
                session == 3 ? .init(before: 5, isSkipped: true) : nil
            }.look
        }
        #expect(look(until: 12) == nil && look(until: 13) == nil)
        #expect(look(until: 14)?.analysis.sessions.sorted() == [6, 7])
    }

    @Test func `who ends early sees what there is, once`() throws {
        var random = SplitMix64(seed: 3)
        let schedule = try Self.schedule(&random, techniques: 2, blocks: 10)
        let running = Self.run(schedule, techniques: 2, blocks: 10, until: 15)
        let ended = SessionScreenDiary(
            schedule: schedule, techniques: 2, blocks: 10, entries: running.entries, isEnded: true)
        #expect(running.look?.analysis.sessions == [6, 6] && ended.look?.analysis.sessions.reduce(0, +) == 15)
        #expect(ended.look?.analysis.verdicts.count == 1)
    }
}
