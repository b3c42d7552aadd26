/// Writes JSON in one form only, so that equal values are equal texts: the scheme of RFC 8785.
///
/// Keys in order, no spaces, the shortest number that reads back as the same, no escape that is not needed.
package enum CanonicalJSON {
    /// The text of a value.
    package static func text(of value: JSONValue) -> String {
        var text = ""
        write(value, to: &text)
        return text
    }

    private static func write(_ value: JSONValue, to text: inout String) {
        switch value {
        case .null: text += "null"
        case .bool(let flag): text += flag ? "true" : "false"
        case .number(let number): text += CanonicalNumber.text(of: number)
        case .string(let string): write(string, to: &text)
        case .array(let items):
            text += "["
            for (index, item) in items.enumerated() {
                if index > 0 { text += "," }
                write(item, to: &text)
            }
            text += "]"
        case .object(let fields):
            text += "{"
            for (index, field) in fields.sorted(by: { comesFirst($0.key, $1.key) }).enumerated() {
                if index > 0 { text += "," }
                write(field.key, to: &text)
                text += ":"
                write(field.value, to: &text)
            }
            text += "}"
        }
    }

    /// By UTF-16 units, as the scheme asks.
    private static func comesFirst(_ left: String, _ right: String) -> Bool {
        left.utf16.lexicographicallyPrecedes(right.utf16)
    }

    private static func write(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\u{8}": text += "\\b"
            case "\t": text += "\\t"
            case "\n": text += "\\n"
            case "\u{C}": text += "\\f"
            case "\r": text += "\\r"
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
