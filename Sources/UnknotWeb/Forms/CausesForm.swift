import Unknot
import UnknotJournal

/// The short check, or the hours before, as somebody filled it in.
struct CausesForm: Sendable {
    /// Names of its fields.
    enum Field {
        static let cause = "cause"
        static let trigger = "before"
        static let nothing = "nothing"
        static let asked = "asked"
        static let muscle = "muscle"
        static let episodes = "episodes"
    }

    /// What was ticked.
    let causes: [CauseID]
    /// What happened in the hours before.
    let triggers: [TriggerID]
    /// Whether it was said that none of what the page offers happened.
    let saysNothing: Bool
    /// Everything that the page asked, by id.
    let asked: Set<String>
    /// The muscle that somebody named; nil when they do not know.
    let muscle: MuscleID?
    /// How many times before.
    let episodes: Double?
    /// When it began, as far as that was said.
    let time: TypedTime
    /// The name for the entry that came with the form, so that one form sent twice is one entry.
    let id: EntryID?

    /// Reads a posted form.
    ///
    /// - Throws: ``IntakeProblem`` for an id that the atlas does not know.
    init(_ fields: FormFields, atlas: Atlas) throws(IntakeProblem) {
        causes = try fields.values(Field.cause).map { text throws(IntakeProblem) in
            let id = CauseID(text)
            guard atlas.cause(id) != nil else { throw Self.unknown(Field.cause, text) }
            return id
        }
        triggers = try fields.values(Field.trigger).map { text throws(IntakeProblem) in
            let id = TriggerID(text)
            guard atlas.prevention.trigger(id) != nil else { throw Self.unknown(Field.trigger, text) }
            return id
        }
        saysNothing = try fields.value(Field.nothing) == "yes"
        asked = Set((try fields.value(Field.asked) ?? "").split(separator: " ").map(String.init))
        muscle = try fields.value(Field.muscle).map { text throws(IntakeProblem) in
            guard atlas.muscle(MuscleID(text)) != nil else { throw Self.unknown(Field.muscle, text) }
            return MuscleID(text)
        }
        episodes = try fields.value(Field.episodes).map { text throws(IntakeProblem) in
            guard let number = Int(text), (0...100).contains(number) else {
                throw IntakeProblem(
                    path: Field.episodes, message: "Found “\(text.prefix(40))”.",
                    allowed: "a whole number from 0 to 100")
            }
            return Double(number)
        }
        time = TypedTime(day: try fields.value(EntryForm.Field.day), time: try fields.value(EntryForm.Field.time))
        id = try fields.value(EntryForm.Field.entry).flatMap { EntryID($0) }
    }

    private static func unknown(_ path: String, _ text: String) -> IntakeProblem {
        IntakeProblem(
            path: path, message: "“\(text.prefix(60))” is not known.", allowed: "what the page offers")
    }

    /// What was said about causes.
    func check(_ atlas: Atlas) throws(IntakeProblem) -> CausesRecord {
        let denied = atlas.causes.map(\.id).filter { asked.contains($0.rawValue) && !causes.contains($0) }
        return try CausesRecord(applies: Self.once(causes), denied: denied, episodes: episodes)
    }

    /// Makes sure that something was said about the hours before: a form that was left empty is no answer.
    func checkHours() throws(IntakeProblem) {
        guard triggers.isEmpty == saysNothing else {
            throw IntakeProblem(
                path: Field.trigger,
                message: saysNothing ? "Something is ticked, and also that nothing happened." : "Nothing is ticked.",
                allowed: "what happened, or “None of these”")
        }
    }

    /// What was said about the hours before.
    func hours(_ atlas: Atlas) throws(IntakeProblem) -> CausesRecord {
        try checkHours()
        let denied = atlas.prevention.triggers.map(\.id)
            .filter { asked.contains($0.rawValue) && !triggers.contains($0) }
        return try CausesRecord(before: Self.once(triggers), notBefore: denied)
    }

    private static func once<ID: Hashable>(_ ids: [ID]) -> [ID] {
        ids.reduce(into: []) { list, id in
            if !list.contains(id) { list.append(id) }
        }
    }
}
