import Unknot

/// What may have brought the pain on, among what is said to bring on knots in the muscles in question.
struct CausesPage: Sendable {
    let frame: InterviewFrame
    let causes: [Choice]

    init(_ form: IntakeForm, offered: [CauseID], atMost: Int, kit: PageKit) {
        frame = InterviewFrame(
            form, screen: .causes, atMost: atMost, hasResult: true, hiding: { $0 == IntakeForm.Field.cause }, kit: kit)
        // What was ticked before stays in sight, also where other answers have put it out of the question.
        let shown = offered + form.causes.filter { !offered.contains($0) }
        causes = shown.compactMap { kit.engine.atlas.cause($0) }.map { cause in
            Choice(
                name: IntakeForm.Field.cause, value: cause.id.rawValue, label: cause.plainName.capitalizedFirst,
                isChosen: form.causes.contains(cause.id))
        }
    }

    private static let mostOffered = 12
    private static let musclesAsked = 8

    /// The causes that touch the likeliest muscles most and are said of these rather than of every muscle.
    static func offered(_ muscles: [RankedMuscle], atlas: Atlas) -> [CauseID] {
        var weights: [CauseID: Double] = [:]
        for muscle in muscles.prefix(musclesAsked) {
            for link in atlas.causeLinks where link.muscle == muscle.muscle {
                weights[link.cause, default: 0] += muscle.probability
            }
        }
        return weights.filter { atlas.cause($0.key)?.group != "structural" }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .prefix(mostOffered)
            .map(\.key)
    }
}

extension Page<CausesPage> {
    static func causes(_ form: IntakeForm, offered: [CauseID], atMost: Int, kit: PageKit) -> Self {
        Page(
            template: "causes", title: kit.texts("causes_heading"),
            view: CausesPage(form, offered: offered, atMost: atMost, kit: kit))
    }
}
