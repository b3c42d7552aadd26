/// How a piece of text is set.
enum TextStyle: Hashable, Sendable {
    /// As the terminal sets it.
    case plain
    /// What must be seen first.
    case strong
    /// What may be passed over.
    case quiet
    /// A danger: get help now.
    case alarm
    /// Something to be careful with.
    case warning
    /// All is well.
    case calm
    /// What one can do.
    case action
    /// How much: the filled part of a bar.
    case amount

    /// The parameters of the escape sequence that turns it on.
    var code: String? {
        switch self {
        case .plain: nil
        case .strong: "1"
        case .quiet: "2"
        case .alarm: "1;97;41"
        case .warning: "1;33"
        case .calm: "32"
        case .action: "36"
        case .amount: "33"
        }
    }
}

/// A text whose parts are set differently.
///
/// Control characters are made visible, so that no input can send commands to the terminal.
struct StyledText: Hashable, Sendable, ExpressibleByStringLiteral {
    /// A part in one style.
    struct Span: Hashable, Sendable {
        let text: String
        let style: TextStyle
    }

    private(set) var spans: [Span]

    init(_ text: String, _ style: TextStyle = .plain) {
        let isClean = text.unicodeScalars.allSatisfy { $0 == "\n" || !Self.isControl($0) }
        spans = [Span(text: isClean ? text : Self.visible(text), style: style)]
    }

    init(stringLiteral value: String) {
        self.init(value)
    }

    static func + (left: Self, right: Self) -> Self {
        var sum = left
        sum.spans += right.spans
        return sum
    }

    /// Without styles.
    var plain: String { spans.map(\.text).joined() }

    /// How many columns it takes.
    var width: Int { plain.count }

    /// With escape sequences, or without any.
    func painted(_ isPainted: Bool) -> String {
        guard isPainted else { return plain }
        return spans.map { span in
            guard let code = span.style.code, !span.text.isEmpty else { return span.text }
            return "\u{1B}[\(code)m\(span.text)\u{1B}[0m"
        }.joined()
    }

    /// Lines of at most so many columns; broken between words, and inside a word only when it is too long for a line.
    func wrapped(to width: Int) -> [StyledText] {
        var wrapper = LineWrapper(width: max(width, 1))
        for span in spans { wrapper.add(span) }
        return wrapper.finished()
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
    }

    private static func visible(_ text: String) -> String {
        String(
            String.UnicodeScalarView(text.unicodeScalars.map { $0 != "\n" && isControl($0) ? "\u{FFFD}" : $0 }))
    }
}

extension StyledText {
    fileprivate init(spans: [Span]) {
        self.spans = spans
    }
}

/// Fills lines with words.
private struct LineWrapper {
    let width: Int
    private var lines: [StyledText] = []
    private var line: [StyledText.Span] = []
    private var lineWidth = 0
    private var word: [StyledText.Span] = []
    private var wordWidth = 0

    init(width: Int) {
        self.width = width
    }

    mutating func add(_ span: StyledText.Span) {
        var letters = ""
        for character in span.text {
            guard character == " " || character == "\n" else {
                if wordWidth == width {
                    append(&letters, span.style)
                    endWord()
                }
                letters.append(character)
                wordWidth += 1
                continue
            }
            append(&letters, span.style)
            endWord()
            if character == "\n" { endLine() }
        }
        append(&letters, span.style)
    }

    mutating func finished() -> [StyledText] {
        endWord()
        if !line.isEmpty || lines.isEmpty { endLine() }
        return lines
    }

    private mutating func append(_ letters: inout String, _ style: TextStyle) {
        guard !letters.isEmpty else { return }
        word.append(StyledText.Span(text: letters, style: style))
        letters = ""
    }

    private mutating func endWord() {
        guard !word.isEmpty else { return }
        if lineWidth > 0 {
            if lineWidth + 1 + wordWidth <= width {
                let style = line.last?.style == word.first?.style ? word.first?.style ?? .plain : .plain
                line.append(StyledText.Span(text: " ", style: style))
                lineWidth += 1
            } else {
                endLine()
            }
        }
        line += word
        lineWidth += wordWidth
        word = []
        wordWidth = 0
    }

    private mutating func endLine() {
        lines.append(StyledText(spans: Self.joined(line)))
        line = []
        lineWidth = 0
    }

    /// Neighbours in the same style become one span.
    private static func joined(_ spans: [StyledText.Span]) -> [StyledText.Span] {
        spans.reduce(into: []) { result, span in
            if let last = result.last, last.style == span.style {
                result[result.count - 1] = StyledText.Span(text: last.text + span.text, style: span.style)
            } else {
                result.append(span)
            }
        }
    }
}
