import UnknotRecord

/// Takes one JSON object apart into its keys and the text of their values, each byte as it stands.
///
/// Values are not decoded, which makes this quick and lets a payload be kept byte for byte. Texts on the upper level are
/// checked here; whatever stands in nested values is for their reader to check.
struct ObjectScanner {
    private let bytes: [UInt8]
    private var position = 0
    private(set) var values: [String: ArraySlice<UInt8>] = [:]

    /// - Parameter path: Of the object, for messages.
    init(_ bytes: [UInt8], path: String = "") throws(IntakeProblem) {
        self.bytes = bytes
        guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0) else {
            throw IntakeProblem(path: path, message: "This is not valid UTF-8.", allowed: "UTF-8 text")
        }
        try scan(path)
    }

    private mutating func scan(_ path: String) throws(IntakeProblem) {
        let wrong = IntakeProblem(
            path: path, message: "This is not one JSON object.", allowed: "one JSON object and nothing after it")
        guard next() == UInt8(ascii: "{") else { throw wrong }
        position += 1
        var isFirst = true
        while let byte = next(), byte != UInt8(ascii: "}") {
            if !isFirst {
                guard byte == UInt8(ascii: ",") else { throw wrong }
                position += 1
            }
            isFirst = false
            guard next() == UInt8(ascii: "\""), let name = string(), let key = Self.text(name),
                next() == UInt8(ascii: ":")
            else { throw wrong }
            position += 1
            guard next() != nil, let value = value() else { throw wrong }
            guard values.updateValue(value, forKey: key) == nil else {
                let place = path.isEmpty ? key : "\(path).\(key)"
                throw IntakeProblem(path: place, message: "This key stands twice.", allowed: "each key once")
            }
        }
        position += 1
        guard position <= bytes.count, next() == nil else { throw wrong }
    }

    /// The text that a literal stands for; nil when it is none.
    static func text(_ literal: ArraySlice<UInt8>) -> String? {
        guard literal.first == UInt8(ascii: "\""), literal.count >= 2 else { return nil }
        if !literal.contains(where: { $0 == UInt8(ascii: "\\") || $0 < 0x20 }) {
            return String(decoding: literal.dropFirst().dropLast(), as: UTF8.self)
        }
        guard case .string(let text) = try? JSONValue.parse(Array(literal)) else { return nil }
        return text
    }

    /// The kind of a value in plain words, for messages.
    static func kind(_ value: ArraySlice<UInt8>) -> String {
        switch value.first {
        case UInt8(ascii: "{"): "an object"
        case UInt8(ascii: "["): "a list"
        case UInt8(ascii: "\""): "a text"
        case UInt8(ascii: "t"), UInt8(ascii: "f"): "true or false"
        case UInt8(ascii: "n"): "null"
        default: "a number"
        }
    }

    private mutating func value() -> ArraySlice<UInt8>? {
        let start = position
        switch bytes[position] {
        case UInt8(ascii: "\""):
            return string()
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            return nested()
        default:
            while position < bytes.count, !Self.endsScalar(bytes[position]) { position += 1 }
            return position > start ? bytes[start..<position] : nil
        }
    }

    /// Runs to the bracket that closes the one here.
    private mutating func nested() -> ArraySlice<UInt8>? {
        let start = position
        var depth = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                guard string() != nil else { return nil }
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
            position += 1
            if depth == 0 { return bytes[start..<position] }
        }
        return nil
    }

    /// Runs past the quote that closes the one here.
    private mutating func string() -> ArraySlice<UInt8>? {
        let start = position
        position += 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
        }
        position += 1
        return position <= bytes.count ? bytes[start..<position] : nil
    }

    /// Skips blanks; nil at the end.
    private mutating func next() -> UInt8? {
        while position < bytes.count, Self.isBlank(bytes[position]) { position += 1 }
        return position < bytes.count ? bytes[position] : nil
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    private static func endsScalar(_ byte: UInt8) -> Bool {
        isBlank(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
    }
}

extension ObjectScanner {
    /// Takes a list of objects apart: the text of each, for requests that send several entries.
    static func objects(ofList bytes: [UInt8]) throws(IntakeProblem) -> [ArraySlice<UInt8>] {
        var wrapped = Array(#"{"entries":"#.utf8)
        wrapped += bytes
        wrapped.append(UInt8(ascii: "}"))
        // Read as the value of a key, the list's own mistakes are found by one reader.
        let values = try ObjectScanner(wrapped).values
        guard values.count == 1, let list = values["entries"], list.first == UInt8(ascii: "[") else {
            throw IntakeProblem(path: "", message: "This is not one JSON list.", allowed: "a list of objects")
        }
        var inside = ObjectScanner(list: Array(list))
        return try inside.items()
    }

    private init(list: [UInt8]) {
        bytes = list
        position = 1
    }

    private mutating func items() throws(IntakeProblem) -> [ArraySlice<UInt8>] {
        let wrong = IntakeProblem(path: "", message: "This is not one JSON list.", allowed: "a list of objects")
        var items: [ArraySlice<UInt8>] = []
        while let byte = next(), byte != UInt8(ascii: "]") {
            if !items.isEmpty {
                guard byte == UInt8(ascii: ",") else { throw wrong }
                position += 1
            }
            guard next() != nil, let item = value() else { throw wrong }
            items.append(item)
        }
        position += 1
        guard next() == nil, position == bytes.count else { throw wrong }
        return items
    }
}
