import Unknot

/// "Press here": what the last press told, and the next spot to press with all that one must know before.
struct PressPage: Sendable {
    let change: ChangeView?
    let press: PressCard?
    /// What may follow.
    let queue: [String]
    let hasQueue: Bool
    /// Whether there is a journal for the last press.
    let canKeep: Bool
    let carried: [HiddenField]
    let canGoBack: Bool
    let backAddress: String
    let doneReason: String?
    /// Whether a plan may be asked for now.
    let offersPlan: Bool

    /// How many presses are looked ahead.
    static let mostListed = 4

    init(
        _ form: IntakeForm, answer: LocateAnswer, before: LocateAnswer?, steps: [NextStep], canKeep: Bool = false,
        kit: PageKit
    ) {
        change = before.flatMap { ChangeView(form, before: $0, after: answer, kit: kit) }
        press = steps.first.flatMap { PressCard($0, form: form, answer: answer, kit: kit) }
        queue = steps.dropFirst().compactMap { step in
            guard case .press(let point, let side) = step.kind else { return nil }
            return kit.placeName(of: point, side)
        }
        hasQueue = !queue.isEmpty
        self.canKeep = canKeep && form.beforeLastPress?.press.tenderness != nil
        carried = form.fields.map(HiddenField.init)
        canGoBack = form.asked.last?.isPress == true
        backAddress = canGoBack ? "/press" : "/result"
        offersPlan = steps.isEmpty && !answer.points.isEmpty && answer.triage.level == .selfCare
        doneReason =
            steps.isEmpty ? kit.texts(form.presses.isEmpty ? "press_nothing" : "press_done") : nil
    }
}

extension Page<PressPage> {
    static func press(
        _ form: IntakeForm, answer: LocateAnswer, before: LocateAnswer?, steps: [NextStep], canKeep: Bool = false,
        kit: PageKit
    ) -> Self {
        Page(
            template: "press", title: kit.texts("press_title"),
            view: PressPage(form, answer: answer, before: before, steps: steps, canKeep: canKeep, kit: kit))
    }
}
