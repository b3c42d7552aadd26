/// Finds what the decoder lets pass in a JSON text: a key that stands twice in one object, a comma before a bracket.
struct StrictScanner {
    /// What is wrong, with its path, such as `answers.saddle_numbness`.
    enum Fault: Hashable, Sendable {
        /// A key stands twice in one object.
        case duplicateKey(String)
        /// The list or object at the path ends with a comma.
        case trailingComma(String)
    }

    private let bytes: [UInt8]
    private var position = 0
    private var fault: Fault?

    /// The first fault of a text that the decoder could read.
    static func firstFault(in bytes: [UInt8]) -> Fault? {
        var scanner = StrictScanner(bytes: bytes)
        scanner.scanValue(path: "")
        return scanner.fault
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func scanValue(path: String) {
        skipSpace()
        guard position < bytes.count, fault == nil else { return }
        switch bytes[position] {
        case UInt8(ascii: "{"): scanObject(path: path)
        case UInt8(ascii: "["): scanArray(path: path)
        case UInt8(ascii: "\""): _ = scanString()
        default: scanScalar()
        }
    }

    private mutating func scanObject(path: String) {
        var keys: Set<String> = []
        position += 1
        while next() != UInt8(ascii: "}"), fault == nil, position < bytes.count {
            let key = scanString()
            let keyPath = path.isEmpty ? key : "\(path).\(key)"
            if !keys.insert(key).inserted {
                fault = .duplicateKey(keyPath)
                return
            }
            _ = next()
            position += 1
            scanValue(path: keyPath)
            skipComma(before: UInt8(ascii: "}"), path: path)
        }
        position += 1
    }

    private mutating func scanArray(path: String) {
        var index = 0
        position += 1
        while next() != UInt8(ascii: "]"), fault == nil, position < bytes.count {
            scanValue(path: "\(path)[\(index)]")
            index += 1
            skipComma(before: UInt8(ascii: "]"), path: path)
        }
        position += 1
    }

    private mutating func skipComma(before bracket: UInt8, path: String) {
        guard fault == nil, next() == UInt8(ascii: ",") else { return }
        position += 1
        if next() == bracket { fault = .trailingComma(path) }
    }

    /// Returns the text between the quotes; escapes are resolved, since `"\u0061"` and `"a"` are one key.
    private mutating func scanString() -> String {
        let start = position
        position += 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
        }
        position += 1
        let literal = Array(bytes[start..<min(position, bytes.count)])
        if literal.contains(UInt8(ascii: "\\")), let text = JSONText.decode(literal) { return text }
        return String(decoding: literal.dropFirst().dropLast(), as: UTF8.self)
    }

    private mutating func scanScalar() {
        let ends: Set<UInt8> = [UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), 0x20, 0x09, 0x0A, 0x0D]
        while position < bytes.count, !ends.contains(bytes[position]) { position += 1 }
    }

    private mutating func skipSpace() {
        while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
    }

    private mutating func next() -> UInt8? {
        skipSpace()
        return position < bytes.count ? bytes[position] : nil
    }
}
