import Foundation
import Unknot

/// One entry as somebody typed it: what, and when.
struct EntryForm: Sendable {
    let kind: EntryKind
    /// What was typed, by the name of the field, so that it can be shown again.
    let typed: [String: String]
    /// When it happened, as far as that was said.
    let time: TypedTime
    /// Where to go afterwards.
    let back: Way
    /// The name for the entry that came with the form, so that one form sent twice is one entry.
    let id: EntryID?

    /// A page that an entry is typed in on.
    enum Way: String, CaseIterable, Sendable {
        case today
        case record
        case knots
        case preferences
        case questionnaires
        case reminders
        case prevent
        case check
        case hours
        case habits

        var address: String {
            switch self {
            case .today: "/today"
            case .record: "/record"
            case .knots: "/record/knots"
            case .preferences: "/record/preferences"
            case .questionnaires: "/record/questionnaires"
            case .reminders: "/prevent/reminders"
            case .prevent: "/prevent"
            case .check: "/prevent/check"
            case .hours: "/prevent/hours"
            case .habits: "/prevent/habits"
            }
        }
    }

    /// Names of fields besides the questions.
    enum Field {
        static let kind = "kind"
        static let day = "day"
        static let time = "time"
        static let back = "back"
        static let entry = "entry"
        static let point = "press.point"
        static let side = "press.side"
    }

    /// Reads a posted form.
    ///
    /// - Parameter kind: What it must be; nil when the form says so itself.
    init(_ fields: FormFields, kind fixed: EntryKind? = nil) throws(IntakeProblem) {
        let word = try fields.value(Field.kind) ?? fixed?.rawValue ?? ""
        guard let kind = EntryKind(rawValue: word), fixed == nil || fixed == kind,
            EntryShape(kind) != nil || fixed != nil
        else {
            let allowed = (fixed.map { [$0] } ?? EntryKind.allCases.filter { EntryShape($0) != nil }).map(\.rawValue)
            throw IntakeProblem(
                path: Field.kind, message: "Found “\(word.prefix(40))”.", allowed: allowed.joined(separator: ", "))
        }
        self.kind = kind
        var typed: [String: String] = [:]
        for field in fields.all where field.name.hasPrefix("\(kind.rawValue).") {
            typed[field.name] = try fields.value(field.name)
        }
        self.typed = typed
        time = TypedTime(day: try fields.value(Field.day), time: try fields.value(Field.time))
        back = try fields.value(Field.back).flatMap(Way.init(rawValue:)) ?? .today
        id = try fields.value(Field.entry).flatMap { EntryID($0) }
    }

    /// What was typed, checked.
    ///
    /// - Parameter former: What is corrected; what the form does not ask stays as it was.
    /// - Throws: ``IntakeProblem`` whose path is the key of the question.
    func value(over former: RecordValue? = nil, units: PreferencesRecord) throws(IntakeProblem) -> RecordValue {
        var members = former?.members ?? [:]
        guard let shape = EntryShape(kind) else { return try RecordValue(kind: kind, payload: .object(members)) }
        for question in shape.questions {
            for key in Self.keys(question) { members[key] = nil }
            let text = typed[shape.name(question)]?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
            if text.isEmpty { continue }
            switch question.input {
            case .scale, .number: members[question.key] = .number(try Self.number(text, question.key))
            case .choice, .line, .words: members[question.key] = .string(text)
            case .yesOrNo:
                guard text != "unknown" else { continue }
                guard text == "yes" || text == "no" else { throw Self.wrong(question.key, text, "yes, no") }
                members[question.key] = .bool(text == "yes")
            case .gauge:
                members[question.key] = Self.gauge(try Self.number(text, question.key), units.force)
            case .reach:
                let (key, number) = try reach(text, shape.name(question), units)
                members[key] = .number(number)
            }
        }
        if former == nil, kind == .press {
            members["point"] = typed[Field.point].map { .string($0) }
            members["side"] = typed[Field.side].map { .string($0) }
        }
        return try RecordValue(kind: kind, payload: .object(members))
    }

    /// The units in which a movement is measured, by the name in the form.
    static let reachUnits = ["length", "degrees", "quarters"]

    private func reach(
        _ text: String, _ name: String, _ units: PreferencesRecord
    ) throws(IntakeProblem) -> (String, Double) {
        let number = try Self.number(text, "reach")
        let unit = typed[name + "_unit"] ?? "length"
        return switch unit {
        case "length": ("cm", NumberText.rounded(units.length.centimetres(of: number), 2))
        case "degrees", "quarters": (unit, number)
        default: throw Self.wrong("reach", unit, Self.reachUnits.joined(separator: ", "))
        }
    }

    /// A reading of a gauge as it is kept: in kilograms unless it was read in newtons.
    private static func gauge(_ reading: Double, _ unit: ForceUnit) -> JSONValue {
        let isNewtons = unit == .newton
        let value = isNewtons ? reading : ForceUnit.kilogram.value(ofNewtons: unit.newtons(of: reading))
        return .object([
            "value": .number(NumberText.rounded(value, 3)),
            "unit": .string((isNewtons ? GaugeReading.Unit.newtons : .kilogramsPerSquareCentimetre).rawValue),
        ])
    }

    /// The keys of a payload that a question is about.
    private static func keys(_ question: EntryShape.Question) -> [String] {
        if case .reach = question.input { ["cm", "degrees", "quarters"] } else { [question.key] }
    }

    /// A number as people write it: with a point or a comma.
    private static func number(_ text: String, _ key: String) throws(IntakeProblem) -> Double {
        guard text.count <= 12, let number = Double(text.replacing(",", with: ".")), number.isFinite else {
            throw wrong(key, text, "a number")
        }
        return number
    }

    private static func wrong(_ key: String, _ text: String, _ allowed: String) -> IntakeProblem {
        IntakeProblem(path: key, message: "Found “\(text.prefix(40))”.", allowed: allowed)
    }
}

extension EntryForm {
    /// What stands in the form for an entry, by the name of the field.
    static func typed(_ value: RecordValue, units: PreferencesRecord) -> [String: String] {
        guard let shape = EntryShape(value.kind) else { return [:] }
        let members = value.members
        var typed: [String: String] = [:]
        for question in shape.questions {
            let name = shape.name(question)
            switch question.input {
            case .scale, .number: typed[name] = members[question.key]?.number.map { NumberText.short($0, digits: 3) }
            case .choice, .line, .words: typed[name] = members[question.key]?.text
            case .yesOrNo:
                if case .bool(let flag)? = members[question.key] { typed[name] = flag ? "yes" : "no" }
            case .gauge:
                guard case .press(let press) = value, let gauge = press.gauge else { continue }
                typed[name] = NumberText.short(units.force.value(of: gauge.pressure), digits: 2)
            case .reach:
                for (unit, key) in [("length", "cm"), ("degrees", "degrees"), ("quarters", "quarters")] {
                    guard let number = members[key]?.number else { continue }
                    let shown = unit == "length" ? units.length.value(ofCentimetres: number) : number
                    typed[name] = NumberText.short(shown, digits: 2)
                    typed[name + "_unit"] = unit
                }
            }
        }
        return typed
    }
}

extension RecordValue {
    /// The fields of its JSON.
    fileprivate var members: [String: JSONValue] {
        if case .object(let members) = jsonValue { members } else { [:] }
    }
}

extension JSONValue {
    fileprivate var number: Double? {
        if case .number(let number) = self { number } else { nil }
    }

    fileprivate var text: String? {
        if case .string(let text) = self { text } else { nil }
    }
}
