import Unknot

/// One thing of the atlas: a muscle, a point or a region.
struct AtlasEntryPage: Sendable {
    let kindName: String
    let heading: String
    let formalName: String
    let caution: String?
    let figure: AtlasFigure
    let facts: [AtlasFact]
    let sources: [AtlasSource]
    let hasSources: Bool
}

/// A heading with a sentence, or with a list.
struct AtlasFact: Sendable {
    let factTitle: String
    let factText: String?
    let lines: [AtlasLine]
    let hasLines: Bool

    init(_ title: String, text: String) {
        (factTitle, factText, lines, hasLines) = (title, text, [], false)
    }

    init(_ title: String, lines: [AtlasLine]) {
        (factTitle, factText, self.lines, hasLines) = (title, nil, lines, !lines.isEmpty)
    }
}

/// One line of a list, with what it leads to.
struct AtlasLine: Sendable {
    let lineText: String
    let lineNote: String?
    let lineLink: String?

    init(_ text: String, note: String? = nil, link: String? = nil) {
        (lineText, lineNote, lineLink) = (text, note, link)
    }
}

/// A publication and how far it was read.
struct AtlasSource: Sendable {
    let sourceCitation: String
    let sourceKind: String
}

extension Page<AtlasEntryPage> {
    static func entry(_ entry: AtlasEntryPage) -> Self {
        Page(template: "atlasentry", title: entry.heading, view: entry)
    }
}
