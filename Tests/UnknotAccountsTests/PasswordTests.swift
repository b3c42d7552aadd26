import SeededRandom
import Testing
import UnknotJournal

@testable import UnknotAccounts

@Suite("Passwords")
struct PasswordTests {
    private func verifier(_ password: String, seed: UInt64 = 1, cost: PasswordCost = .lowest) throws -> PasswordVerifier
    {
        var random = SplitMix64(seed: seed)
        return try PasswordVerifier(password, cost: cost, using: &random)
    }

    @Test func `the right password is accepted and others are not`() throws {
        let verifier = try verifier("four words in a row")
        #expect(try verifier.accepts("four words in a row"))
        for wrong in ["four words in a ro", "four words in a row ", "Four words in a row", ""] {
            #expect(try !verifier.accepts(wrong), "\(wrong)")
        }
    }

    @Test func `the text of a verifier says how it was made and leads back to it`() throws {
        let cost = try #require(PasswordCost(logN: 3, blockSize: 4, parallelism: 2))
        let verifier = try verifier("four words in a row", cost: cost)
        #expect(verifier.description.hasPrefix("scrypt$3$4$2$"))
        let read = try #require(PasswordVerifier(verifier.description))
        #expect(read == verifier)
        #expect(try read.accepts("four words in a row"))
    }

    /// Made with Python 3.11: `hashlib.scrypt(b"pleaseletmein", salt=bytes(range(16)), n=1024, r=8, p=1, dklen=32)`.
    @Test func `it agrees with another program`() throws {
        let text = "scrypt$10$8$1$AAECAwQFBgcICQoLDA0ODw==$x0jHUFkpNBiJVwY1AhuH7NuyxVlkarFnXjRNhp1B/eU="
        let verifier = try #require(PasswordVerifier(text))
        #expect(try verifier.accepts("pleaseletmein"))
        #expect(try !verifier.accepts("pleaseletmeout"))
    }

    @Test func `two verifiers of one password have nothing in common`() throws {
        let (one, other) = (try verifier("four words in a row"), try verifier("four words in a row", seed: 2))
        #expect(one.description.split(separator: "$")[4] != other.description.split(separator: "$")[4])
        #expect(one.description.split(separator: "$")[5] != other.description.split(separator: "$")[5])
    }

    @Test func `an accent is the same however it is typed`() throws {
        #expect(try verifier("r\u{00e9}sum\u{00e9} long").accepts("re\u{0301}sume\u{0301} long"))
    }

    @Test(arguments: [
        "", "scrypt", "bcrypt$2$8$1$AAECAwQFBgcICQoLDA0ODw==$AAAA", "scrypt$2$8$1$AAECAwQFBgcICQoLDA0ODw==$AAAA",
        "scrypt$63$8$1$AAECAwQFBgcICQoLDA0ODw==$AAECAwQFBgcICQoLDA0ODwABAgMEBQYHCAkKCwwNDg8=",
        "scrypt$2$8$1$AAEC$AAECAwQFBgcICQoLDA0ODwABAgMEBQYHCAkKCwwNDg8=",
        "scrypt$2$8$1$AAECAwQFBgcICQoLDA0ODw==$AAECAwQFBgcICQoLDA0ODwABAgMEBQYHCAkKCwwNDg8=$",
    ])
    func `what is no verifier is not read`(text: String) {
        #expect(PasswordVerifier(text) == nil)
    }

    @Test func `a verifier made with less work is weaker`() throws {
        let more = try #require(PasswordCost(logN: 3))
        #expect(try verifier("x").isWeaker(than: more))
        #expect(try !verifier("x", cost: more).isWeaker(than: .lowest))
        #expect(try !verifier("x").isWeaker(than: .lowest))
    }

    @Test func `the usual cost takes at least 32 MiB`() {
        #expect(128 * (1 << PasswordCost.standard.logN) * PasswordCost.standard.blockSize >= 32 << 20)
    }

    // MARK: Rules

    private static let ada = "ada.lovelace@example"

    private func problem(_ password: String, name: String = ada) throws -> PasswordProblem? {
        let name = try #require(AccountName(name))
        do {
            try PasswordRules.check(password, for: name)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: ["dry toast under rain", "Tr0ub4dor&3x!", "äöüßéèêñçø", "痛みの記録をつけるための言葉", "🦔🐢🐇🦊🐻🐼🐨🐯🦁🐮"])
    func `long and uncommon passwords are taken`(password: String) throws {
        #expect(try problem(password) == nil)
    }

    @Test(arguments: ["", "short", "123 56 89"])
    func `short ones are not`(password: String) throws {
        #expect(try problem(password) == .tooShort)
    }

    @Test func `the longest has 200 characters`() throws {
        let text = String((0..<50).map { "\($0 % 10)x y" }.joined().prefix(200))
        #expect(try problem(text) == nil)
        #expect(try problem(text + "z") == .tooLong)
        #expect(try problem("ok, then e" + String(repeating: "\u{0301}", count: 900)) == .tooLong)
    }

    @Test(arguments: ["ada.lovelace@example", "AdaLovelaceExample", "adalovelace", "Ada.Lovelace1", "12adalovelace"])
    func `the name with little around it is not`(password: String) throws {
        #expect(try problem(password) == .isTheName)
    }

    @Test(arguments: [
        "password12", "Password123!", "passw0rd2024", "1234567890", "0987654321", "qwertyuiop", "QWERTYUIOP",
        "aaaaaaaaaaaa",
        "abcabcabcabc", "1qaz2wsx3edc", "iloveyou123", "letmein123", "abcdefghijkl", "correct horse battery staple",
        "contraseña1234",
    ])
    func `the commonest are not`(password: String) throws {
        #expect(try problem(password) == .isCommon)
    }

    // MARK: The desk

    @Test func `never more work at once than allowed, and everybody is served`() async throws {
        let desk = PasswordDesk(most: 2, mostWaiting: 100)
        let gauge = Gauge()
        try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<40 {
                group.addTask {
                    try await desk.run {
                        gauge.enter()
                        defer { gauge.leave() }
                        return number
                    }
                }
            }
            var served: Set<Int> = []
            for try await number in group { served.insert(number) }
            #expect(served == Set(0..<40))
        }
        #expect(gauge.most <= 2)
    }

    @Test func `a crowd is turned away rather than kept waiting for ever`() async throws {
        let desk = PasswordDesk(most: 1, mostWaiting: 0)
        let hold = Hold()
        async let first: Void = desk.run { hold.wait() }
        await hold.untilHeld()
        await #expect(throws: PasswordDesk.TooBusy.self) { try await desk.run {} }
        hold.release()
        try await first
        try await desk.run {}
    }

    @Test func `work that fails gives its place back`() async throws {
        struct Broken: Error {}
        let desk = PasswordDesk(most: 1, mostWaiting: 0)
        await #expect(throws: Broken.self) { try await desk.run { throw Broken() } }
        #expect(try await desk.run { 7 } == 7)
    }
}
