import Unknot

/// Reads the settings of the model from a posted form. They are posted so that they stand in no address and no log.
struct RoutineForm: Sendable {
    /// A setting that is a number.
    struct Slider: Sendable {
        let name: String
        let range: ClosedRange<Int>
        let step: Int
        /// The field holds whole numbers; the setting is this many times smaller.
        let divisor: Double
        let read: @Sendable (KnotRoutine) -> Double
        let write: @Sendable (inout KnotRoutine, Double) -> Void

        init(
            _ name: String, _ range: ClosedRange<Int>, step: Int = 1, divisor: Double = 1,
            _ path: any WritableKeyPath<KnotRoutine, Double> & Sendable
        ) {
            (self.name, self.range, self.step, self.divisor) = (name, range, step, divisor)
            read = { $0[keyPath: path] }
            write = { $0[keyPath: path] = $1 }
        }

        init(_ name: String, _ range: ClosedRange<Int>, _ path: any WritableKeyPath<KnotRoutine, Int> & Sendable) {
            (self.name, self.range, step, divisor) = (name, range, 1, 1)
            read = { Double($0[keyPath: path]) }
            write = { $0[keyPath: path] = Int($1) }
        }
    }

    /// What acts on a knot.
    static let causes = [
        Slider("water", 0...30, step: 5, divisor: 10, \.water),
        Slider("sleep", 30...80, step: 5, divisor: 10, \.sleep),
        Slider("stress", 0...10, \.stress),
        Slider("held", 0...12, \.held),
        Slider("load", 1...8, \.load),
        Slider("blow", 0...10, \.blow),
        Slider("overstretch", 0...60, step: 10, \.overstretch),
    ]

    /// What one does about it.
    static let care = [
        Slider("press_strength", 5...50, step: 5, divisor: 10, \.press),
        Slider("press_seconds", 15...180, step: 15, \.pressSeconds),
        Slider("presses", 0...14, \.pressesAWeek),
        Slider("rolls", 0...14, \.rollsAWeek),
        Slider("heat", 0...14, \.heatAWeek),
        Slider("stretches", 0...14, \.stretchesAWeek),
        Slider("rest_days", 0...7, \.restDays),
    ]

    /// What was set.
    let routine: KnotRoutine
    /// The preset that was chosen, when nothing was changed since.
    let preset: Preset?

    init(_ preset: Preset) {
        self.init(routine: preset.routine, preset: preset)
    }

    private init(routine: KnotRoutine, preset: Preset?) {
        self.routine = routine
        self.preset = preset
    }

    /// Reads a form; what is missing stays as on a day without anything special.
    init(_ fields: FormFields) throws(IntakeProblem) {
        let known = Set((Self.causes + Self.care).map(\.name) + ["start", "breaks", "preset"])
        if let other = fields.all.first(where: { !known.contains($0.name) }) {
            throw IntakeProblem(
                path: String(other.name.prefix(60)), message: "This field is not known.",
                allowed: known.sorted().joined(separator: ", "))
        }
        if let name = try fields.value("preset") {
            self.init(try Self.choice(name, "preset"))
            return
        }
        var routine = KnotRoutine()
        if let start = try fields.value("start") { routine.start = try Self.choice(start, "start") }
        if let breaks = try fields.value("breaks") { routine.breaks = try Self.choice(breaks, "breaks") }
        for slider in Self.causes + Self.care {
            guard let text = try fields.value(slider.name) else { continue }
            guard let number = Int(text), slider.range.contains(number) else {
                throw IntakeProblem(
                    path: slider.name, message: "Found “\(text.prefix(40))”.",
                    allowed: "a whole number from \(slider.range.lowerBound) to \(slider.range.upperBound)")
            }
            slider.write(&routine, Double(number) / slider.divisor)
        }
        self.init(routine: routine, preset: nil)
    }

    private static func choice<Choice: CaseIterable & RawRepresentable>(
        _ text: String, _ path: String
    ) throws(IntakeProblem) -> Choice where Choice.RawValue == String {
        guard let choice = Choice(rawValue: text) else {
            throw IntakeProblem(
                path: path, message: "Found “\(text.prefix(40))”.",
                allowed: Choice.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return choice
    }
}

/// Four weeks to begin with.
enum Preset: String, CaseIterable, Sendable {
    case deskWeek = "desk_week"
    case deskBreaks = "desk_breaks"
    case blow
    case overstretch
    case badSleep = "bad_sleep"
    case pressDaily = "press_daily"
    case heat
    case together

    /// Its settings.
    var routine: KnotRoutine {
        var routine = KnotRoutine()
        switch self {
        case .deskWeek, .deskBreaks:
            routine.held = 8
            routine.load = self == .deskWeek ? 5 : 2
            routine.breaks = self == .deskWeek ? .none : .halfHourly
        case .blow:
            routine.blow = 8
        case .overstretch:
            routine.overstretch = 40
        case .badSleep:
            routine.start = .active
            routine.held = 6
            routine.stress = 5
            routine.sleep = 5.5
        case .pressDaily:
            routine.start = .latent
            routine.pressesAWeek = 7
        case .heat:
            routine.start = .latent
            routine.heatAWeek = 7
        case .together:
            routine.start = .active
            routine.held = 6
            routine.breaks = .halfHourly
            routine.pressesAWeek = 7
            routine.heatAWeek = 3
            routine.stretchesAWeek = 7
        }
        return routine
    }
}
