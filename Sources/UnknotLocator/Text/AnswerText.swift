import RealModule
public import UnknotAtlas
public import UnknotRecord

/// Puts answers into words for the person.
public struct AnswerText: Sendable {
    private let atlas: Atlas

    /// Uses the names and sentences of an atlas.
    public init(_ atlas: Atlas) {
        self.atlas = atlas
    }

    private var phrases: Phrasebook { atlas.phrases }

    /// A side in words.
    public func side(_ side: BodySide) -> String {
        phrases("side_\(side.rawValue)")
    }

    /// A place in words, such as "left buttock, upper outer part".
    public func place(_ place: BodyPlace) -> String {
        let name = atlas.region(place.region)?.plainName ?? place.region.rawValue
        guard let side = place.side.bodySide else { return phrases("place_midline", ["region": name]) }
        return phrases("place_sided", ["side": self.side(side), "region": name])
    }

    /// The plain name of a muscle.
    public func muscle(_ id: MuscleID) -> String {
        atlas.muscle(id)?.plainName ?? id.rawValue
    }

    /// The plain name of another source, with its side.
    public func source(_ source: RankedSource) -> String {
        let name = atlas.hypothesis(source.hypothesis)?.plainName ?? source.hypothesis.rawValue
        guard let side = source.side else { return name }
        return "\(name) (\(self.side(side)))"
    }

    /// A probability in words; six steps, since finer ones would promise too much.
    public func words(for probability: Double) -> String {
        let limits = [0.05, 0.2, 0.4, 0.6, 0.85]
        return phrases("probability_words_\(limits.count { probability >= $0 })")
    }

    /// What a reason says, in the person's own words.
    public func reason(_ reason: Reason) -> String {
        switch reason.kind {
        case .drawn(let place, let strength):
            let key = reason.weight < 0 ? "against" : strength?.rawValue ?? "plain"
            return phrases("reason_drawn_\(key)", ["place": self.place(place)])
        case .blank(let place):
            return phrases("reason_blank", ["place": self.place(place)])
        case .movement(let id, let effect):
            let name = atlas.movement(id)?.plainQuestion ?? id.rawValue
            let key = reason.weight < 0 && effect != .noEffect ? "against" : effect.rawValue
            return Self.sentence(phrases("reason_movement_\(key)", ["movement": name]))
        case .cause(let id):
            return Self.sentence(phrases("reason_cause", ["cause": atlas.cause(id)?.plainName ?? id.rawValue]))
        case .press(let press):
            return self.press(press)
        }
    }

    private func press(_ press: Press) -> String {
        let tenderness = press.tenderness.map { phrases("tenderness_given", ["value": Self.plain($0)]) }
        let values = ["tenderness": tenderness ?? phrases("tenderness_missing")]
        let tenderFrom = atlas.parameter("tender_from")?.value ?? 0
        switch (press.isFamiliar, press.tenderness) {
        case (true, _): return phrases("reason_press_familiar", values)
        case (_, .some(..<tenderFrom)): return phrases("reason_press_not_tender", values)
        case (false, _): return phrases("reason_press_tender", values)
        case (nil, _): return phrases("reason_press_plain", values)
        }
    }

    /// What to ask or do next.
    public func request(_ step: NextStep) -> String {
        switch step.kind {
        case .question(let id):
            return atlas.question(id)?.plainQuestion ?? atlas.warningSign(id)?.plainQuestion ?? id.rawValue
        case .movement(let id):
            return phrases("question_movement", ["movement": atlas.movement(id)?.plainQuestion ?? id.rawValue])
        case .press(let id, let side):
            guard let point = atlas.point(id) else { return id.rawValue }
            let isMidline = atlas.region(point.surfaceRegion)?.laterality == .midline
            let place = BodyPlace(point.surfaceRegion, isMidline ? .midline : RegionSide(side))
            return phrases("question_press", ["place": self.place(place), "landmarks": point.landmarks])
        }
    }

    /// Why it is asked.
    public func why(_ step: NextStep) -> String {
        let muscles = step.concerns.map { muscle($0) }
        // Names hold commas and brackets of their own.
        let list = muscles.joined(separator: "; ")
        switch step.kind {
        case .question(let id):
            return Self.sentence(phrases("next_question", ["reason": atlas.question(id)?.reason ?? ""]))
        case .movement:
            return phrases("next_movement", ["muscles": list])
        case .press:
            return phrases("next_press", ["muscles": list])
        }
    }

    private static func sentence(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }

    private static func plain(_ number: Double) -> String {
        number == number.rounded() ? "\(Int(number))" : "\(number)"
    }
}
