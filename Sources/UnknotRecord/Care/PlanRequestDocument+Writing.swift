extension PlanRequestDocument {
    /// The JSON of a request in its canonical form (RFC 8785); what is at its usual value is left out. It reads back as
    /// the same request.
    ///
    /// - Precondition: Every number is finite.
    public static func text(of request: PlanRequest) -> String {
        CanonicalJSON.text(of: value(of: request))
    }

    /// The same as it stands inside a larger document.
    static func value(of request: PlanRequest) -> JSONValue {
        let usual = PlanRequest(intake: request.intake)
        return .object(
            RecordFields.present([
                "id": RecordFields.text(request.id), "intake": IntakeDocument.value(of: request.intake),
                "health": RecordFields.list(request.health.map { .string($0.rawValue) }),
                "tools": RecordFields.list(request.tools.map { .string($0.rawValue) }),
                "helper": request.hasHelper ? .bool(true) : nil,
                "place": request.place == usual.place ? nil : .string(request.place.rawValue),
                "minutes": request.minutes == usual.minutes ? nil : .number(request.minutes),
                "history": RecordFields.list(request.history.map(value)),
            ]))
    }

    private static func value(of past: PastTreatment) -> JSONValue {
        .object(
            RecordFields.present([
                "point": .string(past.point.rawValue), "side": .string(past.side.rawValue),
                "technique": .string(past.technique.rawValue), "before": RecordFields.number(past.before),
                "after": RecordFields.number(past.after),
                "ended": past.ending == .finished ? nil : .string(past.ending.rawValue),
                "days_ago": past.daysAgo == 0 ? nil : .number(Double(past.daysAgo)),
            ]))
    }
}

extension IntakeDocument {
    /// An intake as it stands inside a larger document; what is at its usual value is left out.
    static func value(of intake: Intake) -> JSONValue {
        .object(
            RecordFields.present([
                "id": RecordFields.text(intake.id), "age": RecordFields.number(intake.age.map(Double.init)),
                "sex": RecordFields.word(intake.sex), "side_unknown": intake.sideUnknown ? .bool(true) : nil,
                "drawing": RecordFields.list(intake.drawing.map(value)),
                "drawing_complete": intake.drawingComplete ? nil : .bool(false),
                "answers": intake.answers.isEmpty
                    ? nil : .object(intake.answers.mapValues { .string($0.rawValue) }),
                "causes": RecordFields.list(intake.causes.map { .string($0.rawValue) }),
                "presses": RecordFields.list(intake.presses.map(value)),
            ]))
    }

    private static func value(of mark: PainMark) -> JSONValue {
        .object(
            RecordFields.present([
                "region": .string(mark.place.region.rawValue), "side": .string(mark.place.side.rawValue),
                "intensity": RecordFields.number(mark.intensity), "strength": RecordFields.word(mark.strength),
                "quality": RecordFields.list(mark.quality.map { .string($0.rawValue) }),
            ]))
    }

    private static func value(of press: Press) -> JSONValue {
        .object(
            RecordFields.present([
                "point": .string(press.point.rawValue), "side": .string(press.side.rawValue),
                "tenderness": RecordFields.number(press.tenderness), "familiar": RecordFields.flag(press.isFamiliar),
                "spreads_to": RecordFields.list(press.spreadsTo.map { .string($0.rawValue) }),
                "lump": RecordFields.flag(press.hasLump),
            ]))
    }
}
