import Unknot

/// What there is to learn: every page with its short form, or what a search found.
struct LearnContents: Sendable {
    /// One page.
    struct Card: Sendable {
        let cardTitle: String
        let cardShort: String
        let cardLink: String
        let cardClass: String
    }

    /// Something that was found.
    struct Hit: Sendable {
        let hitText: String
        let hitLink: String
        let hitNote: String
    }

    let query: String
    let isSearch: Bool
    let resultHeading: String
    let hits: [Hit]
    let cards: [Card]
    let meanings: [SureMeaning]

    init(_ query: String, kit: PageKit) {
        let learning = kit.engine.atlas.learning
        let matches = learning.search(query)
        self.query = query.escapable
        isSearch = !query.isEmpty
        let key = matches.isEmpty ? "none" : matches.count == 1 ? "one" : "some"
        resultHeading = kit.texts("learn_found_\(key)", ["count": String(matches.count)])
        hits = matches.map { match in
            let address = "/learn/\(match.page.id)"
            guard let claim = match.claim else {
                return Hit(hitText: match.page.title, hitLink: address, hitNote: match.page.short)
            }
            let words = [claim.belief.map { "“\($0)”" }, claim.text].compactMap { $0 }.joined(separator: " ")
            return Hit(
                hitText: words, hitLink: "\(address)#\(claim.id)",
                hitNote: "\(match.page.title). \(SureMark(claim.certainty, kit).sureWords).")
        }
        cards = learning.pages.map { page in
            Card(
                cardTitle: page.title, cardShort: page.short, cardLink: "/learn/\(page.id)",
                cardClass: page.supplements.contains(.warningSigns) ? "learn-card is-first" : "learn-card")
        }
        meanings = SureMeaning.all(kit)
    }
}

extension Page<LearnContents> {
    static func learn(_ query: String, kit: PageKit) -> Self {
        Page(template: "learn", title: kit.texts("learn_title"), view: LearnContents(query, kit: kit))
    }
}
