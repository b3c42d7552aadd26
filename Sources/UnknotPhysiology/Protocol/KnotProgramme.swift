/// Pieces of a day or of a treatment from which scenarios are put together.
///
/// Loads and pressures are the typical values of the specification, sections 2 and 2.1; they are estimates.
public struct KnotProgramme: Sendable {
    /// Its name on the command line.
    public let name: StaticString
    /// What it means, in one sentence.
    public let summary: StaticString
    /// What it does to a knot.
    public let segments: [KnotSegment]

    init(_ name: StaticString, _ summary: StaticString, _ segments: [KnotSegment]) {
        self.name = name
        self.summary = summary
        self.segments = segments
    }

    /// All programmes that have a name.
    public static var all: [KnotProgramme] {
        [
            KnotProgramme("ordinary-day", "24 hours of an ordinary day on average", [day(.ordinary)]),
            KnotProgramme("ordinary-week", "7 ordinary days", [KnotSegment(seconds: 7 * 86_400, .ordinary)]),
            KnotProgramme("rest-day", "24 hours without load", [day(.rest)]),
            KnotProgramme(
                "stressful-week", "7 days with stress, 30 % of sleep lost and some load",
                [KnotSegment(seconds: 7 * 86_400, .perpetuating)]),
            KnotProgramme(
                "desk-day", "a working day of 8 hours in a frozen, tense posture", workday(load: 0.05, held: 0.9)),
            KnotProgramme("desk-day-breaks", "the same work relaxed and with breaks", workday(load: 0.02, held: 0.4)),
            KnotProgramme("desk-week", "5 tense desk days and 2 free days", week(load: 0.05, held: 0.9)),
            KnotProgramme("desk-week-breaks", "5 relaxed desk days and 2 free days", week(load: 0.02, held: 0.4)),
            KnotProgramme(
                "bad-night", "8 hours in bed with half of the sleep lost",
                [KnotSegment(seconds: 28_800, night { $0.sleepLoss = 0.5 })]),
            KnotProgramme("good-night", "8 hours of sleep", [KnotSegment(seconds: 28_800, night { _ in })]),
            KnotProgramme("press", "one press of 90 s at 2 kg/cm2, and 30 s of rest", presses(2, count: 1)),
            KnotProgramme(
                "press-session", "three presses of 90 s at 2 kg/cm2 with pauses of 30 s", presses(2, count: 3)),
            KnotProgramme(
                "press-hard", "one press of 90 s at 5 kg/cm2: too hard for a tender spot", presses(5, count: 1)),
            KnotProgramme("roll", "two minutes of slow foam rolling at 0.4 kg/cm2", rolling),
            KnotProgramme(
                "heat-pack", "20 minutes of warmth, +3.5 degC in the muscle",
                [
                    treatment(1_200) { $0.temperature = 3.5 }
                ]),
            KnotProgramme("cold-pack", "15 minutes of cold, -5 degC", [treatment(900) { $0.temperature = -5 }]),
            KnotProgramme("stretch", "3 comfortable stretches of 30 s", stretches),
            KnotProgramme(
                "overload", "an hour of unusual heavy work under stress",
                [
                    KnotSegment(
                        seconds: 3_600,
                        KnotInputs {
                            $0.load = 0.25
                            $0.held = 0.2
                            $0.damage = 0.8
                            $0.stress = 0.5
                        })
                ]),
            KnotProgramme(
                "hard-workout", "half an hour of unaccustomed exercise",
                [
                    KnotSegment(
                        seconds: 1_800,
                        KnotInputs {
                            $0.load = 0.3
                            $0.held = 0.1
                            $0.damage = 2
                        })
                ]),
            KnotProgramme(
                "dry-day", "a day on which too little is drunk (its effect is contested)",
                [
                    day(KnotInputs { $0.hydration = 1.4 })
                ]),
            KnotProgramme("release-week", "a week with breaks and good sleep and two press sessions", releaseWeek),
        ]
    }

    /// The programme with a name.
    public static func named(_ name: String) -> KnotProgramme? {
        all.first { "\($0.name)" == name }
    }

    private static func day(_ inputs: KnotInputs) -> KnotSegment { KnotSegment(seconds: 86_400, inputs) }

    private static func night(_ change: (inout KnotInputs) -> Void) -> KnotInputs {
        var inputs = KnotInputs.rest
        inputs.stress = 0.06
        change(&inputs)
        return inputs
    }

    private static func treatment(_ seconds: Double, _ change: (inout KnotInputs) -> Void) -> KnotSegment {
        var inputs = KnotInputs.rest
        inputs.stress = 0.1
        change(&inputs)
        return KnotSegment(seconds: seconds, inputs)
    }

    /// Two hours, eight hours of work, six hours, a night of eight.
    private static func workday(load: Double, held: Double) -> [KnotSegment] {
        let work = KnotInputs {
            $0.load = load
            $0.held = held
        }
        return [
            KnotSegment(seconds: 7_200, evening), KnotSegment(seconds: 28_800, work),
            KnotSegment(seconds: 21_600, evening), KnotSegment(seconds: 28_800, night { _ in }),
        ]
    }

    private static var evening: KnotInputs { KnotInputs { $0.load = 0.015 } }

    private static var freeDay: [KnotSegment] {
        [KnotSegment(seconds: 57_600, evening), KnotSegment(seconds: 28_800, night { _ in })]
    }

    private static func week(load: Double, held: Double) -> [KnotSegment] {
        (0..<5).flatMap { _ in workday(load: load, held: held) } + freeDay + freeDay
    }

    private static func presses(_ pressure: Double, count: Int) -> [KnotSegment] {
        (0..<count).flatMap { _ in [treatment(90) { $0.press = pressure }, treatment(30) { _ in }] }
    }

    private static var rolling: [KnotSegment] {
        [
            treatment(120) {
                $0.press = 0.4
                $0.rolling = 0.5
            }
        ]
    }

    private static var stretches: [KnotSegment] {
        (0..<3).flatMap { _ in [treatment(30) { $0.stretch = 1 }, treatment(15) { _ in }] }
    }

    private static var releaseWeek: [KnotSegment] {
        (0..<7).flatMap { day -> [KnotSegment] in
            let base = day < 5 ? workday(load: 0.02, held: 0.4) : freeDay
            return day == 1 || day == 4 ? base + presses(2, count: 3) : base
        }
    }
}
