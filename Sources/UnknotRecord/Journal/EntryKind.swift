/// What an entry of a journal is about.
public enum EntryKind: String, CaseIterable, Hashable, Sendable {
    /// A pain drawing.
    case drawing
    /// Pain now, on average, at its worst.
    case pain
    /// How tender a trigger point is when it is pressed.
    case press
    /// How far a movement goes.
    case movement
    /// How stiff and how tight it feels.
    case stiffness
    /// What the person chose to follow under a name of their own.
    case own
    /// The last night.
    case sleep
    /// What was drunk.
    case water
    /// Time spent sitting or in one posture.
    case sitting
    /// Physical load.
    case load
    /// Stress.
    case stress
    /// Exercise.
    case exercise
    /// What the person says may drive their pain, or what happened in the hours before.
    case causes
    /// The habits that the person chose.
    case habits
    /// What became of a habit on a day.
    case habit
    /// A treatment that was taken: medicine, heat, a therapist.
    case treatment
    /// What a plan was made from.
    case plan
    /// A release session.
    case session
    /// A fair test as it was laid out.
    case fairTest = "fair_test"
    /// A day of a fair test.
    case fairTestDay = "fair_test_day"
    /// A session of a fair test.
    case fairTestSession = "fair_test_session"
    /// Free words.
    case note
    /// A filled-in questionnaire.
    case questionnaire
    /// What was asked of one's health before a plan.
    case health
    /// How the person wants things shown.
    case preferences
    /// What the person wants to be reminded of.
    case reminders
    /// Takes another entry away; its payload is empty.
    case retraction
}
