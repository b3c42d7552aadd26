import Unknot

/// What every screen of the interview has around its question: how far one is, what was said, and the way back.
struct InterviewFrame: Sendable {
    /// Which screen this is, in words, with how many may follow at most.
    let place: String
    /// For the bar: screens behind, and all there can be.
    let done: Int
    let all: Int
    let carried: [HiddenField]
    /// The name of this screen, sent with its answer.
    let now: String
    let canGoBack: Bool
    /// Where "Back" leads: to the screen before, or to the drawing.
    let backAddress: String
    /// Whether the result so far may be seen: only when the warning signs were asked.
    let hasResult: Bool

    /// - Parameters:
    ///   - screen: This screen.
    ///   - atMost: How many screens may still come, this one included.
    ///   - hiding: Names of fields that the screen itself shows.
    ///   - also: Fields to carry along beside those of the form.
    init(
        _ form: IntakeForm, screen: Screen, atMost: Int, hasResult: Bool, hiding: (String) -> Bool = { _ in false },
        also: [FormFields.Field] = [], kit: PageKit
    ) {
        let behind = form.asked.count { !$0.isPress }
        let rest = max(0, atMost - 1)
        let key = rest == 0 ? "progress_last" : rest == 1 ? "progress_one" : "progress"
        place = kit.texts(key, ["number": String(behind + 1), "rest": String(rest)])
        done = behind
        all = behind + rest + 1
        carried = (form.fields.filter { !hiding($0.name) } + also).map(HiddenField.init)
        now = screen.name
        canGoBack = !form.asked.isEmpty
        backAddress = form.asked.isEmpty ? "/" : "/questions"
        self.hasResult = hasResult
    }
}
