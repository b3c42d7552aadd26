import Unknot

extension TechniqueWriter {
    private var atlas: Atlas { kit.engine.atlas }

    /// The page of a technique.
    func page(_ technique: Technique) -> TechniquePage {
        let isProfessional = technique.performer == .clinician
        let findings = care.effects(of: technique.id).compactMap(finding)
        let muscles = muscles(technique)
        let cautions = bars(technique, .caution)
        let avoid = avoid(technique)
        let places = places(technique)
        return TechniquePage(
            shelfName: kit.texts("technique_shelf_\(TechniqueShelf(technique).rawValue)"),
            heading: technique.name,
            aim: kit.texts("technique_aim", ["aim": technique.aim]),
            isProfessional: isProfessional,
            needsHelper: technique.performer == .partner,
            drawing: TechniqueDrawing(technique, kit: kit),
            places: places,
            hasPlaces: !places.isEmpty,
            details: details(technique),
            stepsHeading: kit.texts(isProfessional ? "technique_steps_clinician" : "technique_steps"),
            steps: kit.engine.planText.usualSteps(technique),
            avoid: avoid.filter { _ in !isProfessional },
            avoidsNothing: avoid.isEmpty && !isProfessional,
            blocked: bars(technique, .block),
            cautions: cautions,
            hasCautions: !cautions.isEmpty,
            strength: kit.texts("technique_strength_\(technique.grade.rawValue)"),
            doseStatus: kit.texts(
                "technique_dose_status",
                [
                    "basis": kit.texts("technique_basis_\(technique.doseBasis.rawValue)"),
                    "status": kit.texts("status_\(technique.status.rawValue)"),
                    "note": technique.note,
                ]
            ).trimmedEnd,
            findings: findings,
            lacksFindings: findings.isEmpty,
            areas: technique.areas.map(area),
            muscles: muscles,
            musclesHeading: kit.texts("technique_muscles", ["count": String(Set(muscles.map(\.lineLink)).count)]),
            hasMuscles: !muscles.isEmpty,
            sources: sources(technique)
        )
    }

    /// Drawings for other parts of the body than the one that stands on top.
    private func places(_ technique: Technique) -> [TechniquePage.Place] {
        let figures = care.drawings.figures.filter { $0.technique == technique.id }
        guard figures.count > 1 else { return [] }
        return figures.compactMap { figure in
            guard let area = figure.areas.first(where: technique.names) else { return nil }
            let names = figure.areas.filter(technique.names).map(self.area)
            return TechniquePage.Place(
                placeName: names.joined(separator: ", ").capitalizedFirst,
                drawing: TechniqueDrawing(technique, in: area, kit: kit))
        }
    }

    /// Every muscle that it is used on, with how.
    private func muscles(_ technique: Technique) -> [AtlasLine] {
        let uses = care.uses.filter { $0.technique == technique.id }
        var lines: [AtlasLine] = []
        for use in uses {
            guard let group = care.groups.first(where: { $0.id == use.group }) else { continue }
            let points = use.points.isEmpty ? group.points : use.points
            let owners = points.compactMap { atlas.point($0)?.muscle }
            for id in atlas.muscles.map(\.id) where owners.contains(id) {
                lines.append(
                    AtlasLine(
                        kit.engine.text.muscle(id).capitalizedFirst, note: use.how, link: "/atlas/muscles/\(id)"))
            }
        }
        return lines
    }

    private func sources(_ technique: Technique) -> [LinkedSource] {
        let uses = care.uses.filter { $0.technique == technique.id }.map(\.source)
        let effects = care.effects(of: technique.id).map(\.source)
        return Set([technique.source] + uses + effects).compactMap(atlas.reference)
            .sorted { ($0.status, $0.citation) < ($1.status, $1.citation) }
            .map { LinkedSource($0, kit) }
    }

    /// What a study found, in words, with its numbers.
    private func finding(_ effect: TreatmentEffect) -> TechniquePage.Finding? {
        guard let source = atlas.reference(effect.source) else { return nil }
        var parts = [
            kit.texts(
                "technique_finding",
                [
                    "treatment": treatment(effect.treatment),
                    "outcome": kit.texts("technique_outcome_\(effect.outcome)"),
                ])
        ]
        if !effect.comparator.isEmpty && !effect.comparator.hasPrefix("none") {
            parts.append(kit.texts("technique_finding_against", ["comparator": effect.comparator]))
        }
        if !effect.followUp.isEmpty { parts.append(effect.followUp) }
        if let people = effect.people { parts.append(kit.texts("technique_people", ["count": String(people)])) }
        let isLevel = effect.comparator.hasPrefix("none")
        let result =
            isLevel ? "level" : effect.isNull ? "null" : effect.size == nil ? "direction" : "effect"
        let status = kit.texts("status_\(effect.status.rawValue)")
        return TechniquePage.Finding(
            findingText: parts.joined(separator: ", ") + ".",
            findingResult: [
                kit.texts("technique_result_\(result)"), size(effect),
                kit.texts("technique_quality_\(effect.quality.rawValue)"),
                kit.texts("technique_number", ["status": status]),
            ].filter { !$0.isEmpty }.joined(separator: " "),
            findingClass: effect.isNull ? "finding is-null" : "finding",
            findingNote: effect.note,
            findingSource: LinkedSource(source, kit)
        )
    }

    /// What was studied, in words.
    private func treatment(_ name: String) -> String {
        let key = "technique_treatment_\(name)"
        return kit.texts.has(key) ? kit.texts(key) : name.replacing("_", with: " ").capitalizedFirst
    }

    /// The number with its interval and unit.
    private func size(_ effect: TreatmentEffect) -> String {
        guard let size = effect.size else { return "" }
        let unit = effect.unit.isEmpty ? "" : " " + effect.unit
        guard let interval = effect.interval else { return "\(number(size))\(unit)." }
        return kit.texts(
            "technique_interval",
            [
                "size": number(size), "low": number(interval.lowerBound), "high": number(interval.upperBound),
                "unit": unit,
            ])
    }

    private func number(_ value: Double) -> String {
        let text = value == value.rounded() ? String(Int(value)) : String(value)
        return text.replacing("-", with: "−")
    }
}

extension Technique {
    /// Whether it says of an area that it is used there.
    fileprivate func names(_ area: CarePlaceID) -> Bool {
        areas.contains(area) || areas.contains("any")
    }
}

extension String {
    /// The text without blanks at its end.
    fileprivate var trimmedEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
