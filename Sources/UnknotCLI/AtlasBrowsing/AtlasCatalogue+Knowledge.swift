import Unknot

/// Cards of everything that is not a part of the body.
extension AtlasCatalogue {
    func card(_ movement: Movement) -> AtlasCard {
        var card = AtlasCard(
            kind: "movement", id: movement.id.rawValue, plainName: movement.plainQuestion, name: movement.name)
        card.add("category", CLIText.Atlas.category, movement.category)
        let links = atlas.movementLinks.filter { $0.movement == movement.id }
        for effect in MovementEffect.allCases {
            card.add(
                effect.rawValue, CLIText.Atlas.musclesWith(effect.rawValue),
                items(links.filter { $0.effect == effect }.map(\.muscle)))
        }
        card.add("sources", CLIText.Atlas.sources, sources(links.flatMap(\.sources)))
        return card
    }

    func card(_ cause: Cause) -> AtlasCard {
        var card = AtlasCard(kind: "cause", id: cause.id.rawValue, plainName: cause.plainName, name: cause.name)
        card.add("group", CLIText.Atlas.category, cause.group)
        card.add("modifiable", CLIText.Atlas.modifiable, cause.modifiable)
        card.add("note", CLIText.Atlas.notes, cause.note)
        let links = atlas.causeLinks.filter { $0.cause == cause.id }
        if links.contains(where: { $0.muscle == nil }) {
            card.add("affects", CLIText.Atlas.affects, CLIText.Atlas.everyMuscle)
        } else {
            card.add("affects", CLIText.Atlas.affects, items(links.compactMap(\.muscle)))
        }
        card.add("sources", CLIText.Atlas.sources, sources(links.flatMap(\.sources)))
        return card
    }

    func card(_ sign: WarningSign) -> AtlasCard {
        var card = AtlasCard(
            kind: "warning", id: sign.id.rawValue, plainName: sign.plainQuestion,
            name: CLIText.words(sign.condition))
        card.add("urgency", CLIText.Atlas.urgency, CLIText.words(sign.urgency.rawValue), .warning)
        card.add("advice", CLIText.Atlas.advice, sign.advice, .strong)
        card.add("zones", CLIText.Atlas.askedFor, zones(sign.zones))
        card.add("combination_of", CLIText.Atlas.combination, sign.combination.map { CLIText.list($0.ids) })
        card.add(
            "same_as", CLIText.Atlas.sameAs, sign.sameAs.map { AtlasCard.Item(id: $0.rawValue, text: $0.rawValue) })
        add(sign.positiveRatio, "lr_plus", CLIText.Atlas.positiveRatio, to: &card)
        add(sign.negativeRatio, "lr_minus", CLIText.Atlas.negativeRatio, to: &card)
        card.add(
            "post_test_probability", CLIText.Atlas.afterYes, sign.postTestProbability,
            shown: sign.postTestProbability.map(Self.percent) ?? "")
        card.add("number_status", CLIText.Atlas.status, sign.status.rawValue)
        card.add("note", CLIText.Atlas.notes, sign.note)
        card.add("sources", CLIText.Atlas.sources, sources([sign.source]))
        return card
    }

    func card(_ question: Question) -> AtlasCard {
        var card = AtlasCard(
            kind: "finding", id: question.id.rawValue, plainName: question.plainQuestion, name: "")
        card.add("answered_by", CLIText.Atlas.category, CLIText.words(question.kind.rawValue))
        card.add("reason", CLIText.Atlas.reason, question.reason)
        card.add("zones", CLIText.Atlas.askedFor, zones(question.zones))
        card.add(
            "sets_flags", CLIText.Atlas.setsFlags,
            question.setsFlags.map {
                AtlasCard.Item(id: $0.rawValue, text: atlas.warningSign($0)?.plainQuestion ?? $0.rawValue)
            })
        let rows = atlas.likelihoods.filter { $0.finding == question.id }
        card.add("bears_on", CLIText.Atlas.bearsOn, rows.map { likelihood($0, id: $0.hypothesis.rawValue) })
        card.add("sources", CLIText.Atlas.sources, sources(rows.map(\.source)))
        return card
    }

    func card(_ hypothesis: Hypothesis) -> AtlasCard {
        var card = AtlasCard(
            kind: "hypothesis", id: hypothesis.id.rawValue, plainName: hypothesis.plainName, name: hypothesis.name)
        card.add("category", CLIText.Atlas.category, CLIText.words(hypothesis.category.rawValue))
        card.add("advice", CLIText.Atlas.advice, hypothesis.advice, .strong)
        card.add(
            "prior", CLIText.Atlas.sourcePrior, hypothesis.prior,
            shown: CLIText.Atlas.prior(
                Self.percent(hypothesis.prior), Self.percent(hypothesis.priorRange.lowerBound),
                Self.percent(hypothesis.priorRange.upperBound), hypothesis.source.rawValue,
                hypothesis.status.rawValue))
        card.add("prior_status", CLIText.Atlas.priorStatus, hypothesis.status.rawValue)
        card.add(
            "see_clinician_above", CLIText.Atlas.seeClinicianAbove, hypothesis.seeClinicianAbove,
            shown: hypothesis.seeClinicianAbove.map(Self.percent) ?? "")
        card.add("zones", CLIText.Atlas.askedFor, zones(hypothesis.zones))
        let places = atlas.hypothesisRegions.filter { $0.hypothesis == hypothesis.id }
        card.add(
            "regions", CLIText.Atlas.whereItHurts,
            places.map { link in
                AtlasCard.Item(
                    id: link.region.rawValue, text: atlas.region(link.region)?.plainName ?? link.region.rawValue,
                    note: CLIText.Atlas.drawn(ProbabilityBar.percent(link.strength)), status: link.status)
            })
        let rows = atlas.likelihoods.filter { $0.hypothesis == hypothesis.id }
        card.add("findings", CLIText.Atlas.findings, rows.map { likelihood($0, id: $0.finding.rawValue) })
        card.add("note", CLIText.Atlas.notes, hypothesis.note)
        card.add(
            "sources", CLIText.Atlas.sources, sources([hypothesis.source] + places.map(\.source) + rows.map(\.source)))
        return card
    }

    func card(_ reference: Reference) -> AtlasCard {
        var card = AtlasCard(
            kind: "source", id: reference.id.rawValue, plainName: reference.citation, name: reference.year)
        card.add("address", CLIText.Atlas.address, reference.address)
        card.add("type", CLIText.Atlas.category, reference.kind)
        card.add("status", CLIText.Atlas.status, reference.status.rawValue)
        card.add("seen", CLIText.Atlas.seen, reference.whatWasSeen)
        return card
    }

    /// How much a yes and a no multiply the odds.
    private func likelihood(_ row: FindingLikelihood, id: String) -> AtlasCard.Item {
        let name =
            atlas.hypothesis(HypothesisID(id))?.plainName ?? atlas.question(QuestionID(id))?.plainQuestion
            ?? CLIText.words(id)
        return AtlasCard.Item(
            id: id, text: name,
            note: CLIText.Atlas.ratios(Self.ratio(row.positiveRatio), Self.ratio(row.negativeRatio)),
            status: row.status)
    }

    private func add(_ ratio: Double?, _ key: String, _ label: String, to card: inout AtlasCard) {
        card.add(key, label, ratio, shown: ratio.map(Self.ratio) ?? "")
    }

    private static func ratio(_ number: Double) -> String {
        let hundredths = Int((number * 100).rounded())
        return hundredths >= 1000 ? "\(hundredths / 100)" : "\(Double(hundredths) / 100)"
    }

    private func zones(_ zones: [BodyRegion.Zone]?) -> String {
        zones.map { CLIText.list($0.map { CLIText.zone($0.rawValue) }) } ?? CLIText.Atlas.anywhere
    }
}
