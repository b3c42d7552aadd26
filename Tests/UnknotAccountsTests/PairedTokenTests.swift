import SeededRandom
import Testing

@testable import UnknotAccounts

@Suite("Secrets for two sides")
struct PairedTokenTests {
    private static func tokens(_ count: Int) -> [PairedToken] {
        var random = SystemRandomNumberGenerator()
        return (0..<count).map { _ in PairedToken(using: &random) }
    }

    @Test func `both sides come back from their text`() throws {
        for token in Self.tokens(50) {
            #expect(token.text.count == 24)
            #expect(token.text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) })
            #expect(PairedToken(token.text) == token)
            #expect(PairedToken(token.second.text) == token.second)
        }
    }

    @Test func `no two are alike, on either side`() {
        let tokens = Self.tokens(2_000)
        let texts = tokens.map(\.text) + tokens.map(\.second.text) + tokens.map(\.second.second.text)
        #expect(Set(texts).count == texts.count)
        #expect(Set(tokens.map(\.digest)).isDisjoint(with: texts))
    }

    @Test func `each bit of both sides is as often set as not`() throws {
        let tokens = Self.tokens(2_000)
        for side in [tokens, tokens.map(\.second)] {
            let bytes = try side.map { try #require(Base64URL.bytes(of: $0.text)) }
            for bit in 0..<144 {
                let set = bytes.count { $0[bit / 8] >> (bit % 8) & 1 == 1 }
                // Half of 2,000 within six standard deviations.
                #expect(abs(set - 1_000) < 135, "bit \(bit)")
            }
        }
    }

    @Test func `the second follows from the first, always the same`() throws {
        var random = SplitMix64(seed: 1)
        let token = PairedToken(using: &random)
        #expect(try #require(PairedToken(token.text)).second == token.second)
        #expect(token.second.second != token)
    }

    @Test(arguments: [
        "", "A", "AAAAAAAAAAAAAAAAAAAAAAA=", "AAAAAAAAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAA/", "é",
    ])
    func `what is none is refused`(text: String) {
        #expect(PairedToken(text) == nil)
    }
}
