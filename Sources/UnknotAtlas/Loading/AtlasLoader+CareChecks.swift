import UnknotRecord

/// Where a row of the tables of care stands, for what can be checked only when all of them are read.
enum CareRow: Hashable {
    case technique(TechniqueID)
    case group(MuscleGroupID)
    case use(Int)
}

/// Contradictions between the tables of care are refused: no technique whose own area it avoids, no use that no point
/// allows, no reachable knot for which there is nothing to do and no reason why.
extension AtlasLoader {
    mutating func checkCare(_ care: CareKnowledge, _ known: CareVocabulary) {
        for technique in care.techniques { check(technique, care) }
        checkGroups(care, known)
        for (index, use) in care.uses.enumerated() {
            guard let row = careRows[.use(index)] else { continue }
            check(use, row, care, known)
        }
        for point in known.points { checkCoverage(of: point, care, known) }
    }

    private mutating func check(_ technique: Technique, _ care: CareKnowledge) {
        guard let row = careRows[.technique(technique.id)] else { return }
        if technique.touch.isByHand != (technique.pressure != nil) {
            problems.append(row.problem("pressure_low", "Exactly what presses or strokes has a pressure."))
        }
        if technique.performer == .clinician && technique.touch != .none {
            problems.append(row.problem("touch", "What a clinician does is not ours to describe."))
        }
        if !technique.isForAnyMuscle && !care.uses.contains(where: { $0.technique == technique.id }) {
            problems.append(row.problem("anywhere", "Nothing says on which muscle it is used."))
        }
        for area in technique.areas {
            guard let place = care.place(area, for: .area), !place.isEverywhere, technique.touch != .none else {
                continue
            }
            let avoided = technique.avoids.compactMap { care.place($0, for: .avoid) }.filter(\.exceptPoints.isEmpty)
            if place.regions.keys.allSatisfy({ region in avoided.contains { $0.regions.keys.contains(region) } }) {
                problems.append(row.problem("areas", "“\(area)” is all in places that it avoids."))
            }
        }
    }

    private mutating func checkGroups(_ care: CareKnowledge, _ known: CareVocabulary) {
        var first: [PointID: MuscleGroupID] = [:]
        for group in care.groups {
            guard let row = careRows[.group(group.id)] else { continue }
            if group.points.isEmpty { problems.append(row.problem("points", "“points” is empty.")) }
            for point in group.points {
                if let other = first.updateValue(group.id, forKey: point), other != group.id {
                    problems.append(row.problem("points", "“\(point)” already belongs to “\(other)”."))
                }
            }
        }
        for point in known.points where first[point.id] == nil {
            problems.append(
                TableProblem(
                    file: "muscle_groups.csv", line: 1, column: 1, reason: "“\(point.id)” belongs to no group."))
        }
    }

    /// A use holds for every point that it names, or else for one of its group at least.
    private mutating func check(
        _ use: GroupTechnique,
        _ row: Table.Row,
        _ care: CareKnowledge,
        _ known: CareVocabulary
    ) {
        guard let technique = care.technique(use.technique),
            let group = care.groups.first(where: { $0.id == use.group })
        else { return }
        let meant = use.points.isEmpty ? group.points : use.points
        let usable = known.points.filter { point in
            meant.contains(point.id) && technique.reaches(point)
                && BodySide.allCases.contains { care.forbiddenPlaces(technique, at: point, on: $0).isEmpty }
        }
        if usable.isEmpty || !use.points.isEmpty && usable.count < meant.count {
            let bad = meant.filter { id in !usable.contains { $0.id == id } }
            problems.append(
                row.problem(
                    "technique_id",
                    "“\(use.technique)” cannot be used at \(bad.map(\.rawValue).joined(separator: ", "))."))
        }
    }

    /// A point of back, neck, shoulder or buttock that may be pressed has something to do oneself and something for a
    /// partner, or a reason why not.
    private mutating func checkCoverage(of point: TriggerPoint, _ care: CareKnowledge, _ known: CareVocabulary) {
        let zones: Set<BodyRegion.Zone> = [.neck, .shoulder, .upperBack, .midBack, .lowBack, .pelvis]
        guard point.mayBePressed, let zone = known.zones[point.surfaceRegion], zones.contains(zone),
            let group = care.group(of: point.id), let row = careRows[.group(group.id)]
        else { return }
        func has(_ performer: Technique.Performer) -> Bool {
            care.uses(at: point).contains { use, technique in
                technique.performer == performer
                    && BodySide.allCases.contains { care.forbiddenPlaces(technique, at: point, on: $0).isEmpty }
            }
        }
        if group.noSelfReason.isEmpty && !has(.person) {
            problems.append(row.problem("no_self_because", "Nothing to do oneself at “\(point.id)”, and no reason."))
        }
        if group.noPartnerReason.isEmpty && !has(.partner) {
            problems.append(row.problem("no_partner_because", "Nothing for a partner at “\(point.id)”, and no reason."))
        }
    }
}
