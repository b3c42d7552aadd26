import Unknot

/// Pages to learn from on a terminal.
enum LearnView {
    /// A page: its short form, the warning signs where it shows them, and each sentence with how sure it is.
    static func page(_ shown: LearnLibrary.Page, on page: inout Page) {
        page.add(StyledText(shown.title, .strong))
        page.add(StyledText(shown.short))
        for signs in shown.warningSigns {
            page.heading(CLIText.Learn.urgency(signs.urgency))
            for label in signs.labels { page.add(StyledText(label), mark: "• ", indent: 2) }
        }
        for section in shown.sections {
            page.heading(section.title)
            for claim in section.claims {
                if let belief = claim.belief {
                    page.add(StyledText(CLIText.Learn.oftenSaid(belief), .quiet), mark: "• ", indent: 2)
                    page.add(StyledText(claim.text), indent: 4)
                } else {
                    page.add(StyledText(claim.text), mark: "• ", indent: 2)
                }
                let sources = claim.sources.map(\.id).joined(separator: ", ")
                page.add(
                    StyledText(claim.certaintyWords, .action) + StyledText(" · \(sources)", .quiet), indent: 4)
            }
        }
        page.blank()
        page.add(StyledText(CLIText.Learn.sourcesHint, .quiet))
    }

    /// What a search found.
    static func found(_ hits: [LearnLibrary.Hit], on page: inout Page) {
        for hit in hits {
            let sure = StyledText(hit.certaintyWords.map { " · \($0)" } ?? "", .quiet)
            page.add(StyledText(hit.text) + sure, mark: StyledText("\(hit.page)  ", .action))
        }
        page.add(StyledText(CLIText.count(hits.count), .quiet))
    }
}
