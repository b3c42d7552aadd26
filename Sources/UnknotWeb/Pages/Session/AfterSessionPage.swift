import Unknot
import UnknotJournal

/// What a session did: each knot before and after, how much of that is chance, and what follows for the next plan.
struct AfterSessionPage: Sendable {
    let afterLead: String
    let isKept: Bool
    /// The key under which the browser kept it until now.
    let saved: String?
    let hasChanges: Bool
    let changes: [ChangeLine]
    /// How tight it felt and how far the movement went.
    let others: [String]
    let hasOthers: Bool
    /// How large a change must be to count.
    let noise: String
    let next: [String]
    let carried: [HiddenField]
    let seeSomebody: String

    /// One knot.
    struct ChangeLine: Sendable {
        let changeKind: String
        let changeName: String
        let changeNumbers: String?
        let changeWords: String
    }

    /// - Parameter stop: A danger sign that stands: then nothing comes next but the questions.
    init(
        _ session: SessionRecord, held: HeldSession, next plan: Plan, isKept: Bool, stop: HealthHistory.Stop? = nil,
        kit: RecordKit
    ) {
        let words = AfterSessionWords(kit)
        self.isKept = isKept
        saved = session.plan?.description
        afterLead = words.lead(session)
        changes = held.ratings.spots.map { words.change(at: $0, in: session) }
        hasChanges = !changes.isEmpty
        others = words.others(session)
        hasOthers = !others.isEmpty
        noise = words.noise
        next =
            stop.map { [StoppedNote($0, kit: kit).stoppedWords] }
            ?? words.next(plan, after: held.plan, spots: held.ratings.spots)
        carried = held.form.fields.map(HiddenField.init)
        seeSomebody = kit.kit.engine.planText.stopRule
    }
}

extension Page<AfterSessionPage> {
    static func afterSession(
        _ session: SessionRecord, held: HeldSession, next: Plan, isKept: Bool,
        stop: HealthHistory.Stop? = nil, kit: RecordKit
    ) -> Self {
        Page(
            template: "aftersession", title: kit.texts("after_title"),
            view: AfterSessionPage(session, held: held, next: next, isKept: isKept, stop: stop, kit: kit),
            modules: ["player-saved.js"])
    }
}
