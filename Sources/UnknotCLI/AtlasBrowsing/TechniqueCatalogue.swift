import Unknot

/// Techniques as lists and cards.
struct TechniqueCatalogue {
    let atlas: Atlas
    private let planText: PlanText
    private var care: CareKnowledge { atlas.care }

    init(_ atlas: Atlas) {
        self.atlas = atlas
        planText = PlanText(atlas)
    }

    /// The parts of the body that one can ask for.
    var areas: [String] {
        care.places.filter { $0.use == .area && !$0.isEverywhere }.map(\.id.rawValue)
    }

    /// Techniques that fit, in the order of the table.
    func rows(area: CarePlaceID?, tool: CareTool?, who: Technique.Performer?) -> [AtlasList.Row] {
        care.techniques.filter { technique in
            let isThere = area.map { area in
                technique.areas.contains { $0 == area || care.place($0, for: .area)?.isEverywhere == true }
            }
            return isThere ?? true && (tool ?? technique.tool) == technique.tool
                && (who ?? technique.performer) == technique.performer
        }.map { technique in
            AtlasList.Row(
                id: technique.id.rawValue, plainName: technique.name,
                detail: CLIText.Techniques.detail(
                    tool: technique.tool.rawValue, who: technique.performer.rawValue, grade: technique.grade.rawValue)
            )
        }
    }

    /// Everything about one technique.
    func card(_ id: String) -> AtlasCard? {
        guard let technique = care.technique(TechniqueID(id)) else { return nil }
        var card = AtlasCard(kind: "technique", id: id, plainName: technique.name, name: technique.aim)
        let isProfessional = technique.performer == .clinician
        card.add("who", CLIText.Techniques.who, technique.performer.rawValue)
        card.add("tool", CLIText.Techniques.tool, CLIText.words(technique.tool.rawValue))
        if isProfessional {
            card.add("professional", CLIText.Techniques.note, CLIText.Techniques.professional, .warning)
        } else {
            card.add("position", CLIText.positionLabel, technique.position)
            card.add(
                "dose", CLIText.Techniques.dose,
                CLIText.dose(
                    technique.seconds == 0 ? CLIText.untimed : planText.duration(technique.seconds),
                    times: technique.repetitions, aDay: technique.timesADay))
        }
        let strength = planText.usualPressure(technique).map { CLIText.Techniques.outOfTen($0) }
        card.add(
            "pressure", CLIText.strengthLabel,
            [strength, technique.pressureGuide].compactMap { $0 }.joined(separator: " "))
        card.add(
            "steps", isProfessional ? CLIText.Techniques.ask : CLIText.doLabel,
            planText.usualSteps(technique).map { AtlasCard.Item(text: $0) })
        card.add("never", CLIText.Techniques.never, technique.avoids.map { AtlasCard.Item(text: avoided($0)) })
        let checks = care.healthChecks.filter { $0.techniques.contains(technique.id) }
        card.add("not_if", CLIText.Techniques.notIf, checks.filter { $0.severity == .block }.map(Self.item))
        card.add("gently_if", CLIText.Techniques.gently, checks.filter { $0.severity == .caution }.map(Self.item))
        card.add(
            "areas", CLIText.Techniques.areas,
            technique.areas.map { AtlasCard.Item(text: CLIText.words($0.rawValue)) })
        card.add("certainty", CLIText.Techniques.certainty, CLIText.words(technique.grade.rawValue))
        card.add(
            "evidence", CLIText.Techniques.evidence,
            care.effects(of: technique.id).map { effect in
                AtlasCard.Item(id: effect.source.rawValue, text: CLIText.effect(effect), note: effect.note)
            })
        card.add("sources", CLIText.Techniques.source, AtlasCatalogue(atlas).sources([technique.source]))
        return card
    }

    private func avoided(_ id: CarePlaceID) -> String {
        let key = "plan_place_\(id)"
        return atlas.phrases.has(key) ? atlas.phrases(key) : CLIText.words(id.rawValue)
    }

    private static func item(_ check: HealthCheck) -> AtlasCard.Item {
        AtlasCard.Item(id: check.id.rawValue, text: check.plainLabel, note: check.instead)
    }

    /// Known ids that look like an unknown one, nearest first.
    func suggestions(for id: String) -> [String] {
        let letters = Array(id.lowercased().utf8.prefix(80))
        return care.techniques.map(\.id.rawValue)
            .map { known in (distance: Array(known.utf8).difference(from: letters).count, id: known) }
            .filter { $0.distance <= max(3, letters.count / 2) }
            .sorted { ($0.distance, $0.id) < ($1.distance, $1.id) }
            .prefix(3).map(\.id)
    }
}
