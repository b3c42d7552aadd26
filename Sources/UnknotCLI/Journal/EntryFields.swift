import Foundation
import Unknot
import UnknotExchange
import UnknotRecord

/// Turns options such as `--now 4 --worst 7` into the payload of an entry. What the values may be is checked by the
/// records themselves.
enum EntryFields {
    /// How the text of an option is read.
    private enum Form {
        case number
        case text
        case flag
        case texts
        case numbers
        case gauge
    }

    /// The options of a kind; what has parts of its own (marks, steps) is given as JSON.
    static func keys(_ kind: EntryKind) -> [String] {
        switch kind {
        case .drawing: []
        case .pain: PainRecord.keys
        case .press: PressRecord.keys
        case .movement: MovementRecord.keys
        case .stiffness: StiffnessRecord.keys
        case .own: OwnRecord.keys
        case .sleep: SleepRecord.keys
        case .water: WaterRecord.keys
        case .sitting: SittingRecord.keys
        case .load: LoadRecord.keys
        case .stress: StressRecord.keys
        case .exercise: ExerciseRecord.keys
        case .causes: CausesRecord.keys
        case .habits: []
        case .habit: HabitRecord.keys
        case .treatment: TreatmentRecord.keys
        case .plan: []
        case .session: []
        case .fairTest: []
        case .fairTestDay: FairTestDayRecord.keys
        case .fairTestSession: FairTestSessionRecord.keys
        case .note: NoteRecord.keys
        case .questionnaire: QuestionnaireRecord.keys
        case .health: HealthRecord.keys
        case .preferences: PreferencesRecord.keys
        case .reminders: []
        case .retraction: []
        }
    }

    /// Each kind with its options, for `--help`.
    static var table: String {
        EntryKind.allCases.filter { $0 != .retraction }.map { kind in
            let options = keys(kind).map { option($0) }
            let padding = String(repeating: " ", count: max(1, 18 - kind.rawValue.count))
            return "  \(kind.rawValue)\(padding)" + (options.isEmpty ? "as JSON" : options.joined(separator: " "))
        }.joined(separator: "\n")
    }

    static func option(_ key: String) -> String { "--" + key.replacing("_", with: "-") }

    /// Reads words such as `--now`, `4`, `--lump=yes`. An empty value takes a field out.
    ///
    /// - Parameters:
    ///   - words: The options, or one payload as JSON.
    ///   - old: What the fields are changed in; nothing for a new entry.
    static func value(
        _ words: [String], of kind: EntryKind, changing old: RecordValue? = nil
    ) throws(IntakeProblem) -> RecordValue {
        if words.count == 1, words[0].hasPrefix("{") { return try RecordValue(kind: kind, json: Array(words[0].utf8)) }
        var fields: [String: JSONValue] = [:]
        if case .object(let former) = old?.jsonValue { fields = former }
        var seen: Set<String> = []
        var rest = words[...]
        while let word = rest.popFirst() {
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = parts.first.map(String.init) ?? word
            guard name.hasPrefix("--"), keys(kind).map({ option($0) }).contains(name) else {
                throw IntakeProblem(
                    path: name, message: CLIText.Journal.notAField(name, kind),
                    allowed: CLIText.Journal.fields(keys(kind).map { option($0) }))
            }
            guard seen.insert(name).inserted else {
                throw IntakeProblem(
                    path: name, message: CLIText.Journal.twice(name), allowed: CLIText.Journal.someValue)
            }
            guard let text = parts.count == 2 ? String(parts[1]) : rest.popFirst() else {
                throw IntakeProblem(
                    path: name, message: CLIText.Journal.noValue(name), allowed: CLIText.Journal.someValue)
            }
            let key = name.dropFirst(2).replacing("-", with: "_")
            let field = String(key)
            fields[field] = text.isEmpty ? nil : try value(text, form(field, kind), name)
        }
        return try RecordValue(kind: kind, payload: .object(fields))
    }

    private static func form(_ key: String, _ kind: EntryKind) -> Form {
        switch key {
        case "familiar", "lump", "complete", "signs", "easier": .flag
        case "done", "rescue", "medicine", "late", "skipped": .flag
        case "covariates", "harms": .texts
        case "test", "day": .text
        case "before" where kind == .causes: .texts
        case "spreads_to", "items", "applies", "denied", "not_before": .texts
        case "answers": .numbers
        case "gauge": .gauge
        case "length", "force", "clock", "week_starts", "point", "side", "movement", "name", "what", "text": .text
        case "habit", "outcome", "stopped": .text
        case "stopped_by": .texts
        default: .number
        }
    }

    private static func value(_ text: String, _ form: Form, _ path: String) throws(IntakeProblem) -> JSONValue {
        switch form {
        case .text: .string(text)
        case .texts: .array(text.split(separator: ",").map { .string($0.trimmingCharacters(in: .whitespaces)) })
        case .number: .number(try number(text, path))
        case .numbers:
            .array(
                try text.split(separator: ",").map { part throws(IntakeProblem) in
                    .number(try number(part.trimmingCharacters(in: .whitespaces), path))
                })
        case .flag: .bool(try flag(text, path))
        case .gauge: try gauge(text, path)
        }
    }

    private static func number(_ text: String, _ path: String) throws(IntakeProblem) -> Double {
        guard let number = Double(text), number.isFinite else {
            throw IntakeProblem(
                path: path, message: CLIText.Journal.notANumber(text), allowed: CLIText.Journal.aNumber)
        }
        return number
    }

    private static func flag(_ text: String, _ path: String) throws(IntakeProblem) -> Bool {
        switch text.lowercased() {
        case "yes", "true", "y": true
        case "no", "false", "n": false
        default:
            throw IntakeProblem(path: path, message: CLIText.Journal.notYesNo(text), allowed: "yes, no")
        }
    }

    private static func gauge(_ text: String, _ path: String) throws(IntakeProblem) -> JSONValue {
        for (ending, unit) in [("kg", "kg_per_cm2"), ("n", "n")] where text.lowercased().hasSuffix(ending) {
            return .object([
                "value": .number(try number(String(text.dropLast(ending.count)), path)), "unit": .string(unit),
            ])
        }
        throw IntakeProblem(path: path, message: CLIText.Journal.notANumber(text), allowed: CLIText.Journal.gaugeForm)
    }
}
