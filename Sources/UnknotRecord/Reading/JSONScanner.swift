/// Reads JSON that leaves no doubt, fast; gives up on everything else.
///
/// A journal reads hundreds of payloads for one page. The decoder of the system takes most of a millisecond for each, for
/// it tries one type after another by throwing; but it is what says in words where a text is wrong. So whatever is
/// not accepted here is read again by the decoder, and both agree on what is accepted.
struct JSONScanner {
    private static let deepest = 32

    private let bytes: [UInt8]
    private var position = 0
    private var isTooDeep = false

    /// The value of a whole text, or nothing when the decoder has to look at it: it is no JSON, has a key twice or a
    /// number beyond the range of a double, or is nested deeply.
    ///
    /// - Parameter bytes: Valid UTF-8.
    static func value(of bytes: [UInt8]) -> JSONValue? {
        var scanner = JSONScanner(bytes: bytes)
        guard let value = scanner.value(depth: 0) else { return nil }
        scanner.skipSpace()
        return scanner.position == bytes.count ? value : nil
    }

    /// Where a text stops being JSON: how many bytes are well before it. Nil where that cannot be said, because the text is
    /// nested too deeply for this reader or is whole.
    ///
    /// - Parameter bytes: Valid UTF-8.
    static func fault(in bytes: [UInt8]) -> Int? {
        var scanner = JSONScanner(bytes: bytes)
        let value = scanner.value(depth: 0)
        if scanner.isTooDeep { return nil }
        if value != nil { scanner.skipSpace() }
        // An escape at the very end lets it step over the end.
        return value != nil && scanner.position == bytes.count ? nil : min(scanner.position, bytes.count)
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func value(depth: Int) -> JSONValue? {
        guard depth < Self.deepest else {
            isTooDeep = true
            return nil
        }
        skipSpace()
        switch peek {
        case UInt8(ascii: "{"): return object(depth: depth)
        case UInt8(ascii: "["): return array(depth: depth)
        case UInt8(ascii: "\""): return string().map(JSONValue.string)
        case UInt8(ascii: "t"): return word("true") ? .bool(true) : nil
        case UInt8(ascii: "f"): return word("false") ? .bool(false) : nil
        case UInt8(ascii: "n"): return word("null") ? .null : nil
        default: return number().map(JSONValue.number)
        }
    }

    private mutating func object(depth: Int) -> JSONValue? {
        var fields: [String: JSONValue] = [:]
        position += 1
        skipSpace()
        if take("}") { return .object(fields) }
        while true {
            skipSpace()
            guard peek == UInt8(ascii: "\""), let key = string() else { return nil }
            skipSpace()
            guard take(":"), let value = value(depth: depth + 1), fields.updateValue(value, forKey: key) == nil else {
                return nil
            }
            skipSpace()
            if take("}") { return .object(fields) }
            guard take(",") else { return nil }
        }
    }

    private mutating func array(depth: Int) -> JSONValue? {
        var items: [JSONValue] = []
        position += 1
        skipSpace()
        if take("]") { return .array(items) }
        while true {
            guard let item = value(depth: depth + 1) else { return nil }
            items.append(item)
            skipSpace()
            if take("]") { return .array(items) }
            guard take(",") else { return nil }
        }
    }

    /// A text without its quotes; one with an escape goes through the decoder.
    private mutating func string() -> String? {
        let start = position
        var isEscaped = false
        position += 1
        while let byte = peek, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else { return nil }
            if byte == UInt8(ascii: "\\") {
                isEscaped = true
                position += 1
            }
            position += 1
        }
        guard take("\"") else { return nil }
        if isEscaped { return JSONText.decode(Array(bytes[start..<position])) }
        return String(decoding: bytes[start + 1..<position - 1], as: UTF8.self)
    }

    private mutating func number() -> Double? {
        let start = position
        _ = take("-")
        if !take("0") {
            guard digits() else { return nil }
        }
        if take(".") {
            guard digits() else { return nil }
        }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            guard digits() else { return nil }
        }
        // Where a number comes out as 0 or infinite it may be too small or too large: the decoder decides.
        guard let number = Double(String(decoding: bytes[start..<position], as: UTF8.self)), number.isFinite,
            number != 0 || position - start == 1
        else { return nil }
        return number
    }

    private mutating func digits() -> Bool {
        let start = position
        while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
        return position > start
    }

    private mutating func word(_ word: StaticString) -> Bool {
        let text = "\(word)".utf8
        guard bytes[position...].starts(with: text) else { return false }
        position += text.count
        return true
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard peek == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }
}
