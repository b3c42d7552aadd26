import Testing
import UnknotJournal
import UnknotRecord

@testable import UnknotAccounts

@Suite("Limits of signing in")
struct LimitTests {
    private var limits = SignInGuard()
    private var now = Moment(milliseconds: 1_795_000_000_000)

    private mutating func pass(seconds: Int) {
        now = Moment(milliseconds: now.milliseconds + Int64(seconds) * 1000)
    }

    @Test mutating func `five wrong tries are free, then each waits twice as long, up to a quarter of an hour`() {
        var waits: [Int] = []
        for _ in 0..<16 {
            #expect(limits.ask(name: "ada", address: nil, at: now) == .goAhead)
            if case .wait(let seconds) = limits.ask(name: "ada", address: nil, at: now) {
                waits.append(seconds)
                pass(seconds: seconds - 1)
                #expect(limits.ask(name: "ada", address: nil, at: now) == .wait(seconds: 1))
                pass(seconds: 1)
            } else {
                // The question above was itself a try that was free.
                waits.append(0)
            }
        }
        let growing = waits.drop { $0 == 0 }
        #expect(Array(growing.prefix(9)) == [5, 10, 20, 40, 80, 160, 320, 640, 900])
        #expect(growing.dropFirst(9).allSatisfy { $0 == 900 })
    }

    @Test mutating func `waiting is not made longer by asking`() {
        for _ in 0..<6 { _ = limits.ask(name: "ada", address: nil, at: now) }
        for _ in 0..<100 { _ = limits.ask(name: "ada", address: nil, at: now) }
        #expect(limits.ask(name: "ada", address: nil, at: now) == .wait(seconds: 5))
    }

    @Test mutating func `success forgets the tries of a name`() {
        for _ in 0..<4 { _ = limits.ask(name: "ada", address: nil, at: now) }
        #expect(limits.ask(name: "ada", address: nil, at: now) == .goAhead)
        limits.succeeded(name: "ada", address: nil)
        for _ in 0..<5 { #expect(limits.ask(name: "ada", address: nil, at: now) == .goAhead) }
    }

    @Test mutating func `many tries at the same time gain nothing`() {
        let answers = (0..<50).map { _ in limits.ask(name: "ada", address: nil, at: now) }
        #expect(answers.count { $0 == .goAhead } == SignInGuard.freeByName)
    }

    @Test mutating func `one address cannot try many names`() {
        let answers = (0..<100).map { limits.ask(name: "name\($0)", address: "192.0.2.1", at: now) }
        #expect(answers.count { $0 == .goAhead } == SignInGuard.freeByAddress)
        #expect(limits.ask(name: "other", address: "192.0.2.2", at: now) == .goAhead)
    }

    @Test mutating func `who signs in rightly all day is never stopped`() {
        for _ in 0..<500 {
            #expect(limits.ask(name: "ada", address: "192.0.2.1", at: now) == .goAhead)
            limits.succeeded(name: "ada", address: "192.0.2.1")
        }
    }

    @Test mutating func `a try that succeeded does not wash the others of the address away`() {
        for number in 0..<SignInGuard.freeByAddress - 1 {
            _ = limits.ask(name: "n\(number)", address: "192.0.2.1", at: now)
        }
        #expect(limits.ask(name: "mine", address: "192.0.2.1", at: now) == .goAhead)
        limits.succeeded(name: "mine", address: "192.0.2.1")
        #expect(limits.ask(name: "next", address: "192.0.2.1", at: now) == .goAhead)
        #expect(limits.ask(name: "next", address: "192.0.2.1", at: now) == .wait(seconds: 5))
    }

    @Test mutating func `all addresses of a household in IPv6 count as one`() {
        #expect(SignInGuard.network("2001:db8:1:2:aaaa::1") == SignInGuard.network("2001:db8:1:2::ffff"))
        #expect(SignInGuard.network("2001:db8:1:2::1") != SignInGuard.network("2001:db8:1:3::1"))
        #expect(SignInGuard.network("::1") == "0:0:0:0")
        #expect(SignInGuard.network("192.0.2.1") == "192.0.2.1")
    }

    @Test mutating func `everything is forgotten after two quiet hours`() {
        for _ in 0..<6 { _ = limits.ask(name: "ada", address: nil, at: now) }
        pass(seconds: 7201)
        for _ in 0..<5 { #expect(limits.ask(name: "ada", address: nil, at: now) == .goAhead) }
    }

    @Test mutating func `a clock that was put back locks nobody out for long`() {
        for _ in 0..<6 { _ = limits.ask(name: "ada", address: nil, at: now) }
        pass(seconds: -86_400)
        #expect(limits.ask(name: "ada", address: nil, at: now) == .wait(seconds: 900))
    }

    @Test func `memory is bounded, and who has to wait is kept longest`() {
        var limits = SignInGuard(mostKept: 100)
        let now = Moment(milliseconds: 1_795_000_000_000)
        for _ in 0..<9 { _ = limits.ask(name: "attacked", address: nil, at: now) }
        for number in 0..<10_000 {
            _ = limits.ask(name: "name\(number)", address: "192.0.\(number / 256).\(number % 256)", at: now)
            #expect(limits.kept <= 100)
        }
        #expect(limits.ask(name: "attacked", address: nil, at: now) == .wait(seconds: 5))
    }

    // MARK: Sessions

    private static let terms = SessionTerms(idle: 1000, most: 5000, renewal: 100)

    private func session(created: Int64, used: Int64) throws -> AccountSession {
        let id = try #require(AccountID("0190b6a1-7c3e-7abc-8def-0123456789ab"))
        return AccountSession(
            account: id, digest: "", createdAt: Moment(milliseconds: created), usedAt: Moment(milliseconds: used),
            endsAt: Moment(milliseconds: used + 1000), device: "")
    }

    @Test func `a session ends when it is not used, and after a while even so`() throws {
        let session = try session(created: 0, used: 4500)
        #expect(Self.terms.step(for: session, at: Moment(milliseconds: 4550)) == .goOn)
        #expect(Self.terms.step(for: session, at: Moment(milliseconds: 5000)) == .end)
        #expect(Self.terms.step(for: try self.session(created: 0, used: 0), at: Moment(milliseconds: 1000)) == .end)
    }

    @Test func `a session that is used lasts longer, never beyond its last day`() throws {
        let early = Self.terms.step(for: try session(created: 0, used: 0), at: Moment(milliseconds: 300))
        guard case .renew(let longer) = early else { throw Missing() }
        #expect(longer.endsAt.milliseconds == 1300 && longer.usedAt.milliseconds == 300)
        let late = Self.terms.step(for: try session(created: 0, used: 4400), at: Moment(milliseconds: 4800))
        guard case .renew(let last) = late else { throw Missing() }
        #expect(last.endsAt.milliseconds == 5000)
    }

    private struct Missing: Error {}
}
