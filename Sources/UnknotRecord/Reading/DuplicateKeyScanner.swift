/// Finds a key that stands twice in one object of a JSON text already known to be well formed.
struct DuplicateKeyScanner {
    private let bytes: [UInt8]
    private var position = 0
    private var duplicate: String?

    /// The path of the first duplicate, such as `answers.saddle_numbness`.
    static func firstDuplicate(in bytes: [UInt8]) -> String? {
        var scanner = DuplicateKeyScanner(bytes: bytes)
        scanner.scanValue(path: "")
        return scanner.duplicate
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func scanValue(path: String) {
        skipSpace()
        guard position < bytes.count, duplicate == nil else { return }
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
        while next() != UInt8(ascii: "}"), duplicate == nil, position < bytes.count {
            let key = scanString()
            let keyPath = path.isEmpty ? key : "\(path).\(key)"
            if !keys.insert(key).inserted {
                duplicate = keyPath
                return
            }
            _ = next()
            position += 1
            scanValue(path: keyPath)
            if next() == UInt8(ascii: ",") { position += 1 }
        }
        position += 1
    }

    private mutating func scanArray(path: String) {
        var index = 0
        position += 1
        while next() != UInt8(ascii: "]"), duplicate == nil, position < bytes.count {
            scanValue(path: "\(path)[\(index)]")
            index += 1
            if next() == UInt8(ascii: ",") { position += 1 }
        }
        position += 1
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
