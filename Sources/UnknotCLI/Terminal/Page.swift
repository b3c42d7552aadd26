/// Lays text out in lines of one width.
struct Page {
    /// Columns.
    let width: Int
    /// Whether escape sequences are used.
    let isPainted: Bool
    private(set) var lines: [String] = []

    init(_ terminal: Terminal) {
        width = terminal.width
        isPainted = terminal.isPainted
    }

    /// Everything, ending in a line break.
    var text: String { lines.map { $0 + "\n" }.joined() }

    /// An empty line, never two in a row and none at the start.
    mutating func blank() {
        if let last = lines.last, !last.isEmpty { lines.append("") }
    }

    /// A title above a part of the page.
    mutating func heading(_ title: String) {
        blank()
        add(StyledText(title, .strong))
    }

    /// A paragraph.
    ///
    /// - Parameters:
    ///   - mark: Stands before the first line; the other lines are indented as far.
    ///   - indent: Columns left empty before the mark.
    mutating func add(_ content: StyledText, mark: StyledText = "", indent: Int = 0) {
        let left = min(indent, width / 3)
        let hanging = left + mark.width
        for (index, line) in content.wrapped(to: max(width - hanging, 10)).enumerated() {
            let start = StyledText(String(repeating: " ", count: index == 0 ? left : hanging))
            let whole = index == 0 ? start + mark + line : start + line
            lines.append(Self.trimmed(whole.painted(isPainted)))
        }
    }

    /// A line as it is, however wide the page.
    mutating func addUnbroken(_ content: StyledText) {
        lines.append(Self.trimmed(content.painted(isPainted)))
    }

    /// Paragraphs beside a label; below it where the page is narrow.
    mutating func labelled(
        _ label: String,
        _ contents: [StyledText],
        column: Int,
        indent: Int = 0,
        bullet: String = ""
    ) {
        guard width - column - indent >= 40 else {
            add(StyledText(label, .quiet), indent: indent)
            for content in contents { add(content, mark: StyledText(bullet), indent: indent + 2) }
            return
        }
        for (index, content) in contents.enumerated() {
            let shown = index == 0 ? label : ""
            let padding = String(repeating: " ", count: max(1, column - shown.count))
            add(content, mark: StyledText(shown + padding, .quiet) + StyledText(bullet), indent: indent)
        }
    }

    /// A full line in one style, padded to the width so that a background shows as a bar.
    mutating func banner(_ title: String, _ style: TextStyle) {
        for line in StyledText(title).wrapped(to: width - 2) {
            let padding = String(repeating: " ", count: max(0, width - 1 - line.width))
            let bar = StyledText(" " + line.plain + padding, style).painted(isPainted)
            lines.append(isPainted ? bar : Self.trimmed(bar))
        }
    }

    private static func trimmed(_ line: String) -> String {
        guard line.hasSuffix(" ") else { return line }
        return String(line.reversed().drop { $0 == " " }.reversed())
    }
}
