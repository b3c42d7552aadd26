import SeededRandom
import Testing
import UnknotRecord

@testable import UnknotAccounts

@Suite("Secrets")
struct TokenTests {
    private var random = SplitMix64(seed: 4)

    private mutating func token() -> SessionToken {
        let id = SessionToken.ID(at: Moment(milliseconds: 1_795_000_000_000), using: &random)
        return SessionToken(of: id, using: &random)
    }

    @Test mutating func `a token names its owner and comes back from its text`() throws {
        let token = token()
        #expect(token.text.count == 64)
        let read = try #require(SessionToken(token.text))
        #expect(read == token)
        #expect(read.owner == token.owner)
    }

    @Test mutating func `what the store holds does not contain the secret`() {
        let token = token()
        #expect(token.digest.count == 64)
        #expect(token.digest != token.text)
        #expect(token.digest.allSatisfy { $0.isHexDigit })
    }

    /// `printf abc | sha256sum`
    @Test func `digests are SHA-256`() {
        #expect(Digests.sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test mutating func `changing one letter of a token makes another one or none`() {
        let token = token()
        for position in 0..<64 {
            var letters = Array(token.text)
            letters[position] = letters[position] == "A" ? "B" : "A"
            #expect(SessionToken(String(letters))?.digest != token.digest)
        }
    }

    @Test(arguments: [
        "", "A", String(repeating: "A", count: 63), String(repeating: "A", count: 65),
        String(repeating: "=", count: 64), "é" + String(repeating: "A", count: 63), String(repeating: "+", count: 64),
    ])
    func `what is no token is not read`(text: String) {
        #expect(SessionToken(text) == nil)
    }

    @Test mutating func `a thousand tokens are a thousand different ones`() {
        var texts: Set<String> = []
        for _ in 0..<1000 { texts.insert(token().text) }
        #expect(texts.count == 1000)
    }

    // MARK: Forms

    @Test mutating func `a form token fits its session only, and each is another`() {
        let (mine, other) = (token().text, token().text)
        let (one, two) = (FormToken.make(for: mine, using: &random), FormToken.make(for: mine, using: &random))
        #expect(one != two)
        #expect(FormToken.isValid(one, for: mine) && FormToken.isValid(two, for: mine))
        #expect(!FormToken.isValid(one, for: other))
        #expect(!FormToken.isValid("", for: mine))
        #expect(!FormToken.isValid(String(one.dropLast()), for: mine))
        #expect(!FormToken.isValid("A" + one.dropFirst(), for: mine) || one.hasPrefix("A"))
    }

    // MARK: Codes

    @Test mutating func `a code can be typed in many ways`() throws {
        let code = ResetCode(using: &random)
        let text = code.description
        #expect(text.wholeMatch(of: /([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}/) != nil)
        for typed in [
            text, text.lowercased(), text.replacing("-", with: ""), text.replacing("-", with: " "), " \(text)\n",
            text.replacing("0", with: "o").replacing("1", with: "l"),
        ] {
            #expect(try #require(ResetCode(typed)).digest == code.digest, "\(typed)")
        }
    }

    @Test(arguments: [
        "", "ABCD", "ABCD-1234-EFGH-5678-JKMU", "ABCD-1234-EFGH-5678-JKMNX", String(repeating: "-", count: 200),
    ])
    func `what is no code is not read`(text: String) {
        #expect(ResetCode(text) == nil)
    }
}

extension SecretToken {
    /// What names the owner.
    typealias ID = UniqueID<Owner>
}
