public import UnknotRecord

/// The pages to learn from, in the order in which they are read: when it is not a knot comes first.
public struct Learning: Sendable {
    /// The pages.
    public let pages: [LearnPage]

    /// The page with an id.
    public func page(_ id: LearnPageID) -> LearnPage? { pages.first { $0.id == id } }

    /// The page before and the page after one.
    public func neighbours(of id: LearnPageID) -> (previous: LearnPage?, next: LearnPage?) {
        guard let index = pages.firstIndex(where: { $0.id == id }) else { return (nil, nil) }
        return (
            index > 0 ? pages[index - 1] : nil,
            index + 1 < pages.count ? pages[index + 1] : nil
        )
    }

    /// Something that words found.
    public struct Match: Hashable, Sendable {
        /// The page on which it stands.
        public let page: LearnPage
        /// The claim; `nil` where the words name the page.
        public let claim: LearnClaim?
    }

    /// Finds pages and claims by plain words: pages whose title or keywords hold them come first, then claims in the
    /// order of reading.
    ///
    /// Every word must start some word of what is found.
    public func search(_ query: String) -> [Match] {
        let words = PlainWords.of(query)
        guard !words.isEmpty else { return [] }
        let named = pages.filter { PlainWords.starts(words, in: [$0.title] + $0.keywords) }
        let said = pages.flatMap { page in
            page.sections.flatMap { section in
                section.claims.filter { claim in
                    PlainWords.starts(words, in: [section.title, claim.belief ?? "", claim.text])
                }
            }.map { Match(page: page, claim: $0) }
        }
        return named.map { Match(page: $0, claim: nil) } + said
    }

    /// Known ids that look like an unknown one, nearest first.
    public func suggestions(for id: String) -> [LearnPageID] {
        SpellingSuggestion.nearest(to: id, among: pages.map(\.id.rawValue), most: 3).map { LearnPageID($0) }
    }
}

extension Atlas {
    /// The warning signs that call for help equally soon, as people read them: most dangerous first, and none whose
    /// question another one covers.
    public func learnedSigns(_ urgency: WarningSign.Urgency) -> [WarningSign] {
        warningSigns
            .filter { $0.urgency == urgency && $0.combination == nil && $0.askedWith == nil }
            .sorted { ($0.order, $0.id) < ($1.order, $1.id) }
    }
}
