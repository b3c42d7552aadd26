import Unknot

/// Cards of the body: muscles, points and regions.
extension AtlasCatalogue {
    func card(_ muscle: Muscle) -> AtlasCard {
        var card = AtlasCard(
            kind: "muscle", id: muscle.id.rawValue, plainName: muscle.plainName, name: muscle.name)
        card.add("zone", CLIText.Atlas.zone, CLIText.zone(muscle.zone.rawValue))
        card.add("depth", CLIText.Atlas.depth, muscle.depth.rawValue)
        card.add("palpable", CLIText.Atlas.palpable, muscle.palpability.rawValue)
        card.add("caution", CLIText.Atlas.caution, caution(muscle), .warning)
        let points = atlas.points(of: muscle.id)
        card.add(
            "points", CLIText.Atlas.points,
            points.map { point in
                AtlasCard.Item(
                    id: point.id.rawValue, text: point.name,
                    note: atlas.region(point.surfaceRegion)?.plainName)
            })
        let referrals = points.flatMap { atlas.referrals(of: $0.id) }
        card.add("essential", CLIText.Atlas.essential, items(unique(referrals.filter { $0.zone == .essential })))
        card.add("spillover", CLIText.Atlas.spillover, items(unique(referrals.filter { $0.zone == .spillover })))
        addMovements(of: muscle, to: &card)
        card.add("causes", CLIText.Atlas.causes, causes(of: muscle))
        card.add("associated", CLIText.Atlas.associated, associated(with: muscle))
        addFrequency(of: muscle, to: &card)
        card.add("actions", CLIText.Atlas.actions, muscle.actions)
        card.add("origin", CLIText.Atlas.origin, muscle.origin)
        card.add("insertion", CLIText.Atlas.insertion, muscle.insertion)
        card.add("innervation", CLIText.Atlas.innervation, muscle.innervation)
        // The caution stands above.
        let end = muscle.notes.firstRange(of: "Caution")?.lowerBound ?? muscle.notes.endIndex
        card.add("notes", CLIText.Atlas.notes, String(muscle.notes[..<end]))
        card.add("sources", CLIText.Atlas.sources, sources(references(of: muscle, points, referrals)))
        return card
    }

    private func unique(_ referrals: [Referral]) -> [Referral] {
        referrals.reduce(into: []) { list, next in
            if !list.contains(where: { $0.region == next.region && $0.side == next.side }) { list.append(next) }
        }
    }

    private func addMovements(of muscle: Muscle, to card: inout AtlasCard) {
        for effect in MovementEffect.allCases {
            let links = atlas.movementLinks.filter { $0.muscle == muscle.id && $0.effect == effect }
            card.add(
                effect.rawValue, CLIText.Atlas.effect(effect.rawValue),
                links.map { AtlasCard.Item(id: $0.movement.rawValue, text: movementName($0.movement)) })
        }
    }

    private func movementName(_ id: MovementID) -> String {
        atlas.movement(id)?.plainQuestion ?? id.rawValue
    }

    private func causes(of muscle: Muscle) -> [AtlasCard.Item] {
        atlas.causeLinks.filter { $0.muscle == muscle.id }.map { link in
            AtlasCard.Item(id: link.cause.rawValue, text: atlas.cause(link.cause)?.plainName ?? link.cause.rawValue)
        }
    }

    private func associated(with muscle: Muscle) -> [AtlasCard.Item] {
        atlas.associations.compactMap { link in
            guard link.first == muscle.id || link.second == muscle.id else { return nil }
            let isFirst = link.first == muscle.id
            let other = isFirst ? link.second : link.first
            return AtlasCard.Item(
                id: other.rawValue, text: text.muscle(other),
                note: CLIText.Atlas.association(link.kind.rawValue, isFirst: isFirst))
        }
    }

    private func addFrequency(of muscle: Muscle, to card: inout AtlasCard) {
        if let rate = muscle.baseRate {
            let status = muscle.baseRateSource.flatMap(atlas.reference)?.status.rawValue ?? ""
            card.add(
                "base_rate", CLIText.Atlas.baseRate, rate,
                shown: CLIText.Atlas.rate(ProbabilityBar.percent(rate), muscle.baseRateSource?.rawValue ?? "", status))
        }
        guard let prior = atlas.musclePriors.first(where: { $0.muscle == muscle.id }) else { return }
        card.add(
            "prior", CLIText.Atlas.prior, prior.probability,
            shown: CLIText.Atlas.prior(
                Self.percent(prior.probability), Self.percent(prior.range.lowerBound),
                Self.percent(prior.range.upperBound), prior.source.rawValue, prior.status.rawValue))
        card.add("prior_status", CLIText.Atlas.priorStatus, prior.status.rawValue)
        card.add("prior_note", CLIText.Atlas.priorNote, prior.note)
    }

    /// Small rates keep one decimal.
    static func percent(_ rate: Double) -> String {
        let tenths = Int((rate * 1000).rounded())
        let decimal = tenths % 10 == 0 ? "" : ".\(tenths % 10)"
        return "\(tenths / 10)\(decimal)\u{A0}%"
    }

    private func references(of muscle: Muscle, _ points: [TriggerPoint], _ referrals: [Referral]) -> [ReferenceID] {
        var ids = points.flatMap(\.sources) + referrals.flatMap(\.sources)
        ids += atlas.movementLinks.filter { $0.muscle == muscle.id }.flatMap(\.sources)
        ids += atlas.causeLinks.filter { $0.muscle == muscle.id }.flatMap(\.sources)
        ids += [muscle.baseRateSource].compactMap { $0 }
        ids += atlas.musclePriors.filter { $0.muscle == muscle.id }.map(\.source)
        return ids
    }

    func card(_ point: TriggerPoint) -> AtlasCard {
        let muscle = atlas.muscle(point.muscle)
        var card = AtlasCard(
            kind: "point", id: point.id.rawValue, plainName: text.muscle(point.muscle),
            name: CLIText.anatomicalPoint(muscle: muscle?.name ?? "", point: point.name))
        card.add("muscle", CLIText.Atlas.muscle, items([point.muscle]))
        card.add("caution", CLIText.Atlas.caution, caution(muscle), .warning)
        card.add("landmarks", CLIText.Atlas.landmarks, point.landmarks)
        card.add(
            "surface", CLIText.Atlas.surface,
            [
                AtlasCard.Item(
                    id: point.surfaceRegion.rawValue,
                    text: atlas.region(point.surfaceRegion)?.plainName ?? point.surfaceRegion.rawValue)
            ])
        card.add(
            "access", CLIText.Atlas.access,
            point.mayBePressed
                ? point.access.map { AtlasCard.Item(id: $0.rawValue, text: CLIText.tool($0.rawValue)) }
                : [AtlasCard.Item(text: CLIText.notForPressing)])
        let referrals = atlas.referrals(of: point.id)
        card.add("essential", CLIText.Atlas.essential, items(referrals.filter { $0.zone == .essential }))
        card.add("spillover", CLIText.Atlas.spillover, items(referrals.filter { $0.zone == .spillover }))
        if let muscle {
            addMovements(of: muscle, to: &card)
            card.add("causes", CLIText.Atlas.causes, causes(of: muscle))
            addFrequency(of: muscle, to: &card)
        }
        card.add(
            "sources", CLIText.Atlas.sources, sources(point.sources + referrals.flatMap(\.sources)))
        return card
    }

    func card(_ region: BodyRegion) -> AtlasCard {
        var card = AtlasCard(
            kind: "region", id: region.id.rawValue, plainName: region.plainName, name: region.name)
        card.add("description", CLIText.Atlas.place, region.description)
        card.add("zone", CLIText.Atlas.zone, CLIText.zone(region.zone.rawValue))
        card.add("view", CLIText.Atlas.view, region.view.rawValue)
        card.add("sides", CLIText.Atlas.sides, CLIText.list(region.sides.map(\.rawValue)))
        for zone in Referral.Zone.allCases {
            let referrals = atlas.referrals.filter { $0.region == region.id && $0.zone == zone }
            card.add(
                "points_\(zone.rawValue)", CLIText.Atlas.hurtsHere(zone.rawValue),
                referrals.map { referral in
                    let muscle = atlas.point(referral.point)?.muscle
                    return AtlasCard.Item(
                        id: referral.point.rawValue, text: muscle.map(text.muscle) ?? referral.point.rawValue,
                        note: CLIText.referralSide(referral.side.rawValue))
                })
        }
        card.add(
            "other_sources", CLIText.Atlas.otherSources,
            atlas.hypothesisRegions.filter { $0.region == region.id }.map { link in
                AtlasCard.Item(
                    id: link.hypothesis.rawValue,
                    text: atlas.hypothesis(link.hypothesis)?.plainName ?? link.hypothesis.rawValue,
                    note: CLIText.Atlas.drawn(ProbabilityBar.percent(link.strength)), status: link.status)
            })
        card.add(
            "neighbours", CLIText.Atlas.neighbours,
            atlas.neighbours(of: region.id).map {
                AtlasCard.Item(id: $0.rawValue, text: atlas.region($0)?.plainName ?? $0.rawValue)
            })
        return card
    }
}
