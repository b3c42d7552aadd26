import Unknot

/// Puts what the atlas knows of one thing into words and pictures.
struct AtlasWriter {
    let kit: PageKit
    var atlas: Atlas { kit.engine.atlas }

    init(_ kit: PageKit) {
        self.kit = kit
    }

    /// A heading with its words, or nothing where nothing is known.
    func fact(_ key: String, _ text: String?) -> [AtlasFact] {
        guard let text, !text.isEmpty else { return [] }
        return [AtlasFact(kit.texts("atlas_\(key)"), text: text)]
    }

    /// A heading with its list, or nothing where nothing is known.
    func fact(_ key: String, _ lines: [AtlasLine]) -> [AtlasFact] {
        lines.isEmpty ? [] : [AtlasFact(kit.texts("atlas_\(key)"), lines: lines)]
    }

    /// Publications, best read first, each once.
    func sources(_ ids: [ReferenceID]) -> [AtlasSource] {
        Set(ids).compactMap(atlas.reference).sorted { ($0.status, $0.citation) < ($1.status, $1.citation) }.map {
            AtlasSource(
                sourceCitation: kit.citation($0), sourceKind: kit.texts("status_\($0.status.rawValue)"))
        }
    }

    /// What the person must read before pressing, without the word that the page already shows.
    func caution(_ muscle: Muscle?) -> String? {
        muscle?.caution.map { text in
            text.hasPrefix("Caution: ") ? String(text.dropFirst("Caution: ".count)).capitalizedFirst : text
        }
    }

    /// Regions with how constant their pain is, for some points on the right side.
    func areas(of points: [TriggerPoint]) -> [BodyPlace: AreaMeaning] {
        var areas: [BodyPlace: AreaMeaning] = [:]
        for referral in points.flatMap({ atlas.referrals(of: $0.id) }) {
            for place in referral.places(for: .right) where areas[place] != .essential {
                areas[place] = referral.zone == .essential ? .essential : .spillover
            }
        }
        return areas
    }

    /// Where points send pain, as a list for each kind.
    func referralFacts(_ areas: [BodyPlace: AreaMeaning]) -> [AtlasFact] {
        [AreaMeaning.essential, .spillover].flatMap { meaning in
            let places = areas.filter { $0.value == meaning }.map(\.key)
            let regions = atlas.regions.map(\.id).filter { id in places.contains { $0.region == id } }
            let lines = regions.map { id in
                let sides = places.filter { $0.region == id }.map(\.side)
                let note = sides.contains(.left) ? (sides.contains(.right) ? "both" : "opposite") : nil
                return AtlasLine(
                    atlas.region(id)?.plainName.capitalizedFirst ?? id.rawValue,
                    note: note.map { kit.texts("atlas_side_\($0)") }, link: "/atlas/regions/\(id)")
            }
            return fact("area_\(meaning.rawValue)", lines)
        }
    }
}
