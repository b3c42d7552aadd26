import Testing
import UnknotJournal
import UnknotRecord

@Suite("Every store keeps accounts")
struct AccountTests {
    /// What makes accounts that are the same every time.
    private struct Makers {
        var samples = Samples(seed: 9)
        let store: any AccountStore
        let journal: any JournalStore

        init(_ journal: any JournalStore) throws {
            self.journal = journal
            store = try #require(journal as? any AccountStore)
        }

        mutating func account(_ name: String, _ role: AccountRole = .person) throws -> Account {
            let id = try #require(AccountID(samples.person().id.description))
            return Account(
                id: id, name: try #require(AccountName(name)), role: role, verifier: "scrypt$…",
                createdAt: samples.now())
        }

        mutating func join(_ name: String) async throws -> (account: Account, person: Person) {
            let (account, person) = (try account(name), samples.person(name))
            try await store.add(account, owning: person)
            return (account, person)
        }

        mutating func session(_ account: Account, _ digit: Character, ends: Int64 = 1000) -> AccountSession {
            AccountSession(
                account: account.id, digest: String(repeating: digit, count: 64), createdAt: Moment(milliseconds: 1),
                usedAt: Moment(milliseconds: 2), endsAt: Moment(milliseconds: ends), device: "Firefox")
        }

        mutating func share(_ person: Person, _ digit: Character, ends: Int64 = 1000) throws -> Share {
            Share(
                person: person.id, id: try #require(ShareID(samples.person().id.description)),
                digest: String(repeating: digit, count: 64), scope: .see, label: "Physio 🦔",
                madeAt: samples.now(), endsAt: Moment(milliseconds: ends))
        }
    }

    private static func with(
        _ backend: Backend, _ use: (inout Makers) async throws -> Void
    ) async throws {
        try await backend.withStore { store in
            var makers = try Makers(store)
            try await use(&makers)
        }
    }

    private static func moment(_ milliseconds: Int64) -> Moment { Moment(milliseconds: milliseconds) }

    @Test(arguments: Backend.all)
    func `an account is found by id and by name, with its person`(backend: Backend) async throws {
        try await Self.with(backend) { makers in
            let (ada, person) = try await makers.join("ada")
            let helper = try makers.account("bob@example.org", .helper)
            try await makers.store.add(helper, owning: nil)
            let store = makers.store
            #expect(try await store.account(ada.id) == ada)
            #expect(try await store.account(named: helper.name) == helper)
            #expect(try await store.accounts() == [ada, helper])
            #expect(try await store.persons(ownedBy: ada.id) == [person])
            #expect(try await store.persons(ownedBy: helper.id) == [])
            #expect(try await store.person(person.id) == person)
            #expect(try await makers.journal.persons() == [person])
        }
    }

    @Test(arguments: Backend.all)
    func `a name that is taken adds neither account nor person`(backend: Backend) async throws {
        try await Self.with(backend) { makers in
            let (_, person) = try await makers.join("ada")
            let store = makers.store
            let (again, other) = (try makers.account("ADA"), makers.samples.person())
            await #expect(throws: JournalError.self) { try await store.add(again, owning: other) }
            let fresh = try makers.account("bob")
            await #expect(throws: JournalError.alreadyKept(person.id.description)) {
                try await store.add(fresh, owning: person)
            }
            #expect(try await makers.store.accounts().count == 1)
            #expect(try await makers.journal.persons() == [person])
        }
    }

    @Test(arguments: Backend.all)
    func `of many who want one name at the same time one gets it`(backend: Backend) async throws {
        try await Self.with(backend) { makers in
            var wishes: [(Account, Person)] = []
            for _ in 0..<8 { wishes.append((try makers.account("ada"), makers.samples.person())) }
            let store = makers.store
            let won = await withTaskGroup(of: Bool.self) { group in
                for (account, person) in wishes {
                    group.addTask { (try? await store.add(account, owning: person)) != nil }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(won == 1)
            #expect(try await makers.journal.persons().count == 1)
        }
    }

    @Test(arguments: Backend.all)
    func `sessions are kept, renewed and ended one by one`(backend: Backend) async throws {
        try await Self.with(backend) { makers in
            let (ada, _) = try await makers.join("ada")
            let (bob, _) = try await makers.join("bob")
            let store = makers.store
            let (one, two, other) = (
                makers.session(ada, "1"), makers.session(ada, "2"), makers.session(bob, "1", ends: 5)
            )
            for session in [one, two, other] { try await store.add(session) }
            var longer = two
            longer.usedAt = Self.moment(50)
            longer.endsAt = Self.moment(2000)
            try await store.renew(longer)
            #expect(try await store.sessions(of: ada.id) == [longer, one])
            #expect(try await store.session(one.digest, of: ada.id) == one)
            #expect(try await store.session(two.digest, of: bob.id) == nil)
            try await store.endSession(one.digest, of: ada.id)
            try await store.endSession(one.digest, of: ada.id)
            try await store.renew(one)
            #expect(try await store.sessions(of: ada.id) == [longer])
            #expect(try await store.sessions(of: bob.id) == [other])
            try await store.add(one)
            try await store.endSessions(of: ada.id, but: two.digest)
            #expect(try await store.sessions(of: ada.id) == [longer])
            try await store.removeEnded(before: Self.moment(5))
            #expect(try await store.sessions(of: bob.id) == [])
            try await store.endSessions(of: ada.id, but: nil)
            #expect(try await store.sessions(of: ada.id) == [])
        }
    }

    @Test(arguments: Backend.all)
    func `a new verifier ends sessions and codes when it is to, and closing always does`(backend: Backend) async throws
    {
        try await Self.with(backend) { makers in
            let (ada, _) = try await makers.join("ada")
            let store = makers.store
            let (session, code) = (makers.session(ada, "1"), String(repeating: "c", count: 64))
            func signIn() async throws {
                try await store.add(session)
                try await store.keep(ResetCodeRecord(account: ada.id, digest: code, endsAt: Self.moment(1000)))
            }
            try await signIn()
            try await store.setVerifier("a", of: ada.id, endingSessions: false)
            #expect(try await store.account(ada.id)?.verifier == "a")
            #expect(try await store.sessions(of: ada.id) == [session])
            try await store.setVerifier("b", of: ada.id, endingSessions: true)
            #expect(try await store.sessions(of: ada.id) == [])
            #expect(try await !store.useCode(code, of: ada.id, at: Self.moment(1)))
            try await signIn()
            try await store.setClosed(Self.moment(7), for: ada.id)
            #expect(try await store.account(ada.id)?.closedAt == Self.moment(7))
            #expect(try await store.sessions(of: ada.id) == [])
            #expect(try await !store.useCode(code, of: ada.id, at: Self.moment(1)))
            try await store.setClosed(nil, for: ada.id)
            #expect(try await store.account(ada.id)?.closedAt == nil)
        }
    }

    @Test(arguments: Backend.all)
    func `a code is used once, in time, and only the last one counts`(backend: Backend) async throws {
        try await Self.with(backend) { makers in
            let (ada, _) = try await makers.join("ada")
            let store = makers.store
            let (old, new) = (String(repeating: "a", count: 64), String(repeating: "b", count: 64))
            for digest in [old, new] {
                try await store.keep(ResetCodeRecord(account: ada.id, digest: digest, endsAt: Self.moment(10)))
            }
            #expect(try await !store.useCode(old, of: ada.id, at: Self.moment(1)))
            #expect(try await !store.useCode(new, of: ada.id, at: Self.moment(10)))
            let uses = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<8 {
                    group.addTask { (try? await store.useCode(new, of: ada.id, at: Self.moment(9))) ?? false }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(uses == 1)
        }
    }

    @Test(arguments: Backend.all)
    func `a link goes to the first account and to no other`(backend: Backend) async throws {
        try await Self.with(backend) { makers in
            let (_, person) = try await makers.join("ada")
            let (bob, _) = try await makers.join("bob")
            let (eve, _) = try await makers.join("eve")
            let share = try makers.share(person, "1")
            let store = makers.store
            try await store.add(share)
            let takers = [bob.id, eve.id, bob.id, eve.id]
            let gained = await withTaskGroup(of: (AccountID, Bool).self) { group in
                for taker in takers {
                    group.addTask {
                        (
                            taker,
                            (try? await store.accept(share.digest, of: person.id, by: taker, at: Self.moment(5)))
                                ?? false
                        )
                    }
                }
                return await group.reduce(into: Set<AccountID>()) { if $1.1 { $0.insert($1.0) } }
            }
            #expect(gained.count == 1)
            let kept = try #require(try await store.share(share.digest, of: person.id))
            #expect(kept.acceptedBy == gained.first && kept.acceptedAt == Self.moment(5))
            #expect(kept.label == share.label && kept.scope == .see)
            let taker = try #require(gained.first)
            let shared = try await store.persons(sharedWith: taker, at: Self.moment(999))
            #expect(shared == [SharedPerson(person: person, share: kept)])
            #expect(try await store.persons(sharedWith: taker, at: Self.moment(1000)) == [])
            try await store.revoke(share.id, of: person.id, at: Self.moment(20))
            try await store.revoke(share.id, of: person.id, at: Self.moment(30))
            #expect(try await store.persons(sharedWith: taker, at: Self.moment(21)) == [])
            #expect(try await store.shares(of: person.id).map(\.revokedAt) == [Self.moment(20)])
            #expect(try await !store.accept(share.digest, of: person.id, by: taker, at: Self.moment(21)))
        }
    }

    @Test(arguments: Backend.all)
    func `a link that ended, was taken back or is another person's cannot be taken`(backend: Backend) async throws {
        try await Self.with(backend) { makers in
            let (_, person) = try await makers.join("ada")
            let (bob, other) = try await makers.join("bob")
            let store = makers.store
            let (late, revoked) = (try makers.share(person, "1", ends: 10), try makers.share(person, "2"))
            for share in [late, revoked] { try await store.add(share) }
            try await store.revoke(revoked.id, of: other.id, at: Self.moment(1))
            #expect(try await store.share(revoked.digest, of: person.id)?.revokedAt == nil)
            try await store.revoke(revoked.id, of: person.id, at: Self.moment(1))
            for share in [late, revoked] {
                #expect(try await !store.accept(share.digest, of: person.id, by: bob.id, at: Self.moment(10)))
            }
            #expect(try await store.share(late.digest, of: other.id) == nil)
            #expect(try await store.shares(of: person.id).allSatisfy { $0.acceptedBy == nil })
            let nobody = makers.samples.person()
            let orphan = try makers.share(nobody, "3")
            await #expect(throws: JournalError.noSuchPerson(nobody.id)) { try await store.add(orphan) }
        }
    }

    @Test(arguments: Backend.all)
    func `accesses are gathered by hour, account and page`(backend: Backend) async throws {
        try await Self.with(backend) { makers in
            let (_, person) = try await makers.join("ada")
            let (bob, _) = try await makers.join("bob")
            let store = makers.store
            func note(_ page: AccessedPage, at milliseconds: Int64) async throws {
                try await store.note(
                    AccessNote(
                        person: person.id, account: bob.id, who: "bob", role: .therapist, page: page,
                        lastAt: Self.moment(milliseconds)))
            }
            for second in [0, 1, 3599] as [Int64] { try await note(.today, at: second * 1000) }
            try await note(.map, at: 5)
            try await note(.today, at: 3_600_000)
            try await note(.today, at: -1)
            let list = try await store.accesses(of: person.id, limit: 10)
            #expect(list.map(\.times) == [1, 3, 1, 1])
            #expect(list.map(\.page) == [.today, .today, .map, .today])
            #expect(list.map(\.lastAt.milliseconds) == [3_600_000, 3_599_000, 5, -1])
            #expect(list.allSatisfy { $0.who == "bob" && $0.role == .therapist })
            #expect(try await store.accesses(of: person.id, limit: 2).count == 2)
            let nobody = makers.samples.person()
            await #expect(throws: JournalError.noSuchPerson(nobody.id)) {
                try await store.note(
                    AccessNote(
                        person: nobody.id, account: bob.id, who: "bob", role: .helper, page: .map,
                        lastAt: Self.moment(1)))
            }
        }
    }

    @Test(arguments: Backend.all)
    func `erasing a person takes links and accesses along, and leaves the account`(backend: Backend) async throws {
        try await Self.with(backend) { makers in
            let (ada, person) = try await makers.join("ada")
            let (bob, other) = try await makers.join("bob")
            let store = makers.store
            let (share, kept) = (try makers.share(person, "1"), try makers.share(other, "1"))
            for share in [share, kept] { try await store.add(share) }
            _ = try await store.accept(share.digest, of: person.id, by: bob.id, at: Self.moment(1))
            try await store.note(
                AccessNote(
                    person: person.id, account: bob.id, who: "bob", role: .helper, page: .map, lastAt: Self.moment(1)))
            _ = try await makers.journal.erase(person.id)
            #expect(try await store.shares(of: person.id) == [])
            #expect(try await store.accesses(of: person.id, limit: 10) == [])
            #expect(try await store.persons(sharedWith: bob.id, at: Self.moment(2)) == [])
            #expect(try await store.persons(ownedBy: ada.id) == [])
            #expect(try await store.account(ada.id) == ada)
            #expect(try await store.shares(of: other.id) == [kept])
        }
    }

    @Test(arguments: Backend.all)
    func `erasing an account leaves nothing of it but who looked`(backend: Backend) async throws {
        try await Self.with(backend) { makers in
            let (ada, person) = try await makers.join("ada")
            let (bob, _) = try await makers.join("bob")
            let store = makers.store
            let share = try makers.share(person, "1")
            try await store.add(share)
            _ = try await store.accept(share.digest, of: person.id, by: bob.id, at: Self.moment(1))
            try await store.note(
                AccessNote(
                    person: person.id, account: bob.id, who: "bob", role: .helper, page: .map, lastAt: Self.moment(1)))
            try await store.add(makers.session(bob, "1"))
            try await store.erase(account: bob.id)
            try await store.erase(account: bob.id)
            #expect(try await store.accounts() == [ada])
            #expect(try await store.sessions(of: bob.id) == [])
            #expect(try await store.shares(of: person.id) == [])
            #expect(try await store.accesses(of: person.id, limit: 10).map(\.who) == ["bob"])
            _ = try await makers.join("bob")
        }
    }
}
