import Unknot

/// The short health check: tick what applies, or say none with one tap. Grouped by how long an answer holds, so that
/// what is asked again is one group.
struct HealthPage: Sendable {
    /// Questions whose answers hold about as long.
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

    /// How many days answers of a group hold at most, with the key of its title.
    private static let spans = [(7, "health_now"), (30, "health_lately"), (Int.max, "health_ever")]

    init(_ form: PlanForm, checks: [HealthCheck], ticked: Set<HealthID>, isKept: Bool, kit: PageKit) {
        let shown = Set(checks.map(\.id.rawValue))
        carried = form.fields.filter { $0.name != PlanForm.Field.health || !shown.contains($0.value) }
            .map(HiddenField.init)
        answering = checks.map(\.id.rawValue).joined(separator: " ")
        self.isKept = isKept
        var rest = checks
        groups = Self.spans.compactMap { days, key in
            let own = rest.filter { $0.askAgainDays <= days }
            rest.removeAll { $0.askAgainDays <= days }
            guard !own.isEmpty else { return nil }
            return Group(
                groupTitle: kit.texts(key),
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
