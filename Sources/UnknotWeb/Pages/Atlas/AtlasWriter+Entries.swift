import Unknot

extension AtlasWriter {
    /// The page of a muscle.
    func entry(_ muscle: Muscle) -> AtlasEntryPage {
        let points = atlas.points(of: muscle.id)
        let areas = areas(of: points)
        let pointLines = points.enumerated().map { index, point in
            AtlasLine(
                points.count > 1 ? "\(index + 1). \(point.name)" : point.name, note: point.landmarks,
                link: "/atlas/points/\(point.id)")
        }
        let end = muscle.notes.firstRange(of: "Caution")?.lowerBound ?? muscle.notes.endIndex
        let facts =
            fact("points", pointLines) + ways(at: points) + referralFacts(areas) + triggers(of: muscle)
            + related(to: muscle)
            + fact("actions", muscle.actions)
            + fact(
                "attached",
                kit.texts("atlas_attached_text", ["origin": muscle.origin, "insertion": muscle.insertion]))
            + fact("felt", kit.texts("atlas_felt_\(muscle.palpability.rawValue)_\(muscle.depth.rawValue)"))
            + fact("frequency", frequency(of: muscle))
            + fact("notes", String(muscle.notes[..<end]))
        return AtlasEntryPage(
            kindName: kit.texts("zone_\(muscle.zone.rawValue)"),
            heading: muscle.plainName.capitalizedFirst,
            formalName: muscle.name,
            caution: caution(muscle),
            figure: AtlasFigure(
                muscle: muscle.id, points: points.map(\.id), areas: areas,
                text: kit.texts("atlas_figure_muscle", ["muscle": muscle.plainName]), kit: kit),
            facts: facts,
            sources: sources(references(of: muscle, points)),
            hasSources: true
        )
    }

    /// The page of a trigger point.
    func entry(_ point: TriggerPoint) -> AtlasEntryPage {
        let muscle = atlas.muscle(point.muscle)
        let areas = areas(of: [point])
        let tools = point.access.map { kit.texts("access_\($0.rawValue)") }
        let reach =
            tools.isEmpty ? kit.texts("access_none") : kit.texts("access_with", ["tools": kit.alternatives(tools)])
        let muscleLine = AtlasLine(
            muscle?.plainName.capitalizedFirst ?? point.muscle.rawValue, note: muscle?.name,
            link: "/atlas/muscles/\(point.muscle)")
        let ids = point.sources + atlas.referrals(of: point.id).flatMap(\.sources)
        return AtlasEntryPage(
            kindName: kit.texts("atlas_kind_point"),
            heading: kit.texts(
                "atlas_point_heading", ["muscle": muscle?.plainName.capitalizedFirst ?? "", "point": point.name]),
            formalName: muscle?.name ?? "",
            caution: caution(muscle),
            figure: AtlasFigure(
                muscle: point.muscle, points: [point.id], areas: areas,
                text: kit.texts("atlas_figure_point", ["muscle": muscle?.plainName ?? ""]), kit: kit),
            facts: fact("find", point.landmarks) + fact("reach", reach) + ways(at: [point]) + referralFacts(areas)
                + (muscle.map(triggers) ?? []) + fact("muscle", [muscleLine]),
            sources: sources(ids),
            hasSources: true
        )
    }

    /// The page of a region: which knots send pain there.
    func entry(_ region: BodyRegion) -> AtlasEntryPage {
        let referrals = atlas.referrals.filter { $0.region == region.id }
        let facts = Referral.Zone.allCases.flatMap { zone -> [AtlasFact] in
            let points = referrals.filter { $0.zone == zone }.compactMap { atlas.point($0.point) }
            let lines = points.map { point in
                AtlasLine(
                    kit.engine.text.muscle(point.muscle).capitalizedFirst, note: point.name,
                    link: "/atlas/points/\(point.id)")
            }
            return fact("sends_\(zone.rawValue)", lines)
        }
        let places = region.places.filter { $0.side != .left }
        return AtlasEntryPage(
            kindName: kit.texts("zone_\(region.zone.rawValue)"),
            heading: region.plainName.capitalizedFirst,
            formalName: region.name,
            caution: nil,
            figure: AtlasFigure(
                muscle: nil, points: [],
                areas: Dictionary(uniqueKeysWithValues: places.map { ($0, AreaMeaning.subject) }),
                text: kit.texts("atlas_figure_region", ["region": region.plainName]), kit: kit),
            facts: fact("where", region.description + ".") + facts,
            sources: sources(referrals.flatMap(\.sources)),
            hasSources: !referrals.isEmpty
        )
    }

    /// What brings on, eases and starts the pain of a muscle.
    private func triggers(of muscle: Muscle) -> [AtlasFact] {
        let effects = [MovementEffect.worse, .restricted, .better].flatMap { effect in
            let links = atlas.movementLinks.filter { $0.muscle == muscle.id && $0.effect == effect }
            return fact(
                "effect_\(effect.rawValue)",
                links.compactMap { link in
                    atlas.movement(link.movement).map { AtlasLine($0.plainQuestion.capitalizedFirst) }
                })
        }
        let causes = atlas.causeLinks.filter { $0.muscle == muscle.id }.compactMap { link in
            atlas.cause(link.cause).map { AtlasLine($0.plainName.capitalizedFirst) }
        }
        return fact("causes", causes) + effects
    }

    private func related(to muscle: Muscle) -> [AtlasFact] {
        let lines = atlas.associations.compactMap { link -> AtlasLine? in
            guard link.first == muscle.id || link.second == muscle.id else { return nil }
            let isFirst = link.first == muscle.id
            let other = isFirst ? link.second : link.first
            let key = link.kind == .satellite && !isFirst ? "satellite_of" : link.kind.rawValue
            return AtlasLine(
                kit.engine.text.muscle(other).capitalizedFirst, note: kit.texts("atlas_related_\(key)"),
                link: "/atlas/muscles/\(other)")
        }
        return fact("related", lines)
    }

    /// How often the muscle was found to hold an active point, with its study.
    private func frequency(of muscle: Muscle) -> String? {
        guard let rate = muscle.baseRate, let source = muscle.baseRateSource.flatMap(atlas.reference) else {
            return nil
        }
        return kit.texts(
            "atlas_frequency_text",
            [
                "percent": kit.texts("percent", ["number": String(Int((rate * 100).rounded()))]),
                "source": source.year.isEmpty ? source.citation : "\(source.citation), \(source.year)",
                "status": kit.texts("status_\(source.status.rawValue)"),
            ])
    }

    private func references(of muscle: Muscle, _ points: [TriggerPoint]) -> [ReferenceID] {
        var ids = points.flatMap(\.sources) + points.flatMap { atlas.referrals(of: $0.id) }.flatMap(\.sources)
        ids += atlas.movementLinks.filter { $0.muscle == muscle.id }.flatMap(\.sources)
        ids += atlas.causeLinks.filter { $0.muscle == muscle.id }.flatMap(\.sources)
        ids += [muscle.baseRateSource].compactMap { $0 }
        return ids
    }
}
