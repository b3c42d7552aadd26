/// One element of an SVG document, written with everything escaped.
struct SVGElement: Sendable {
    let name: String
    private var attributes: [(String, String)] = []
    private var content: [Content] = []

    private enum Content: Sendable {
        case text(String)
        case element(SVGElement)
    }

    init(_ name: String, _ attributes: [(String, String)] = [], _ children: [SVGElement] = []) {
        self.name = name
        self.attributes = attributes
        content = children.map(Content.element)
    }

    init(_ name: String, _ attributes: [(String, String)] = [], text: String) {
        self.name = name
        self.attributes = attributes
        content = [.text(text)]
    }

    mutating func add(_ element: SVGElement) {
        content.append(.element(element))
    }

    /// The document text, one element a line.
    func document() -> String {
        var lines: [String] = []
        write(indent: "", into: &lines)
        return lines.joined(separator: "\n") + "\n"
    }

    private func write(indent: String, into lines: inout [String]) {
        let tag = name + attributes.map { " \($0.0)=\"\(Self.escaped($0.1))\"" }.joined()
        switch content.first {
        case nil:
            lines.append("\(indent)<\(tag)/>")
        case .text(let text) where content.count == 1:
            lines.append("\(indent)<\(tag)>\(Self.escaped(text))</\(name)>")
        default:
            lines.append("\(indent)<\(tag)>")
            for part in content {
                switch part {
                case .text(let text): lines.append(indent + "  " + Self.escaped(text))
                case .element(let element): element.write(indent: indent + "  ", into: &lines)
                }
            }
            lines.append("\(indent)</\(name)>")
        }
    }

    /// Text in which nothing reads as markup; by scalars, so that a combining mark cannot hide a quotation mark.
    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}
