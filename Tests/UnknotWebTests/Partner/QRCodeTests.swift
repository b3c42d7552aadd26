import SeededRandom
import Testing

@testable import UnknotWeb

@Suite("Patterns for a phone's camera")
struct QRCodeTests {
    /// Reads a pattern back by the standard, without a look at what draws it.
    private struct Reader {
        let code: QRCode
        /// Blocks and correcting codewords of each, by version, at level M.
        private static let shapes = [(1, 10), (1, 16), (1, 26), (2, 18), (2, 24), (4, 16), (4, 18), (4, 22), (5, 22)]
        private static let squares = [[], [18], [22], [26], [30], [34], [22, 38], [24, 42], [26, 46]]

        var version: Int { (code.size - 17) / 4 }

        private var mask: Int? {
            // Of the fifteen bits beside the upper left square, those of the mask, without their own mask.
            let columns = [0, 1, 2, 3, 4, 5, 7, 8]
            let bits = columns.reduce(0) { $0 << 1 | (code[8, $1] ? 1 : 0) } ^ 0b1010_1000
            return bits >> 6 == 0 ? bits >> 3 & 7 : nil
        }

        private func isFixed(_ row: Int, _ column: Int) -> Bool {
            let end = code.size
            if row == 6 || column == 6 { return true }
            if row < 9 && (column < 9 || column >= end - 8) || row >= end - 8 && column < 9 { return true }
            if version >= 7, row < 6 && column >= end - 11 || column < 6 && row >= end - 11 { return true }
            let middles = [6] + Self.squares[version - 1]
            return middles.contains { down in
                middles.contains { right in
                    let isCorner =
                        (down == 6 && (right == 6 || right == middles.last)) || (right == 6 && down == middles.last)
                    return !isCorner && abs(row - down) < 3 && abs(column - right) < 3
                }
            }
        }

        private var words: [UInt8] {
            guard let mask else { return [] }
            var bits: [Bool] = []
            var (column, goesUp) = (code.size - 1, true)
            while column > 0 {
                if column == 6 { column = 5 }
                for step in 0..<code.size {
                    let row = goesUp ? code.size - 1 - step : step
                    for column in [column, column - 1] where !isFixed(row, column) {
                        bits.append(code[row, column] != QRCode.inverts(mask, row, column))
                    }
                }
                (column, goesUp) = (column - 2, !goesUp)
            }
            return stride(from: 0, through: bits.count - 8, by: 8).map { start in
                bits[start..<start + 8].reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
            }
        }

        /// The text, or nil when anything is not as it should be.
        var text: String? {
            let words = words
            let (blocks, correcting) = Self.shapes[version - 1]
            let data = words.count - blocks * correcting
            var all = Array(repeating: [UInt8](), count: blocks)
            let short = data / blocks
            let long = blocks - data % blocks
            var index = 0
            for place in 0...short {
                for block in 0..<blocks where place < short || block >= long {
                    all[block].append(words[index])
                    index += 1
                }
            }
            let bytes = all.flatMap(\.self)
            for _ in 0..<correcting {
                for block in 0..<blocks {
                    all[block].append(words[index])
                    index += 1
                }
            }
            // A block without errors is a multiple of the generator: each of its roots gives nothing.
            var root: UInt8 = 1
            for _ in 0..<correcting {
                for block in all where block.reduce(0, { QRCode.product($0, root) ^ $1 }) != 0 { return nil }
                root = QRCode.product(root, 2)
            }
            guard bytes.count > 1, bytes[0] >> 4 == 4 else { return nil }
            let count = Int(bytes[0] & 15) << 4 | Int(bytes[1] >> 4)
            guard count + 2 <= bytes.count else { return nil }
            let content = (0..<count).map { bytes[$0 + 1] << 4 | bytes[$0 + 2] >> 4 }
            return String(validating: content, as: UTF8.self)
        }
    }

    @Test(arguments: Array(stride(from: 0, through: 180, by: 6)) + [14, 26, 42, 62, 84, 106, 122, 152])
    func `what goes in is read back, in each size`(length: Int) throws {
        var random = SplitMix64(seed: UInt64(length))
        let text = String((0..<length).map { _ in "abcXYZ019:/.-_".randomElement(using: &random) ?? "a" })
        let code = try #require(QRCode(text))
        #expect(Reader(code: code).text == text)
    }

    @Test func `the multiplication is that of the field`() {
        #expect((1...255).allSatisfy { number in QRCode.product(UInt8(number), 1) == UInt8(number) })
        // 2 generates the field: its powers are all 255 elements.
        var (power, seen): (UInt8, Set<UInt8>) = (1, [])
        for _ in 0..<255 { (power, _) = (QRCode.product(power, 2), seen.insert(power)) }
        #expect(seen.count == 255 && power == 1)
    }

    @Test func `what is too long has none`() {
        #expect(QRCode(String(repeating: "a", count: 181)) == nil)
    }
}
