import Unknot

/// One step on the partner's page and on the sheet: who does it, where, which way, how long, how hard, and where never.
struct PartnerStepView: Sendable {
    let stepNumber: String
    let stepIndex: Int
    let stepWho: String
    let stepName: String
    let stepPlace: String
    let stepMuscle: String
    /// Whether the partner does it.
    let isForPartner: Bool
    let closeUp: CloseUp?
    let landmarks: String
    let how: String?
    let ways: [String]
    let hasWays: Bool
    let direction: String?
    let dose: String?
    let seconds: Int
    let repetitions: Int
    let rest: Int
    let hard: String
    /// Where nobody presses with this technique.
    let never: String?
    let caution: String
    let position: String
    let hasPosition: Bool
    let stops: [String]

    init(_ step: PartnerStep, number: Int, of count: Int, kit: PageKit) {
        let (atlas, texts) = (kit.engine.atlas, kit.texts)
        let technique = atlas.care.technique(step.technique)
        stepIndex = number - 1
        stepNumber = texts("partner_step", ["number": "\(number)", "count": "\(count)"])
        isForPartner = step.isForPartner
        stepWho = texts(step.isForPartner ? "partner_you_do" : "partner_they_do")
        stepName = technique?.name ?? ""
        stepPlace = kit.placeName(of: step.point, step.side) ?? ""
        let point = atlas.point(step.point)
        stepMuscle = point.flatMap { atlas.muscle($0.muscle) }?.plainName ?? ""
        // The form is empty: where it hurts is not the partner's.
        closeUp = CloseUp(of: step.point, step.side, form: IntakeForm(), kit: kit)
        landmarks = point?.landmarks ?? ""
        how = step.isForPartner ? step.how.map { Self.withoutName($0, texts) } : nil
        ways = step.isForPartner ? Self.ways(step, kit) : []
        hasWays = !ways.isEmpty
        let way = "partner_way_\(step.technique)"
        direction = step.isForPartner && texts.has(way) ? texts(way) : nil
        (seconds, repetitions, rest) = (step.seconds, step.repetitions, step.rest)
        dose = step.seconds > 0 ? Self.dose(step, kit) : nil
        hard = Self.hard(step, texts)
        let places = (technique?.avoids ?? []).map { "plan_place_\($0)" }.filter { atlas.phrases.has($0) }
        never = places.isEmpty || !step.isForPartner ? nil : places.map { atlas.phrases($0) }.joined(separator: " · ")
        caution = step.caution
        position = step.position
        hasPosition = !step.position.isEmpty
        stops = step.stopWhen
    }

    /// What is to be done, told to the partner.
    private static func ways(_ step: PartnerStep, _ kit: PageKit) -> [String] {
        let key = "partner_how_\(step.technique)"
        guard kit.texts.has(key) else { return [] }
        let again =
            step.repetitions > 1 ? kit.texts("partner_again", ["count": "\(step.repetitions)"]) : ""
        let values = [
            "seconds": kit.engine.planText.duration(step.seconds),
            "pressure": step.pressure.map { "\($0.upperBound)" } ?? "", "again": again,
        ]
        return kit.texts(key, values).split(separator: "|").map(String.init)
    }

    private static func dose(_ step: PartnerStep, _ kit: PageKit) -> String {
        let time = kit.engine.planText.duration(step.seconds)
        guard step.repetitions > 1 else { return time }
        return kit.texts(
            step.rest > 0 ? "partner_dose_rest" : "partner_dose_times",
            ["time": time, "count": "\(step.repetitions)", "rest": "\(step.rest)"])
    }

    /// The strength as a number and in words.
    private static func hard(_ step: PartnerStep, _ texts: PageTexts) -> String {
        guard let most = step.pressure?.upperBound else { return texts("partner_hard_none") }
        let words = most <= 2 ? "light" : most <= 4 ? "medium" : "firm"
        return texts("partner_hard_\(words)", ["number": "\(most)"])
    }

    /// "Partner: the thumb…" as told to the partner.
    private static func withoutName(_ text: String, _ texts: PageTexts) -> String {
        let prefix = texts("partner_prefix")
        return (text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text)
            .trimmingPrefix(while: \.isWhitespace).description.capitalizedFirst
    }
}
