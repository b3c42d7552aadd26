import UnknotAtlas
import UnknotRecord

/// How much a person was already asked, as far as the answers and what was passed over tell.
struct InterviewTally: Hashable, Sendable {
    /// Lists of warning signs in which something was answered.
    let warningScreens: Int
    /// Questions and movements that were answered or passed over. Warning signs do not count: they are asked for
    /// safety and do not use up the person's patience for the rest.
    let questions: Int
    /// Presses made or passed over.
    let presses: Int

    init(_ intake: Intake, skipping: Set<String>, atlas: Atlas) {
        let answered = Set(intake.answers.keys)
        let isSign = { (id: String) in atlas.warningSign(QuestionID(id)) != nil }
        warningScreens = Set(answered.compactMap { atlas.warningSign(QuestionID($0))?.screen }).count
        let passedOver = skipping.subtracting(answered).filter {
            atlas.movement(MovementID($0)) != nil || atlas.question(QuestionID($0)) != nil
        }
        questions = answered.union(passedOver).count { !isSign($0) }
        presses = intake.presses.count + skipping.count { atlas.point(PointID($0)) != nil }
    }
}
