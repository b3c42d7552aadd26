import Unknot

/// One page to learn from.
struct LearnPageView: Sendable {
    /// Claims under one heading.
    struct Section: Sendable {
        let sectionTitle: String
        let claims: [Claim]
    }

    /// One thing that is said, how sure it is and where it comes from.
    struct Claim: Sendable {
        let claimID: String
        let claimClass: String
        let belief: String?
        let isAdvice: Bool
        let claimText: String
        let mark: SureMark
        let sourceCount: String
        let claimSources: [LinkedSource]
        let numbers: String

        init(_ claim: LearnClaim, kit: PageKit) {
            claimID = claim.id.rawValue
            claimClass = "learn-claim is-\(claim.kind.rawValue)"
            belief = claim.belief
            isAdvice = claim.kind == .advice
            claimText = claim.text
            mark = SureMark(claim.certainty, kit)
            let count = claim.sources.count
            sourceCount = kit.texts("learn_source_\(count == 1 ? "one" : "some")", ["count": String(count)])
            claimSources = claim.sources.compactMap(kit.engine.atlas.reference).map { LinkedSource($0, kit) }
            numbers = [
                kit.texts("learn_numbers", ["status": kit.texts("status_\(claim.status.rawValue)")]), claim.note,
            ].filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    /// Where one can go.
    struct Way: Sendable {
        let wayText: String
        let wayLink: String
    }

    let place: String
    let heading: String
    let short: String
    let sections: [Section]
    let signLists: [SignList]
    let hasSigns: Bool
    let pointMap: LearnMap?
    let example: LearnExample?
    let drawings: [LearnDrawing]
    let hasDrawings: Bool
    let leftAlone: [LeftAlone]
    let hasLeftAlone: Bool
    let ways: [Way]
    let hasWays: Bool
    let previous: Way?
    let next: Way?
    let meanings: [SureMeaning]

    init(_ page: LearnPage, kit: PageKit) {
        let learning = kit.engine.atlas.learning
        let number = 1 + (learning.pages.firstIndex { $0.id == page.id } ?? 0)
        let around = learning.neighbours(of: page.id)
        let shows = page.supplements
        place = kit.texts("learn_place", ["number": String(number), "count": String(learning.pages.count)])
        heading = page.title
        short = page.short
        sections = page.sections.map { section in
            Section(sectionTitle: section.title, claims: section.claims.map { Claim($0, kit: kit) })
        }
        signLists = shows.contains(.warningSigns) ? SignList.all(kit) : []
        hasSigns = !signLists.isEmpty
        pointMap = shows.contains(.pointMap) ? LearnMap(kit: kit) : nil
        example = page.point.flatMap(kit.engine.atlas.point).map { LearnExample($0, kit: kit) }
        drawings = page.techniques.compactMap(kit.engine.atlas.care.technique).map { LearnDrawing($0, kit: kit) }
        hasDrawings = !drawings.isEmpty
        leftAlone = shows.contains(.leftAlone) ? LeftAlone.all(kit) : []
        hasLeftAlone = !leftAlone.isEmpty
        ways = page.ways.map { way in
            Way(wayText: kit.texts("learn_way_\(way.rawValue)"), wayLink: way == .locate ? "/" : "/\(way.rawValue)")
        }
        hasWays = !ways.isEmpty
        func lead(to other: LearnPage?) -> Way? {
            other.map { Way(wayText: $0.title, wayLink: "/learn/\($0.id)") }
        }
        previous = lead(to: around.previous)
        next = lead(to: around.next)
        meanings = SureMeaning.all(kit)
    }
}

extension Page<LearnPageView> {
    static func learnPage(_ page: LearnPage, kit: PageKit) -> Self {
        Page(
            template: "learnpage", title: page.title, view: LearnPageView(page, kit: kit), modules: ["sheet.js"])
    }
}
