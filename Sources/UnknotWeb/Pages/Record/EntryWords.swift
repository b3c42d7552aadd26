import Unknot
import UnknotJournal

/// Puts an entry into a few words.
struct EntryWords: Sendable {
    let kit: RecordKit

    init(_ kit: RecordKit) {
        self.kit = kit
    }

    /// "Sleep".
    func title(_ kind: EntryKind) -> String { kit.texts("kind_\(kind.rawValue)") }

    /// What an entry says, or that this program cannot read it.
    func text(_ noted: Noted) -> String {
        noted.value.map(text) ?? kit.texts("words_unreadable")
    }

    /// "7.5 hours, 6 of 10".
    func text(_ value: RecordValue) -> String {
        let parts =
            switch value {
            case .pain(let pain):
                [
                    scale("words_pain_now", pain.now), scale("words_pain_average", pain.average),
                    scale("words_pain_worst", pain.worst),
                ]
            case .drawing(let drawing): [places(drawing)]
            case .press(let press): self.press(press)
            case .movement(let movement): [self.movement(movement)]
            case .stiffness(let record):
                [scale("words_stiffness", record.stiffness), scale("words_tightness", record.tightness)]
            case .own(let record): [kit.texts("words_own", ["name": record.name, "value": kit.number(record.value)])]
            case .sleep(let record): [count("words_hours", record.hours), scale("words_sleep_quality", record.quality)]
            case .water(let record): [count("words_litres", record.litres)]
            case .sitting(let record):
                [count("words_hours", record.hours), count("words_longest", record.longestMinutes)]
            case .load(let record): [scale("words_level", record.level), record.what]
            case .stress(let record): [scale("words_level", record.level)]
            case .exercise(let record): [count("words_minutes", record.minutes), record.what]
            case .causes(let record): PreventWords(kit).parts(record)
            case .habits(let record): PreventWords(kit).parts(record)
            case .habit(let record): PreventWords(kit).parts(record)
            case .treatment(let record):
                [
                    kit.texts("ask_treatment_what_\(record.what.rawValue)"), record.name,
                    count("words_minutes", record.minutes),
                ]
            case .plan(let plan): self.plan(plan)
            case .session(let session): self.session(session)
            // Nothing of what was drawn: it is shown where its day has come.
            case .fairTest(let record): [record.question]
            case .fairTestDay(let record): fairDay(record)
            case .fairTestSession(let record):
                [
                    scale("words_fair_before", record.before), scale("words_fair_after", record.after),
                    record.isSkipped ? kit.texts("words_fair_skipped") : nil,
                ] + record.harms.map { kit.texts("fair_harm_\($0.rawValue)").lowercased() }
            case .note(let record): [record.text]
            case .questionnaire(let record):
                [kit.texts("words_score_\(record.questionnaire.rawValue)", ["value": kit.number(record.score)])]
            case .health(let record): health(record)
            case .reminders(let record): [reminders(record)]
            case .preferences, .retraction: [String?]()
            }
        return parts.compactMap { $0 }.joined(separator: kit.texts("words_and")).escapable
    }

    private func scale(_ key: String, _ value: Double?) -> String? {
        value.map { kit.texts(key, ["value": kit.number($0)]) }
    }

    private func count(_ key: String, _ value: Double?) -> String? {
        value.map { kit.texts($0 == 1 && kit.texts.has(key + "_one") ? key + "_one" : key, ["value": kit.number($0)]) }
    }

    /// How many places are named.
    private static let mostPlaces = 3

    private func places(_ drawing: DrawingRecord) -> String {
        let marks = drawing.marks.filter { $0.intensity != 0 }
        guard !marks.isEmpty else { return kit.texts("words_drawing_none") }
        let named = marks.prefix(Self.mostPlaces).map { mark in
            kit.atlas.region(mark.place.region) == nil
                ? mark.place.region.rawValue : kit.kit.engine.text.place(mark.place)
        }
        let rest = marks.count - named.count
        let list = named.joined(separator: ", ")
        return rest > 0 ? kit.texts("words_drawing_more", ["places": list, "count": String(rest)]) : list
    }

    private func press(_ press: PressRecord) -> [String?] {
        [kit.name(of: press.point, press.side)] + felt(press)
    }

    /// What was felt under a press.
    func feeling(_ press: PressRecord) -> String {
        felt(press).compactMap { $0 }.joined(separator: kit.texts("words_and"))
    }

    private func felt(_ press: PressRecord) -> [String?] {
        [
            scale("words_tenderness", press.tenderness),
            press.gauge.map { gauge in
                kit.texts(
                    "words_gauge",
                    [
                        "value": kit.number(kit.preferences.force.value(of: gauge.pressure)),
                        "unit": kit.texts("unit_force_\(kit.preferences.force.rawValue)"),
                    ])
            },
            press.isFamiliar.map { kit.texts($0 ? "words_familiar" : "words_unfamiliar") },
        ]
    }

    private func fairDay(_ record: FairTestDayRecord) -> [String?] {
        [
            scale("words_pain_average", record.rating), record.isLate ? kit.texts("fair_row_late") : nil,
            record.done.map { kit.texts($0 ? "fair_row_done" : "fair_row_not_done") },
            record.medicine == true ? kit.texts("fair_row_medicine") : nil,
            record.rescue == true ? kit.texts("fair_row_rescue") : nil,
            record.isHeld.map { kit.texts($0 ? "words_fair_held" : "words_fair_shown") },
        ] + record.harms.map { kit.texts("fair_harm_\($0.rawValue)").lowercased() }
    }

    /// What applies, by the names that the questions have.
    private func health(_ record: HealthRecord) -> [String?] {
        let names = record.applies.map { kit.atlas.care.healthCheck($0)?.plainLabel ?? $0.rawValue }
        guard let stop = record.stopped else {
            return [names.isEmpty ? kit.texts("words_health_none") : names.joined(separator: "; ")]
        }
        let signs = StoppedNote.names(stop, kit.atlas).joined(separator: "; ")
        return [
            kit.texts("words_health_stopped_\(stop.level.rawValue)"), signs.isEmpty ? nil : signs,
            names.isEmpty ? nil : names.joined(separator: "; "),
        ]
    }

    private func reminders(_ record: RemindersRecord) -> String {
        let off = record.reminders.count { !$0.isOn }
        let parts = [
            record.reminders.isEmpty
                ? kit.texts("words_reminders_none") : count("words_reminders", Double(record.reminders.count)),
            off == 0 ? nil : kit.texts("words_reminders_off", ["value": String(off)]),
            record.quiet.map {
                kit.texts("words_reminders_quiet", ["from": kit.dates.time($0.from), "to": kit.dates.time($0.to)])
            },
        ]
        return parts.compactMap { $0 }.joined(separator: kit.texts("words_and"))
    }

    private func movement(_ movement: MovementRecord) -> String {
        let value: String
        switch movement.reach {
        case .centimetres(let length):
            let unit = kit.preferences.length
            value = kit.number(unit.value(ofCentimetres: length)) + " " + kit.texts("unit_reach_\(unit.rawValue)")
        case .degrees(let angle): value = kit.number(angle) + " " + kit.texts("unit_reach_degrees")
        case .quarters(let quarters): value = kit.number(quarters) + " " + kit.texts("unit_reach_quarters")
        }
        return kit.texts(
            "words_movement",
            ["movement": kit.texts("ask_movement_movement_\(movement.test.rawValue)"), "value": value])
    }

    private func plan(_ plan: PlanRecord) -> [String?] {
        [
            plan.isFlare ? kit.texts("words_plan_flare") : count("words_minutes", plan.request.minutes),
            kit.texts("words_plan_place_\(plan.request.place.rawValue)"),
        ]
    }

    /// How tender a session found a point and left it: what was rated there, else what was said of the whole.
    func change(_ session: SessionRecord, at point: PointID, _ side: BodySide) -> String? {
        let rated = session.steps.last { step in
            step.point == point && step.side == side && step.before != nil && step.after != nil
        }
        return rated.flatMap { change($0.before, $0.after) }
            ?? change(session.before.tenderness, session.after.tenderness)
    }

    private func change(_ before: Double?, _ after: Double?) -> String? {
        guard let before, let after else { return nil }
        return kit.texts("words_session_change", ["before": kit.number(before), "after": kit.number(after)])
    }

    private func session(_ session: SessionRecord) -> [String?] {
        var seen: Set<String> = []
        let names = session.steps.compactMap { step -> String? in
            let name = kit.name(of: step.point, step.side)
            guard seen.insert(name).inserted else { return nil }
            let rated = session.steps.last { $0.point == step.point && $0.side == step.side && $0.after != nil }
            guard let rated, let change = change(rated.before, rated.after) else { return name }
            return kit.texts("words_session_at", ["point": name, "change": change])
        }
        return [
            count("words_minutes", (session.seconds / 60).rounded()),
            names.isEmpty ? nil : names.joined(separator: "; "),
            change(session.before.tenderness, session.after.tenderness),
            session.ended == .stopped ? kit.texts("words_stopped") : nil,
        ]
    }
}
