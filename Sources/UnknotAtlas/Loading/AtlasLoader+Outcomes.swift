import UnknotRecord

extension AtlasLoader {
    private enum Better: String, CaseIterable {
        case lower
        case higher
    }

    mutating func readOutcomeMeasures(_ known: Set<ReferenceID>) -> [OutcomeMeasure] {
        let table = diagnosisTable(
            "outcome_measures.csv",
            [
                "name", "plain_name", "low", "high", "unit", "better", "change_from", "change_means", "loinc_code",
                "sources", "number_status", "note",
            ])
        table.requireUnique(&problems, "name") { $0.text("name") }
        let items = readOutcomeItems(Set(table.rows.map { $0.text("name") }), known)
        return table.rows.compactMap { row in
            let name = row.required("name", &problems)
            let range = orderedRange(row, "low", "high", in: -10_000...10_000, whenEmpty: (0, 10_000))
            let better: Better = row.choice("better", &problems) ?? .lower
            guard let rule = changeRule(row, within: range, isHigherBetter: better == .higher) else { return nil }
            let loincCode = row.text("loinc_code")
            return OutcomeMeasure(
                name: name,
                plainName: row.required("plain_name", &problems),
                range: range,
                unit: row.required("unit", &problems),
                rule: rule,
                changeMeaning: row.choice("change_means", &problems) ?? .noise,
                loincCode: loincCode.isEmpty ? nil : loincCode,
                items: items[name] ?? [],
                sources: sources(row, "sources", known),
                status: row.choice("number_status", &problems) ?? .estimate,
                note: row.text("note")
            )
        }
    }

    /// Steps such as `0:1|4.5:2`: from 0 on a change of 1 counts, from 4.5 on one of 2.
    private mutating func changeRule(
        _ row: Table.Row, within range: ClosedRange<Double>, isHigherBetter: Bool
    ) -> ChangeRule? {
        var steps: [ChangeRule.Step] = []
        for text in row.list("change_from") {
            let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Double($0) }
            guard parts.count == 2, let from = parts[0], let change = parts[1], range.contains(from),
                change <= range.upperBound - range.lowerBound
            else {
                problems.append(
                    row.problem("change_from", "“\(text)” is no starting value with a change, such as 4.5:2."))
                return nil
            }
            steps.append(ChangeRule.Step(from: from, change: change))
        }
        let rule = ChangeRule(steps: steps, isHigherBetter: isHigherBetter)
        guard let rule, rule.steps[0].from == range.lowerBound else {
            problems.append(
                row.problem(
                    "change_from",
                    "The first step begins at the lowest value, the others rise, and changes are above 0."))
            return nil
        }
        return rule
    }

    private mutating func readOutcomeItems(
        _ measures: Set<String>, _ known: Set<ReferenceID>
    ) -> [String: [OutcomeItem]] {
        let table = diagnosisTable(
            "outcome_items.csv",
            ["measure", "order", "question_plain", "labels", "wording", "wording_status", "source", "note"])
        table.requireUnique(&problems, "order") { "\($0.text("measure")) \($0.text("order"))" }
        var items: [String: [(order: Double, item: OutcomeItem)]] = [:]
        for row in table.rows {
            let measure = row.required("measure", &problems)
            require(Identifier<Vocabulary.Question>(measure), in: Set(measures.map { Identifier($0) }), row, "measure")
            let labels = row.list("labels")
            if labels.count < 2 { problems.append(row.problem("labels", "At least the two ends need a label.")) }
            let item = OutcomeItem(
                question: row.required("question_plain", &problems), labels: labels,
                wording: row.choice("wording", &problems) ?? .own,
                wordingStatus: row.choice("wording_status", &problems) ?? .estimate,
                source: source(row, "source", known))
            items[measure, default: []].append((row.number("order", in: 1...100, &problems), item))
        }
        return items.mapValues { $0.sorted { $0.order < $1.order }.map(\.item) }
    }
}
