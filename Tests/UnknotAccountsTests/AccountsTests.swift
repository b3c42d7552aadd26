import Testing
import UnknotJournal
import UnknotRecord

@testable import UnknotAccounts

@Suite("Accounts")
struct AccountsTests {
    @Test func `who has an account signs in and out`() async throws {
        let house = try await House()
        let ada = try await house.join("Ada")
        let signedIn = try await house.signIn("ADA ")
        #expect(signedIn.account.id == ada.id)
        #expect(try await house.accounts.signedIn(signedIn.token.text)?.account.id == ada.id)
        try await house.accounts.signOut(signedIn)
        #expect(try await house.accounts.signedIn(signedIn.token.text) == nil)
    }

    @Test(arguments: [("ada", "wrong but long enough"), ("nobody", House.password), ("a b", House.password), ("", "")])
    func `a wrong name and a wrong password fail alike`(name: String, password: String) async throws {
        let house = try await House()
        _ = try await house.join("ada")
        await #expect(throws: AccountProblem.wrongPassword) { try await house.signIn(name, password) }
    }

    @Test func `an unknown name costs the work of a known one`() async throws {
        let cost = try #require(PasswordCost(logN: 13))
        let house = try await House { $0.cost = cost }
        var times: [Duration] = []
        for number in 0..<3 {
            times.append(
                await ContinuousClock().measure { _ = try? await house.signIn("nobody\(number)") })
        }
        // The fastest machine needs 10 ms for this work; everything else takes a tenth of a millisecond.
        #expect(try #require(times.min()) > .milliseconds(3))
    }

    @Test func `tries are limited by name, also for names that nobody has`() async throws {
        let house = try await House()
        for _ in 0..<5 {
            await #expect(throws: AccountProblem.wrongPassword) { try await house.signIn("nobody") }
        }
        await #expect(throws: AccountProblem.tooManyTries(seconds: 5)) { try await house.signIn("nobody") }
        house.clock.pass(seconds: 5)
        await #expect(throws: AccountProblem.wrongPassword) { try await house.signIn("nobody") }
    }

    @Test func `the right password is of no use while the name has to wait`() async throws {
        let house = try await House()
        _ = try await house.join("ada")
        for _ in 0..<5 { _ = try? await house.signIn("ada", "wrong but long enough") }
        await #expect(throws: AccountProblem.tooManyTries(seconds: 5)) { try await house.signIn("ada") }
        house.clock.pass(seconds: 5)
        _ = try await house.signIn("ada")
    }

    @Test func `a stronger cost is applied when somebody signs in`() async throws {
        let house = try await House()
        let ada = try await house.join("ada")
        let more = try #require(PasswordCost(logN: 3))
        let stronger = Accounts(
            house.accounts.store, journal: house.accounts.journal, settings: AccountSettings(cost: more)
        ) { house.clock.now }
        let first = try await stronger.signIn("ada", password: House.password, address: nil, device: "")
        let verifier = try await house.accounts.store.account(ada.id)?.verifier
        #expect(verifier?.hasPrefix("scrypt$3$") == true)
        // It is no reason to be signed out.
        #expect(try await stronger.signedIn(first.token.text) != nil)
        _ = try await stronger.signIn("ada", password: House.password, address: nil, device: "")
        #expect(try await house.accounts.store.account(ada.id)?.verifier == verifier)
    }

    @Test func `a session ends after two weeks without use, and use makes it longer`() async throws {
        let house = try await House()
        _ = try await house.join("ada")
        let token = try await house.signIn("ada").token.text
        for _ in 0..<6 {
            house.clock.pass(days: 13)
            #expect(try await house.accounts.signedIn(token)?.isRenewed == true)
        }
        house.clock.pass(seconds: 60)
        #expect(try await house.accounts.signedIn(token)?.isRenewed == false)
        house.clock.pass(days: 13)
        // 91 days after signing in.
        #expect(try await house.accounts.signedIn(token) == nil)
        let other = try await house.signIn("ada").token.text
        house.clock.pass(days: 14)
        #expect(try await house.accounts.signedIn(other) == nil)
    }

    @Test func `signing out everywhere ends every session`() async throws {
        let house = try await House()
        _ = try await house.join("ada")
        let (one, other) = (try await house.signIn("ada"), try await house.signIn("ada"))
        try await house.accounts.signOutEverywhere(one)
        for token in [one, other].map(\.token.text) { #expect(try await house.accounts.signedIn(token) == nil) }
    }

    @Test func `changing the password asks for the old one and signs out everywhere`() async throws {
        let house = try await House()
        let ada = try await house.join("ada")
        let signedIn = try await house.signIn("ada")
        await #expect(throws: AccountProblem.wrongPassword) {
            try await house.accounts.changePassword(
                of: ada, from: "wrong but long enough", to: "another good one", address: nil)
        }
        await #expect(throws: AccountProblem.badPassword(.tooShort)) {
            try await house.accounts.changePassword(of: ada, from: House.password, to: "short", address: nil)
        }
        #expect(try await house.accounts.signedIn(signedIn.token.text) != nil)
        try await house.accounts.changePassword(of: ada, from: House.password, to: "another good one", address: nil)
        #expect(try await house.accounts.signedIn(signedIn.token.text) == nil)
        await #expect(throws: AccountProblem.wrongPassword) { try await house.signIn("ada") }
        _ = try await house.signIn("ada", "another good one")
    }

    @Test func `a code gives a new password once`() async throws {
        let house = try await House()
        _ = try await house.join("ada")
        let signedIn = try await house.signIn("ada")
        let code = try await house.accounts.makeResetCode(for: "ada").code.description
        await #expect(throws: AccountProblem.badPassword(.tooShort)) {
            try await house.accounts.reset("ada", code: code, to: "short", address: nil)
        }
        try await house.accounts.reset("Ada", code: code.lowercased(), to: "another good one", address: nil)
        #expect(try await house.accounts.signedIn(signedIn.token.text) == nil)
        _ = try await house.signIn("ada", "another good one")
        await #expect(throws: AccountProblem.wrongCode) {
            try await house.accounts.reset("ada", code: code, to: "a third good one", address: nil)
        }
    }

    @Test func `a code is of no use later, for others, or after the next one was made`() async throws {
        let house = try await House()
        _ = try await house.join("ada")
        _ = try await house.join("bob")
        let first = try await house.accounts.makeResetCode(for: "ada").code.description
        await #expect(throws: AccountProblem.wrongCode) {
            try await house.accounts.reset("bob", code: first, to: "another good one", address: nil)
        }
        let second = try await house.accounts.makeResetCode(for: "ada").code.description
        await #expect(throws: AccountProblem.wrongCode) {
            try await house.accounts.reset("ada", code: first, to: "another good one", address: nil)
        }
        house.clock.pass(seconds: 3600)
        await #expect(throws: AccountProblem.wrongCode) {
            try await house.accounts.reset("ada", code: second, to: "another good one", address: nil)
        }
    }

    @Test func `codes cannot be tried again and again`() async throws {
        let house = try await House()
        _ = try await house.join("ada")
        let code = try await house.accounts.makeResetCode(for: "ada").code.description
        for _ in 0..<5 {
            await #expect(throws: AccountProblem.wrongCode) {
                try await house.accounts.reset(
                    "ada", code: "ABCD-1234-EFGH-5678-JKMN", to: "another good one", address: nil)
            }
        }
        await #expect(throws: AccountProblem.tooManyTries(seconds: 5)) {
            try await house.accounts.reset("ada", code: code, to: "another good one", address: nil)
        }
    }

    @Test func `a closed account cannot sign in, says no more than a wrong password, and can be opened again`()
        async throws
    {
        let house = try await House()
        let ada = try await house.join("ada")
        let signedIn = try await house.signIn("ada")
        try await house.accounts.setClosed(true, ada)
        #expect(try await house.accounts.signedIn(signedIn.token.text) == nil)
        await #expect(throws: AccountProblem.wrongPassword) { try await house.signIn("ada") }
        try await house.accounts.setClosed(false, ada)
        _ = try await house.signIn("ada")
        #expect(try await house.accounts.signedIn(signedIn.token.text) == nil)
    }

    @Test func `registration can be closed, and the operator still adds accounts`() async throws {
        let house = try await House { $0.registrationIsOpen = false }
        await #expect(throws: AccountProblem.registrationClosed) {
            try await house.accounts.register("ada", password: House.password, address: nil)
        }
        #expect(try await house.accounts.store.accounts() == [])
        _ = try await house.join("ada")
        #expect(try await house.accounts.store.accounts().map(\.name.text) == ["ada"])
    }

    @Test func `a name is given once, in whatever case`() async throws {
        let house = try await House()
        _ = try await house.join("ada")
        await #expect(throws: AccountProblem.nameTaken) { try await house.join("ADA") }
        await #expect(throws: AccountProblem.badName) { try await house.join("a d a") }
        await #expect(throws: AccountProblem.badName) { try await house.join("аdа") }
        #expect(try await house.accounts.journal.persons().count == 1)
    }

    @Test func `one address cannot make accounts without end`() async throws {
        let house = try await House()
        var made = 0
        for number in 0..<50 {
            let account = try? await house.accounts.register(
                "name\(number)", password: House.password, address: "192.0.2.1")
            made += account == nil ? 0 : 1
        }
        #expect(made == SignInGuard.freeByAddress)
    }

    @Test func `deleting an account removes its records, sessions and shares`() async throws {
        let house = try await House()
        let (ada, bob) = (try await house.join("ada"), try await house.join("bob"))
        let record = try await house.person(of: ada)
        let shared = try await house.person(of: bob)
        let link = try await house.accounts.share(shared.id, scope: .see, label: "", days: 7)
        _ = try await house.accounts.accept(link.token.text, by: ada.id)
        let signedIn = try await house.signIn("ada")
        await #expect(throws: AccountProblem.wrongPassword) {
            try await house.accounts.delete(ada, password: "wrong but long enough", address: nil)
        }
        try await house.accounts.delete(ada, password: House.password, address: nil)
        #expect(try await house.accounts.signedIn(signedIn.token.text) == nil)
        #expect(try await house.accounts.store.person(record.id) == nil)
        #expect(try await house.accounts.store.shares(of: shared.id) == [])
        #expect(try await house.accounts.store.accounts().map(\.id) == [bob.id])
        #expect(try await house.accounts.store.person(shared.id) != nil)
    }
}
