#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The answer of locating as it stands on every interface.
struct LocateDocument: Encodable {
    let id: String?
    let knowledge: String
    let triage: TriagePart
    let muscles: [MusclePart]
    let points: [PointPart]
    let alternatives: [SourcePart]
    let unexplained: [PlacePart]
    let next: NextPart?
    let done: Bool
    let exact: Bool

    struct TriagePart: Encodable {
        let level: String
        let because: [String]
        let advice: [String]
        let watch: [String]
        let unasked: [String]
    }

    struct MusclePart: Encodable {
        let muscle: String
        let side: String
        let probability: Double
    }

    struct PointPart: Encodable {
        let point: String
        let muscle: String
        let side: String
        let probability: Double
        let state: String
        let explains: [SharePart]
        let `for`: [ReasonPart]
        let against: [ReasonPart]
    }

    struct SharePart: Encodable {
        let region: String
        let side: String
        let share: Double
    }

    struct PlacePart: Encodable {
        let region: String
        let side: String
    }

    struct ReasonPart: Encodable {
        let id: String
        let text: String
        let weight: Double
    }

    struct SourcePart: Encodable {
        let id: String
        let side: String?
        let probability: Double
    }

    struct NextPart: Encodable {
        let kind: String
        let id: String
        let side: String?
        let text: String
        let reason: String
        let gainBits: Double

        enum CodingKeys: String, CodingKey {
            case kind, id, side, text, reason
            case gainBits = "gain_bits"
        }
    }

    enum CodingKeys: String, CodingKey {
        case id, knowledge, triage, muscles, points, alternatives, unexplained, next, done, exact
    }

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(id, forKey: .id)
        try fields.encode(knowledge, forKey: .knowledge)
        try fields.encode(triage, forKey: .triage)
        try fields.encode(muscles, forKey: .muscles)
        try fields.encode(points, forKey: .points)
        try fields.encode(alternatives, forKey: .alternatives)
        try fields.encode(unexplained, forKey: .unexplained)
        // "Nothing is worth asking" is said by null, not by silence.
        try fields.encode(next, forKey: .next)
        try fields.encode(done, forKey: .done)
        try fields.encode(exact, forKey: .exact)
    }
}

extension LocateDocument {
    init(_ answer: LocateAnswer, text: AnswerText) {
        id = answer.id
        knowledge = answer.knowledge
        triage = TriagePart(
            level: answer.triage.level.rawValue,
            because: answer.triage.reasons.map(\.id),
            advice: answer.triage.reasons.reduce(into: []) { list, reason in
                if !list.contains(reason.advice) { list.append(reason.advice) }
            },
            watch: answer.triage.watched.map(\.rawValue),
            unasked: answer.triage.unasked.map(\.rawValue)
        )
        muscles = answer.muscles.map {
            MusclePart(
                muscle: $0.muscle.rawValue, side: $0.side.rawValue, probability: Self.rounded($0.probability))
        }
        points = answer.points.map { PointPart($0, text) }
        alternatives = answer.alternatives.map {
            SourcePart(
                id: $0.hypothesis.rawValue, side: $0.side?.rawValue, probability: Self.rounded($0.probability))
        }
        unexplained = answer.unexplained.map { PlacePart(region: $0.region.rawValue, side: $0.side.rawValue) }
        next = answer.next.map { NextPart($0, text) }
        done = answer.isDone
        exact = answer.isExact
    }

    /// Six decimals: more would be noise of the arithmetic.
    fileprivate static func rounded(_ number: Double) -> Double {
        (min(max(number, -99), 99) * 1e6).rounded() / 1e6
    }
}

extension LocateDocument.PointPart {
    init(_ point: RankedPoint, _ text: AnswerText) {
        func parts(_ reasons: [Reason]) -> [LocateDocument.ReasonPart] {
            reasons.map {
                .init(id: $0.id, text: text.reason($0), weight: LocateDocument.rounded($0.weight))
            }
        }
        self.point = point.point.rawValue
        muscle = point.muscle.rawValue
        side = point.side.rawValue
        probability = LocateDocument.rounded(point.probability)
        state = point.state.rawValue
        explains = point.explains.map {
            .init(
                region: $0.place.region.rawValue,
                side: $0.place.side.rawValue,
                share: LocateDocument.rounded($0.share)
            )
        }
        `for` = parts(point.reasonsFor)
        against = parts(point.reasonsAgainst)
    }
}

extension LocateDocument.NextPart {
    init(_ step: NextStep, _ text: AnswerText) {
        switch step.kind {
        case .press(_, let pressSide):
            kind = "press"
            side = pressSide.rawValue
        case .question, .movement:
            kind = "question"
            side = nil
        }
        id = step.id
        self.text = text.request(step)
        reason = text.why(step)
        gainBits = LocateDocument.rounded(step.gainBits)
    }
}
