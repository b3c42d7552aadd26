public import UnknotPhysiology

/// How somebody lives for four weeks, in a person's words and units, and what becomes of it as a scenario.
///
/// Every day begins in the morning: what is done about the knot, held work, the rest of the day, and from the 16th hour
/// eight hours in bed. A blow or an over-stretch happens once, at the start. The numbers behind the words are the typical
/// values of the specification, sections 2 and 2.1; they are estimates.
public struct KnotRoutine: Hashable, Sendable {
    /// What there is at the start.
    public var start = Start.none
    /// Water that the body is short of, % of body mass.
    public var water = 0.0
    /// Hours of sleep a night; eight are needed.
    public var sleep = 8.0
    /// Stress, 0...10.
    public var stress = 2.0
    /// Hours of held posture on a working day.
    public var held = 0.0
    /// How tense the muscle is meanwhile, % of full strength.
    public var load = 2.0
    /// How often the posture is broken.
    public var breaks = Breaks.hourly
    /// Strength of a blow, 0...10.
    public var blow = 0.0
    /// Minutes of stretching past comfort.
    public var overstretch = 0.0
    /// Pressure of a press, kg/cm².
    public var press = 2.0
    /// Seconds of a press.
    public var pressSeconds = 90.0
    /// Presses, rolls of two minutes, heat packs of twenty minutes and stretches of ninety seconds a week, 0...14.
    public var pressesAWeek = 0
    /// Rolls a week.
    public var rollsAWeek = 0
    /// Heat packs a week.
    public var heatAWeek = 0
    /// Stretches a week.
    public var stretchesAWeek = 0
    /// Days a week without held work, 0...7.
    public var restDays = 2

    /// Days without anything special.
    public init() {}

    /// What there is at the start.
    public enum Start: String, CaseIterable, Sendable {
        /// No knot.
        case none
        /// A knot that hurts only under a press.
        case latent
        /// A knot that hurts by itself.
        case active

        /// The state of the model.
        public var state: KnotState {
            switch self {
            case .none: .healthy
            case .latent: .latent
            case .active: .active
            }
        }
    }

    /// How often a held posture is broken.
    public enum Breaks: String, CaseIterable, Sendable {
        /// Frozen for hours.
        case none
        /// About every hour.
        case hourly
        /// About every half hour.
        case halfHourly = "half_hourly"

        /// The held share of the load.
        var held: Double {
            switch self {
            case .none: 0.9
            case .hourly: 0.65
            case .halfHourly: 0.4
            }
        }
    }

    /// How many days a scenario has.
    public static let days = 28
    /// Hours from the morning to bed.
    public static let waking = 16.0

    /// What happens, with the places of moments that people ask about.
    public var timeline: Timeline {
        var segments: [KnotSegment] = []
        var now = 0
        for day in 0..<Self.days {
            var left = Self.waking * 3_600
            func add(_ seconds: Double, _ change: (inout KnotInputs) -> Void) {
                let length = min(seconds, left)
                guard length > 1 else { return }
                segments.append(KnotSegment(seconds: length, awake(change)))
                left -= length
            }
            if day == 0 { accidents(add) }
            care(on: day, session: 0, add)
            if day == 0 { now = segments.count }
            if !isRestDay(day) {
                add(held * 3_600) {
                    $0.load = load / 100
                    $0.held = breaks.held
                }
            }
            care(on: day, session: 1, add)
            add(left) { $0.load = 0.015 }
            segments.append(KnotSegment(seconds: 86_400 - Self.waking * 3_600, asleep))
        }
        let scenario = KnotScenario(initial: start.state, segments: segments)
        let after = segments.prefix(now).reduce(0) { $0 + $1.samples }
        return Timeline(scenario, now: after)
    }

    /// What acts on the knot on average over a week, apart from what is done about it and from accidents.
    public var average: KnotInputs {
        let working = held * Double(7 - restDays) / 7
        let other = Self.waking - working
        var mean = awake { _ in }
        mean.load = (working * load / 100 + other * 0.015) / 24
        mean.held = (working * breaks.held + other * KnotInput.held.usual) / 24
        mean.stress = (Self.waking * mean.stress + 8 * asleep.stress) / 24
        return mean
    }

    /// Rest days are spread from the end of the week, so that five days of work come first.
    private func isRestDay(_ day: Int) -> Bool { day % 7 >= 7 - restDays }

    private func awake(_ change: (inout KnotInputs) -> Void) -> KnotInputs {
        var inputs = KnotInputs()
        inputs.stress = stress / 10
        inputs.sleepLoss = max(0, 1 - sleep / 8)
        inputs.hydration = water
        change(&inputs)
        return inputs
    }

    private var asleep: KnotInputs {
        awake {
            $0.load = 0
            $0.held = 0
            $0.stress *= 0.3
        }
    }

    private func accidents(_ add: (Double, (inout KnotInputs) -> Void) -> Void) {
        if blow > 0 { add(1_800) { $0.damage = 2 * blow / 10 } }
        if overstretch > 0 { add(overstretch * 60) { $0.overstretch = 1 } }
    }

    private func care(on day: Int, session: Int, _ add: (Double, (inout KnotInputs) -> Void) -> Void) {
        func due(_ times: Int) -> Bool {
            session == 0 ? (day * min(times, 7)) % 7 < min(times, 7) : (day * max(times - 7, 0)) % 7 < times - 7
        }
        func quiet(_ inputs: inout KnotInputs) {
            inputs.load = 0
            inputs.held = 0
            inputs.stress = min(inputs.stress, 0.1)
        }
        if due(heatAWeek) {
            add(1_200) {
                quiet(&$0)
                $0.temperature = 3.5
            }
        }
        if due(rollsAWeek) {
            add(120) {
                quiet(&$0)
                $0.press = 0.4
                $0.rolling = 0.5
            }
        }
        if due(pressesAWeek), press > 0, pressSeconds > 0 {
            add(pressSeconds) {
                quiet(&$0)
                $0.press = press
            }
        }
        if due(stretchesAWeek) {
            add(90) {
                quiet(&$0)
                $0.stretch = 1
            }
        }
    }
}

extension KnotRoutine {
    /// A scenario with the samples at which people look.
    public struct Timeline: Sendable {
        /// What happens.
        public let scenario: KnotScenario
        /// Positions among the samples that are shown: the first day, then the last waking sample of every day.
        public let moments: [Int]
        /// Among the moments: right after what happens first, the first evening, and the last one.
        public let now: Int
        /// The first evening.
        public let tonight: Int
        /// How many of the moments belong to the first day.
        public let firstDay: Int

        init(_ scenario: KnotScenario, now: Int) {
            self.scenario = scenario
            let hours = scenario.sampleHours
            func last(before end: Double) -> Int { (hours.lastIndex { $0 <= end + 1e-6 }) ?? 0 }
            let evenings = (0..<KnotRoutine.days).map { last(before: Double($0) * 24 + KnotRoutine.waking) }
            let first = Array(0...last(before: 24))
            moments = first + evenings.dropFirst()
            self.now = now
            tonight = evenings[0]
            firstDay = first.count
        }
    }
}
