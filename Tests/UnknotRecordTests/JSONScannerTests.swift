import SeededRandom
import Testing
import UnknotRecord

@Suite("Two readers of JSON")
struct JSONScannerTests {
    /// What the decoder alone makes of a text, and what both together make of it.
    private func readings(
        _ bytes: [UInt8]
    ) -> (decoder: Result<JSONValue, IntakeProblem>, both: Result<JSONValue, IntakeProblem>) {
        (
            Result { () throws(IntakeProblem) in try JSONValue.decode(bytes) },
            Result { () throws(IntakeProblem) in try JSONValue.parse(bytes) }
        )
    }

    @Test(
        "agree on texts at the border of what is JSON",
        arguments: [
            "0", "-0", "0.0", "-0.0", "00", "01", "-", "-01", "1.", ".5", "1.e3", "1e", "1e+", "1E5", "1e-5", "1e400",
            "-1e400",
            "1e-400", "5e-324", "2e-324", "1e22", "9007199254740993", "123456789012345678901234567890", "0e5", "0E-5",
            "0.1", "0.30000000000000004", "1.7976931348623157e308", "1.7976931348623159e308", "+1", "0x1", "1_0", "NaN",
            "true", "truE", "tru", "truex", "true ", " false", "null", "nulll", "\"\"", "\"a", "\"a\\", "\"\\u00e9\"",
            "\"\\ud83d\\ude42\"", "\"\\ud83d\"", "\"\\ude42\"", "\"\\x\"", "\"\\/\"", "\"a\u{1}\"", "\"a\nb\"",
            "\"\u{7F}\"",
            "\"\u{2028}\"", "[]", "[ ]", "[1]", "[1,]", "[,1]", "[1 2]", "[1,2", "[[[[[]]]]]", "{}", "{ }", "{\"a\":1}",
            "{\"a\":1,}", "{\"a\" : 1 , \"b\" : [ ] }", "{\"a\":1,\"a\":1}", "{\"a\":1,\"\\u0061\":1}", "{a:1}",
            "{\"a\"}",
            "{\"a\":}", "{1:1}", "{\"é\":1,\"e\u{301}\":2}", "", " ", "\u{FEFF}{}", "{}{}", "{} 1", "\u{A0}1", "\u{C}1",
            "{\"a\":{\"b\":[{\"c\":null}]}}", "\r\n\t {\"a\":\ttrue\r\n}\n",
        ])
    func border(text: String) {
        let readings = readings(Array(text.utf8))
        #expect(readings.decoder == readings.both)
    }

    @Test("agree on deep nesting", arguments: [1, 30, 31, 32, 33, 100, 500])
    func nested(depth: Int) {
        let lists = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        let readings = readings(Array(lists.utf8))
        #expect(readings.decoder == readings.both)
    }

    @Test("agree on values of journals and intakes with a few bytes changed", arguments: 1...30)
    func mutated(seed: UInt64) throws {
        var records = RandomRecords(seed: seed)
        let marks = Array("{}[]\",:\\0123456789.eE+-tfnu \u{0}\n/".utf8)
        for round in 0..<40 {
            var bytes = Array(IntakeWriter.json(.random(using: &records.random)).utf8)
            if round.isMultiple(of: 2), let kind = EntryKind.allCases.randomElement(using: &records.random) {
                bytes = Array(try records.value(of: kind).json.utf8)
            }
            for _ in 0..<Int.random(in: 0...3, using: &records.random) {
                let place = Int.random(in: 0..<bytes.count, using: &records.random)
                bytes[place] = marks[Int.random(in: 0..<marks.count, using: &records.random)]
            }
            guard !bytes.contains(0), String(validating: bytes, as: UTF8.self) != nil else { continue }
            let readings = readings(bytes)
            // Which of several mistakes in one object is named is a matter of chance: the decoder's keys have no order.
            if case .failure = readings.decoder, case .failure = readings.both { continue }
            #expect(readings.decoder == readings.both, "\(String(decoding: bytes, as: UTF8.self))")
        }
    }
}
