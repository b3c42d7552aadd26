import Testing

@testable import UnknotCLI

@Suite("Styled text")
struct StyledTextTests {
    private static let text =
        "Pressing here would best tell the deep side muscle of the low back apart from the rest; "
        + "an_id_that_is_much_longer_than_any_line_can_ever_be_on_a_narrow_terminal_window stays readable."

    @Test("no line is wider than asked for", arguments: [1, 7, 20, 40, 80, 200])
    func width(_ width: Int) {
        let text = StyledText(Self.text, .strong) + StyledText(" and quiet words", .quiet)
        for line in text.wrapped(to: width) { #expect(line.width <= width) }
    }

    @Test("wrapping keeps every letter in order", arguments: [1, 7, 20, 40, 80, 200])
    func letters(_ width: Int) {
        let lines = StyledText(Self.text).wrapped(to: width).map(\.plain)
        #expect(lines.joined().filter { $0 != " " } == Self.text.filter { $0 != " " })
    }

    @Test("line breaks in the text stay, other blanks become one")
    func breaks() {
        #expect(StyledText("one  two\nthree").wrapped(to: 20).map(\.plain) == ["one two", "three"])
    }

    @Test("a word of two styles is not broken between them")
    func joinedWord() {
        let text = StyledText("aaaa bb", .strong) + StyledText("cc dd", .quiet)
        #expect(text.wrapped(to: 7).map(\.plain) == ["aaaa", "bbcc dd"])
    }

    @Test("an empty text is one empty line")
    func empty() {
        #expect(StyledText("").wrapped(to: 10).map(\.plain) == [""])
    }

    @Test("styles are escape sequences only when wanted")
    func painting() {
        let text = StyledText("stop", .alarm)
        #expect(text.painted(false) == "stop")
        #expect(text.painted(true) == "\u{1B}[1;97;41mstop\u{1B}[0m")
    }

    @Test("text of others cannot send commands to the terminal", arguments: ["\u{1B}[2J", "\u{07}", "\u{202E}", "\r"])
    func control(_ text: String) {
        let shown = StyledText("a\(text)b").plain
        #expect(!shown.contains(text))
        #expect(shown.contains("\u{FFFD}"))
    }

    @Test("a bar is always equally wide and never claims certainty", arguments: [0, 0.004, 0.5, 0.996, 1])
    func bar(_ probability: Double) {
        let bar = ProbabilityBar.text(probability)
        #expect(bar.width == 16)
        #expect(!bar.plain.hasSuffix(" 0\u{A0}%"))
        #expect(!bar.plain.hasSuffix("100\u{A0}%"))
    }

    @Test("a page has no two empty lines in a row and no blanks at line ends")
    func page() {
        var page = Page(Terminal(width: 60))
        page.blank()
        page.heading("One")
        page.blank()
        page.blank()
        page.labelled("Find it", ["first", "second"], column: 11, bullet: "+ ")
        page.banner("Help", .alarm)
        #expect(page.text == "One\n\nFind it    + first\n           + second\n Help\n")
    }

    @Test("a terminal is never laid out narrower than 40 or wider than 100 columns", arguments: [1, 40, 80, 300])
    func limits(_ width: Int) {
        #expect((40...100).contains(Terminal(width: width).width))
    }
}
