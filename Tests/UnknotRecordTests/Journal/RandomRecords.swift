import SeededRandom
import UnknotRecord

/// Values of every kind with random content, in range.
struct RandomRecords {
    var random: SplitMix64

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    mutating func value(of kind: EntryKind) throws -> RecordValue {
        switch kind {
        case .drawing: .drawing(try drawing())
        case .pain:
            .pain(try PainRecord(now: scale(), average: maybe { $0.scale() }, worst: maybe { $0.scale() }))
        case .press: .press(try press())
        case .movement: .movement(try movement())
        case .stiffness: .stiffness(try StiffnessRecord(stiffness: maybe { $0.scale() }, tightness: scale()))
        case .own: .own(try OwnRecord(name: text(60), value: scale()))
        case .sleep: .sleep(try SleepRecord(hours: number(0...24), quality: maybe { $0.scale() }))
        case .water: .water(try WaterRecord(litres: number(0...20)))
        case .sitting:
            .sitting(try SittingRecord(hours: maybe { $0.number(0...24) }, longestMinutes: number(0...1_440)))
        case .load: .load(try LoadRecord(level: scale(), what: maybe { $0.text(200) }))
        case .stress: .stress(try StressRecord(level: scale()))
        case .exercise: .exercise(try ExerciseRecord(minutes: number(0...1_440), what: maybe { $0.text(200) }))
        case .causes: .causes(try causes())
        case .habits: .habits(try habits())
        case .habit:
            .habit(
                try HabitRecord("a_habit", any(HabitRecord.Outcome.self), wasEasier: Bool.random(using: &random)))
        case .treatment:
            .treatment(
                try TreatmentRecord(
                    any(TreatmentRecord.Treatment.self), name: maybe { $0.text(200) },
                    minutes: maybe { $0.number(0...1_440) }))
        case .plan: .plan(try plan())
        case .session: .session(try session())
        case .fairTest: .fairTest(try fairTest())
        case .fairTestDay:
            .fairTestDay(
                try FairTestDayRecord(
                    test: entryID(), day: day(), rating: scale(),
                    covariates: Bool.random(using: &random) ? FairTestRecord.Covariate.allCases : [],
                    done: maybe { .random(using: &$0.random) }, rescue: maybe { .random(using: &$0.random) },
                    medicine: maybe { .random(using: &$0.random) },
                    harms: FairTestDayRecord.Harm.allCases.filter { _ in Bool.random(using: &random) },
                    isLate: Bool.random(using: &random), isHeld: maybe { .random(using: &$0.random) }))
        case .fairTestSession:
            .fairTestSession(
                try FairTestSessionRecord(
                    test: entryID(), number: Int.random(in: 1...320, using: &random), before: scale(),
                    after: maybe { $0.scale() }, isSkipped: Bool.random(using: &random),
                    harms: FairTestDayRecord.Harm.allCases.filter { _ in Bool.random(using: &random) }))
        case .note: .note(try NoteRecord(text: text(4_000, lines: true)))
        case .questionnaire: .questionnaire(try questionnaire())
        case .health: .health(try health())
        case .preferences:
            .preferences(
                PreferencesRecord(
                    length: any(LengthUnit.self), force: any(ForceUnit.self), clock: any(PreferencesRecord.Clock.self),
                    weekStart: any(PreferencesRecord.WeekStart.self)))
        case .reminders: .reminders(try reminders())
        case .retraction: .retraction
        }
    }

    private mutating func reminders() throws -> RemindersRecord {
        let list = try (0..<Int.random(in: 0...5, using: &random)).map { _ in try reminder() }
        let (from, to) = (Int.random(in: 0..<720, using: &random), Int.random(in: 720..<1_440, using: &random))
        let quiet = try ClockTime(minutes: to).flatMap { to in
            try ClockTime(minutes: from).map { try QuietHours(from: to, to: $0) }
        }
        let digest = String(repeating: "0123456789abcdef", count: 4)
        return try RemindersRecord(
            list, quiet: Bool.random(using: &random) ? quiet : nil, calendar: maybe { _ in digest },
            ended: maybe { _ in digest })
    }

    mutating func reminder() throws -> Reminder {
        let days = Set(Weekday.allCases.filter { _ in Bool.random(using: &random) })
        let from = Int.random(in: 0...900, using: &random)
        let gap = Int.random(in: 15...120, using: &random)
        let end = Int.random(in: (from + gap)...1_439, using: &random)
        let at = (0...Int.random(in: 0...5, using: &random)).compactMap { _ in
            ClockTime(minutes: .random(in: 0..<1_440, using: &random))
        }
        let every = ClockTime(minutes: from).flatMap { start in
            ClockTime(minutes: end).map { Reminder.Times.every(minutes: gap, from: start, to: $0) }
        }
        return try Reminder(
            id: ReminderID(at: Moment(milliseconds: 1_700_000_000_000), using: &random), what: text(100),
            times: Bool.random(using: &random) ? every ?? .at(at) : .at(at), days: days.isEmpty ? [.monday] : days,
            subject: [.habit("stand_up"), .session, .words][Int.random(in: 0..<3, using: &random)],
            isOn: Bool.random(using: &random))
    }

    private mutating func drawing() throws -> DrawingRecord {
        var marks: [PainMark] = []
        for number in 0..<Int.random(in: 0...8, using: &random) {
            marks.append(
                PainMark(
                    BodyPlace(RegionID("region_\(number)"), any(RegionSide.self)), intensity: maybe { $0.scale() },
                    strength: maybe { $0.any(MarkStrength.self) },
                    quality: PainQuality.allCases.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }))
        }
        return try DrawingRecord(marks: marks, isComplete: marks.isEmpty || Bool.random(using: &random))
    }

    private mutating func health() throws -> HealthRecord {
        let ids = (0..<Int.random(in: 1...9, using: &random)).map { HealthID("check_\($0)") }
        let applies = ids.filter { _ in Bool.random(using: &random) }
        let isStopped = Bool.random(using: &random)
        let because = ids.map { QuestionID($0.rawValue) }.filter { _ in Bool.random(using: &random) }
        return try HealthRecord(
            applies: applies, denied: ids.filter { !applies.contains($0) },
            signsAnswered: !isStopped && Bool.random(using: &random),
            stopped: isStopped ? HealthRecord.Stop(any(HealthRecord.Stop.Level.self), because: because) : nil)
    }

    private mutating func causes() throws -> CausesRecord {
        let causes = (0..<Int.random(in: 1...9, using: &random)).map { CauseID("cause_\($0)") }
        let applies = causes.filter { _ in Bool.random(using: &random) }
        let triggers = (0..<Int.random(in: 0...9, using: &random)).map { TriggerID("trigger_\($0)") }
        let before = triggers.filter { _ in Bool.random(using: &random) }
        return try CausesRecord(
            applies: applies, denied: causes.filter { !applies.contains($0) }, before: before,
            notBefore: triggers.filter { !before.contains($0) },
            episodes: maybe { Double(Int.random(in: 0...100, using: &$0.random)) })
    }

    private mutating func habits() throws -> HabitsRecord {
        var chosen: [HabitsRecord.Chosen] = []
        for number in 0..<Int.random(in: 0...HabitsRecord.mostHabits, using: &random) {
            chosen.append(
                try HabitsRecord.Chosen(
                    HabitID("habit_\(number)"), cue: maybe { $0.text(100) },
                    minutes: maybe { Int.random(in: 0..<1_440, using: &$0.random) },
                    isPaused: Bool.random(using: &random)))
        }
        return try HabitsRecord(chosen)
    }

    private mutating func press() throws -> PressRecord {
        let kilograms = Bool.random(using: &random)
        let gauge = try GaugeReading(
            number(0.01...25), kilograms ? .kilogramsPerSquareCentimetre : .newtons)
        return try PressRecord(
            point: "infraspinatus_tp1", side: any(BodySide.self), tenderness: scale(),
            gauge: maybe { _ in gauge }, isFamiliar: maybe { .random(using: &$0.random) },
            spreadsTo: (0..<Int.random(in: 0...3, using: &random)).map { RegionID("region_\($0)") },
            hasLump: maybe { .random(using: &$0.random) })
    }

    mutating func movement() throws -> MovementRecord {
        let test = any(MovementTest.self)
        if test.isDistance { return try MovementRecord(test, .centimetres(number(0...100))) }
        return Bool.random(using: &random)
            ? try MovementRecord(test, .degrees(number(0...180)))
            : try MovementRecord(test, .quarters(Double(Int.random(in: 0...4, using: &random))))
    }

    private mutating func session() throws -> SessionRecord {
        var steps: [SessionStep] = []
        for number in 0..<Int.random(in: 0...4, using: &random) {
            steps.append(
                try SessionStep(
                    point: PointID("point_\(number)"), side: any(BodySide.self),
                    technique: maybe { _ in "press_and_hold" }, seconds: self.number(0...7_200),
                    before: maybe { $0.scale() }, after: maybe { $0.scale() },
                    ended: maybe { $0.any(SessionStep.Ending.self) }))
        }
        return try SessionRecord(
            seconds: number(0...7_200), steps: steps, before: feeling(), after: feeling(),
            ended: any(SessionRecord.Ending.self),
            plan: maybe { EntryID(at: Moment(milliseconds: 1_700_000_000_000), using: &$0.random) })
    }

    /// A fair test of either stage, with a schedule that fits.
    mutating func fairTest() throws -> FairTestRecord {
        let bytes = (0..<FairTestRecord.randomBytes).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        let screened = try day()
        let ended = Bool.random(using: &random) ? FairTestRecord.Ending(on: try day(), .choice) : nil
        if Bool.random(using: &random) {
            let (blocks, spares) = (Int.random(in: 1...16, using: &random), Int.random(in: 0...5, using: &random))
            let sessions = try FairTestRecord.Sessions(
                techniques: [FairTestRecord.quietRest, "finger_press_hold", "stretch_hold"], blocks: blocks,
                spares: spares)
            let schedule = (0..<blocks + spares).flatMap { _ in [0, 1, 2].shuffled(using: &random) }
            return try FairTestRecord(
                question: text(200), course: .sessions(sessions), random: bytes, schedule: schedule,
                outcome: .tenderness, point: "infraspinatus_tp1", side: any(BodySide.self), screenedOn: screened,
                ended: ended)
        }
        let (period, pairs) = (Int.random(in: 1...14, using: &random), Int.random(in: 3...20, using: &random))
        let schedule = (0..<pairs).flatMap { _ -> [Int] in
            let first = Int.random(in: 0...1, using: &random)
            return [Int](repeating: first, count: period) + [Int](repeating: 1 - first, count: period)
        }
        let began = Bool.random(using: &random) ? try day() : nil
        let days = try FairTestRecord.Days(
            routine: text(200), versus: text(200), technique: maybe { _ in "stretch_hold" }, period: period,
            pairs: pairs, runIn: Int.random(in: 5...14, using: &random),
            covariates: Bool.random(using: &random) ? [.poorSleep] : [],
            askedAt: Int.random(in: 0..<1_440, using: &random), firstDay: began)
        return try FairTestRecord(
            question: text(200), course: .days(days), random: bytes, schedule: schedule, outcome: .averagePain,
            screenedOn: screened, ended: ended)
    }

    private mutating func entryID() -> EntryID {
        EntryID(at: Moment(milliseconds: 1_700_000_000_000), using: &random)
    }

    private mutating func day() throws -> RecordDay {
        let day = Int.random(in: 10...28, using: &random)
        return try RecordDay("20\(Int.random(in: 10...99, using: &random))-02-\(day)", key: "day")
    }

    private mutating func plan() throws -> PlanRecord {
        try PlanRecord(
            request: .random(using: &random), isFlare: Bool.random(using: &random), knowledge: text(100))
    }

    private mutating func feeling() throws -> SessionFeeling {
        let movement = try movement()
        return try SessionFeeling(
            tenderness: maybe { $0.scale() }, tightness: maybe { $0.scale() }, movement: maybe { _ in movement })
    }

    private mutating func questionnaire() throws -> QuestionnaireRecord {
        let questionnaire = any(Questionnaire.self)
        if questionnaire.takesScoreAlone, Bool.random(using: &random) {
            let range = Int(questionnaire.scoreRange.lowerBound)...Int(questionnaire.scoreRange.upperBound)
            return try QuestionnaireRecord(questionnaire, score: Double(Int.random(in: range, using: &random)))
        }
        let count = Int.random(in: questionnaire.itemCounts, using: &random)
        let range = Int(questionnaire.answerRange.lowerBound)...Int(questionnaire.answerRange.upperBound)
        return try QuestionnaireRecord(
            questionnaire, answers: (0..<count).map { _ in Double(Int.random(in: range, using: &random)) },
            items: questionnaire.namesItsItems ? (0..<count).map { "activity \($0) — “ü”" } : [])
    }

    private mutating func maybe<Value>(_ make: (inout Self) -> Value) -> Value? {
        Bool.random(using: &random) ? make(&self) : nil
    }

    private mutating func any<Choice: CaseIterable>(_ type: Choice.Type) -> Choice where Choice.AllCases == [Choice] {
        Choice.allCases[Int.random(in: 0..<Choice.allCases.count, using: &random)]
    }

    private mutating func scale() -> Double { number(0...10) }

    /// Whole as often as not, since people like whole numbers.
    private mutating func number(_ range: ClosedRange<Double>) -> Double {
        let number = Double.random(in: range, using: &random)
        let whole = number.rounded(.up)
        return Bool.random(using: &random) && range.contains(whole) ? whole : number
    }

    private mutating func text(_ longest: Int, lines: Bool = false) -> String {
        let letters = Array("aZ9\"\\/ üß€日🙂\u{301}\u{2028}\u{FEFF}'<&") + (lines ? ["\n", "\t"] : [])
        let middle = (0..<Int.random(in: 0...20, using: &random)).map { _ in
            letters[Int.random(in: 0..<letters.count, using: &random)]
        }
        return "a" + String(middle) + "z"
    }
}
