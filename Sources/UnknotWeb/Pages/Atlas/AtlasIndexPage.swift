import Unknot

/// The way into the atlas: search by plain words, and every muscle by part of the body.
struct AtlasIndexPage: Sendable {
    /// Muscles of one part of the body.
    struct Shelf: Sendable {
        let shelfName: String
        let muscles: [AtlasLine]
    }

    let query: String
    let isSearch: Bool
    let resultHeading: String
    let results: [AtlasLine]
    let shelves: [Shelf]

    /// More results than this are not read.
    private static let mostResults = 40

    init(_ query: String, kit: PageKit) {
        let atlas = kit.engine.atlas
        let matches = atlas.search(query)
        self.query = query.escapable
        isSearch = !query.isEmpty
        results = matches.prefix(Self.mostResults).map { Self.line($0, kit) }
        let key = matches.isEmpty ? "none" : matches.count == 1 ? "one" : "some"
        resultHeading = kit.texts("atlas_found_\(key)", ["count": String(matches.count)])
        shelves = BodyRegion.Zone.allCases.compactMap { zone in
            let muscles = atlas.muscles.filter { $0.zone == zone }
            guard !muscles.isEmpty else { return nil }
            return Shelf(
                shelfName: kit.texts("zone_\(zone.rawValue)"),
                muscles: muscles.map {
                    AtlasLine($0.plainName.capitalizedFirst, note: $0.name, link: "/atlas/muscles/\($0.id)")
                })
        }
    }

    private static func line(_ match: AtlasMatch, _ kit: PageKit) -> AtlasLine {
        let atlas = kit.engine.atlas
        switch match.item {
        case .muscle(let id):
            return AtlasLine(
                kit.engine.text.muscle(id).capitalizedFirst,
                note: kit.texts("atlas_muscle_called", ["name": atlas.muscle(id)?.name ?? ""]),
                link: "/atlas/muscles/\(id)")
        case .point(let id):
            return AtlasLine(match.title, note: kit.texts("atlas_kind_point"), link: "/atlas/points/\(id)")
        case .region(let id):
            return AtlasLine(
                match.title.capitalizedFirst, note: kit.texts("atlas_kind_region"), link: "/atlas/regions/\(id)")
        }
    }
}

extension Page<AtlasIndexPage> {
    static func atlas(_ query: String, kit: PageKit) -> Self {
        Page(template: "atlas", title: kit.texts("atlas_title"), view: AtlasIndexPage(query, kit: kit))
    }
}
