import Unknot

extension IntakeForm {
    /// Reads the fields of a form.
    ///
    /// - Throws: ``IntakeProblem`` naming the first field that does not fit. What the ids may be is left to the engine.
    init(_ fields: FormFields, atlas: Atlas) throws(IntakeProblem) {
        places = try Self.places(fields, Field.place)
        // A place that was taken back is no longer the worst one.
        let marked = Set(places)
        worst = try Self.places(fields, Field.worst).filter { marked.contains($0) }
        try readFeelings(fields)
        isComplete = try Self.choice(fields, Field.complete, of: ["yes": true, "no": false]) ?? true
        intensity = try Self.number(fields, Field.intensity, in: 0...10)
        age = try Self.number(fields, Field.age, in: 0...120)
        sex = try Self.choice(
            fields, Field.sex, of: Dictionary(uniqueKeysWithValues: Sex.allCases.map { ($0.rawValue, $0) }))
        for id in fields.values(Field.skip) {
            guard Self.isStep(id, atlas) else {
                throw Self.wrong(Field.skip, id, ["the id of a question, a movement or a point"])
            }
            skipped.insert(id)
        }
        try readAnswers(fields, atlas)
        try readPresses(fields)
        for id in fields.values(Field.cause) where !causes.contains(CauseID(id)) { causes.append(CauseID(id)) }
        try readTrail(fields)
    }

    /// Reads what is said of single places. What is said of a place that was taken back is dropped with it.
    private mutating func readFeelings(_ fields: FormFields) throws(IntakeProblem) {
        let places = Dictionary(uniqueKeysWithValues: places.map { (Self.key(of: $0), $0) })
        for name in Self.names(fields, after: Field.intensityOf) {
            let intensity = try Self.number(fields, name, in: 0...10)
            guard let place = places[String(name.dropFirst(Field.intensityOf.count))] else { continue }
            feelings[place, default: Feeling()].intensity = intensity
        }
        for name in Self.names(fields, after: Field.qualityOf) {
            var words: Set<PainQuality> = []
            for word in fields.values(name) {
                guard let quality = PainQuality(rawValue: word) else {
                    throw Self.wrong(name, word, PainQuality.allCases.map(\.rawValue))
                }
                words.insert(quality)
            }
            guard let place = places[String(name.dropFirst(Field.qualityOf.count))] else { continue }
            feelings[place, default: Feeling()].quality = PainQuality.allCases.filter(words.contains)
        }
    }

    /// Whether a name is that of something that can be offered as a next step.
    private static func isStep(_ id: String, _ atlas: Atlas) -> Bool {
        atlas.movement(MovementID(id)) != nil || atlas.question(QuestionID(id)) != nil
            || atlas.point(PointID(id)) != nil
    }

    private mutating func readAnswers(_ fields: FormFields, _ atlas: Atlas) throws(IntakeProblem) {
        for name in Self.names(fields, after: Field.answer) {
            let id = String(name.dropFirst(Field.answer.count))
            guard let word = try fields.value(name) else { continue }
            if atlas.movement(MovementID(id)) == nil {
                guard let reply = Reply(rawValue: word) else {
                    throw Self.wrong(name, word, Reply.allCases.map(\.rawValue))
                }
                answers[id] = .reply(reply)
            } else if let effect = MovementEffect(rawValue: word) {
                answers[id] = .effect(effect)
            } else if word == Reply.unknown.rawValue {
                // Movements have no such answer: not knowing is the same as not being asked again.
                skipped.insert(id)
            } else {
                throw Self.wrong(name, word, MovementEffect.allCases.map(\.rawValue) + [Reply.unknown.rawValue])
            }
        }
        for id in fields.values(Field.unsure) where answers[id] == nil {
            guard atlas.movement(MovementID(id)) == nil else { continue }
            answers[id] = .reply(.unknown)
        }
        for id in fields.values(Field.noToRest).flatMap({ $0.split(separator: " ").map(String.init) })
        where answers[id] == nil {
            answers[id] = .reply(.no)
        }
        // A step passed over and answered after all is answered.
        skipped.subtract(answers.keys)
    }

    private mutating func readPresses(_ fields: FormFields) throws(IntakeProblem) {
        var names: [String] = []
        for prefix in [Field.tenderness, Field.familiar, Field.lump, Field.spread] {
            for name in Self.names(fields, after: prefix).map({ String($0.dropFirst(prefix.count)) })
            where !names.contains(name) {
                names.append(name)
            }
        }
        for name in names {
            let (id, word) = Self.halves(name)
            guard let side = BodySide(rawValue: word) else {
                throw Self.wrong(Field.tenderness + name, word, BodySide.allCases.map(\.rawValue))
            }
            let answers = ["yes": true, "no": false]
            let press = Press(
                PointID(id), side,
                tenderness: try Self.number(fields, Field.tenderness + name, in: 0...10).map(Double.init),
                isFamiliar: try Self.answer(fields, Field.familiar + name, of: answers),
                spreadsTo: Self.spread(fields, name),
                hasLump: try Self.answer(fields, Field.lump + name, of: answers))
            // Without tenderness and familiarity nothing was pressed.
            guard press.isFamiliar != nil || press.tenderness != nil else { continue }
            presses.append(press)
        }
    }

    /// A choice in which "not sure" is the same as none.
    private static func answer(
        _ fields: FormFields, _ name: String, of choices: [String: Bool]
    ) throws(IntakeProblem) -> Bool? {
        guard try fields.value(name) != Reply.unknown.rawValue else { return nil }
        return try choice(fields, name, of: choices)
    }

    private static func spread(_ fields: FormFields, _ name: String) -> [RegionID] {
        var regions: [RegionID] = []
        for id in fields.values(Field.spread + name) where !regions.contains(RegionID(id)) {
            regions.append(RegionID(id))
        }
        return regions
    }

    private static func places(_ fields: FormFields, _ name: String) throws(IntakeProblem) -> [BodyPlace] {
        var places: [BodyPlace] = []
        for value in fields.values(name) {
            let (region, word) = halves(value)
            guard let side = RegionSide(rawValue: word) else {
                throw wrong(name, value, RegionSide.allCases.map { "REGION:\($0.rawValue)" })
            }
            let place = BodyPlace(RegionID(region), side)
            guard !places.contains(place) else {
                throw IntakeProblem(path: name, message: "“\(value)” was sent twice.", allowed: "each place once")
            }
            places.append(place)
        }
        return places
    }

    private static func number(
        _ fields: FormFields, _ name: String, in range: ClosedRange<Int>
    ) throws(IntakeProblem) -> Int? {
        guard let text = try fields.value(name) else { return nil }
        guard let number = Int(text.filter { $0 != " " }), range.contains(number) else {
            throw IntakeProblem(
                path: name, message: "Found “\(text.prefix(40))”.",
                allowed: "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    private static func choice<Value>(
        _ fields: FormFields, _ name: String, of choices: [String: Value]
    ) throws(IntakeProblem) -> Value? {
        guard let word = try fields.value(name) else { return nil }
        guard let value = choices[word] else { throw wrong(name, word, choices.keys.sorted()) }
        return value
    }

    private static func names(_ fields: FormFields, after prefix: String) -> [String] {
        var names: [String] = []
        for field in fields.all where field.name.hasPrefix(prefix) && !names.contains(field.name) {
            names.append(field.name)
        }
        return names
    }

    /// The parts before and after the last colon.
    private static func halves(_ text: String) -> (String, String) {
        guard let colon = text.lastIndex(of: ":") else { return (text, "") }
        return (String(text[..<colon]), String(text[text.index(after: colon)...]))
    }

    static func wrong(_ name: String, _ word: String, _ allowed: [String]) -> IntakeProblem {
        IntakeProblem(
            path: name, message: "“\(word.prefix(60))” is not a choice here.",
            allowed: allowed.joined(separator: ", "))
    }
}
