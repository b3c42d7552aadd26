import Unknot
import UnknotJournal

/// The place on a page where reminders that are due are shown. A script looks again when the next one is due; without
/// scripts it shows what was due when the page was opened.
struct ReminderSpot: Sendable {
    /// One reminder that is due.
    struct Item: Sendable {
        let dueID: String
        /// The same as long as it is the same time of the same reminder.
        let dueKey: String
        let dueWhat: String
        let dueSince: String
        let dueAsks: Bool
        let dueChange: String
        let dueIsSession: Bool
        let dueBack: String
    }

    let dueItems: [Item]
    /// In how many milliseconds to look again; nothing when nothing is to come.
    let spotWait: String?

    init(_ due: [ReminderSchedule.Due], next: Moment?, back: String, kit: RecordKit) {
        dueItems = due.map { due in
            let id = due.reminder.id.description
            return Item(
                dueID: id, dueKey: "\(id)-\(due.at.milliseconds)", dueWhat: due.reminder.what.escapable,
                dueSince: kit.texts(
                    "reminder_since", ["time": kit.dates.recent(due.at, in: kit.zone, today: kit.today)]),
                dueAsks: due.asksForChange, dueChange: "/prevent/reminders?change=\(id)#form",
                dueIsSession: due.reminder.subject == .session, dueBack: back)
        }
        spotWait = next.map { String($0.milliseconds - kit.now.milliseconds) }
    }
}

/// What is due, as a page of its own: from here a script takes what it shows on others.
struct DuePage: Sendable {
    let spot: ReminderSpot
    let noneDue: Bool
}

extension Page<DuePage> {
    static func due(_ spot: ReminderSpot, kit: RecordKit) -> Self {
        Page(
            template: "due", title: kit.texts("reminder_due_title"),
            view: DuePage(spot: spot, noneDue: spot.dueItems.isEmpty),
            modules: ["today.js", "remind.js"])
    }
}
