import Unknot
import UnknotJournal

/// The short check, and what came of it.
struct CheckPage: Sendable {
    /// Causes of one kind.
    struct Group: Sendable {
        let groupTitle: String
        let groupTicks: [Choice]
    }

    /// A muscle that can be named.
    struct MuscleOption: Sendable {
        let muscleID: String
        let muscleName: String
        let muscleIsChosen: Bool
    }

    let notice: NoticeView?
    let drivers: DriversView?
    /// Whether the result comes first and the form is folded, since it was answered before.
    let hasAnswered: Bool
    let drawnFrom: String
    /// What is said when the answers came to nothing.
    let noDrivers: String?
    let groups: [Group]
    let asked: String
    let muscles: [MuscleOption]
    /// The knots of the journal, in words; nil when there is none, so that one can be named.
    let knownMuscles: String?
    let episodes: [Choice]
    let entryName: String
    let isMine: Bool
    let formTitle: String
    let saveLabel: String

    init(_ shelf: PreventShelf?, form: CausesForm?, notice: NoticeView?, id: EntryID, kit: PageKit) {
        self.notice = notice
        isMine = shelf != nil
        entryName = id.description
        var inquiry = shelf?.causes.inquiry ?? DriverInquiry()
        let own = inquiry.muscles
        if let muscle = form?.muscle, !inquiry.muscles.contains(muscle) { inquiry.muscles.insert(muscle, at: 0) }
        let offered = kit.engine.driverDesk.offered(for: inquiry.muscles)
        if shelf == nil, let form {
            for id in form.asked { inquiry.said[CauseID(id)] = false }
            for id in form.causes { inquiry.said[id] = true }
            inquiry.episodes = form.episodes.map { Int($0) }
        }
        let answer = kit.engine.driverDesk.drivers(inquiry)
        hasAnswered = form != nil || shelf?.causes.history.checked != nil
        drivers = answer.isEmpty ? nil : DriversView(answer, showsAll: true, kit: kit)
        drawnFrom = kit.texts(hasAnswered ? "check_result" : "check_from_journal")
        noDrivers = hasAnswered && answer.isEmpty ? kit.texts("check_nothing") : nil
        let ticked = form.map { Set($0.causes) } ?? Set(inquiry.said.filter(\.value).keys)
        // What was ticked before stays in sight, also where another muscle puts it out of the question.
        let shown = offered + kit.engine.atlas.causes.filter { ticked.contains($0.id) && !offered.contains($0) }
        asked = shown.map(\.id.rawValue).joined(separator: " ")
        groups = CheckTheme.allCases.compactMap { theme in
            let causes = shown.filter { CheckTheme($0) == theme }
            guard !causes.isEmpty else { return nil }
            return Group(
                groupTitle: kit.texts("check_theme_\(theme.rawValue)"),
                groupTicks: causes.map { cause in
                    Choice(
                        name: CausesForm.Field.cause, value: cause.id.rawValue, label: cause.plainName.capitalizedFirst,
                        isChosen: ticked.contains(cause.id))
                })
        }
        knownMuscles =
            own.isEmpty
            ? nil
            : kit.texts(
                "check_known_muscles",
                ["muscles": own.prefix(3).compactMap { kit.engine.atlas.muscle($0)?.plainName }.joined(separator: ", ")]
            )
        muscles = kit.engine.atlas.muscles.map { muscle in
            MuscleOption(
                muscleID: muscle.id.rawValue, muscleName: "\(muscle.plainName.capitalizedFirst) (\(muscle.name))",
                muscleIsChosen: muscle.id == form?.muscle)
        }
        let times = form.map(\.episodes) ?? inquiry.episodes.map(Double.init)
        episodes = (0...3).map { count in
            Choice(
                name: CausesForm.Field.episodes, value: String(count), label: kit.texts("check_episodes_\(count)"),
                isChosen: times.map { min(Int($0), 3) == count } ?? false)
        }
        formTitle = kit.texts(hasAnswered ? "check_form_again" : "check_form")
        saveLabel = kit.texts(isMine ? "check_save_own" : "check_save")
    }
}

/// Under which heading a cause is asked.
private enum CheckTheme: String, CaseIterable {
    case strain
    case posture
    case life
    case body

    init(_ cause: Cause) {
        switch cause.group {
        case "mechanical": self = .posture
        case "systemic": self = .life
        case "seed": self = cause.id == "dehydration" ? .life : .strain
        default: self = .body
        }
    }
}

extension Page<CheckPage> {
    static func check(
        _ shelf: PreventShelf?, form: CausesForm?, notice: NoticeView?, id: EntryID, kit: PageKit
    ) -> Self {
        Page(
            template: "preventcheck", title: kit.texts("check_title"),
            view: CheckPage(shelf, form: form, notice: notice, id: id, kit: kit), modules: ["today.js"])
    }
}
