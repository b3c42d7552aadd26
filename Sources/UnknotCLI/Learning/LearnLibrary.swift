import Unknot

/// The pages to learn from, laid out once for people and for programs.
struct LearnLibrary {
    private let atlas: Atlas

    init(_ atlas: Atlas) {
        self.atlas = atlas
    }

    /// One sentence with what stands behind it.
    struct Claim: Encodable {
        let id: String
        let kind: String
        let belief: String?
        let text: String
        let certainty: String
        /// The degree in words, for people.
        let certaintyWords: String
        let sources: [Source]
        let numberStatus: String
        let note: String

        enum CodingKeys: String, CodingKey {
            case id, kind, belief, text, certainty, sources, note
            case numberStatus = "number_status"
        }
    }

    /// A publication.
    struct Source: Encodable {
        let id: String
        let citation: String
        let status: String
    }

    /// Sentences under one heading.
    struct Section: Encodable {
        let title: String
        let claims: [Claim]
    }

    /// Warning signs that call for help equally soon.
    struct Signs: Encodable {
        let urgency: String
        let labels: [String]
    }

    /// One page.
    struct Page: Encodable {
        let id: String
        let title: String
        let short: String
        let warningSigns: [Signs]
        let sections: [Section]

        enum CodingKeys: String, CodingKey {
            case id, title, short, sections
            case warningSigns = "warning_signs"
        }
    }

    /// Something that was found.
    struct Hit: Encodable {
        let page: String
        let claim: String?
        let text: String
        let certainty: String?
        let certaintyWords: String?

        enum CodingKeys: String, CodingKey {
            case page, claim, text, certainty
        }
    }

    /// Every page as a line of a list.
    var rows: [AtlasList.Row] {
        atlas.learning.pages.map { AtlasList.Row(id: $0.id.rawValue, plainName: $0.title, detail: $0.short) }
    }

    /// The page with an id.
    func page(_ id: String) -> Page? {
        atlas.learning.page(LearnPageID(id)).map { page in
            Page(
                id: page.id.rawValue, title: page.title, short: page.short,
                warningSigns: page.supplements.contains(.warningSigns) ? signs : [],
                sections: page.sections.map { Section(title: $0.title, claims: $0.claims.map(claim)) })
        }
    }

    /// What words find.
    func found(_ query: String) -> [Hit] {
        atlas.learning.search(query).map { match in
            guard let claim = match.claim else {
                return Hit(
                    page: match.page.id.rawValue, claim: nil, text: match.page.title, certainty: nil,
                    certaintyWords: nil)
            }
            return Hit(
                page: match.page.id.rawValue, claim: claim.id.rawValue, text: claim.text,
                certainty: claim.certainty.rawValue, certaintyWords: words(claim.certainty))
        }
    }

    /// Known ids that look like an unknown one, nearest first.
    func suggestions(for id: String) -> [String] {
        atlas.learning.suggestions(for: id).map(\.rawValue)
    }

    private func claim(_ claim: LearnClaim) -> Claim {
        Claim(
            id: claim.id.rawValue, kind: claim.kind.rawValue, belief: claim.belief, text: claim.text,
            certainty: claim.certainty.rawValue, certaintyWords: words(claim.certainty),
            sources: claim.sources.compactMap(atlas.reference).map {
                Source(id: $0.id.rawValue, citation: $0.citation, status: $0.status.rawValue)
            },
            numberStatus: claim.status.rawValue, note: claim.note)
    }

    private func words(_ certainty: LearnClaim.Certainty) -> String {
        atlas.phrases("learn_\(certainty.rawValue)")
    }

    private var signs: [Signs] {
        WarningSign.Urgency.allCases.compactMap { urgency in
            let labels = atlas.learnedSigns(urgency).map(\.plainLabel)
            return labels.isEmpty ? nil : Signs(urgency: urgency.rawValue, labels: labels)
        }
    }
}
