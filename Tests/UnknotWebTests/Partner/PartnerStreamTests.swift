import ServiceLifecycle
import Testing
import UnknotAccounts
import UnknotRecord

@testable import UnknotWeb

/// On a real socket. Nothing here waits for a time: each wait is for something that must come, within a minute.
@Suite("The line between two phones", .timeLimit(.minutes(1)))
struct PartnerStreamTests {
    private static func rooms(_ clock: PartnerClock = PartnerClock()) -> PartnerRooms {
        PartnerRooms(clock: { clock.now })
    }

    @Test func `what one says the other hears, as an open stream that nobody keeps or packs`() async throws {
        let rooms = Self.rooms()
        let token = try await rooms.open(PartnerScene.plainSteps(2), from: "a")
        try await PartnerServer.serve(rooms) { port, _ in
            try await PartnerServer.listen(port, token.second) { ear in
                try await ear.expect("event: state")
                let head = ear.heard.lowercased()
                for field in [
                    "http/1.1 200", "content-type: text/event-stream\r\n", "cache-control: no-store\r\n",
                    "x-accel-buffering: no\r\n", "transfer-encoding: chunked",
                ] {
                    #expect(head.contains(field), "\(field)")
                }
                #expect(!head.contains("content-encoding") && !head.contains("set-cookie"))
                _ = try await rooms.say(.less, token, seen: nil)
                try await ear.expect(#""word":"less""#)
                _ = try await rooms.say(.stop, token, seen: nil)
                try await ear.expect(#""stopped":true"#)
            }
        }
    }

    @Test func `who comes again is told what was missed, first things first`() async throws {
        let rooms = Self.rooms()
        let token = try await rooms.open(PartnerScene.plainSteps(2), from: "a")
        for word in [PartnerWord.more, .less, .good] { _ = try await rooms.say(word, token, seen: nil) }
        try await PartnerServer.serve(rooms) { port, _ in
            try await PartnerServer.listen(port, token.second, after: 1) { ear in
                try await ear.expect("event: state")
                let names = ear.heard.matches(of: /"word":"([a-z]+)"/).map { String($0.output.1) }
                #expect(names == ["less", "good", "good"], "the words, then how things stand")
            }
        }
    }

    @Test func `who leaves is gone at once`() async throws {
        let rooms = Self.rooms()
        let token = try await rooms.open(PartnerScene.plainSteps(1), from: "a")
        let witness = try #require(await rooms.listen(token))
        try await PartnerServer.serve(rooms) { port, _ in
            try await PartnerServer.listen(port, token.second) { ear in
                try await ear.expect(#""partner":1"#)
            }
            var wakes = witness.wakes.makeAsyncIterator()
            while await rooms.bulletin(for: witness, after: nil)?.state.partner != 0 { await wakes.next() }
            #expect(await rooms.counts == (1, 1))
        }
        await rooms.leave(witness)
        #expect(await rooms.counts == (1, 0))
    }

    @Test func `the server ends while somebody listens`() async throws {
        let rooms = Self.rooms()
        let token = try await rooms.open(PartnerScene.plainSteps(1), from: "a")
        try await PartnerServer.serve(rooms) { port, service in
            try await PartnerServer.listen(port, token.second) { ear in
                try await ear.expect("event: state")
                await service.triggerGracefulShutdown()
                let isHeard = try await ear.hears("never said")
                #expect(!isHeard, "the stream ended")
                #expect(!ear.heard.contains("event: over"), "the browser may come again")
            }
        }
        #expect(await rooms.counts.listeners == 0)
    }

    @Test(arguments: [true, false])
    func `when the session ends, both hear that it is over`(byTime: Bool) async throws {
        let clock = PartnerClock()
        let rooms = Self.rooms(clock)
        let token = try await rooms.open(PartnerScene.plainSteps(1), from: "a")
        try await PartnerServer.serve(rooms) { port, _ in
            try await PartnerServer.listen(port, token.second) { ear in
                try await ear.expect("event: state")
                if byTime {
                    clock.pass(milliseconds: PartnerLimits().lifetime)
                    await rooms.tick()
                } else {
                    try await rooms.end(token)
                }
                try await ear.expect("event: over")
            }
            try await PartnerServer.listen(port, token.second) { ear in
                try await ear.expect("HTTP/1.1 404")
            }
        }
        #expect(await rooms.counts == (0, 0))
    }

    @Test func `a sign of life goes to everybody who listens`() async throws {
        let rooms = Self.rooms()
        let token = try await rooms.open(PartnerScene.plainSteps(1), from: "a")
        try await PartnerServer.serve(rooms) { port, _ in
            try await PartnerServer.listen(port, token) { ear in
                try await ear.expect("event: state")
                await rooms.tick()
                try await ear.expect("\r\n:\n\n")
            }
        }
    }

    @Test func `only the person can end it`() async throws {
        let rooms = Self.rooms()
        let token = try await rooms.open(PartnerScene.plainSteps(1), from: "a")
        await #expect(throws: PartnerRefusal.notYours) { try await rooms.end(token.second) }
        #expect(await rooms.look(token) != nil)
    }
}
