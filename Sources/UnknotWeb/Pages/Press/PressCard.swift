import Unknot

/// One spot to press: what to avoid first, then where, with what and how hard, and what was felt.
struct PressCard: Sendable {
    let pressNumber: String
    let pressPlace: String
    let pressMuscle: String
    let pressLatin: String
    let pressCaution: String?
    let pressLandmarks: String
    let pressTools: [ToolLine]
    let pressHard: String
    let pressAvoid: String
    let pressWhy: String
    let pointAddress: String
    let closeUp: CloseUp?
    let now: String
    let tenderness: [Choice]
    let familiar: [Choice]
    let lump: [Choice]
    let spread: [Choice]
    let skipName: String

    /// What may be used, and how.
    struct ToolLine: Sendable {
        let toolName: String
        let toolHow: String
    }

    /// - Returns: `nil` for a step that is no press.
    init?(_ step: NextStep, form: IntakeForm, answer: LocateAnswer, kit: PageKit) {
        guard case .press(let id, let side) = step.kind, let point = kit.engine.atlas.point(id) else { return nil }
        let muscle = kit.engine.atlas.muscle(point.muscle)
        let name = IntakeForm.name(of: id, side)
        let earlier = form.earlierPress.flatMap { $0.point == id && $0.side == side ? $0 : nil }
        pressNumber = kit.texts("press_number", ["number": String(form.presses.count + 1)])
        pressPlace = kit.placeName(of: id, side) ?? ""
        pressMuscle = muscle?.plainName ?? ""
        pressLatin = muscle?.name ?? ""
        pressCaution = muscle?.caution
        pressLandmarks = point.landmarks
        pressTools = point.access.map {
            ToolLine(
                toolName: kit.texts("access_\($0.rawValue)").capitalizedFirst, toolHow: kit.texts("tool_\($0.rawValue)")
            )
        }
        // The neck takes less.
        let isNeck = muscle.map { [.neck, .head].contains($0.zone) } ?? false
        pressHard = kit.texts(isNeck ? "press_hard_neck" : "press_hard")
        pressAvoid = kit.texts("press_avoid")
        pressWhy = kit.engine.text.why(step)
        pointAddress = "/atlas/points/\(id)"
        closeUp = CloseUp(of: id, side, form: form, kit: kit)
        now = Screen.press(id, side).name
        tenderness = Choice.scale(
            name: IntakeForm.Field.tenderness + name, chosen: earlier?.tenderness.map { Int($0) })
        familiar = Self.replies(IntakeForm.Field.familiar + name, earlier.map { $0.isFamiliar }, kit)
        lump = Self.replies(IntakeForm.Field.lump + name, earlier.map { $0.hasLump }, kit)
        spread = Self.regions(point, form, kit).map { region in
            Choice(
                name: IntakeForm.Field.spread + name, value: region.id.rawValue,
                label: region.plainName.capitalizedFirst,
                isChosen: earlier?.spreadsTo.contains(region.id) ?? false)
        }
        skipName = id.rawValue
    }

    /// Yes, no and not sure; `earlier` is what was said before, if anything.
    private static func replies(_ name: String, _ earlier: Bool??, _ kit: PageKit) -> [Choice] {
        [("yes", true), ("no", false), ("unknown", nil)].map { (word: String, value: Bool?) in
            Choice(
                name: name, value: word, label: kit.texts("press_reply_\(word)"),
                isChosen: earlier.map { $0 == value } ?? false)
        }
    }

    private static let mostRegions = 10

    /// Where the pain may spread: where this point is known to send it, where it hurts, and what lies beside the point.
    private static func regions(_ point: TriggerPoint, _ form: IntakeForm, _ kit: PageKit) -> [BodyRegion] {
        let atlas = kit.engine.atlas
        let known = atlas.referrals(of: point.id).map(\.region)
        let drawn = form.places.map(\.region)
        let beside = atlas.neighbours(of: point.surfaceRegion)
        var seen: Set<RegionID> = [point.surfaceRegion]
        return (known + drawn + beside).filter { seen.insert($0).inserted }
            .prefix(mostRegions)
            .compactMap { atlas.region($0) }
    }
}
