import SeededRandom
import Testing

@testable import UnknotJournalPostgres

@Suite("The line for connections")
struct SlotQueueTests {
    @Test func `who comes first is served first`() {
        var queue = SlotQueue<String>(slots: 1)
        #expect(queue.take() == 0)
        #expect(queue.take() == nil)
        #expect(queue.join(queue.ticket(), "a") == nil)
        let ticket = queue.ticket()
        #expect(queue.join(ticket, "b") == nil)
        #expect(queue.join(queue.ticket(), "c") == nil)
        #expect(queue.leave(ticket) == "b")
        #expect(queue.leave(ticket) == nil)
        #expect(queue.giveBack(0) == "a")
        #expect(queue.giveBack(0) == "c")
        #expect(queue.giveBack(0) == nil)
        #expect(queue.join(queue.ticket(), "d") == 0)
    }

    @Test(arguments: 1...10)
    func `no connection is lost or lent twice`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var queue = SlotQueue<Int>(slots: 4)
        var lent = 0
        var waiting: [Int] = []
        for _ in 0..<2000 {
            switch Int.random(in: 0...3, using: &random) {
            case 0, 1:
                if queue.take() != nil {
                    lent += 1
                } else {
                    let ticket = queue.ticket()
                    #expect(queue.join(ticket, ticket) == nil)
                    waiting.append(ticket)
                }
            case 2:
                guard lent > 0 else { continue }
                if let served = queue.giveBack(0) {
                    #expect(served == waiting.removeFirst())
                } else {
                    #expect(waiting.isEmpty)
                    lent -= 1
                }
            default:
                guard let ticket = waiting.randomElement(using: &random) else { continue }
                #expect(queue.leave(ticket) == ticket)
                waiting.removeAll { $0 == ticket }
            }
            #expect((0...4).contains(lent))
            #expect(waiting.isEmpty || lent == 4)
        }
        #expect(queue.dismiss() == waiting)
    }
}
