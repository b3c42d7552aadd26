import Unknot

/// The one step that would teach most, with a small form for its outcome.
struct NextCard: Sendable {
    /// A press: where, with what, and what must be read first.
    struct PressView: Sendable {
        let pressPlace: String
        let pressMuscle: String
        let pressCaution: String?
        let pressLandmarks: String
        let tenderness: [Choice]
        let familiar: [Choice]
    }

    let why: String
    let press: PressView?
    let ask: AskView?
    let skipName: String

    init(_ step: NextStep, form: IntakeForm, kit: PageKit) {
        why = kit.engine.text.why(step)
        ask = AskWriter(form: form, kit: kit).ask(step.kind)
        press =
            if case .press(let point, let side) = step.kind { Self.press(point, side, kit) } else { nil }
        skipName = step.id
    }

    private static func press(_ id: PointID, _ side: BodySide, _ kit: PageKit) -> PressView {
        let atlas = kit.engine.atlas
        let point = atlas.point(id)
        let muscle = point.flatMap { atlas.muscle($0.muscle) }
        let name = IntakeForm.name(of: id, side)
        return PressView(
            pressPlace: kit.place(of: id, side).map(kit.engine.text.place)?.capitalizedFirst ?? id.rawValue,
            pressMuscle: muscle?.plainName ?? "",
            pressCaution: muscle?.caution,
            pressLandmarks: point?.landmarks ?? "",
            tenderness: Choice.scale(name: IntakeForm.Field.tenderness + name, chosen: nil),
            familiar: ["yes", "no"].map {
                Choice(
                    name: IntakeForm.Field.familiar + name, value: $0, label: kit.texts("reply_\($0)"),
                    isChosen: false)
            }
        )
    }
}
