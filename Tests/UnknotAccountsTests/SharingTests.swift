import Testing
import UnknotJournal
import UnknotRecord

@testable import UnknotAccounts

@Suite("Sharing")
struct SharingTests {
    private let house: House
    private let ada: Account
    private let bob: Account
    private let record: Person

    init() async throws {
        house = try await House()
        ada = try await house.join("ada")
        bob = try await house.join("bob", .helper)
        record = try await house.person(of: ada)
    }

    private func records(_ account: Account) async throws -> [String?] {
        try await house.accounts.records(of: account.id).map { $0.share.map(\.scope.rawValue) ?? "own" }
    }

    @Test func `a helper has no record until somebody shares one`() async throws {
        #expect(try await records(bob) == [])
        #expect(try await records(ada) == ["own"])
    }

    @Test(arguments: ShareScope.allCases)
    func `who takes a link has access until its end`(scope: ShareScope) async throws {
        let link = try await house.accounts.share(record.id, scope: scope, label: "Bob", days: 7)
        let offer = try await house.accounts.offer(link.token.text, to: nil)
        #expect(offer.person == record && offer.share.scope == scope)
        #expect(try await house.accounts.accept(link.token.text, by: bob.id) == record.id)
        #expect(try await records(bob) == [scope.rawValue])
        house.clock.pass(seconds: 7 * 86_400 - 1)
        #expect(try await records(bob) == [scope.rawValue])
        house.clock.pass(seconds: 1)
        #expect(try await records(bob) == [])
    }

    @Test func `a link taken back gives nothing at once, taken or not`() async throws {
        let (taken, open) = (
            try await house.accounts.share(record.id, scope: .see, label: "", days: 7),
            try await house.accounts.share(record.id, scope: .see, label: "", days: 7)
        )
        _ = try await house.accounts.accept(taken.token.text, by: bob.id)
        for link in [taken, open] { try await house.accounts.revoke(link.share.id, of: record.id) }
        #expect(try await records(bob) == [])
        await #expect(throws: AccountProblem.linkNotUsable) {
            try await house.accounts.accept(open.token.text, by: bob.id)
        }
        await #expect(throws: AccountProblem.linkNotUsable) { try await house.accounts.offer(open.token.text, to: nil) }
    }

    @Test func `only the first account gets a link`() async throws {
        let eve = try await house.join("eve")
        let link = try await house.accounts.share(record.id, scope: .see, label: "", days: 7)
        _ = try await house.accounts.accept(link.token.text, by: bob.id)
        await #expect(throws: AccountProblem.linkNotUsable) {
            try await house.accounts.accept(link.token.text, by: eve.id)
        }
        await #expect(throws: AccountProblem.linkNotUsable) {
            try await house.accounts.offer(link.token.text, to: eve.id)
        }
        #expect(try await records(eve) == ["own"])
        // Twice by the same is no mistake.
        #expect(try await house.accounts.accept(link.token.text, by: bob.id) == record.id)
    }

    @Test func `one's own link is of no use`() async throws {
        let link = try await house.accounts.share(record.id, scope: .see, label: "", days: 7)
        await #expect(throws: AccountProblem.ownLink) { try await house.accounts.accept(link.token.text, by: ada.id) }
        #expect(try await records(ada) == ["own"])
    }

    @Test func `of several links the one that allows most counts`() async throws {
        for scope in [ShareScope.see, .write, .summary] {
            let link = try await house.accounts.share(record.id, scope: scope, label: "", days: 7)
            _ = try await house.accounts.accept(link.token.text, by: bob.id)
        }
        #expect(try await records(bob) == ["write"])
    }

    @Test(arguments: [(-5, 1), (0, 1), (30, 30), (100_000, Accounts.longestShare)])
    func `no link lasts longer than a year`(asked: Int, given: Int) async throws {
        let link = try await house.accounts.share(record.id, scope: .see, label: "", days: asked)
        #expect(link.share.endsAt.milliseconds - link.share.madeAt.milliseconds == Int64(given) * 86_400_000)
    }

    @Test(arguments: ["", "x", String(repeating: "A", count: 64)])
    func `what is no link is refused like one that ended`(text: String) async throws {
        await #expect(throws: AccountProblem.linkNotUsable) { try await house.accounts.offer(text, to: nil) }
        await #expect(throws: AccountProblem.linkNotUsable) { try await house.accounts.accept(text, by: bob.id) }
    }

    @Test func `who looks is listed by the hour`() async throws {
        for _ in 0..<50 { try await house.accounts.note(.today, of: record.id, by: bob) }
        try await house.accounts.note(.entries, of: record.id, by: bob)
        house.clock.pass(seconds: 3600)
        try await house.accounts.note(.today, of: record.id, by: bob)
        let list = try await house.accounts.store.accesses(of: record.id, limit: 10)
        #expect(list.map(\.times).sorted() == [1, 1, 50])
        #expect(list[0].page == .today && list[0].times == 1)
        #expect(list.allSatisfy { $0.who == "bob" && $0.role == .helper })
    }

    @Test func `the list still says who it was when the account is gone`() async throws {
        try await house.accounts.note(.today, of: record.id, by: bob)
        try await house.accounts.erase(bob)
        #expect(try await house.accounts.store.accesses(of: record.id, limit: 10).map(\.who) == ["bob"])
    }
}
