import UnknotRecord

/// What the tables of care may name.
struct CareVocabulary {
    let points: [TriggerPoint]
    let regions: [RegionID: BodyRegion.Laterality]
    let zones: [RegionID: BodyRegion.Zone]
    let references: Set<ReferenceID>
    let signs: [WarningSign]
    let facts: AnswerVocabulary
}

/// The tables of care: techniques, muscle groups and how techniques are used on them.
extension AtlasLoader {
    mutating func readCare(_ known: CareVocabulary) -> CareKnowledge {
        let places = readCarePlaces(known)
        let placeIDs = Dictionary(grouping: places, by: \.use).mapValues { Set($0.map(\.id)) }
        let techniques = readTechniques(placeIDs, known.references)
        let techniqueIDs = Set(techniques.map(\.id))
        let health = readHealthChecks(techniqueIDs, placeIDs[.scope] ?? [], known)
        let healthIDs = Set(health.map(\.id))
        let groups = readMuscleGroups(placeIDs[.moves] ?? [], healthIDs, known)
        let care = CareKnowledge(
            techniques: techniques,
            groups: groups,
            uses: readGroupTechniques(groups, techniqueIDs, healthIDs, known),
            healthChecks: health,
            places: places,
            effects: readEffects(techniqueIDs, known.references),
            parameters: readPlannerParameters(known.references),
            drawings: readTechniqueDrawings(techniques, areas: placeIDs[.area] ?? [])
        )
        checkCare(care, known)
        return care
    }

    private mutating func readTechniques(
        _ places: [CarePlace.Use: Set<CarePlaceID>],
        _ known: Set<ReferenceID>
    ) -> [Technique] {
        let table = diagnosisTable(
            "techniques.csv",
            [
                "id", "name", "kind", "tool", "who", "touch", "covers", "places", "dose_seconds", "dose_repetitions",
                "pressure_low", "pressure_high", "pressure_guide", "frequency_per_day", "days", "areas", "avoid_where",
                "position", "steps", "aim", "source_key", "dose_basis", "evidence_grade", "note", "number_status",
                "anywhere",
            ])
        table.requireUnique(&problems, "id") { $0.text("id") }
        return table.rows.map { row in
            let id: TechniqueID = row.id("id", &problems)
            careRows[.technique(id)] = row
            return Technique(
                id: id,
                name: row.required("name", &problems),
                kind: row.choice("kind", &problems) ?? .movement,
                tool: row.choice("tool", &problems) ?? .none,
                performer: row.choice("who", &problems) ?? .clinician,
                touch: row.choice("touch", &problems) ?? .press,
                cover: row.choice("covers", &problems) ?? .allAreas,
                settings: choices(row, "places"),
                seconds: Int(row.number("dose_seconds", in: 0...28_800, &problems)),
                repetitions: Int(row.number("dose_repetitions", in: 1...60, &problems)),
                pressure: pressure(row),
                pressureGuide: row.required("pressure_guide", &problems),
                timesADay: Int(row.number("frequency_per_day", in: 1...24, &problems)),
                days: Int(row.number("days", in: 1...366, &problems)),
                areas: knownIDs(row, "areas", places[.area] ?? []),
                avoids: knownIDs(row, "avoid_where", (places[.avoid] ?? []).union(places[.state] ?? [])),
                position: row.text("position"),
                steps: requiredList(row, "steps"),
                aim: row.required("aim", &problems),
                source: source(row, "source_key", known),
                doseBasis: row.choice("dose_basis", &problems) ?? .convention,
                grade: row.choice("evidence_grade", &problems) ?? .insufficient,
                status: row.choice("number_status", &problems) ?? .estimate,
                note: row.text("note"),
                isForAnyMuscle: yesOrNo(row, "anywhere")
            )
        }
    }

    private mutating func readMuscleGroups(
        _ moves: Set<CarePlaceID>,
        _ health: Set<HealthID>,
        _ known: CareVocabulary
    ) -> [MuscleGroup] {
        let table = diagnosisTable(
            "muscle_groups.csv",
            [
                "id", "name", "points", "reach", "moves", "stretch", "stretch_places", "stretch_seconds",
                "stretch_repetitions",
                "stretch_not_with", "caution", "stop_when", "no_self_because", "no_partner_because", "source_key",
                "number_status",
            ])
        table.requireUnique(&problems, "id") { $0.text("id") }
        let points = Set(known.points.map(\.id))
        return table.rows.map { row in
            let id: MuscleGroupID = row.id("id", &problems)
            careRows[.group(id)] = row
            return MuscleGroup(
                id: id,
                name: row.required("name", &problems),
                points: knownIDs(row, "points", points),
                reach: row.choice("reach", &problems) ?? .none,
                moves: knownIDs(row, "moves", moves),
                stretch: stretch(row, health),
                caution: row.required("caution", &problems),
                stopWhen: row.list("stop_when"),
                noSelfReason: row.text("no_self_because"),
                noPartnerReason: row.text("no_partner_because"),
                source: source(row, "source_key", known.references),
                status: row.choice("number_status", &problems) ?? .estimate
            )
        }
    }

    private mutating func stretch(_ row: Table.Row, _ health: Set<HealthID>) -> MuscleGroup.Stretch? {
        let forbidden: [HealthID] = knownIDs(row, "stretch_not_with", health)
        guard !row.text("stretch").isEmpty else { return nil }
        return MuscleGroup.Stretch(
            text: row.text("stretch"),
            settings: choices(row, "stretch_places"),
            seconds: Int(row.number("stretch_seconds", in: 1...120, &problems)),
            repetitions: Int(row.number("stretch_repetitions", in: 1...20, &problems)),
            notWith: forbidden
        )
    }

    private mutating func readGroupTechniques(
        _ groups: [MuscleGroup],
        _ techniques: Set<TechniqueID>,
        _ health: Set<HealthID>,
        _ known: CareVocabulary
    ) -> [GroupTechnique] {
        let table = diagnosisTable(
            "muscle_techniques.csv",
            ["group", "technique_id", "points", "places", "position", "how", "not_with", "source_key", "number_status"])
        table.requireUnique(&problems, "technique_id") {
            "\($0.text("group")) \($0.text("technique_id")) \($0.text("points"))"
        }
        let byID = Dictionary(groups.map { ($0.id, $0) }) { first, _ in first }
        return table.rows.enumerated().map { index, row in
            let id: MuscleGroupID = row.id("group", &problems)
            require(id, in: Set(byID.keys), row, "group")
            let technique: TechniqueID = row.id("technique_id", &problems)
            require(technique, in: techniques, row, "technique_id")
            careRows[.use(index)] = row
            return GroupTechnique(
                group: id,
                technique: technique,
                points: knownIDs(row, "points", Set(byID[id]?.points ?? [])),
                settings: row.text("places").isEmpty ? [] : choices(row, "places"),
                position: row.text("position"),
                how: row.required("how", &problems),
                notWith: knownIDs(row, "not_with", health),
                source: source(row, "source_key", known.references),
                status: row.choice("number_status", &problems) ?? .estimate
            )
        }
    }

    /// How strong it may feel: both ends or neither.
    private mutating func pressure(_ row: Table.Row) -> ClosedRange<Int>? {
        if row.text("pressure_low").isEmpty && row.text("pressure_high").isEmpty { return nil }
        // Six of ten is the most that any source allows.
        let range = orderedRange(row, "pressure_low", "pressure_high", in: 0...6, whenEmpty: (0, -1))
        return Int(range.lowerBound)...Int(range.upperBound)
    }
}

/// Small readers for cells of these tables.
extension AtlasLoader {
    /// A list of ids that must all be known.
    mutating func knownIDs<Subject>(
        _ row: Table.Row,
        _ column: String,
        _ known: Set<Identifier<Subject>>
    ) -> [Identifier<Subject>] {
        let ids: [Identifier<Subject>] = row.ids(column)
        for id in ids { require(id, in: known, row, column) }
        if Set(ids).count != ids.count { problems.append(row.problem(column, "An id stands twice.")) }
        return ids
    }

    /// A list of words of an enumeration, at least one.
    mutating func choices<Choice: RawRepresentable & CaseIterable>(
        _ row: Table.Row,
        _ column: String
    ) -> [Choice] where Choice.RawValue == String {
        requiredList(row, column).compactMap { word in
            if let choice = Choice(rawValue: word) { return choice }
            let allowed = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            problems.append(row.problem(column, "“\(word)” is not one of \(allowed)."))
            return nil
        }
    }

    /// A list that must not be empty.
    mutating func requiredList(_ row: Table.Row, _ column: String) -> [String] {
        let list = row.list(column)
        if list.isEmpty { problems.append(row.problem(column, "“\(column)” is empty.")) }
        return list
    }

    /// `yes` or `no`.
    mutating func yesOrNo(_ row: Table.Row, _ column: String) -> Bool {
        let text = row.text(column)
        if text != "yes" && text != "no" { problems.append(row.problem(column, "“\(text)” is not one of yes, no.")) }
        return text == "yes"
    }
}
