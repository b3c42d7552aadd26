import Testing
import Unknot

/// What an answer says, with the sides told apart or swapped, for comparing mirrored answers field by field.
struct MirrorImage: Equatable {
    let triage: Triage
    let muscles: Set<String>
    let points: [String: Set<String>]
    let alternatives: Set<String>
    let unexplained: Set<BodyPlace>
    let next: String
    let isDone: Bool
    let isExact: Bool

    /// - Parameter swapped: Whether to read left for right.
    init(_ answer: LocateAnswer, swapped: Bool) {
        func side(_ side: BodySide?) -> String { (swapped ? side?.opposite : side)?.rawValue ?? "" }
        func place(_ place: BodyPlace) -> BodyPlace { swapped ? place.mirrored : place }
        triage = answer.triage
        muscles = Set(answer.muscles.map { "\($0.muscle) \(side($0.side)) \($0.probability)" })
        points = Dictionary(
            uniqueKeysWithValues: answer.points.map { point in
                var lines = Set(point.explains.map { "explains \(place($0.place)) \($0.share)" })
                for reason in point.reasonsFor + point.reasonsAgainst {
                    let what =
                        switch reason.kind {
                        case .drawn(let here, let strength): "drawn \(place(here)) \(String(describing: strength))"
                        case .blank(let here): "blank \(place(here))"
                        case .press(let press): "press \(press.point) \(side(press.side)) \(press.tenderness ?? -1)"
                        case .movement(let id, let effect): "movement \(id) \(effect)"
                        case .cause(let id): "cause \(id)"
                        }
                    lines.insert("\(what) \(reason.weight)")
                }
                lines.insert("\(point.probability) \(point.state)")
                return ("\(point.point) \(side(point.side))", lines)
            })
        alternatives = Set(answer.alternatives.map { "\($0.hypothesis) \(side($0.side)) \($0.probability)" })
        unexplained = Set(answer.unexplained.map(place))
        switch answer.next?.kind {
        case .press(let point, let pressSide): next = "press \(point) \(side(pressSide)) \(answer.next?.gainBits ?? 0)"
        case .question(let id): next = "question \(id)"
        case .movement(let id): next = "movement \(id)"
        case nil: next = ""
        }
        isDone = answer.isDone
        isExact = answer.isExact
    }
}

/// Expects the answer to the mirrored intake to be the mirrored answer, to the last bit.
///
/// A drawing that tells the same of both sides is its own mirror image and has only one answer. Its two sides are summed
/// in different order, so they agree but for the last digits; of two equal steps either may come first.
func expectMirrored(
    _ intake: Intake,
    _ known: LocateAnswer? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let engine = try SharedEngine.get()
    let answer = try known ?? engine.locate(intake)
    let other = try engine.locate(intake.mirrored)
    guard intake.isSymmetric else {
        let here = MirrorImage(answer, swapped: true)
        #expect(here == MirrorImage(other, swapped: false), sourceLocation: sourceLocation)
        return
    }
    #expect(answer == other, sourceLocation: sourceLocation)
    for ranked in answer.muscles {
        let twin = answer.muscles.first { $0.muscle == ranked.muscle && $0.side != ranked.side }
        // Twins may fall on the two sides of the smallest probability that is listed.
        let difference = abs(ranked.probability - (twin?.probability ?? 0.001))
        #expect(difference < 1e-9, "\(ranked)", sourceLocation: sourceLocation)
    }
}
