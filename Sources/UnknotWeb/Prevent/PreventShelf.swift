import Unknot
import UnknotJournal

/// What the pages of prevention show of the journal of whoever asks.
struct PreventShelf: Sendable {
    let kit: RecordKit
    let causes: CausesShelf
    let habits: HabitHistory
    /// The strongest pain that was written down today, 0 to 10.
    let painToday: Double?
    /// What speaks against habits.
    var care = HabitCare()

    var engine: Engine { kit.kit.engine }
    var drivers: DriverAnswer { engine.driverDesk.drivers(causes.inquiry) }
    /// What is said after days without a word.
    var stage: LapseStage {
        // Who leaves everything for a good reason is not missed.
        let active = habits.kept.filter { !$0.chosen.isPaused }
        if !active.isEmpty, active.allSatisfy({ care.objection(to: $0.chosen.habit, engine) != nil }) { return .none }
        return habits.daysAway.map(engine.habitDesk.stage) ?? .none
    }
    /// Whether the one-minute form is offered: on a bad day, and to whoever was away.
    var isEasierDay: Bool {
        if engine.habitDesk.isEasierDay(pain: painToday) { return true }
        switch stage {
        case .shorter, .pause: return true
        case .none, .kind: return false
        }
    }

}

extension PreventShelf {
    /// How many choices of habits are read: more than anybody makes.
    private static let mostChoices = 500

    /// Reads a journal; nothing is there where nobody has one yet.
    init(_ journal: Journal?, kit: RecordKit) async throws {
        let causes = try await CausesShelf(journal, engine: kit.kit.engine, today: kit.today, zone: kit.zone)
        let habits = try await Self.habits(journal, kit: kit)
        // A day more, since entries from other time zones may belong to today.
        let yesterday = kit.today.advanced(by: -1).start(in: kit.zone)
        let pains = try await journal?.values(EntryQuery(kinds: [.pain], from: yesterday)) ?? []
        let measures: [Measure] = [.painNow, .painAverage]
        let ratings = pains.filter { $0.day == kit.today }.compactMap(\.value)
        let painToday = ratings.flatMap { value in measures.compactMap { $0.number(in: value) } }.max()
        let care = try await HabitCare(journal, today: kit.today)
        self.init(kit: kit, causes: causes, habits: habits, painToday: painToday, care: care)
    }

    /// The habits alone, as Today shows them.
    static func habits(_ journal: Journal?, kit: RecordKit) async throws -> HabitHistory {
        let days = kit.kit.engine.driverDesk.parameters.countedDays
        let since = kit.today.advanced(by: -days).start(in: kit.zone)
        let choices = try await journal?.values(EntryQuery(kinds: [.habits], limit: mostChoices)) ?? []
        let last = try await journal?.values(EntryQuery(kinds: [.habit], limit: 1)) ?? []
        let lately = try await journal?.values(EntryQuery(kinds: [.habit, .exercise, .session], from: since)) ?? []
        let known = Set(lately.map(\.entry.id))
        return HabitHistory(
            choices + lately + last.filter { !known.contains($0.entry.id) }, days: days, today: kit.today
        ) { id in
            kit.atlas.prevention.habit(id)?.counted.map { ($0.measure, $0.least) }
        }
    }
}
