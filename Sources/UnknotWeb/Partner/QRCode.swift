/// A QR code (ISO/IEC 18004) of a short text: bytes, error correction M, versions 1 to 9, so up to 180 bytes.
///
/// A partner's phone reads it from the person's screen, which is easier than typing 24 letters and needs neither a
/// messenger nor TLS.
struct QRCode: Hashable, Sendable {
    /// What a version is made of at level M.
    private struct Version {
        let number: Int
        /// Codewords in all, blocks, and correcting codewords of each block.
        let codewords: Int
        let blocks: Int
        let correcting: Int
        /// Rows and columns of the small squares.
        let squares: [Int]

        var data: Int { codewords - blocks * correcting }
        var size: Int { 17 + 4 * number }
    }

    private static let versions = [
        Version(number: 1, codewords: 26, blocks: 1, correcting: 10, squares: []),
        Version(number: 2, codewords: 44, blocks: 1, correcting: 16, squares: [6, 18]),
        Version(number: 3, codewords: 70, blocks: 1, correcting: 26, squares: [6, 22]),
        Version(number: 4, codewords: 100, blocks: 2, correcting: 18, squares: [6, 26]),
        Version(number: 5, codewords: 134, blocks: 2, correcting: 24, squares: [6, 30]),
        Version(number: 6, codewords: 172, blocks: 4, correcting: 16, squares: [6, 34]),
        Version(number: 7, codewords: 196, blocks: 4, correcting: 18, squares: [6, 22, 38]),
        Version(number: 8, codewords: 242, blocks: 4, correcting: 22, squares: [6, 24, 42]),
        Version(number: 9, codewords: 292, blocks: 5, correcting: 22, squares: [6, 26, 46]),
    ]

    /// Modules in a row.
    let size: Int
    private var modules: [Bool]
    private var isFixed: [Bool]

    /// Whether a module is dark.
    subscript(row: Int, column: Int) -> Bool { modules[row * size + column] }

    /// Encodes a text; nil when it is too long.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        // Four bits say that bytes follow, eight say how many.
        guard let version = Self.versions.first(where: { bytes.count + 2 <= $0.data }) else { return nil }
        size = version.size
        modules = Array(repeating: false, count: size * size)
        isFixed = modules
        drawFixed(version)
        fill(Self.interleaved(Self.padded(bytes, to: version.data), version))
        let candidates = (0..<8).map { masked(by: $0) }
        modules = candidates.min { $0.penalty < $1.penalty }?.modules ?? modules
    }

    /// The dark modules as the path of an SVG, one unit a module.
    var path: String {
        var path = ""
        for row in 0..<size {
            var column = 0
            while column < size {
                guard self[row, column] else { column += 1; continue }
                let start = column
                while column < size, self[row, column] { column += 1 }
                path += "M\(start) \(row)h\(column - start)v1h\(start - column)z"
            }
        }
        return path
    }

    // MARK: Codewords

    private static func padded(_ bytes: [UInt8], to count: Int) -> [UInt8] {
        var bits: [UInt8] = [0b0100, UInt8(bytes.count)]
        bits += bytes
        // The first value has four bits: each codeword takes half of one value and half of the next.
        var words = bits.indices.map { index in
            (bits[index] & 15) << 4 | (index + 1 < bits.count ? bits[index + 1] >> 4 : 0)
        }
        for index in 0..<max(0, count - words.count) { words.append(index % 2 == 0 ? 0xec : 0x11) }
        return words
    }

    /// The blocks, the longer ones last, woven into each other, then their correcting codewords in the same way.
    private static func interleaved(_ data: [UInt8], _ version: Version) -> [UInt8] {
        let short = version.data / version.blocks
        let longFrom = version.blocks - version.data % version.blocks
        var blocks: [ArraySlice<UInt8>] = []
        var rest = data[...]
        for block in 0..<version.blocks {
            let length = block < longFrom ? short : short + 1
            blocks.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        let correcting = blocks.map { correction(of: $0, count: version.correcting) }
        let woven = (0...short).flatMap { index in blocks.compactMap { $0.dropFirst(index).first } }
        return woven + (0..<version.correcting).flatMap { index in correcting.map { $0[index] } }
    }

    /// The remainder after division by the generator polynomial (Reed and Solomon).
    private static func correction(of data: ArraySlice<UInt8>, count: Int) -> [UInt8] {
        var divisor = Array(repeating: UInt8(0), count: count - 1) + [1]
        var root: UInt8 = 1
        for _ in 0..<count {
            for index in 0..<count {
                divisor[index] = product(divisor[index], root) ^ (index + 1 < count ? divisor[index + 1] : 0)
            }
            root = product(root, 2)
        }
        var remainder = Array(repeating: UInt8(0), count: count)
        for byte in data {
            let factor = byte ^ remainder.removeFirst()
            remainder.append(0)
            for index in 0..<count { remainder[index] ^= product(divisor[index], factor) }
        }
        return remainder
    }

    /// Product in the field of 256 elements with the polynomial x⁸ + x⁴ + x³ + x² + 1.
    static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
        var result: UInt16 = 0
        for bit in stride(from: 7, through: 0, by: -1) {
            result = (result << 1) ^ ((result >> 7) * 0x11d)
            result ^= UInt16(right >> UInt8(bit) & 1) * UInt16(left)
        }
        return UInt8(truncatingIfNeeded: result)
    }

    // MARK: Modules

    private mutating func set(_ row: Int, _ column: Int, _ isDark: Bool) {
        guard (0..<size).contains(row), (0..<size).contains(column) else { return }
        modules[row * size + column] = isDark
        isFixed[row * size + column] = true
    }

    private mutating func drawFixed(_ version: Version) {
        for index in 0..<size {
            set(6, index, index % 2 == 0)
            set(index, 6, index % 2 == 0)
        }
        for (row, column) in [(3, 3), (3, size - 4), (size - 4, 3)] {
            for down in -4...4 {
                for right in -4...4 {
                    let ring = max(abs(down), abs(right))
                    set(row + down, column + right, ring != 2 && ring != 4)
                }
            }
        }
        let last = version.squares.last
        for row in version.squares {
            for column in version.squares {
                // The large squares are there.
                guard ![(6, 6), (6, last), (last, 6)].contains(where: { $0 == row && $1 == column }) else { continue }
                for down in -2...2 {
                    for right in -2...2 { set(row + down, column + right, max(abs(down), abs(right)) != 1) }
                }
            }
        }
        drawFormat(mask: 0)
        if version.number >= 7 { drawVersion(version.number) }
    }

    /// The level and the mask, twice, with their own correction.
    private mutating func drawFormat(mask: Int) {
        var rest = mask
        for _ in 0..<10 { rest = (rest << 1) ^ ((rest >> 9) * 0x537) }
        // Level M is 00.
        let bits = (mask << 10 | rest) ^ 0x5412
        func bit(_ index: Int) -> Bool { bits >> index & 1 == 1 }
        for index in 0..<6 { set(index, 8, bit(index)) }
        set(7, 8, bit(6))
        set(8, 8, bit(7))
        set(8, 7, bit(8))
        for index in 9..<15 { set(8, 14 - index, bit(index)) }
        for index in 0..<8 { set(8, size - 1 - index, bit(index)) }
        for index in 8..<15 { set(size - 15 + index, 8, bit(index)) }
        set(size - 8, 8, true)
    }

    private mutating func drawVersion(_ number: Int) {
        var rest = number
        for _ in 0..<12 { rest = (rest << 1) ^ ((rest >> 11) * 0x1f25) }
        let bits = number << 12 | rest
        for index in 0..<18 {
            let isDark = bits >> index & 1 == 1
            set(size - 11 + index % 3, index / 3, isDark)
            set(index / 3, size - 11 + index % 3, isDark)
        }
    }

    /// Puts the bits in, two columns at a time from the right, up and down in turn.
    private mutating func fill(_ words: [UInt8]) {
        var index = 0
        for pair in stride(from: size - 1, through: 1, by: -2) {
            let right = pair <= 6 ? pair - 1 : pair
            for step in 0..<size {
                let goesUp = (right + 1) & 2 == 0
                let row = goesUp ? size - 1 - step : step
                for column in [right, right - 1] where !isFixed[row * size + column] && index < words.count * 8 {
                    modules[row * size + column] = words[index / 8] >> UInt8(7 - index % 8) & 1 == 1
                    index += 1
                }
            }
        }
    }

    private func masked(by mask: Int) -> QRCode {
        var code = self
        for row in 0..<size {
            for column in 0..<size where !isFixed[row * size + column] && Self.inverts(mask, row, column) {
                code.modules[row * size + column].toggle()
            }
        }
        code.drawFormat(mask: mask)
        return code
    }

    static func inverts(_ mask: Int, _ row: Int, _ column: Int) -> Bool {
        let (sum, product) = (row + column, row * column)
        return switch mask {
        case 0: sum % 2 == 0
        case 1: row % 2 == 0
        case 2: column % 3 == 0
        case 3: sum % 3 == 0
        case 4: (row / 2 + column / 3) % 2 == 0
        case 5: product % 2 + product % 3 == 0
        case 6: (product % 2 + product % 3) % 2 == 0
        default: (sum % 2 + product % 3) % 2 == 0
        }
    }

    /// What makes a pattern hard to read: long runs, blocks of one colour, and more of one than of the other.
    private var penalty: Int {
        var penalty = 0
        for line in 0..<size {
            for isRow in [true, false] {
                var run = 0
                for index in 0..<size {
                    func at(_ index: Int) -> Bool { isRow ? self[line, index] : self[index, line] }
                    run = index > 0 && at(index) == at(index - 1) ? run + 1 : 1
                    penalty += run == 5 ? 3 : run > 5 ? 1 : 0
                }
            }
        }
        for row in 1..<size {
            for column in 1..<size {
                let corner = self[row, column]
                let isBlock =
                    self[row - 1, column] == corner && self[row, column - 1] == corner
                    && self[row - 1, column - 1] == corner
                penalty += isBlock ? 3 : 0
            }
        }
        let dark = modules.count { $0 }
        return penalty + abs(dark * 20 - modules.count * 10) / modules.count * 10
    }
}
