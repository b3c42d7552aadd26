import Unknot

/// Cards and lists of the atlas on a page.
struct AtlasView {
    var page: Page
    private static let labelColumn = 16

    init(_ terminal: Terminal) {
        page = Page(terminal)
    }

    /// A list: plain name first, id for use in an intake, then the anatomical name.
    mutating func list(_ rows: [AtlasList.Row]) {
        // Ids are what one copies, so they stand in a column of their own where there is room.
        let column = min(rows.map(\.id.count).max() ?? 0, page.width * 2 / 5) + 2
        for row in rows {
            let detail = StyledText(row.detail.isEmpty ? "" : " · \(row.detail)", .quiet)
            let content = StyledText(row.plainName, .strong) + detail
            if row.id.count + 2 <= column {
                let padding = String(repeating: " ", count: column - row.id.count)
                page.add(content, mark: StyledText(row.id + padding, .action))
            } else {
                page.add(StyledText(row.id, .action))
                page.add(content, indent: column)
            }
        }
        page.add(StyledText(CLIText.count(rows.count), .quiet))
    }

    /// Everything about one thing.
    mutating func card(_ card: AtlasCard) {
        page.blank()
        page.add(StyledText(CLIText.capitalised(card.plainName), .strong))
        let parts = [card.name, CLIText.Atlas.kind(card.kind), card.id].filter { !$0.isEmpty }
        page.add(StyledText(parts.joined(separator: " · "), .quiet))
        page.blank()
        for field in card.fields {
            let lines = Self.lines(field.value)
            page.labelled(field.label, lines, column: Self.labelColumn, bullet: lines.count > 1 ? "• " : "")
        }
    }

    private static func lines(_ value: AtlasCard.Value) -> [StyledText] {
        switch value {
        case .text(let text, let style): [StyledText(text, style)]
        case .number(_, let shown): [StyledText(shown)]
        case .items(let items): items.map(line)
        }
    }

    private static func line(_ item: AtlasCard.Item) -> StyledText {
        let notes = [item.note, item.status.map { CLIText.statusWords($0.rawValue) }, item.id]
            .compactMap { $0 }.filter { !$0.isEmpty && $0 != item.text }
        return StyledText(item.text) + StyledText(notes.map { " · \($0)" }.joined(), .quiet)
    }
}
