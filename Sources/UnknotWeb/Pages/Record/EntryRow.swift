import Unknot
import UnknotJournal

/// One entry in a list, with what can be done with it.
struct EntryRow: Sendable {
    let rowTime: String
    let rowKind: String
    let rowWords: String
    /// What the buttons say to those who do not see where they stand.
    let rowName: String
    let editAddress: String
    let removeAddress: String
    let rowBack: String
    /// Whether the request may change the journal.
    let rowCanChange: Bool

    init(_ noted: Noted, back: EntryForm.Way, canChange: Bool, kit: RecordKit) {
        let entry = noted.entry
        let words = EntryWords(kit)
        rowTime = kit.dates.time(entry.happenedAt, in: noted.zone)
        rowKind = words.title(entry.kind)
        rowWords = words.text(noted)
        rowName = kit.texts("row_name", ["kind": rowKind, "time": rowTime])
        editAddress = "/record/entries/\(entry.id)?back=\(back.rawValue)"
        removeAddress = "/record/entries/\(entry.id)/remove"
        rowBack = back.rawValue
        rowCanChange = canChange
    }
}

/// What was just done, and how to take it back.
struct NoticeView: Sendable {
    let noticeText: String
    let undoLabel: String
    let undoAddress: String
    let undoBack: String
    let noticeCanUndo: Bool
    /// The habit that it is about, so that it can stand beside it; nil for anything else.
    let noticeFor: String?

    /// - Parameters:
    ///   - noted: The entry that was written.
    ///   - former: What it replaced.
    init(_ noted: Noted, former: Noted?, back: EntryForm.Way, canUndo: Bool, kit: RecordKit) {
        let words = EntryWords(kit)
        let shown = noted.entry.kind == .retraction ? former ?? noted : noted
        let key =
            switch (noted.entry.kind, former?.entry.kind) {
            case (.retraction, _): "notice_removed"
            case (_, .retraction?): "notice_back"
            case (.preferences, _): "notice_preferences"
            case (.reminders, _): "notice_reminders"
            case (_, nil): "notice_kept"
            case (_, _?): "notice_changed"
            }
        noticeText = kit.texts(
            key,
            [
                "kind": words.title(shown.entry.kind), "words": words.text(shown),
                "time": kit.dates.recent(shown.entry.happenedAt, in: shown.zone, today: kit.today),
            ])
        undoLabel = kit.texts("undo")
        undoAddress = "/record/entries/\(noted.entry.id)/undo"
        undoBack = back.rawValue
        noticeCanUndo = canUndo
        if case .habit(let record)? = shown.value { noticeFor = record.habit.rawValue } else { noticeFor = nil }
    }
}
