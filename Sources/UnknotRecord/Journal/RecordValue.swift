/// What one entry of a journal says.
public enum RecordValue: Hashable, Sendable {
    /// A pain drawing.
    case drawing(DrawingRecord)
    /// Pain now, on average, at its worst.
    case pain(PainRecord)
    /// How tender a trigger point is when it is pressed.
    case press(PressRecord)
    /// How far a movement goes.
    case movement(MovementRecord)
    /// How stiff and how tight it feels.
    case stiffness(StiffnessRecord)
    /// What the person follows under a name of their own.
    case own(OwnRecord)
    /// The last night.
    case sleep(SleepRecord)
    /// What was drunk.
    case water(WaterRecord)
    /// Time spent sitting.
    case sitting(SittingRecord)
    /// Physical load.
    case load(LoadRecord)
    /// Stress.
    case stress(StressRecord)
    /// Exercise.
    case exercise(ExerciseRecord)
    /// What the person says may drive their pain, or what happened in the hours before.
    case causes(CausesRecord)
    /// The habits that the person chose.
    case habits(HabitsRecord)
    /// What became of a habit on a day.
    case habit(HabitRecord)
    /// A treatment that was taken.
    case treatment(TreatmentRecord)
    /// What a plan was made from.
    case plan(PlanRecord)
    /// A release session.
    case session(SessionRecord)
    /// A fair test as it was laid out.
    case fairTest(FairTestRecord)
    /// A day of a fair test.
    case fairTestDay(FairTestDayRecord)
    /// A session of a fair test.
    case fairTestSession(FairTestSessionRecord)
    /// Free words.
    case note(NoteRecord)
    /// A filled-in questionnaire.
    case questionnaire(QuestionnaireRecord)
    /// What was asked of one's health before a plan.
    case health(HealthRecord)
    /// How the person wants things shown.
    case preferences(PreferencesRecord)
    /// What the person wants to be reminded of.
    case reminders(RemindersRecord)
    /// Takes another entry away.
    case retraction

    /// The largest payload that is read, in bytes: room for a note of the longest kind with every character escaped.
    public static let maximumBytes = 1 << 18

    /// What it is about.
    public var kind: EntryKind {
        if let payload { return type(of: payload).kind }
        return .retraction
    }

    /// Reads the payload of an entry.
    ///
    /// - Parameters:
    ///   - kind: What the entry is about.
    ///   - json: One JSON object in UTF-8.
    /// - Throws: ``IntakeProblem`` for the first thing that is wrong: a key that is not known, a value out of its range,
    ///   a version that a newer program wrote.
    public init(kind: EntryKind, json: [UInt8]) throws(IntakeProblem) {
        try self.init(kind: kind, payload: JSONValue.parse(json, limit: Self.maximumBytes))
    }

    /// The payload in its canonical form (RFC 8785): equal values have equal texts.
    public var json: String { CanonicalJSON.text(of: jsonValue) }

    /// The payload as it stands inside a larger document.
    package var jsonValue: JSONValue {
        var fields = payload?.fields ?? [:]
        fields["version"] = .number(Double(RecordVersion.newest))
        return .object(fields)
    }

    private var payload: (any RecordPayload)? {
        switch self {
        case .drawing(let record): record
        case .pain(let record): record
        case .press(let record): record
        case .movement(let record): record
        case .stiffness(let record): record
        case .own(let record): record
        case .sleep(let record): record
        case .water(let record): record
        case .sitting(let record): record
        case .load(let record): record
        case .stress(let record): record
        case .exercise(let record): record
        case .causes(let record): record
        case .habits(let record): record
        case .habit(let record): record
        case .treatment(let record): record
        case .plan(let record): record
        case .session(let record): record
        case .fairTest(let record): record
        case .fairTestDay(let record): record
        case .fairTestSession(let record): record
        case .note(let record): record
        case .questionnaire(let record): record
        case .health(let record): record
        case .preferences(let record): record
        case .reminders(let record): record
        case .retraction: nil
        }
    }
}
