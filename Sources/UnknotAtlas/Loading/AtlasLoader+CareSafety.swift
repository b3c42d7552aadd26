import UnknotRecord

/// The tables that say where care is forbidden, what blocks it, and what studies found.
extension AtlasLoader {
    mutating func readCarePlaces(_ known: CareVocabulary) -> [CarePlace] {
        let table = diagnosisTable(
            "place_regions.csv",
            [
                "used_in", "place", "region_id", "side", "except_points", "never", "pressure_ceiling", "source_key",
                "note",
            ])
        table.requireUnique(&problems, "region_id") {
            "\($0.text("used_in")) \($0.text("place")) \($0.text("region_id"))"
        }
        let points = Set(known.points.map(\.id))
        var places: [CarePlace] = []
        for row in table.rows {
            let part = place(row, points, known)
            guard let index = places.firstIndex(where: { $0.id == part.id && $0.use == part.use }) else {
                places.append(part)
                continue
            }
            if places[index].never != part.never || places[index].pressureCeiling != part.pressureCeiling {
                problems.append(row.problem("never", "“\(part.id)” says something else in an earlier row."))
            }
            if part.regions.isEmpty != places[index].regions.isEmpty {
                problems.append(row.problem("region_id", "“\(part.id)” cannot be everywhere and somewhere."))
            }
            places[index] = places[index].joined(with: part)
        }
        return places
    }

    private mutating func place(_ row: Table.Row, _ points: Set<PointID>, _ known: CareVocabulary) -> CarePlace {
        let use: CarePlace.Use = row.choice("used_in", &problems) ?? .avoid
        var regions: [RegionID: BodySide?] = [:]
        if !row.text("region_id").isEmpty {
            let region: RegionID = row.id("region_id", &problems)
            require(region, in: Set(known.regions.keys), row, "region_id")
            let side: BodySide? = row.text("side").isEmpty ? nil : row.choice("side", &problems)
            if side != nil && known.regions[region] == .midline {
                problems.append(row.problem("side", "The midline “\(region)” has no side."))
            }
            regions[region] = .some(side)
        } else if use == .avoid || use == .moves || use == .ceiling {
            problems.append(row.problem("region_id", "“region_id” is empty."))
        }
        return CarePlace(
            id: row.id("place", &problems),
            use: use,
            regions: regions,
            exceptPoints: knownIDs(row, "except_points", points),
            never: row.text("never").isEmpty ? nil : row.choice("never", &problems),
            pressureCeiling: row.optionalNumber("pressure_ceiling", in: 0...6, &problems).map { Int($0) },
            source: source(row, "source_key", known.references)
        )
    }

    mutating func readHealthChecks(
        _ techniques: Set<TechniqueID>,
        _ scopes: Set<CarePlaceID>,
        _ known: CareVocabulary
    ) -> [HealthCheck] {
        let table = diagnosisTable(
            "contraindications.csv",
            [
                "condition_or_finding", "label_plain", "question", "severity", "scope", "technique_ids_blocked",
                "what_instead", "pressure_ceiling", "dose_factor", "sign", "triage_level", "implies", "from_facts",
                "age_min", "age_max", "ask_again_days", "source_key", "number_status", "note",
            ])
        table.requireUnique(&problems, "condition_or_finding") { $0.text("condition_or_finding") }
        let ids = Set(table.rows.map { HealthID($0.text("condition_or_finding")) })
        return table.rows.map { row in
            HealthCheck(
                id: row.id("condition_or_finding", &problems),
                plainLabel: row.required("label_plain", &problems),
                question: row.required("question", &problems),
                severity: row.choice("severity", &problems) ?? .block,
                scopes: scope(row, scopes),
                techniques: Set(knownIDs(row, "technique_ids_blocked", techniques)),
                instead: row.required("what_instead", &problems),
                pressureCeiling: row.optionalNumber("pressure_ceiling", in: 0...6, &problems).map { Int($0) },
                doseFactor: row.optionalNumber("dose_factor", in: 0.1...1, &problems) ?? 1,
                sign: sign(row, known),
                urgency: urgency(row, known),
                implies: knownIDs(row, "implies", ids),
                facts: facts(row, known),
                ages: ages(row),
                askAgainDays: Int(row.number("ask_again_days", in: 1...3_660, &problems)),
                source: source(row, "source_key", known.references),
                status: row.choice("number_status", &problems) ?? .estimate,
                note: row.text("note")
            )
        }
    }

    private mutating func scope(_ row: Table.Row, _ known: Set<CarePlaceID>) -> [CarePlaceID] {
        let scopes: [CarePlaceID] = knownIDs(row, "scope", known)
        if scopes.isEmpty { problems.append(row.problem("scope", "“scope” is empty.")) }
        return scopes
    }

    private mutating func sign(_ row: Table.Row, _ known: CareVocabulary) -> QuestionID? {
        guard !row.text("sign").isEmpty else { return nil }
        let id: QuestionID = row.id("sign", &problems)
        if !known.signs.contains(where: { $0.id == id && $0.combination == nil }) {
            problems.append(row.problem("sign", "“\(id)” is not known."))
        }
        return id
    }

    /// How soon: as the sign says, or as the row says where it names none.
    private mutating func urgency(_ row: Table.Row, _ known: CareVocabulary) -> WarningSign.Urgency? {
        let sign = known.signs.first { $0.id.rawValue == row.text("sign") }
        guard !row.text("triage_level").isEmpty else { return sign?.urgency }
        if sign != nil { problems.append(row.problem("triage_level", "The sign already says how soon.")) }
        return row.choice("triage_level", &problems)
    }

    private mutating func facts(_ row: Table.Row, _ known: CareVocabulary) -> SignExpression? {
        let text = row.text("from_facts")
        guard !text.isEmpty else { return nil }
        do {
            let expression = try SignExpression(text)
            for id in expression.ids where !known.facts.knows(id) {
                problems.append(row.problem("from_facts", "“\(id)” is not known."))
            }
            return expression
        } catch {
            problems.append(row.problem("from_facts", "“\(text)”: \(error.reason)."))
            return nil
        }
    }

    private mutating func ages(_ row: Table.Row) -> ClosedRange<Int>? {
        if row.text("age_min").isEmpty && row.text("age_max").isEmpty { return nil }
        let range = orderedRange(row, "age_min", "age_max", in: 0...120, whenEmpty: (0, 120))
        return Int(range.lowerBound)...Int(range.upperBound)
    }

    mutating func readEffects(_ techniques: Set<TechniqueID>, _ known: Set<ReferenceID>) -> [TreatmentEffect] {
        let table = diagnosisTable(
            "effects.csv",
            [
                "technique", "outcome", "comparator", "effect_size", "ci_low", "ci_high", "unit", "follow_up", "n",
                "null_result", "quality", "quality_reason", "maps_to", "source_key", "number_status", "note",
            ])
        return table.rows.map { row in
            let size = row.optionalNumber("effect_size", in: -1_000...1_000, &problems)
            return TreatmentEffect(
                treatment: row.required("technique", &problems),
                outcome: row.required("outcome", &problems),
                comparator: row.required("comparator", &problems),
                size: size,
                interval: interval(row, around: size, "effect_size"),
                unit: row.text("unit"),
                followUp: row.text("follow_up"),
                people: row.optionalNumber("n", in: 1...1_000_000, &problems).map { Int($0) },
                isNull: yesOrNo(row, "null_result"),
                quality: row.choice("quality", &problems) ?? .insufficient,
                qualityReason: row.text("quality_reason"),
                techniques: knownIDs(row, "maps_to", techniques),
                source: source(row, "source_key", known),
                status: row.choice("number_status", &problems) ?? .estimate,
                note: row.text("note")
            )
        }
    }

    /// Both ends or none, with the size between them.
    mutating func interval(_ row: Table.Row, around size: Double?, _ column: String) -> ClosedRange<Double>? {
        if row.text("ci_low").isEmpty && row.text("ci_high").isEmpty { return nil }
        let range = orderedRange(row, "ci_low", "ci_high", in: -1_000...1_000, whenEmpty: (1_000, -1_000))
        if let size, !range.contains(size) {
            problems.append(row.problem(column, "\(size) lies outside of its interval."))
        }
        return range
    }

    mutating func readPlannerParameters(_ known: Set<ReferenceID>) -> [ModelParameter] {
        parameters("planner_parameters.csv", known)
    }
}

extension AnswerVocabulary {
    /// Whether an expression may name an id.
    func knows(_ id: String) -> Bool {
        questions.contains(QuestionID(id)) || signs.contains(QuestionID(id)) || DerivedFact(rawValue: id) != nil
            || id.hasPrefix("cause:") && causes.contains(CauseID(String(id.dropFirst(6))))
    }
}

extension CarePlace {
    /// The same place with the regions of another row.
    fileprivate func joined(with other: CarePlace) -> CarePlace {
        CarePlace(
            id: id,
            use: use,
            regions: regions.merging(other.regions) { first, _ in first },
            exceptPoints: exceptPoints + other.exceptPoints,
            never: never,
            pressureCeiling: pressureCeiling,
            source: source
        )
    }
}
