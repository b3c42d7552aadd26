import Testing

@testable import UnknotWeb

@Suite("Patterns for a phone's camera")
struct QRCodeTests {
    /// Bytes that each version holds at error correction M, by the standard.
    private static let capacities = [14, 26, 42, 62, 84, 106, 122, 152, 180]

    private static func code(_ length: Int) throws -> QRCode {
        try #require(QRCode(String(repeating: "a", count: length)))
    }

    @Test(arguments: Array(capacities.enumerated()))
    func `is as small as bytes and error correction allow`(index: Int, capacity: Int) throws {
        #expect(try Self.code(capacity).size == 21 + 4 * index)
        #expect(try Self.code(capacity - 1).size == 21 + 4 * index)
        #expect(QRCode(String(repeating: "a", count: capacity + 1))?.size == (index < 8 ? 25 + 4 * index : nil))
    }

    @Test func `counts bytes and not letters`() throws {
        #expect(try #require(QRCode(String(repeating: "ü", count: 7))).size == 21)
        #expect(try #require(QRCode(String(repeating: "ü", count: 8))).size == 25)
    }

    @Test func `what is empty or too long has none`() {
        #expect(QRCode("") == nil)
        #expect(QRCode(String(repeating: "a", count: 181)) == nil)
        #expect(QRCode(String(repeating: "a", count: 100_000)) == nil)
    }

    @Test(arguments: capacities)
    func `has what a camera looks for, the right way round`(length: Int) throws {
        let code = try Self.code(length)
        let end = code.size - 1
        // Three squares with a light edge, in all corners but the lower right one.
        for (row, column) in [(3, 3), (3, end - 3), (end - 3, 3)] {
            for down in -4...4 {
                for right in -4...4 where (0...end).contains(row + down) && (0...end).contains(column + right) {
                    let ring = max(abs(down), abs(right))
                    #expect(code[row + down, column + right] == (ring != 2 && ring != 4))
                }
            }
        }
        for index in 8...end - 8 {
            #expect(code[6, index] == (index % 2 == 0) && code[index, 6] == (index % 2 == 0))
        }
        // What says the error correction, in both places, is that of M.
        #expect([code[8, 0], code[8, 1]] == [true, false] && [code[end, 8], code[end - 1, 8]] == [true, false])
        #expect(code[end - 7, 8])
    }

    @Test func `another text is another pattern, the same text the same`() throws {
        let links = ["a", "b"].map { "http://192.168.1.20:8080/partner/\(String(repeating: $0, count: 24))" }
        let codes = try links.map { try #require(QRCode($0)) }
        #expect(codes[0] != codes[1] && codes[0].size == codes[1].size)
        #expect(QRCode(links[0]) == codes[0])
    }

    @Test func `the path covers the dark modules and nothing else`() throws {
        let code = try Self.code(40)
        var painted: [[Int]] = []
        for part in code.path.split(separator: "M") {
            let numbers = part.split { !$0.isNumber }.compactMap { Int($0) }
            // Column, row, then the run: right, down by one, and back.
            try #require(numbers.count == 5 && numbers[3] == 1 && numbers[2] == numbers[4])
            painted += (0..<numbers[2]).map { [numbers[1], numbers[0] + $0] }
        }
        let rows = 0..<code.size
        #expect(painted == rows.flatMap { row in rows.filter { code[row, $0] }.map { [row, $0] } })
    }
}
