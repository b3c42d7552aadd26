import Unknot
import UnknotJournal

/// The settings as a form sends them.
struct PreferencesForm: Sendable {
    /// What was chosen; what was left out stays as it was.
    let preferences: PreferencesRecord
    /// The time zone, where the browser has no scripts that say it.
    let zone: LocalZone?

    /// The settings with what may be chosen, in the order of the page.
    static let choices: [(name: String, words: [String])] = [
        ("length", LengthUnit.allCases.map(\.rawValue)), ("force", ForceUnit.allCases.map(\.rawValue)),
        ("clock", PreferencesRecord.Clock.allCases.map(\.rawValue)),
        ("week_starts", PreferencesRecord.WeekStart.allCases.map(\.rawValue)),
    ]

    /// What is chosen for a setting.
    static func word(_ name: String, in preferences: PreferencesRecord) -> String {
        switch name {
        case "length": preferences.length.rawValue
        case "force": preferences.force.rawValue
        case "clock": preferences.clock.rawValue
        default: preferences.weekStart.rawValue
        }
    }

    /// Reads a form.
    init(_ fields: FormFields, over former: PreferencesRecord) throws(IntakeProblem) {
        func choice<Word: CaseIterable & RawRepresentable>(
            _ name: String, _ former: Word
        ) throws(IntakeProblem) -> Word where Word.RawValue == String {
            guard let text = try fields.value(name) else { return former }
            guard let word = Word(rawValue: text) else {
                throw IntakeProblem(
                    path: name, message: "Found “\(text.prefix(40))”.",
                    allowed: Word.allCases.map(\.rawValue).joined(separator: ", "))
            }
            return word
        }
        var chosen = former
        chosen.length = try choice("length", former.length)
        chosen.force = try choice("force", former.force)
        chosen.clock = try choice("clock", former.clock)
        chosen.weekStart = try choice("week_starts", former.weekStart)
        preferences = chosen
        guard let text = try fields.value("zone") else {
            zone = nil
            return
        }
        guard let known = LocalZone(text.trimmingPrefix(" ").description) else {
            throw IntakeProblem(
                path: "zone", message: "Found “\(text.prefix(60))”.",
                allowed: "a name such as Europe/Berlin, UTC, or an offset such as +01:00")
        }
        zone = known
    }
}
