import Unknot
import UnknotJournal

/// The hub of prevention: today's habits, what may drive the knots, and where else to go.
struct PreventPage: Sendable {
    /// Where else to go.
    struct PartLink: Sendable {
        let partAddress: String
        let partName: String
        let partAbout: String
    }

    /// What is said after days without a word.
    struct LapseView: Sendable {
        let lapseWords: String
        /// Whether pausing and ending all is offered.
        let lapseOffersRest: Bool
        let entryName: String
    }

    let notice: NoticeView?
    /// Whether there is a journal of one's own that things can be kept in.
    let isMine: Bool
    let lapse: LapseView?
    let habits: [HabitToday]
    let hasHabits: Bool
    let isHardDay: Bool
    /// For whose days the page was made; nil for visitors.
    let zoneName: String?
    let drivers: DriversView?
    /// What is said about the check: that it was never done, or how long ago.
    let checkNote: String
    let checkLabel: String
    let parts: [PartLink]

    private static let pages = ["habits", "hours", "tests", "patterns", "reminders", "forecast", "learn"]

    init(_ shelf: PreventShelf?, notice: NoticeView?, id: () -> EntryID, kit: PageKit) {
        isMine = shelf != nil
        habits =
            shelf.map {
                HabitToday.all(
                    $0.habits, isEasier: $0.isEasierDay, care: $0.care, back: .prevent, notice: notice, id: id,
                    kit: $0.kit)
            } ?? []
        hasHabits = !habits.isEmpty
        self.notice = HabitToday.rest(notice, besides: habits)
        zoneName = shelf?.kit.zone.description
        let stage = shelf?.stage ?? .none
        // Whoever comes back is offered the one-minute way already.
        isHardDay = (shelf?.isEasierDay ?? false) && [.none, .kind].contains(stage)
        lapse =
            stage == .none
            ? nil
            : LapseView(
                lapseWords: kit.texts("lapse_\(stage.rawValue)"), lapseOffersRest: stage == .pause,
                entryName: id().description)
        let answer = shelf?.drivers
        drivers = answer.flatMap { $0.isEmpty ? nil : DriversView($0, showsAll: false, kit: kit) }
        if let shelf, let checked = shelf.causes.history.checked {
            let ago = checked.days(to: shelf.kit.today)
            let isOld = ago >= kit.engine.driverDesk.parameters.checkHolds
            checkNote = kit.texts(
                isOld ? "prevent_check_old" : "prevent_check_done", ["day": shelf.kit.dates.dated(checked)])
            checkLabel = kit.texts("prevent_check_again")
        } else {
            checkNote = kit.texts("prevent_check_never")
            checkLabel = kit.texts("prevent_check_start")
        }
        parts = Self.pages.map { name in
            PartLink(
                partAddress: name == "learn" ? "/learn" : "/prevent/\(name)",
                partName: kit.texts("prevent_part_\(name)"), partAbout: kit.texts("prevent_about_\(name)"))
        }
    }
}

extension Page<PreventPage> {
    static func prevent(
        _ shelf: PreventShelf?, notice: NoticeView?, id: () -> EntryID, kit: PageKit
    ) -> Self {
        Page(
            template: "prevent", title: kit.texts("prevent_title"),
            view: PreventPage(shelf, notice: notice, id: id, kit: kit), modules: ["today.js"])
    }
}
