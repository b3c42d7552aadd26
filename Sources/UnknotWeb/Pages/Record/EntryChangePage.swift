import Unknot
import UnknotJournal

/// One entry, to be changed or removed.
struct EntryChangePage: Sendable {
    let changeTitle: String
    let problem: ProblemNote?
    let changeWords: String
    /// Said of what is not typed in, such as a drawing.
    let changeNote: String?
    let form: EntryFormView
    let rowName: String
    let removeAddress: String
    let rowBack: String
    let backAddress: String

    /// - Parameters:
    ///   - typed: What was typed and did not fit.
    ///   - back: Where it was opened from.
    init(
        _ noted: Noted, typed: EntryForm? = nil, problem: IntakeProblem? = nil, back: EntryForm.Way, kit: RecordKit
    ) {
        let entry = noted.entry
        let words = EntryWords(kit)
        let kind = words.title(entry.kind)
        changeTitle = kit.texts("change_title", ["kind": kind])
        self.problem = problem.map { ProblemNote($0, of: entry.kind, kit: kit) }
        changeWords = kit.texts(
            "change_before",
            [
                "words": words.text(noted),
                "time": kit.dates.recent(entry.happenedAt, in: noted.zone, today: kit.today),
            ])
        let note = "change_only_time_\(entry.kind.rawValue)"
        changeNote = EntryShape(entry.kind) == nil ? kit.texts(kit.texts.has(note) ? note : "change_only_time") : nil
        let time = typed?.time ?? TypedTime(entry.happenedAt, in: noted.zone)
        form = EntryFormView(
            entry.kind, id: "change", action: "/record/entries/\(entry.id)", back: back,
            typed: typed?.typed ?? noted.value.map { EntryForm.typed($0, units: kit.preferences) } ?? [:],
            when: WhenView(
                id: "change", time, latest: kit.today.description, isOpen: true,
                hint: kit.texts("when_zone", ["zone": entry.zone.escapable])),
            kit: kit)
        rowName = kit.texts("row_name", ["kind": kind, "time": kit.dates.time(entry.happenedAt, in: noted.zone)])
        removeAddress = "/record/entries/\(entry.id)/remove"
        rowBack = back.rawValue
        backAddress = back.address
    }
}

extension Page<EntryChangePage> {
    static func entry(
        _ noted: Noted, typed: EntryForm? = nil, problem: IntakeProblem? = nil, back: EntryForm.Way, kit: RecordKit
    ) -> Self {
        let view = EntryChangePage(noted, typed: typed, problem: problem, back: back, kit: kit)
        return Page(template: "entrychange", title: view.changeTitle, view: view)
    }
}
