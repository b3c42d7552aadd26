import SeededRandom
import Testing
import UnknotRecord

@testable import UnknotWeb

@Suite("A room for two")
struct PartnerRoomTests {
    private static func random(_ seed: UInt64) -> SplitMix64 { SplitMix64(seed: seed) }

    @Test(arguments: UInt64(1)...30)
    func `whatever is said in whatever order, it stays in order and only who may say it does`(seed: UInt64) throws {
        var random = Self.random(seed)
        var room = PartnerRoom(PartnerScene.plainSteps(4), endsAt: PartnerScene.start)
        var heard: [PartnerSaying] = []
        var now = PartnerScene.start
        for _ in 0..<200 {
            let word = try #require(PartnerWord.allCases.randomElement(using: &random))
            let side = try #require(PartnerSide.allCases.randomElement(using: &random))
            let before = room
            now = Moment(milliseconds: now.milliseconds + Int64.random(in: 0...900, using: &random))
            do throws(PartnerRefusal) {
                if let saying = try room.say(word, by: side, at: now) { heard.append(saying) }
                #expect(word.mayBeSaid(by: side))
            } catch {
                #expect(room.said == before.said && room.step == before.step && room.isStopped == before.isStopped)
                if word == .stop { Issue.record("a stop was refused") }
            }
            if word == .stop { #expect(room.isStopped) }
            #expect(room.isStopped == (heard.last { [.stop, .resume].contains($0.word) }?.word == .stop))
            #expect(room.step == heard.count { $0.word == .next } && room.step <= room.steps.count)
        }
        #expect(heard.map(\.number) == Array(1...heard.count))
        #expect(room.number == heard.count)
        let felt = heard.filter { [.more, .less, .good, .resume].contains($0.word) }
        #expect(felt.allSatisfy { $0.by == .person && ($0.word == .resume || !$0.stopped) })
    }

    @Test func `stop is taken however much was said before`() throws {
        var room = PartnerRoom(PartnerScene.plainSteps(1), endsAt: PartnerScene.start)
        let now = PartnerScene.start
        for _ in 0..<WordBudget.most { _ = try room.say(.more, by: .person, at: now) }
        #expect(throws: PartnerRefusal.tooFast(seconds: 1)) { try room.say(.more, by: .person, at: now) }
        #expect(try room.say(.stop, by: .person, at: now)?.stopped == true)
        #expect(try room.say(.stop, by: .partner, at: now) == nil, "it is stopped already")
        #expect(throws: PartnerRefusal.tooFast(seconds: 1)) { try room.say(.resume, by: .person, at: now) }
        let later = Moment(milliseconds: now.milliseconds + WordBudget.interval)
        #expect(try room.say(.resume, by: .person, at: later)?.stopped == false)
    }

    @Test func `the partner can stop, and cannot go on for the person`() throws {
        var room = PartnerRoom(PartnerScene.plainSteps(1), endsAt: PartnerScene.start)
        _ = try room.say(.stop, by: .partner, at: PartnerScene.start)
        #expect(throws: PartnerRefusal.notYours) { try room.say(.resume, by: .partner, at: PartnerScene.start) }
        #expect(room.isStopped)
    }

    @Test func `two hands on "next" at once leave one step, not two`() throws {
        var room = PartnerRoom(PartnerScene.plainSteps(3), endsAt: PartnerScene.start)
        #expect(try room.say(.next, by: .person, seen: 0, at: PartnerScene.start)?.step == 1)
        #expect(try room.say(.next, by: .partner, seen: 0, at: PartnerScene.start) == nil)
        #expect(room.step == 1)
    }

    @Test(arguments: UInt64(1)...20)
    func `who comes and goes hears each word once and in order, or learns how things stand`(seed: UInt64) throws {
        var random = Self.random(seed)
        var room = PartnerRoom(PartnerScene.plainSteps(1), endsAt: PartnerScene.start)
        var now = PartnerScene.start
        var (told, all): (Int, [Int]) = (0, [])
        for _ in 0..<40 {
            for _ in 0..<Int.random(in: 0...90, using: &random) {
                now = Moment(milliseconds: now.milliseconds + WordBudget.interval)
                _ = try room.say([.more, .less, .good].randomElement(using: &random) ?? .more, by: .person, at: now)
            }
            if let words = room.said(after: told) {
                #expect(words.map(\.number) == Array((told + 1)..<(room.number + 1)))
                all += words.map(\.number)
            } else {
                #expect(room.number - told > PartnerRoom.mostKept, "it is kept and was not told")
                all.append(room.number)
            }
            told = room.number
        }
        #expect(all == all.sorted() && Set(all).count == all.count)
        #expect(room.said.count <= PartnerRoom.mostKept)
        #expect(room.said(after: room.number + 1) == nil && room.said(after: -1) == nil)
    }

    @Test(arguments: UInt64(1)...20)
    func `a budget lets through what it holds and what flows in, and no more`(seed: UInt64) {
        var random = Self.random(seed)
        var now = PartnerScene.start
        var budget = WordBudget(at: now)
        var taken = 0
        for _ in 0..<300 {
            now = Moment(milliseconds: now.milliseconds + Int64.random(in: 0...400, using: &random))
            if budget.take(at: now) == nil { taken += 1 }
            let passed = now.milliseconds - PartnerScene.start.milliseconds
            #expect(taken <= WordBudget.most + Int(passed / WordBudget.interval))
        }
        #expect(taken > 20)
    }
}
