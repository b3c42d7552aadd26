import UnknotRecord

extension AtlasLoader {
    mutating func readHypotheses(
        _ regions: [RegionID: BodyRegion.Laterality],
        _ known: Set<ReferenceID>
    ) -> [Hypothesis] {
        let table = diagnosisTable(
            "hypotheses.csv",
            [
                "id", "name", "plain_name", "category", "sided", "prior", "prior_low", "prior_high", "zones", "regions",
                "age_min", "age_max", "see_clinician_above", "advice_plain", "source", "number_status", "note",
            ])
        table.requireUnique(&problems, "id") { $0.text("id") }
        return table.rows.map { row in
            let ids: [RegionID] = row.ids("regions")
            for id in ids { require(id, in: Set(regions.keys), row, "regions") }
            let ages = orderedRange(row, "age_min", "age_max", in: 0...120, whenEmpty: (0, 120))
            return Hypothesis(
                id: row.id("id", &problems),
                name: row.required("name", &problems),
                plainName: row.required("plain_name", &problems),
                category: row.choice("category", &problems) ?? .serious,
                isSided: flag(row, "sided"),
                prior: row.number("prior", in: 0...1, &problems),
                priorRange: orderedRange(row, "prior_low", "prior_high", in: 0...1, whenEmpty: (0, 1)),
                zones: zones(row, "zones"),
                regions: ids,
                ages: Int(ages.lowerBound)...Int(ages.upperBound),
                seeClinicianAbove: row.optionalNumber("see_clinician_above", in: 0...1, &problems),
                advice: row.required("advice_plain", &problems),
                source: source(row, "source", known),
                status: row.choice("number_status", &problems) ?? .estimate,
                note: row.text("note")
            )
        }
    }

    mutating func readHypothesisRegions(
        _ hypotheses: Set<HypothesisID>,
        _ regions: [RegionID: BodyRegion.Laterality],
        _ known: Set<ReferenceID>
    ) -> [HypothesisRegion] {
        let table = diagnosisTable(
            "hypothesis_regions.csv",
            ["hypothesis_id", "region_id", "side", "strength", "source", "number_status"])
        table.requireUnique(&problems, "region_id") { "\($0.text("hypothesis_id")) \($0.text("region_id"))" }
        return table.rows.map { row in
            let link = HypothesisRegion(
                hypothesis: row.id("hypothesis_id", &problems),
                region: row.id("region_id", &problems),
                side: row.choice("side", &problems) ?? .same,
                strength: row.number("strength", in: 0...1, &problems),
                source: source(row, "source", known),
                status: row.choice("number_status", &problems) ?? .estimate
            )
            require(link.hypothesis, in: hypotheses, row, "hypothesis_id")
            checkSide(link.side, of: link.region, regions, row, "region_id")
            return link
        }
    }

    mutating func readQuestions(
        _ regions: [RegionID: BodyRegion.Laterality],
        _ signs: [WarningSign],
        _ movements: Set<MovementID>
    ) -> [Question] {
        let table = diagnosisTable(
            "questions.csv",
            [
                "id", "question_plain", "kind", "asked_zones", "group", "same_as", "sets_flag", "drawn_as",
                "reason_plain", "note", "implied_by",
            ])
        table.requireUnique(&problems, "id") { $0.text("id") }
        let signIDs = Set(signs.map(\.id))
        let answerIDs = signIDs.union(table.rows.map { QuestionID($0.text("id")) })
        return table.rows.map { row in
            let flags: [QuestionID] = row.ids("sets_flag")
            for flag in flags { require(flag, in: signIDs, row, "sets_flag") }
            let drawn: [RegionID] = row.ids("drawn_as")
            for region in drawn { require(region, in: Set(regions.keys), row, "drawn_as") }
            for column in ["same_as", "implied_by"] {
                for id in row.list(column) { checkAnswer(id, answerIDs, movements, row, column) }
            }
            let kind: Question.Kind = row.choice("kind", &problems) ?? .publishedOnly
            if kind == .answer { _ = row.required("reason_plain", &problems) }
            return Question(
                id: row.id("id", &problems),
                plainQuestion: row.required("question_plain", &problems),
                kind: kind,
                zones: row.text("asked_zones") == "any" ? nil : zones(row, "asked_zones"),
                group: row.text("group").isEmpty ? nil : row.text("group"),
                sameAs: row.list("same_as"),
                impliedBy: row.list("implied_by"),
                setsFlags: flags,
                drawnAs: drawn,
                reason: row.text("reason_plain")
            )
        }
    }

    /// A finding, a warning sign, or what a movement does, as `movement:ID=effect`.
    private mutating func checkAnswer(
        _ text: String,
        _ answers: Set<QuestionID>,
        _ movements: Set<MovementID>,
        _ row: Table.Row,
        _ column: String
    ) {
        guard text.hasPrefix("movement:") else { return require(QuestionID(text), in: answers, row, column) }
        let parts = text.dropFirst(9).split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        if parts.count != 2 || !movements.contains(MovementID(parts[0])) || MovementEffect(rawValue: parts[1]) == nil {
            problems.append(row.problem(column, "“\(text)” is no known movement with an effect."))
        }
    }

    mutating func readLikelihoods(
        _ questions: Set<QuestionID>,
        _ hypotheses: Set<HypothesisID>,
        _ known: Set<ReferenceID>
    ) -> [FindingLikelihood] {
        let table = diagnosisTable(
            "findings.csv",
            [
                "finding", "hypothesis", "p_finding_given_hypothesis", "p_finding_given_not", "lr_plus", "lr_minus",
                "confidence", "source_key", "basis", "number_status", "comparator", "note",
            ])
        table.requireUnique(&problems, "hypothesis") { "\($0.text("finding")) \($0.text("hypothesis"))" }
        let aggregates: Set<HypothesisID> = ["active_trp", "latent_trp", "nonspecific_lbp"]
        return table.rows.map { row in
            let likelihood = FindingLikelihood(
                finding: row.id("finding", &problems),
                hypothesis: row.id("hypothesis", &problems),
                // 0 or 1 would make a single answer decide everything.
                ifPresent: row.number("p_finding_given_hypothesis", in: 1e-6...0.999_999, &problems),
                ifAbsent: row.number("p_finding_given_not", in: 1e-6...0.999_999, &problems),
                source: source(row, "source_key", known),
                status: row.choice("number_status", &problems) ?? .estimate,
                comparator: row.required("comparator", &problems),
                note: row.text("note")
            )
            require(likelihood.finding, in: questions, row, "finding")
            require(likelihood.hypothesis, in: hypotheses.union(aggregates), row, "hypothesis")
            return likelihood
        }
    }

    mutating func readParameters(_ known: Set<ReferenceID>) -> [ModelParameter] {
        parameters("locator_parameters.csv", known)
    }

    /// Numbers of a model, each with its range and reason.
    mutating func parameters(_ file: String, _ known: Set<ReferenceID>) -> [ModelParameter] {
        let table = diagnosisTable(file, ["name", "value", "low", "high", "source", "number_status", "note"])
        table.requireUnique(&problems, "name") { $0.text("name") }
        return table.rows.map { row in
            let range = orderedRange(row, "low", "high", in: -1_000...1_000, whenEmpty: (-1_000, 1_000))
            return ModelParameter(
                name: row.required("name", &problems),
                value: row.number("value", in: range, &problems),
                range: range,
                source: source(row, "source", known),
                status: row.choice("number_status", &problems) ?? .estimate,
                note: row.required("note", &problems)
            )
        }
    }

    /// Every muscle has exactly one prior.
    mutating func readMusclePriors(
        _ muscles: Set<MuscleID>,
        _ points: [TriggerPoint],
        _ known: Set<ReferenceID>
    ) -> [MusclePrior] {
        let table = diagnosisTable(
            "muscle_priors.csv",
            ["muscle_id", "prior", "low", "high", "inconstant_points", "source", "number_status", "note"])
        table.requireUnique(&problems, "muscle_id") { $0.text("muscle_id") }
        let priors = table.rows.map { row in
            let range = orderedRange(row, "low", "high", in: 0...1, whenEmpty: (0, 1))
            let muscle: MuscleID = row.id("muscle_id", &problems)
            require(muscle, in: muscles, row, "muscle_id")
            let inconstant: [PointID] = row.ids("inconstant_points")
            for point in inconstant where !points.contains(where: { $0.id == point && $0.muscle == muscle }) {
                problems.append(row.problem("inconstant_points", "“\(point)” is no point of “\(muscle)”."))
            }
            return MusclePrior(
                muscle: muscle,
                probability: row.number("prior", in: range, &problems),
                range: range,
                inconstantPoints: inconstant,
                source: source(row, "source", known),
                status: row.choice("number_status", &problems) ?? .estimate,
                note: row.required("note", &problems)
            )
        }
        let named = Set(priors.map(\.muscle))
        for muscle in muscles.sorted() where !named.contains(muscle) {
            problems.append(
                TableProblem(file: table.file, line: 1, column: 1, reason: "The muscle “\(muscle)” has no prior."))
        }
        return priors
    }

    /// Sentences for people, by key.
    mutating func readPhrases() -> [String: String] {
        let table = diagnosisTable("text_en.csv", ["key", "text"])
        table.requireUnique(&problems, "key") { $0.text("key") }
        return Dictionary(
            table.rows.map { ($0.required("key", &problems), $0.required("text", &problems)) }
        ) { first, _ in first }
    }

    mutating func readPrevalence(_ known: Set<ReferenceID>) -> [Prevalence] {
        let table = diagnosisTable(
            "prevalence.csv",
            [
                "population", "muscle", "active_percent", "latent_percent", "control_percent", "n", "source_key",
                "number_status", "note",
            ])
        return table.rows.map { row in
            Prevalence(
                population: row.required("population", &problems),
                muscle: row.required("muscle", &problems),
                activePercent: row.optionalNumber("active_percent", in: 0...100, &problems),
                latentPercent: row.optionalNumber("latent_percent", in: 0...100, &problems),
                controlPercent: row.optionalNumber("control_percent", in: 0...100, &problems),
                count: row.optionalNumber("n", in: 0...1e7, &problems).map { Int($0) },
                source: source(row, "source_key", known),
                status: row.choice("number_status", &problems) ?? .estimate,
                note: row.text("note")
            )
        }
    }

    mutating func readBaseRates(_ known: Set<ReferenceID>) -> [RegionBaseRate] {
        let table = diagnosisTable(
            "region_base_rates.csv",
            ["region", "measure", "value", "unit", "n", "source_key", "number_status", "note"])
        return table.rows.map { row in
            RegionBaseRate(
                region: row.required("region", &problems),
                measure: row.required("measure", &problems),
                value: row.number("value", in: 0...1_000, &problems),
                unit: row.required("unit", &problems),
                source: source(row, "source_key", known),
                status: row.choice("number_status", &problems) ?? .estimate,
                note: row.text("note")
            )
        }
    }

    mutating func zones(_ row: Table.Row, _ column: String) -> [BodyRegion.Zone] {
        row.list(column).compactMap { word in
            let zone = BodyRegion.Zone(rawValue: word)
            if zone == nil { problems.append(row.problem(column, "“\(word)” is not a zone.")) }
            return zone
        }
    }

    private mutating func flag(_ row: Table.Row, _ column: String) -> Bool {
        switch row.text(column) {
        case "yes": return true
        case "no": return false
        default:
            problems.append(row.problem(column, "“\(row.text(column))” is not one of yes, no."))
            return false
        }
    }

    mutating func orderedRange(
        _ row: Table.Row,
        _ lowColumn: String,
        _ highColumn: String,
        in limits: ClosedRange<Double>,
        whenEmpty: (Double, Double)
    ) -> ClosedRange<Double> {
        let low = row.optionalNumber(lowColumn, in: limits, &problems) ?? whenEmpty.0
        let high = row.optionalNumber(highColumn, in: limits, &problems) ?? whenEmpty.1
        guard low <= high else {
            problems.append(row.problem(lowColumn, "\(low) is more than \(high)."))
            return high...low
        }
        return low...high
    }
}
