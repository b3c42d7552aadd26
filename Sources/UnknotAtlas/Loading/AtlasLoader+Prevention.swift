import UnknotRecord

/// What the tables of prevention may name.
struct PreventionVocabulary {
    let causes: Set<CauseID>
    let health: Set<HealthID>
    let techniques: Set<TechniqueID>
    let references: Set<ReferenceID>
}

/// The tables of prevention: what brings knots on, and what keeps them away.
extension AtlasLoader {
    mutating func readPrevention(_ known: PreventionVocabulary) -> PreventionKnowledge {
        let factors = readRiskFactors(known)
        let findings = readFindings(known)
        let habits = readHabits(Set(findings.map(\.practice)), known)
        return PreventionKnowledge(
            riskFactors: factors,
            triggers: readTriggers(factors, Set(habits.map(\.id)), known),
            findings: findings,
            habits: habits,
            parameters: parameters("prevention_parameters.csv", known.references)
        )
    }

    private mutating func readRiskFactors(_ known: PreventionVocabulary) -> [RiskFactor] {
        let table = diagnosisTable(
            "risk_factors.csv",
            [
                "factor", "plain_name", "causes", "outcome", "zones", "measure", "size", "ci_low", "ci_high",
                "direction", "window", "null_result", "quality", "quality_reason", "source_key", "number_status",
                "note",
            ])
        table.requireUnique(&problems, "factor") {
            [$0.text("factor"), $0.text("outcome"), $0.text("measure"), $0.text("source_key")].joined(separator: " ")
        }
        return table.rows.map { row in
            let measure: RiskFactor.Measure = row.choice("measure", &problems) ?? .statement
            let size = row.optionalNumber("size", in: -1_000...1_000, &problems)
            let factor: Identifier<Vocabulary.Reference> = row.id("factor", &problems)
            let result = RiskFactor(
                factor: factor.rawValue,
                plainName: row.required("plain_name", &problems),
                causes: knownIDs(row, "causes", known.causes),
                outcome: row.choice("outcome", &problems) ?? .onset,
                zones: row.text("zones").isEmpty ? [] : choices(row, "zones"),
                measure: measure,
                size: size,
                interval: interval(row, around: size, "size"),
                direction: row.choice("direction", &problems) ?? .raises,
                window: row.text("window"),
                isNull: yesOrNo(row, "null_result"),
                quality: row.choice("quality", &problems) ?? .insufficient,
                qualityReason: row.text("quality_reason"),
                source: source(row, "source_key", known.references),
                status: row.choice("number_status", &problems) ?? .estimate,
                note: row.text("note")
            )
            checkSize(result, row)
            return result
        }
    }

    /// A ratio is above 0, and a statement has no number.
    private mutating func checkSize(_ factor: RiskFactor, _ row: Table.Row) {
        guard let size = factor.size else { return }
        switch factor.measure {
        case .oddsRatio, .riskRatio, .riskRatioPerPoint, .hazardRatio, .triggerOddsRatio:
            if size <= 0 { problems.append(row.problem("size", "“\(row.text("size"))” is no ratio above 0.")) }
        case .statement, .experiment:
            problems.append(row.problem("size", "A statement has no number."))
        case .points, .other: break
        }
    }

    private mutating func readTriggers(
        _ factors: [RiskFactor], _ habits: Set<HabitID>, _ known: PreventionVocabulary
    ) -> [PainTrigger] {
        let table = diagnosisTable(
            "triggers.csv",
            ["id", "question_plain", "window", "factors", "causes", "habit", "source_key", "number_status"])
        table.requireUnique(&problems, "id") { $0.text("id") }
        let names = Set(factors.map { ReferenceID($0.factor) })
        return table.rows.map { row in
            let habit: HabitID? = row.text("habit").isEmpty ? nil : row.id("habit", &problems)
            if let habit { require(habit, in: habits, row, "habit") }
            let named: [ReferenceID] = knownIDs(row, "factors", names)
            if named.isEmpty { problems.append(row.problem("factors", "“factors” is empty.")) }
            return PainTrigger(
                id: row.id("id", &problems),
                question: row.required("question_plain", &problems),
                window: row.choice("window", &problems) ?? .twoHours,
                factors: named.map(\.rawValue),
                causes: knownIDs(row, "causes", known.causes),
                habit: habit,
                source: source(row, "source_key", known.references),
                status: row.choice("number_status", &problems) ?? .estimate
            )
        }
    }

    private mutating func readFindings(_ known: PreventionVocabulary) -> [PreventionFinding] {
        let table = diagnosisTable(
            "prevention.csv",
            [
                "practice", "causes", "dose", "measure", "measured", "size", "ci_low", "ci_high", "verdict", "quality",
                "quality_reason", "found", "source_key", "number_status", "note",
            ])
        table.requireUnique(&problems, "practice") { $0.text("practice") + " " + $0.text("measured") }
        return table.rows.map { row in
            let size = row.optionalNumber("size", in: -1_000...1_000, &problems)
            let practice: Identifier<Vocabulary.Reference> = row.id("practice", &problems)
            return PreventionFinding(
                practice: practice.rawValue,
                causes: knownIDs(row, "causes", known.causes),
                dose: row.text("dose"),
                measured: row.text("measured"),
                size: size,
                interval: interval(row, around: size, "size"),
                verdict: row.choice("verdict", &problems) ?? .noEvidence,
                quality: row.choice("quality", &problems) ?? .insufficient,
                qualityReason: row.text("quality_reason"),
                found: row.required("found", &problems),
                source: source(row, "source_key", known.references),
                status: row.choice("number_status", &problems) ?? .estimate,
                note: row.text("note")
            )
        }
    }

    private mutating func readHabits(_ practices: Set<String>, _ known: PreventionVocabulary) -> [Habit] {
        let table = diagnosisTable(
            "habits.csv",
            [
                "id", "name", "causes", "do", "dose", "when", "cues", "easier", "minutes_a_day", "counts", "evidence",
                "verdict", "technique", "not_with", "source_key", "number_status", "note",
            ])
        table.requireUnique(&problems, "id") { $0.text("id") }
        let names = Set(practices.map { ReferenceID($0) })
        return table.rows.map { row in
            let causes: [CauseID] = knownIDs(row, "causes", known.causes)
            if causes.isEmpty { problems.append(row.problem("causes", "“causes” is empty.")) }
            let evidence: [ReferenceID] = knownIDs(row, "evidence", names)
            let technique: TechniqueID? = row.text("technique").isEmpty ? nil : row.id("technique", &problems)
            if let technique { require(technique, in: known.techniques, row, "technique") }
            return Habit(
                id: row.id("id", &problems),
                name: row.required("name", &problems),
                causes: causes,
                action: row.required("do", &problems),
                dose: row.required("dose", &problems),
                when: row.required("when", &problems),
                cues: requiredList(row, "cues"),
                easier: row.required("easier", &problems),
                minutesADay: Int(row.number("minutes_a_day", in: 0...60, &problems)),
                counted: counted(row),
                evidence: evidence.map(\.rawValue),
                verdict: row.choice("verdict", &problems) ?? .noEvidence,
                technique: technique,
                notWith: knownIDs(row, "not_with", known.health),
                source: source(row, "source_key", known.references),
                status: row.choice("number_status", &problems) ?? .estimate,
                note: row.text("note")
            )
        }
    }

    /// `exercise:10` is 10 minutes of exercise in a day, `release:1` one minute of release.
    private mutating func counted(_ row: Table.Row) -> Habit.Counted? {
        let text = row.text("counts")
        guard !text.isEmpty else { return nil }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        let measure: Measure? =
            switch parts.first {
            case "exercise": .exercise
            case "release": .release
            default: nil
            }
        guard parts.count == 2, let measure, let least = Double(parts[1]), (1...1_440).contains(least) else {
            problems.append(row.problem("counts", "“\(text)” is not like exercise:10 or release:1, in minutes."))
            return nil
        }
        return Habit.Counted(measure: measure, least: least)
    }
}
