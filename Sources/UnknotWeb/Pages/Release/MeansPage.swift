import Unknot

/// What there is to work with: tools, place, helper and time.
struct MeansPage: Sendable {
    let carried: [HiddenField]
    let tools: [Choice]
    let places: [Choice]
    let helper: [Choice]
    let minutes: [Choice]
    /// Whether somebody comes back to it from a plan.
    let isAgain: Bool

    /// Times that are offered, in minutes.
    private static let times = [5, 10, 15, 20, 30]

    init(_ form: PlanForm, kit: PageKit) {
        typealias Field = PlanForm.Field
        let shown = [Field.tool, Field.helper, Field.place, Field.minutes, Field.flare, Field.setUp]
        carried = form.fields.filter { !shown.contains($0.name) }.map(HiddenField.init)
        tools = kit.engine.planner.tools.map { tool in
            Choice(
                name: Field.tool, value: tool.rawValue, label: kit.texts("plan_tool_\(tool.rawValue)"),
                isChosen: form.tools.contains(tool))
        }
        places = CareSetting.allCases.map { place in
            Choice(
                name: Field.place, value: place.rawValue, label: kit.texts("plan_place_\(place.rawValue)"),
                isChosen: form.place == place)
        }
        helper = ["no", "yes"].map { word in
            Choice(
                name: Field.helper, value: word, label: kit.texts("plan_helper_\(word)"),
                isChosen: form.hasHelper == (word == "yes"))
        }
        let own = Int(form.minutes)
        minutes = (Self.times + [own]).reduce(into: [Int]()) { if !$0.contains($1) { $0.append($1) } }.sorted().map {
            Choice(
                name: Field.minutes, value: String($0), label: kit.texts("plan_minutes", ["count": String($0)]),
                isChosen: $0 == own)
        }
        isAgain = form.isSetUp
    }
}

extension Page<MeansPage> {
    static func means(_ form: PlanForm, kit: PageKit) -> Self {
        Page(template: "means", title: kit.texts("means_heading"), view: MeansPage(form, kit: kit))
    }
}
