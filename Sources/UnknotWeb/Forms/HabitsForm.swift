import Unknot
import UnknotJournal

/// A change of somebody's habits as it was posted.
struct HabitsForm: Sendable {
    /// What is wished.
    enum Deed: String, CaseIterable, Sendable {
        /// Begin with one, in place of another where three are chosen.
        case choose
        /// Another cue or time.
        case change
        /// Let it rest.
        case pause
        /// Go on with it.
        case resume
        /// Have no more of it.
        case end
        /// Let all rest.
        case pauseAll = "pause_all"
        /// Have no more of any.
        case endAll = "end_all"
    }

    /// Names of its fields.
    enum Field {
        static let deed = "deed"
        static let habit = "habit"
        static let cue = "cue"
        static let ownCue = "own_cue"
        static let at = "at"
        static let instead = "instead"
        static let outcome = "outcome"
    }

    /// What the button of the one-minute way says: it was done, in the easier way.
    static let easierOutcome = "easier"

    let deed: Deed
    let habit: HabitID?
    /// What it comes after: the own words, else what was picked.
    let cue: String?
    let at: String?
    /// The habit whose place it takes.
    let instead: HabitID?
    let id: EntryID?

    /// Reads a posted form.
    init(_ fields: FormFields) throws(IntakeProblem) {
        let word = try fields.value(Field.deed) ?? ""
        guard let deed = Deed(rawValue: word) else {
            throw IntakeProblem(
                path: Field.deed, message: "Found “\(word.prefix(40))”.",
                allowed: Deed.allCases.map(\.rawValue).joined(separator: ", "))
        }
        self.deed = deed
        habit = try fields.value(Field.habit).map { HabitID($0) }
        let picked = try fields.value(Field.cue)
        cue = try fields.value(Field.ownCue) ?? picked
        at = try fields.value(Field.at)
        instead = try fields.value(Field.instead).map { HabitID($0) }
        id = try fields.value(EntryForm.Field.entry).flatMap { EntryID($0) }
    }

    /// The habits after the change.
    ///
    /// - Parameters:
    ///   - former: The habits in effect.
    ///   - care: What speaks against habits.
    /// - Throws: ``IntakeProblem`` when the change cannot be made.
    func choice(
        over former: HabitsRecord?, care: HabitCare, kit: PageKit
    ) throws(IntakeProblem) -> HabitsRecord {
        var habits = former?.habits ?? []
        switch deed {
        case .pauseAll:
            for index in habits.indices { habits[index] = try Self.paused(habits[index], true) }
        case .endAll: habits = []
        case .choose:
            let wanted = try known(kit, care)
            guard !habits.contains(where: { $0.habit == wanted.habit }) else { return try HabitsRecord(habits) }
            if let instead, let index = habits.firstIndex(where: { $0.habit == instead }) {
                habits[index] = wanted
            } else {
                habits.append(wanted)
            }
        case .change, .pause, .resume, .end:
            guard let index = habits.firstIndex(where: { $0.habit == habit }) else {
                throw IntakeProblem(
                    path: Field.habit, message: "This habit is not among yours.", allowed: "one that you chose")
            }
            switch deed {
            case .end: habits.remove(at: index)
            case .change:
                let wanted = try chosen(habits[index].habit)
                habits[index] = try Self.paused(wanted, habits[index].isPaused)
            case .pause, .resume, .choose, .pauseAll, .endAll:
                if deed == .resume { try Self.check(habits[index].habit, care, kit) }
                habits[index] = try Self.paused(habits[index], deed == .pause)
            }
        }
        return try HabitsRecord(habits)
    }

    /// Refuses what health or a danger sign speaks against.
    static func check(_ habit: HabitID, _ care: HabitCare, _ kit: PageKit) throws(IntakeProblem) {
        if let objection = care.objection(to: habit, kit.engine) {
            throw objection.problem(kit.texts, kit.engine.atlas)
        }
    }

    private func known(_ kit: PageKit, _ care: HabitCare) throws(IntakeProblem) -> HabitsRecord.Chosen {
        guard let habit, kit.engine.atlas.prevention.habit(habit) != nil else {
            throw IntakeProblem(
                path: Field.habit, message: "“\((habit?.rawValue ?? "").prefix(60))” is not known.",
                allowed: "a habit of the list")
        }
        try Self.check(habit, care, kit)
        return try chosen(habit)
    }

    private func chosen(_ habit: HabitID) throws(IntakeProblem) -> HabitsRecord.Chosen {
        var minutes: Int?
        if let at {
            guard let typed = TypedTime.minutes(at) else {
                throw IntakeProblem(
                    path: "time", message: "Found “\(at.prefix(40))”.", allowed: "a time such as 09:30")
            }
            minutes = typed
        }
        return try HabitsRecord.Chosen(habit, cue: cue, minutes: minutes)
    }

    private static func paused(
        _ chosen: HabitsRecord.Chosen, _ isPaused: Bool
    ) throws(IntakeProblem) -> HabitsRecord.Chosen {
        try HabitsRecord.Chosen(chosen.habit, cue: chosen.cue, minutes: chosen.minutes, isPaused: isPaused)
    }
}
