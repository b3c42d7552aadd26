import Unknot

/// The library of techniques: what to choose from, and what fits, in groups.
struct TechniquesPage: Sendable {
    /// One of the things that can be chosen.
    struct Option: Sendable {
        let optionValue: String
        let optionName: String
        let optionIsChosen: Bool
    }

    /// Techniques that belong together.
    struct Shelf: Sendable {
        let shelfName: String
        let shelfNote: String
        let cards: [TechniqueCard]
    }

    /// What to change when nothing fits.
    struct WayOut: Sendable {
        let wayText: String
        let wayLink: String
    }

    let areas: [Option]
    let tools: [Option]
    let people: [Option]
    let count: String
    let isFiltered: Bool
    let isEmpty: Bool
    let waysOut: [WayOut]
    let shelves: [Shelf]

    init(_ filter: TechniqueFilter, kit: PageKit) {
        let care = kit.engine.atlas.care
        let writer = TechniqueWriter(kit)
        func option(_ value: String, _ name: String, _ isChosen: Bool) -> Option {
            Option(optionValue: value, optionName: name, optionIsChosen: isChosen)
        }
        let any = kit.texts("technique_any")
        areas =
            [option("", any, filter.area == nil)]
            + TechniqueFilter.areas(care).map { option($0.rawValue, writer.area($0), $0 == filter.area) }
        tools =
            [option("", any, filter.tool == nil)]
            + CareTool.allCases.filter { tool in care.techniques.contains { $0.tool == tool } }.map {
                option($0.rawValue, writer.tool($0), $0 == filter.tool)
            }
        people =
            [option("", any, filter.performer == nil)]
            + Technique.Performer.allCases.map {
                option($0.rawValue, kit.texts("technique_who_\($0.rawValue)"), $0 == filter.performer)
            }
        let fitting = care.techniques.filter { filter.matches($0, care) }
        isFiltered = !filter.isAny
        isEmpty = fitting.isEmpty
        count = kit.texts(
            fitting.count == 1 ? "technique_count_one" : "technique_count",
            ["count": String(fitting.count), "all": String(care.techniques.count)])
        waysOut = fitting.isEmpty ? Self.waysOut(of: filter, kit) : []
        shelves = TechniqueShelf.allCases.compactMap { shelf in
            let mine = fitting.filter { TechniqueShelf($0) == shelf }
            guard !mine.isEmpty else { return nil }
            return Shelf(
                shelfName: kit.texts("technique_shelf_\(shelf.rawValue)"),
                shelfNote: kit.texts("technique_shelf_\(shelf.rawValue)_note"),
                cards: mine.map { TechniqueCard($0, in: filter.area, writer) })
        }
    }

    /// What each single change would bring.
    private static func waysOut(of filter: TechniqueFilter, _ kit: PageKit) -> [WayOut] {
        let care = kit.engine.atlas.care
        return filter.looser.compactMap { key, looser in
            let count = care.techniques.filter { looser.matches($0, care) }.count
            guard count > 0 else { return nil }
            return WayOut(
                wayText: kit.texts("technique_without_\(key)", ["count": String(count)]), wayLink: looser.address)
        }
    }
}

/// One technique in the library.
struct TechniqueCard: Sendable {
    let cardLink: String
    let cardName: String
    let cardAim: String
    let cardFacts: String
    let drawing: TechniqueDrawing

    init(_ technique: Technique, in area: CarePlaceID?, _ writer: TechniqueWriter) {
        cardLink = "/techniques/\(technique.id)"
        cardName = technique.name
        cardAim = technique.aim.capitalizedFirst
        cardFacts = [writer.tool(technique.tool), writer.grade(technique.grade)].joined(separator: " · ")
        drawing =
            area.map { TechniqueDrawing(technique, in: $0, kit: writer.kit) }
            ?? TechniqueDrawing(technique, kit: writer.kit)
    }
}

/// How the library is ordered.
enum TechniqueShelf: String, CaseIterable {
    /// Work on the knot by oneself.
    case own
    /// With somebody's help.
    case partner
    /// Stretching, moving, warmth and rest.
    case around
    /// Not to be done at home.
    case professional

    init(_ technique: Technique) {
        switch (technique.performer, technique.kind) {
        case (.partner, _): self = .partner
        case (.clinician, _): self = .professional
        case (.person, .compression), (.person, .massage), (.person, .roller), (.person, .ball),
            (.person, .partnerMassage), (.person, .sequence):
            self = .own
        case (.person, .stretch), (.person, .contractRelax), (.person, .positionalRelease), (.person, .movement),
            (.person, .heat), (.person, .cold), (.person, .breathing), (.person, .relaxation),
            (.person, .electrical), (.person, .dryNeedlingReferral), (.person, .clinicianReferral):
            self = .around
        }
    }
}

extension Page<TechniquesPage> {
    static func techniques(_ filter: TechniqueFilter, kit: PageKit) -> Self {
        Page(
            template: "techniques", title: kit.texts("technique_title"), view: TechniquesPage(filter, kit: kit))
    }
}
