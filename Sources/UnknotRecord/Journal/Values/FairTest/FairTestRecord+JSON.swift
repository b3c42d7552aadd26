extension FairTestRecord: RecordPayload {
    package static let kind = EntryKind.fairTest
    package static let keys = [
        "stage", "question", "routine", "versus", "technique", "period", "pairs", "run_in", "covariates", "asked_at",
        "first_day", "techniques", "blocks", "spares", "outcome", "point", "side", "screened_on", "ended", "schedule",
        "random",
    ]
    private static let keysOfDays = [
        "routine", "versus", "technique", "period", "pairs", "run_in", "covariates", "asked_at", "first_day",
    ]
    private static let keysOfSessions = ["techniques", "blocks", "spares"]

    package init(fields: FieldReader) throws(IntakeProblem) {
        let stage: Stage = try fields.requiredChoice("stage")
        for key in stage == .days ? Self.keysOfSessions : Self.keysOfDays where fields.value(key) != nil {
            throw IntakeProblem(
                path: key, message: "This key does not belong to the stage \(stage.rawValue).",
                allowed: (stage == .days ? Self.keysOfDays : Self.keysOfSessions).joined(separator: ", "))
        }
        let course: Course =
            switch stage {
            case .days: .days(try Self.days(fields))
            case .sessions: .sessions(try Self.sessions(fields))
            }
        try self.init(
            question: fields.requiredAnyText("question"), course: course,
            random: Self.bytes(fields.requiredAnyText("random")), schedule: Self.schedule(fields),
            outcome: fields.requiredChoice("outcome"), point: fields.anyText("point").map { PointID($0) },
            side: fields.choice("side"), screenedOn: fields.requiredDay("screened_on"), ended: Self.ending(fields))
    }

    private static func days(_ fields: FieldReader) throws(IntakeProblem) -> Days {
        var covariates: [Covariate] = []
        for (index, text) in try fields.texts("covariates", longest: 10).enumerated() {
            covariates.append(try FieldReader.choice(.string(text), path: "covariates[\(index)]"))
        }
        return try Days(
            routine: fields.requiredAnyText("routine"), versus: fields.requiredAnyText("versus"),
            technique: fields.anyText("technique").map { TechniqueID($0) }, period: whole(fields, "period", 1...14),
            pairs: whole(fields, "pairs", 3...20), runIn: whole(fields, "run_in", 5...14), covariates: covariates,
            askedAt: time(fields.requiredAnyText("asked_at")), firstDay: fields.day("first_day"))
    }

    private static func sessions(_ fields: FieldReader) throws(IntakeProblem) -> Sessions {
        try Sessions(
            techniques: fields.texts("techniques", longest: 100).map { TechniqueID($0) },
            blocks: whole(fields, "blocks", 1...40),
            spares: fields.value("spares") == nil ? 0 : whole(fields, "spares", 0...5))
    }

    private static func whole(
        _ fields: FieldReader, _ key: String, _ range: ClosedRange<Double>
    ) throws(IntakeProblem) -> Int {
        Int(try RecordCheck.whole(fields.requiredNumber(key), key, in: range))
    }

    /// Minutes of `20:00`.
    private static func time(_ text: String) throws(IntakeProblem) -> Int {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let numbers = parts.filter { $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }
            .compactMap { Int($0) }
        guard parts.count == 2, numbers.count == 2, numbers[0] < 24, numbers[1] < 60 else {
            throw IntakeProblem(
                path: "asked_at", message: "“\(text.prefix(60))” is not a time.", allowed: "a time such as 20:00")
        }
        return numbers[0] * 60 + numbers[1]
    }

    private static func bytes(_ text: String) throws(IntakeProblem) -> [UInt8] {
        let digits = text.utf8.compactMap { byte -> UInt8? in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
            default: nil
            }
        }
        guard digits.count == text.utf8.count, digits.count.isMultiple(of: 2) else {
            throw IntakeProblem(
                path: "random", message: "“\(text.prefix(20))…” is not a list of bytes.",
                allowed: "\(2 * randomBytes) digits 0-9 and a-f")
        }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    private static func schedule(_ fields: FieldReader) throws(IntakeProblem) -> [Int] {
        var schedule: [Int] = []
        for (index, value) in try fields.list("schedule").enumerated() {
            guard case .number(let number) = value, number >= 0, number < 14, number == number.rounded() else {
                throw IntakeProblem(
                    path: "schedule[\(index)]", message: "This is no draw.", allowed: "a whole number from 0 on")
            }
            schedule.append(Int(number))
        }
        return schedule
    }

    private static func ending(_ fields: FieldReader) throws(IntakeProblem) -> Ending? {
        guard let value = fields.value("ended") else { return nil }
        let own = try FieldReader(value, path: "ended", known: ["on", "reason"])
        return try Ending(on: own.requiredDay("on"), own.requiredChoice("reason"))
    }

    package var fields: [String: JSONValue] {
        var all: [String: JSONValue?] = [
            "stage": .string(stage.rawValue), "question": .string(question), "outcome": .string(outcome.rawValue),
            "point": RecordFields.text(point?.rawValue), "side": RecordFields.word(side),
            "screened_on": .string(screenedOn.description),
            "schedule": .array(schedule.map { .number(Double($0)) }), "random": .string(randomText),
            "ended": ended.map {
                .object(["on": .string($0.day.description), "reason": .string($0.reason.rawValue)])
            },
        ]
        switch course {
        case .days(let days):
            all.merge([
                "routine": .string(days.routine), "versus": .string(days.versus),
                "technique": RecordFields.text(days.technique?.rawValue), "period": .number(Double(days.period)),
                "pairs": .number(Double(days.pairs)), "run_in": .number(Double(days.runIn)),
                "covariates": RecordFields.list(days.covariates.map { .string($0.rawValue) }),
                "asked_at": .string(days.askedAtText), "first_day": RecordFields.text(days.firstDay?.description),
            ]) { $1 }
        case .sessions(let sessions):
            all["techniques"] = .array(sessions.techniques.map { .string($0.rawValue) })
            all["blocks"] = .number(Double(sessions.blocks))
            if sessions.spares > 0 { all["spares"] = .number(Double(sessions.spares)) }
        }
        return RecordFields.present(all)
    }

    /// The random bytes as digits, two for each.
    public var randomText: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: random.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

extension FairTestRecord.Days {
    /// `20:00`.
    public var askedAtText: String {
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
        return "\(two(askedAt / 60)):\(two(askedAt % 60))"
    }
}
