import Unknot

/// What a visitor has said so far. It travels from page to page in the fields of forms and is kept nowhere.
struct IntakeForm: Hashable, Sendable {
    /// Where it hurts, in the order of the page.
    var places: [BodyPlace] = []
    /// How the pain of single places is, as far as it was said; of no other than ``places``.
    var feelings: [BodyPlace: Feeling] = [:]
    /// Where it hurts most; part of ``places``.
    var worst: [BodyPlace] = []
    /// Whether nothing else hurts.
    var isComplete = true
    /// How strong the pain is where it is worst, 0 to 10.
    var intensity: Int?
    var age: Int?
    var sex: Sex?
    /// By id of a question, a warning sign or a movement.
    var answers: [String: Answer] = [:]
    var presses: [Press] = []
    /// What may have brought it on.
    var causes: [CauseID] = []
    /// Ids of questions, movements and points that the visitor could not answer or press: not offered again.
    var skipped: Set<String> = []
    /// The screens of the interview that were left behind, in their order.
    var asked: [Screen] = []

    /// The screen that the visitor went back to, and what it said before. Not carried on: it is said anew or not at all.
    var reopened: Screen?
    var earlier: [String: Answer] = [:]
    var earlierPress: Press?

    /// The same as the engine reads it.
    var intake: Intake {
        Intake(
            age: age,
            sex: sex,
            drawing: places.map(mark),
            drawingComplete: isComplete,
            answers: answers,
            causes: causes,
            presses: presses
        )
    }

    /// With no worst place named, all count alike; what was said of the place itself goes before what was said of all.
    private func mark(_ place: BodyPlace) -> PainMark {
        let isWorst = worst.isEmpty || worst.contains(place)
        let feeling = feelings[place]
        return PainMark(
            place,
            intensity: (feeling?.intensity ?? (isWorst ? intensity : nil)).map(Double.init),
            strength: worst.isEmpty ? nil : isWorst ? .main : .lesser,
            quality: feeling?.quality ?? []
        )
    }

    /// How a press on a point is named in fields.
    static func name(of point: PointID, _ side: BodySide) -> String {
        "\(point.rawValue):\(side.rawValue)"
    }
}

/// How the pain of one place is.
struct Feeling: Hashable, Sendable {
    /// 0 to 10.
    var intensity: Int?
    /// In the order of ``PainQuality``.
    var quality: [PainQuality] = []
}
