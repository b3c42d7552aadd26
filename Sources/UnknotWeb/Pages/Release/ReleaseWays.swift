import Unknot

extension Page<WarningsPage> {
    /// Warning signs that come before a plan.
    static func releaseWarnings(
        _ form: PlanForm, signs: [QuestionID], lists: Int, stopped: StoppedNote? = nil, kit: PageKit
    ) -> Self {
        let list = signs.first.flatMap { kit.engine.atlas.warningSign($0)?.screen } ?? ""
        let page = WarningsPage(
            form.intake, list: list, signs: signs, atMost: lists, action: "/release", also: form.ownFields,
            stopped: stopped, kit: kit)
        return Page(template: "warnings", title: page.heading, view: page)
    }
}

/// No plan: what comes first, and the way back for a slip.
struct ReleaseStopPage: Sendable {
    let triage: TriageView
    let isEmergency: Bool
    let carried: [HiddenField]
    /// Whether questions about health can be looked at again.
    let hasHealth: Bool
    /// Whether there is a record that keeps it.
    let isNoted: Bool

    init(_ form: PlanForm, triage: Triage, isNoted: Bool, kit: PageKit) {
        self.isNoted = isNoted
        self.triage = TriageView(triage, kit: kit)
        isEmergency = triage.level == .emergency
        carried = form.fields.map(HiddenField.init)
        hasHealth = !form.asked.isEmpty
    }
}

extension Page<ReleaseStopPage> {
    static func releaseStop(_ form: PlanForm, triage: Triage, isNoted: Bool = false, kit: PageKit) -> Self {
        let page = ReleaseStopPage(form, triage: triage, isNoted: isNoted, kit: kit)
        return Page(template: "releasestop", title: page.triage.headline, view: page)
    }
}

/// There is nothing to plan from yet: where to start.
struct ReleaseStartPage: Sendable {
    let heading: String
    /// Why nothing is planned, where a danger sign stands in the record.
    let stopped: StoppedNote?
}

extension Page<ReleaseStartPage> {
    static func releaseStart(stopped: StoppedNote? = nil, kit: PageKit) -> Self {
        Page(
            template: "releasestart", title: kit.texts("release_title"),
            view: ReleaseStartPage(heading: kit.texts("release_start_heading"), stopped: stopped))
    }
}
