/// What acts on a knot for a while; constant within a segment. See `KnotInput` for units and ranges.
public struct KnotInputs: Hashable, Sendable {
    /// Mean activation, fraction of MVC.
    public var load = KnotInput.load.usual
    /// Held share of the load.
    public var held = KnotInput.held.usual
    /// Rate of micro-damage, 1/h.
    public var damage = KnotInput.damage.usual
    /// Stretching past comfort, 0...1.
    public var overstretch = KnotInput.overstretch.usual
    /// Psychological stress, 0...1.
    public var stress = KnotInput.stress.usual
    /// Sleep lost, 0...1.
    public var sleepLoss = KnotInput.sleepLoss.usual
    /// Hydration deficit aimed at, % of body mass.
    public var hydration = KnotInput.hydration.usual
    /// Change of temperature, °C.
    public var temperature = KnotInput.temperature.usual
    /// Pressure, kg/cm².
    public var press = KnotInput.press.usual
    /// Share of the knot under the pressure, 0...1.
    public var cover = KnotInput.cover.usual
    /// Held press 0 to quick rolling 1.
    public var rolling = KnotInput.rolling.usual
    /// Comfortable stretch, 0...1.
    public var stretch = KnotInput.stretch.usual

    /// An ordinary day on average.
    public init() {}

    /// An ordinary day, changed.
    public init(_ change: (inout KnotInputs) -> Void) {
        change(&self)
    }

    /// One input by name.
    public subscript(_ input: KnotInput) -> Double {
        get {
            switch input {
            case .load: load
            case .held: held
            case .damage: damage
            case .overstretch: overstretch
            case .stress: stress
            case .sleepLoss: sleepLoss
            case .hydration: hydration
            case .temperature: temperature
            case .press: press
            case .cover: cover
            case .rolling: rolling
            case .stretch: stretch
            }
        }
        set {
            switch input {
            case .load: load = newValue
            case .held: held = newValue
            case .damage: damage = newValue
            case .overstretch: overstretch = newValue
            case .stress: stress = newValue
            case .sleepLoss: sleepLoss = newValue
            case .hydration: hydration = newValue
            case .temperature: temperature = newValue
            case .press: press = newValue
            case .cover: cover = newValue
            case .rolling: rolling = newValue
            case .stretch: stretch = newValue
            }
        }
    }

    /// An ordinary day on average.
    public static let ordinary = KnotInputs()
    /// Lying or sitting quietly, as in a clinic.
    public static let rest = KnotInputs {
        $0.load = 0
        $0.held = 0
    }
    /// Stress and lost sleep that keep a knot active.
    public static let perpetuating = KnotInputs {
        $0.load = 0.015
        $0.stress = 0.5
        $0.sleepLoss = 0.3
    }
    /// Held work under stress with lost sleep.
    public static let overloaded = KnotInputs {
        $0.load = 0.03
        $0.held = 0.7
        $0.stress = 0.5
        $0.sleepLoss = 0.3
    }
    /// No load at all.
    public static let quiet = KnotInputs { $0.load = 0 }
}
