import Unknot

/// Puts techniques into words.
struct TechniqueWriter {
    let kit: PageKit
    var care: CareKnowledge { kit.engine.atlas.care }
    private var phrases: Phrasebook { kit.engine.atlas.phrases }

    init(_ kit: PageKit) {
        self.kit = kit
    }

    /// The name of an area.
    func area(_ id: CarePlaceID) -> String { kit.texts("technique_area_\(id)") }
    /// The name of a tool.
    func tool(_ tool: CareTool) -> String { kit.texts("technique_tool_\(tool.rawValue)") }
    /// How sure one may be.
    func grade(_ grade: Technique.Grade) -> String { kit.texts("technique_grade_\(grade.rawValue)") }

    /// How long, how often and for how many days; `nil` for what has no dose.
    func dose(_ technique: Technique) -> String {
        let days = kit.texts("technique_days", ["days": String(technique.days)])
        if technique.performer == .clinician {
            return kit.texts(
                technique.repetitions == 1 ? "technique_dose_visit" : "technique_dose_visits",
                ["count": String(technique.repetitions), "days": days])
        }
        let daily = kit.texts(
            technique.timesADay == 1 ? "technique_once_a_day" : "technique_times_a_day",
            ["count": String(technique.timesADay)])
        guard technique.seconds > 0 else { return kit.texts("technique_dose_untimed", ["days": days]) }
        return kit.texts(
            technique.repetitions == 1 ? "technique_dose_once" : "technique_dose_times",
            [
                "time": duration(technique.seconds), "count": String(technique.repetitions), "daily": daily,
                "days": days,
            ])
    }

    private func duration(_ seconds: Int) -> String {
        seconds >= 7200
            ? kit.texts("technique_hours", ["count": String(seconds / 3600)]) : kit.engine.planText.duration(seconds)
    }

    /// How to hold body and tool, how long and how strongly.
    func details(_ technique: Technique) -> [TechniquePage.Detail] {
        var details: [TechniquePage.Detail] = []
        func add(_ key: String, _ text: String) {
            guard !text.isEmpty else { return }
            details.append(TechniquePage.Detail(detailName: kit.texts("technique_\(key)"), detailText: text))
        }
        let sites = technique.settings.map { kit.texts("technique_site_\($0.rawValue)") }
        add("who", kit.texts("technique_who_\(technique.performer.rawValue)"))
        add("tool", tool(technique.tool))
        if technique.performer != .clinician {
            add("position", technique.position)
            add("where_at", kit.alternatives(sites).capitalizedFirst)
        }
        add("dose", dose(technique))
        if let range = kit.engine.planText.usualPressure(technique) {
            add("pressure", kit.texts("technique_out_of_ten", ["range": range]))
        }
        add(technique.performer == .clinician ? "guide_clinician" : "pressure_guide", technique.pressureGuide)
        return details
    }

    /// Where it is never used: places of the body, and states of skin and body.
    func avoid(_ technique: Technique) -> [String] {
        technique.avoids.map { id in
            let key = "plan_place_\(id)"
            return (phrases.has(key) ? phrases(key) : kit.texts("technique_state_\(id)")).capitalizedFirst
        }
    }

    /// What of a person's health speaks against it.
    func bars(_ technique: Technique, _ severity: HealthCheck.Severity) -> [TechniquePage.Bar] {
        care.healthChecks.filter { $0.severity == severity && $0.techniques.contains(technique.id) }.map { check in
            let scopes = check.scopes.filter { $0.rawValue != "whole" }.map { kit.texts("technique_scope_\($0)") }
            return TechniquePage.Bar(
                barLabel: scopes.isEmpty ? check.plainLabel : "\(check.plainLabel) (\(kit.alternatives(scopes)))",
                barInstead: check.instead)
        }
    }
}
