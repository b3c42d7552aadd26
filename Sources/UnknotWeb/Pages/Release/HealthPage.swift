import Unknot

/// The health check: tick what applies, or say none with one tap. Grouped by theme, names first, meanings folded.
struct HealthPage: Sendable {
    /// Questions of one theme.
    struct Group: Sendable {
        let groupTitle: String
        let groupTicks: [Choice]
        let groupMeanings: [Meaning]
    }

    /// What exactly is meant by a few words.
    struct Meaning: Sendable {
        let meaningLabel: String
        let meaningQuestion: String
    }

    let carried: [HiddenField]
    let groups: [Group]
    /// Every question of the page: those that are not ticked are answered no.
    let answering: String
    /// Whether the answers are written down.
    let isKept: Bool

    init(_ form: PlanForm, checks: [HealthCheck], ticked: Set<HealthID>, isKept: Bool, kit: PageKit) {
        let shown = Set(checks.map(\.id.rawValue))
        carried = form.fields.filter { $0.name != PlanForm.Field.health || !shown.contains($0.value) }
            .map(HiddenField.init)
        answering = checks.map(\.id.rawValue).joined(separator: " ")
        self.isKept = isKept
        groups = HealthTheme.grouped(checks).map { theme, own in
            return Group(
                groupTitle: kit.texts("health_theme_\(theme.rawValue)"),
                groupTicks: own.map { check in
                    Choice(
                        name: PlanForm.Field.health, value: check.id.rawValue, label: check.plainLabel,
                        isChosen: form.health.contains(check.id)
                            || !form.asked.contains(check.id) && ticked.contains(check.id))
                },
                groupMeanings: own.map { Meaning(meaningLabel: $0.plainLabel, meaningQuestion: $0.question) })
        }
    }
}

extension Page<HealthPage> {
    /// - Parameter ticked: What applied when it was last asked; shown as ticked, so that only changes need a tap.
    static func health(
        _ form: PlanForm, checks: [HealthCheck], ticked: Set<HealthID>, isKept: Bool, kit: PageKit
    ) -> Self {
        Page(
            template: "health", title: kit.texts("health_heading"),
            view: HealthPage(form, checks: checks, ticked: ticked, isKept: isKept, kit: kit))
    }
}
