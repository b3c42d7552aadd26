import UnknotRecord

/// The warning signs: what they mean, and on which screen they are asked.
extension AtlasLoader {
    mutating func readWarningSigns(_ known: Set<ReferenceID>) -> [WarningSign] {
        let table = diagnosisTable(
            "red_flags.csv",
            [
                "id", "question_plain", "condition", "urgency", "lr_plus", "lr_minus", "post_test_probability",
                "source_key", "advice_plain", "prior_used", "combination_of", "number_status", "note", "zones", "order",
                "same_as", "ask_age_min", "ask_age_max", "ask_not_sex", "screen", "label_plain", "asked_with", "ask_if",
            ])
        table.requireUnique(&problems, "id") { $0.text("id") }
        return table.rows.map { row in
            let ages = orderedRange(row, "ask_age_min", "ask_age_max", in: 0...120, whenEmpty: (0, 120))
            let id: QuestionID = row.id("id", &problems)
            signRows[id] = row
            let expression = expression(row, "combination_of")
            let isAsked = expression == nil
            if id.rawValue.hasPrefix("combo_") != (expression != nil) {
                problems.append(row.problem("combination_of", "Exactly the combo_ rows have a combination."))
            }
            return WarningSign(
                id: id,
                plainQuestion: row.required("question_plain", &problems),
                condition: row.required("condition", &problems),
                urgency: row.choice("urgency", &problems) ?? .emergencyNow,
                positiveRatio: row.optionalNumber("lr_plus", in: 0...10_000, &problems),
                negativeRatio: row.optionalNumber("lr_minus", in: 0...10_000, &problems),
                postTestProbability: row.optionalNumber("post_test_probability", in: 0...1, &problems),
                source: source(row, "source_key", known),
                advice: row.required("advice_plain", &problems),
                combination: expression,
                status: row.choice("number_status", &problems) ?? .estimate,
                note: row.text("note"),
                zones: row.text("zones") == "any" || !isAsked ? nil : zones(row, "zones"),
                ages: Int(ages.lowerBound)...Int(ages.upperBound),
                notForSex: row.text("ask_not_sex").isEmpty ? nil : row.choice("ask_not_sex", &problems),
                order: isAsked ? Int(row.number("order", in: 0...1_000, &problems)) : 0,
                sameAs: row.ids("same_as"),
                screen: isAsked ? row.required("screen", &problems) : nil,
                plainLabel: isAsked ? row.required("label_plain", &problems) : "",
                askedWith: row.text("asked_with").isEmpty ? nil : row.id("asked_with", &problems),
                askIf: self.expression(row, "ask_if")
            )
        }
    }

    private mutating func expression(_ row: Table.Row, _ column: String) -> SignExpression? {
        let text = row.text(column)
        guard !text.isEmpty else { return nil }
        do {
            return try SignExpression(text)
        } catch {
            problems.append(row.problem(column, "“\(text)”: \(error.reason)."))
            return nil
        }
    }

    /// The headings of the warning screens, in the order in which the screens are shown.
    mutating func readWarningHeadings() -> [WarningHeading] {
        let table = diagnosisTable("warning_screens.csv", ["id", "order", "title", "lead_plain", "note"])
        table.requireUnique(&problems, "id") { $0.text("id") }
        table.requireUnique(&problems, "order") { $0.text("order") }
        let headings = table.rows.map { row in
            let id: QuestionID = row.id("id", &problems)
            return WarningHeading(
                id: id.rawValue,
                order: Int(row.number("order", in: 0...1_000, &problems)),
                title: row.required("title", &problems),
                lead: row.required("lead_plain", &problems)
            )
        }
        return headings.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
    }

    /// Every id of an expression is a finding, a warning sign, a cause or a derived fact; what asks the same exists.
    mutating func checkNames(in signs: [WarningSign], against known: AnswerVocabulary) {
        let answers = known.questions.union(known.signs)
        for sign in signs {
            guard let row = signRows[sign.id] else { continue }
            for id in sign.sameAs { require(id, in: answers, row, "same_as") }
            for (column, expression) in [("combination_of", sign.combination), ("ask_if", sign.askIf)] {
                for id in expression?.ids ?? [] {
                    if !known.knows(id) { problems.append(row.problem(column, "“\(id)” is not known.")) }
                }
            }
        }
    }

    /// Every asked sign stands on a screen, and asking fewer of them loses no danger.
    mutating func checkScreens(of signs: [WarningSign], _ headings: [WarningHeading]) {
        let known = Set(headings.map(\.id))
        let byID = Dictionary(signs.map { ($0.id, $0) }) { first, _ in first }
        for sign in signs {
            guard let row = signRows[sign.id] else { continue }
            if sign.combination != nil {
                for column in ["screen", "label_plain", "asked_with", "ask_if"] where !row.text(column).isEmpty {
                    problems.append(row.problem(column, "A combination is never asked."))
                }
                continue
            }
            if let screen = sign.screen, !screen.isEmpty, !known.contains(screen) {
                problems.append(row.problem("screen", "“\(screen)” is not known."))
            }
            if sign.askIf != nil, sign.urgency == .emergencyNow {
                problems.append(row.problem("ask_if", "An emergency is always asked."))
            }
            guard let id = sign.askedWith else { continue }
            guard let other = byID[id], other.combination == nil else {
                problems.append(row.problem("asked_with", "“\(id)” is not known."))
                continue
            }
            if let reason = sign.reasonNotAsked(with: other) {
                problems.append(row.problem("asked_with", "“\(id)” \(reason)"))
            }
        }
    }
}

extension WarningSign {
    /// Why this sign would sometimes be lost if it were asked together with another one.
    fileprivate func reasonNotAsked(with other: WarningSign) -> String? {
        if other.askedWith != nil || other.askIf != nil { return "is not always asked itself." }
        if other.urgency != urgency { return "has another urgency." }
        let coversZones = other.zones.map { zones.map(Set.init)?.isSubset(of: $0) ?? false } ?? true
        let coversAges = other.ages.contains(ages.lowerBound) && other.ages.contains(ages.upperBound)
        let coversSex = other.notForSex == nil || other.notForSex == notForSex
        return coversZones && coversAges && coversSex ? nil : "is not asked everywhere where this is."
    }
}
