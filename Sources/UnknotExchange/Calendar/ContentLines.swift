/// Lines of a calendar file (RFC 5545, section 3.1): ended by CR LF, none longer than 75 bytes, longer ones folded
/// without cutting a character.
struct ContentLines {
    /// The most bytes of a line, its end left out.
    static let longest = 75

    private(set) var text = ""

    /// A property whose value stands as it is.
    mutating func add(_ name: String, _ value: String) {
        let line = "\(name):\(value)"
        var length = 0
        for scalar in line.unicodeScalars {
            let size = UTF8.width(scalar)
            if length + size > Self.longest {
                text += "\r\n "
                length = 1
            }
            text.unicodeScalars.append(scalar)
            length += size
        }
        text += "\r\n"
    }

    /// A property whose value is a text of people.
    mutating func add(_ name: String, text: String) {
        add(name, Self.escaped(text))
    }

    /// A text with what has a meaning in a calendar file escaped (section 3.3.11); control characters are left out.
    static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": escaped.append(contentsOf: ["\\", scalar])
            case "\n": escaped.append(contentsOf: ["\\", "n"])
            default: if scalar.properties.generalCategory != .control { escaped.append(scalar) }
            }
        }
        return String(escaped)
    }
}
