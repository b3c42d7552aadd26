import HTTPTypes
import Unknot
import UnknotJournal

/// Only who manages a record decides who can read its reminders at an address for calendars, and that such an address ends.
/// Whoever may only write leaves it as it is, whatever the way: else an address would outlive the share it was made with.
struct CalendarRight {
    private let journal: Journal
    /// The list in effect.
    private let record: RemindersRecord
    /// Whether there was an address in any version.
    private let hadAddress: Bool

    /// Versions of the list that are looked through.
    private static let mostVersions = 1_000

    /// - Returns: `nil` for a visit that may decide it.
    init?(_ visit: Visit, _ journal: Journal) async throws {
        guard !visit.rights.contains(.manage) else { return nil }
        self.journal = journal
        record = try await RemindersShelf(journal).record
        let all = EntryQuery(kinds: [.reminders], includesReplaced: true, limit: Self.mostVersions)
        hadAddress = try await journal.values(all).contains { noted in
            guard case .reminders(let list)? = noted.value else { return false }
            return list.calendar != nil || list.ended != nil
        }
    }

    /// Entries that are to be added.
    ///
    /// - Throws: ``Refusal`` when one of them changes the address.
    func check(_ entries: [Entry]) async throws {
        var among: [EntryID: Entry] = [:]
        for entry in entries { among[entry.id] = entry }
        for entry in entries {
            switch entry.kind {
            case .reminders:
                guard case .reminders(let list)? = Noted(entry).value else { continue }
                try check(list)
            case .retraction:
                if try await isList(entry.replaces, among) { try checkTakingAway() }
            default: continue
            }
        }
    }

    /// An entry that is changed; what it says comes into effect again.
    func checkChange(of noted: Noted) throws {
        if case .reminders(let list)? = noted.value { try check(list) }
    }

    /// An entry that is taken away.
    func checkRemoval(of noted: Noted) async throws {
        if try await isList(noted.entry.id, [:]) { try checkTakingAway() }
    }

    /// A step that is taken back.
    func checkUndo(of noted: Noted) async throws {
        guard try await isList(noted.entry.id, [:]) else { return }
        guard let former = noted.entry.replaces, case .reminders(let list)? = try await journal.value(former)?.value
        else { return try checkTakingAway() }
        try check(list)
    }

    private func check(_ list: RemindersRecord) throws {
        guard list.calendar == record.calendar, list.ended == nil || list.ended == record.ended else {
            throw Self.refusal
        }
    }

    /// A list that goes lets an older one come into effect.
    private func checkTakingAway() throws {
        if hadAddress { throw Self.refusal }
    }

    /// Whether an entry is a list of reminders, or takes one away.
    private func isList(_ id: EntryID?, _ among: [EntryID: Entry]) async throws -> Bool {
        var next = id
        while let id = next {
            var entry = among[id]
            if entry == nil { entry = try await journal.value(id)?.entry }
            guard let entry else { return false }
            if entry.kind != .retraction { return entry.kind == .reminders }
            next = entry.replaces
        }
        return false
    }

    private static let refusal = Refusal(
        .forbidden,
        IntakeProblem(
            path: "calendar", message: "The address for calendars is the owner's to make and to end.",
            allowed: "reminders with the address as it is"))
}
