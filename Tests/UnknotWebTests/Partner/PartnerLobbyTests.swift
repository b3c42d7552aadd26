import SeededRandom
import Testing
import UnknotAccounts
import UnknotRecord

@testable import UnknotWeb

@Suite("All rooms for two")
struct PartnerLobbyTests {
    private static let limits = PartnerLimits(lifetime: 1_000, mostRooms: 6, mostPerAddress: 3, mostListeners: 2)

    private static func token() -> PairedToken {
        var random = SystemRandomNumberGenerator()
        return PairedToken(using: &random)
    }

    private static func at(_ milliseconds: Int64) -> Moment {
        Moment(milliseconds: PartnerScene.start.milliseconds + milliseconds)
    }

    private static func sit(
        _ lobby: inout PartnerLobby, _ token: PairedToken
    ) throws -> (seat: PartnerLobby.Seat, lost: PartnerLobby.Seat?, others: [PartnerLobby.Seat]) {
        let door = try #require(lobby.door(token, at: at(0)))
        let taken = lobby.sit(at: door)
        return try #require(taken)
    }

    @Test func `each token opens its side, and nothing else opens anything`() throws {
        var lobby = PartnerLobby(Self.limits)
        let token = Self.token()
        try lobby.open(PartnerScene.plainSteps(1), for: token, from: "a", at: PartnerScene.start)
        #expect(lobby.door(token, at: PartnerScene.start)?.side == .person)
        #expect(lobby.door(token.second, at: PartnerScene.start)?.side == .partner)
        for other in [token.second.second, Self.token(), Self.token().second] {
            #expect(lobby.door(other, at: PartnerScene.start) == nil)
        }
    }

    @Test func `what is kept holds no token`() throws {
        var lobby = PartnerLobby(PartnerLimits())
        let token = Self.token()
        try lobby.open(try PartnerScene.steps(), for: token, from: "a", at: PartnerScene.start)
        let kept = String(reflecting: lobby)
        #expect(kept.contains(token.digest))
        #expect(!kept.contains(token.text) && !kept.contains(token.second.text))
    }

    @Test func `a room is there until its time is over, to the millisecond`() throws {
        var lobby = PartnerLobby(Self.limits)
        let token = Self.token()
        try lobby.open(PartnerScene.plainSteps(1), for: token, from: "a", at: Self.at(0))
        #expect(lobby.door(token, at: Self.at(999)) != nil)
        #expect(lobby.door(token, at: Self.at(1_000)) == nil && lobby.door(token.second, at: Self.at(1_000)) == nil)
        let seat = try Self.sit(&lobby, token).seat
        let (early, late) = (lobby.expire(at: Self.at(999)), lobby.expire(at: Self.at(1_000)))
        #expect(early.isEmpty && late == [seat])
        #expect(lobby.counts == (0, 0))
        #expect(lobby.bulletin(for: seat, after: nil) == nil)
    }

    @Test func `the usual time is two hours`() {
        #expect(PartnerLimits().lifetime == 7_200_000)
    }

    @Test func `an address with too many rooms loses the oldest that nobody uses, and no other`() throws {
        var lobby = PartnerLobby(Self.limits)
        let tokens = (0..<4).map { _ in Self.token() }
        for token in tokens.prefix(3) {
            try lobby.open(PartnerScene.plainSteps(1), for: token, from: "a", at: Self.at(0))
        }
        let seat = try Self.sit(&lobby, tokens[0]).seat
        try lobby.open(PartnerScene.plainSteps(1), for: tokens[3], from: "a", at: Self.at(0))
        #expect(tokens.map { lobby.door($0, at: Self.at(0)) != nil } == [true, false, true, true])
        for token in [tokens[2], tokens[3]] { _ = try Self.sit(&lobby, token) }
        #expect(throws: PartnerRefusal.tooManyRooms) {
            try lobby.open(PartnerScene.plainSteps(1), for: Self.token(), from: "a", at: Self.at(0))
        }
        try lobby.open(PartnerScene.plainSteps(1), for: Self.token(), from: "b", at: Self.at(0))
        #expect(lobby.bulletin(for: seat, after: nil) != nil)
    }

    @Test func `a side with too many listeners loses the first, the other side none`() throws {
        var lobby = PartnerLobby(Self.limits)
        let token = Self.token()
        try lobby.open(PartnerScene.plainSteps(1), for: token, from: "a", at: Self.at(0))
        let own = try Self.sit(&lobby, token).seat
        var seats: [(seat: PartnerLobby.Seat, lost: PartnerLobby.Seat?, others: [PartnerLobby.Seat])] = []
        for _ in 0..<3 { seats.append(try Self.sit(&lobby, token.second)) }
        #expect(seats.map(\.lost) == [nil, nil, seats[0].seat])
        #expect(lobby.bulletin(for: seats[0].seat, after: nil) == nil)
        #expect(lobby.bulletin(for: own, after: nil)?.state.partner == 2)
        let left = lobby.leave(seats[2].seat)
        #expect(Set(left) == [own, seats[1].seat])
        let again = lobby.leave(seats[2].seat)
        #expect(again.isEmpty, "leaving twice is leaving once")
    }

    @Test(arguments: UInt64(1)...20)
    func `whatever happens, the limits hold and nothing is left behind`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var lobby = PartnerLobby(Self.limits)
        var (tokens, seats): ([PairedToken], [PartnerLobby.Seat]) = ([], [])
        var time: Int64 = 0
        for _ in 0..<400 {
            time += Int64.random(in: 0...40, using: &random)
            let token = tokens.randomElement(using: &random) ?? Self.token()
            let door = lobby.door(Bool.random(using: &random) ? token : token.second, at: Self.at(time))
            switch Int.random(in: 0..<6, using: &random) {
            case 0, 1:
                let new = Self.token()
                let address = ["a", "b", "c"].randomElement(using: &random) ?? "a"
                if (try? lobby.open(PartnerScene.plainSteps(2), for: new, from: address, at: Self.at(time))) != nil {
                    tokens.append(new)
                    #expect(lobby.door(new, at: Self.at(time)) != nil)
                }
            case 2: if let seat = door.flatMap({ lobby.sit(at: $0) })?.seat { seats.append(seat) }
            case 3: if let seat = seats.randomElement(using: &random) { _ = lobby.leave(seat) }
            case 4: if let door { _ = try? lobby.say(.stop, at: door, seen: nil, at: Self.at(time)) }
            default: if let door, Int.random(in: 0..<4, using: &random) == 0 { _ = lobby.end(door) }
            }
            #expect(lobby.counts.rooms <= Self.limits.mostRooms)
            #expect(lobby.counts.listeners <= lobby.counts.rooms * 2 * Self.limits.mostListeners)
        }
        _ = lobby.expire(at: Self.at(time + 1_000))
        #expect(lobby.counts == (0, 0))
        #expect(tokens.allSatisfy { lobby.door($0, at: Self.at(time)) == nil })
    }
}
