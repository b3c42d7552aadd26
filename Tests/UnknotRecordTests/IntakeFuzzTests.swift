import SeededRandom
import Testing
import UnknotRecord

@Suite("Reading garbage")
struct IntakeFuzzTests {
    private static let pieces = [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "null", "true", "1e999", "-0", "\\ud800", "\\u0000", "\u{0}", "é",
        #""drawing""#, #""side""#, "[[[[", "{\"a\":", "\u{FEFF}", "\u{2028}",
    ]

    /// One change of the kind that a broken sender, a cut line or an attacker makes.
    private func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
        guard !bytes.isEmpty else { return }
        let start = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, start + Int.random(in: 1...12, using: &random))
        switch Int.random(in: 0..<6, using: &random) {
        case 0: bytes[start] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.removeSubrange(start..<end)
        case 2: bytes.insert(contentsOf: bytes[start..<end], at: start)
        case 3: bytes.removeSubrange(start...)
        case 4: bytes[start] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        default: bytes.insert(contentsOf: Array((Self.pieces.randomElement(using: &random) ?? "").utf8), at: start)
        }
    }

    @Test("a mutated document is read or refused with a reason, and never crashes", arguments: 1...40)
    func mutations(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<100 {
            var bytes = Array(IntakeWriter.json(.random(using: &random)).utf8)
            for _ in 0..<Int.random(in: 1...4, using: &random) { mutate(&bytes, &random) }
            guard let problem = refusal(of: bytes) else { continue }
            if problem.message.isEmpty || problem.allowed.isEmpty {
                Issue.record("\(String(decoding: bytes, as: UTF8.self)) was refused without a reason")
            }
        }
    }

    @Test("random bytes are refused", arguments: 1...20)
    func noise(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for length in 1...40 {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(refusal(of: bytes) != nil)
        }
    }
}
