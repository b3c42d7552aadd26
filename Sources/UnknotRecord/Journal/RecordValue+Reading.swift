extension RecordValue {
    /// Reads a payload that stands inside a larger document. Paths in a problem begin at the payload.
    package init(kind: EntryKind, payload: JSONValue) throws(IntakeProblem) {
        switch kind {
        case .drawing: self = .drawing(try DrawingRecord(payload: payload))
        case .pain: self = .pain(try PainRecord(payload: payload))
        case .press: self = .press(try PressRecord(payload: payload))
        case .movement: self = .movement(try MovementRecord(payload: payload))
        case .stiffness: self = .stiffness(try StiffnessRecord(payload: payload))
        case .own: self = .own(try OwnRecord(payload: payload))
        case .sleep: self = .sleep(try SleepRecord(payload: payload))
        case .water: self = .water(try WaterRecord(payload: payload))
        case .sitting: self = .sitting(try SittingRecord(payload: payload))
        case .load: self = .load(try LoadRecord(payload: payload))
        case .stress: self = .stress(try StressRecord(payload: payload))
        case .exercise: self = .exercise(try ExerciseRecord(payload: payload))
        case .causes: self = .causes(try CausesRecord(payload: payload))
        case .habits: self = .habits(try HabitsRecord(payload: payload))
        case .habit: self = .habit(try HabitRecord(payload: payload))
        case .treatment: self = .treatment(try TreatmentRecord(payload: payload))
        case .plan: self = .plan(try PlanRecord(payload: payload))
        case .session: self = .session(try SessionRecord(payload: payload))
        case .fairTest: self = .fairTest(try FairTestRecord(payload: payload))
        case .fairTestDay: self = .fairTestDay(try FairTestDayRecord(payload: payload))
        case .fairTestSession: self = .fairTestSession(try FairTestSessionRecord(payload: payload))
        case .note: self = .note(try NoteRecord(payload: payload))
        case .questionnaire: self = .questionnaire(try QuestionnaireRecord(payload: payload))
        case .health: self = .health(try HealthRecord(payload: payload))
        case .preferences: self = .preferences(try PreferencesRecord(payload: payload))
        case .reminders: self = .reminders(try RemindersRecord(payload: payload))
        case .retraction:
            try RecordVersion.check(payload)
            _ = try FieldReader(payload, path: "", known: ["version"])
            self = .retraction
        }
    }
}
