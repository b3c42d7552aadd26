import UnknotRecord

/// The pages to learn from, and what they claim.
extension AtlasLoader {
    /// More than this is no short page any more, in characters.
    private static let longestText = 240

    mutating func readLearning(_ references: [Reference], _ points: Set<PointID>) -> Learning {
        let table = diagnosisTable(
            "learn_pages.csv",
            ["id", "title", "short", "keywords", "shows", "point_id", "technique_ids", "ways", "note"])
        table.requireUnique(&problems, "id") { $0.text("id") }
        let sections = readLearnSections(references, Set(table.rows.map { LearnPageID($0.text("id")) }))
        let pages = table.rows.map { row in
            let id: LearnPageID = row.id("id", &problems)
            learnRows[id] = row
            if sections[id] == nil { problems.append(row.problem("id", "No claim stands on “\(id)”.")) }
            var point: PointID?
            if !row.text("point_id").isEmpty {
                let drawn: PointID = row.id("point_id", &problems)
                require(drawn, in: points, row, "point_id")
                point = drawn
            }
            return LearnPage(
                id: id,
                title: row.required("title", &problems),
                short: shortText(row, "short"),
                keywords: row.list("keywords"),
                supplements: optionalChoices(row, "shows"),
                point: point,
                techniques: row.ids("technique_ids"),
                ways: optionalChoices(row, "ways"),
                sections: sections[id] ?? []
            )
        }
        if let first = pages.first, !first.supplements.contains(.warningSigns), let row = table.rows.first {
            problems.append(row.problem("shows", "The first page shows the warning signs."))
        }
        return Learning(pages: pages)
    }

    /// Techniques are read after the pages that draw them.
    mutating func checkLearning(_ atlas: Atlas) {
        for page in atlas.learning.pages {
            for id in page.techniques where atlas.care.technique(id) == nil {
                if let row = learnRows[page.id] {
                    problems.append(row.problem("technique_ids", "“\(id)” is not known."))
                }
            }
        }
    }

    private mutating func readLearnSections(
        _ references: [Reference], _ pages: Set<LearnPageID>
    ) -> [LearnPageID: [LearnPage.Section]] {
        let table = diagnosisTable(
            "learn_claims.csv",
            ["id", "page", "section", "kind", "belief", "text", "certainty", "sources", "number_status", "note"])
        table.requireUnique(&problems, "id") { $0.text("id") }
        let known = Dictionary(references.map { ($0.id, $0) }) { first, _ in first }
        var sections: [LearnPageID: [LearnPage.Section]] = [:]
        for row in table.rows {
            let page: LearnPageID = row.id("page", &problems)
            require(page, in: pages, row, "page")
            let claim = readClaim(row, known)
            let title = row.required("section", &problems)
            let written = sections[page] ?? []
            if let last = written.last, last.title == title {
                sections[page] = written.dropLast() + [.init(title: title, claims: last.claims + [claim])]
            } else {
                if written.contains(where: { $0.title == title }) {
                    problems.append(row.problem("section", "“\(title)” was left before; its claims stand together."))
                }
                sections[page] = written + [.init(title: title, claims: [claim])]
            }
        }
        return sections
    }

    private mutating func readClaim(_ row: Table.Row, _ known: [ReferenceID: Reference]) -> LearnClaim {
        let kind: LearnClaim.Kind = row.choice("kind", &problems) ?? .fact
        let belief = row.text("belief")
        if (kind == .myth) == belief.isEmpty {
            problems.append(row.problem("belief", "Exactly a myth says what is believed."))
        }
        let certainty: LearnClaim.Certainty = row.choice("certainty", &problems) ?? .unsure
        let status: EvidenceStatus = row.choice("number_status", &problems) ?? .estimate
        let sources = sources(row, "sources", Set(known.keys))
        let found = sources.compactMap { known[$0] }
        // What is sure, or was read, has a publication to show for it.
        let published = found.filter { $0.kind != "judgement" }
        if published.isEmpty, certainty.needsStudy {
            problems.append(row.problem("sources", "“\(certainty.rawValue)” needs a publication."))
        }
        if status == .verified, !published.contains(where: { $0.status == .verified }) {
            problems.append(row.problem("number_status", "None of the sources was read."))
        }
        return LearnClaim(
            id: row.id("id", &problems),
            kind: kind,
            belief: belief.isEmpty ? nil : belief,
            text: shortText(row, "text"),
            certainty: certainty,
            sources: sources,
            status: status,
            note: row.text("note")
        )
    }

    private mutating func optionalChoices<Choice: RawRepresentable & CaseIterable>(
        _ row: Table.Row, _ column: String
    ) -> [Choice] where Choice.RawValue == String {
        row.text(column).isEmpty ? [] : choices(row, column)
    }

    private mutating func shortText(_ row: Table.Row, _ column: String) -> String {
        let text = row.required(column, &problems)
        if text.count > Self.longestText {
            problems.append(
                row.problem(column, "\(text.count) characters are too many; at most \(Self.longestText)."))
        }
        return text
    }
}

extension LearnClaim.Certainty {
    /// Whether somebody must have studied it.
    fileprivate var needsStudy: Bool {
        switch self {
        case .established, .likely, .unsure, .disputed: true
        case .unproven, .practice: false
        }
    }
}
