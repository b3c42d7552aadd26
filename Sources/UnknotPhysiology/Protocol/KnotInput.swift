/// The inputs of the model by the names that scenario files use.
public enum KnotInput: Int, CaseIterable, Sendable {
    /// Mean activation, as a share of the maximal voluntary contraction (MVC).
    case load
    /// Held share of that load.
    case held
    /// Rate of micro-damage by a blow, a strain or unaccustomed work, 1/h.
    case damage
    /// Stretching past comfort.
    case overstretch
    /// Psychological stress.
    case stress
    /// Share of the needed sleep that was lost.
    case sleepLoss
    /// The hydration deficit to which drinking leads, % of body mass.
    case hydration
    /// Change of the tissue's temperature, °C.
    case temperature
    /// Pressure on the knot, kg/cm².
    case press
    /// Share of the knot under the pressure.
    case cover
    /// From a held press (0) to quick rolling (1).
    case rolling
    /// Comfortable stretch.
    case stretch

    /// The name in scenario files.
    public var name: StaticString {
        switch self {
        case .load: "load"
        case .held: "static"
        case .damage: "damage"
        case .overstretch: "overstretch"
        case .stress: "stress"
        case .sleepLoss: "sleeploss"
        case .hydration: "hydration"
        case .temperature: "dT"
        case .press: "press"
        case .cover: "cover"
        case .rolling: "dyn"
        case .stretch: "stretch"
        }
    }

    /// The unit; empty for shares.
    public var unit: StaticString {
        switch self {
        case .load: "fraction MVC"
        case .damage: "1/h"
        case .hydration: "% body mass"
        case .temperature: "degC"
        case .press: "kg/cm2"
        case .held, .overstretch, .stress, .sleepLoss, .cover, .rolling, .stretch: ""
        }
    }

    /// What is accepted. Shares and load as the specification says; the rest as far as the equations have meaning.
    public var range: ClosedRange<Double> {
        switch self {
        case .damage: 0...100
        case .hydration: 0...20
        case .temperature: -30...20
        case .press: 0...20
        case .load, .held, .overstretch, .stress, .sleepLoss, .cover, .rolling, .stretch: 0...1
        }
    }

    /// An ordinary day on average.
    public var usual: Double {
        switch self {
        case .load: 0.01
        case .held: 0.3
        case .stress: 0.2
        case .cover: 1
        case .damage, .overstretch, .sleepLoss, .hydration, .temperature, .press, .rolling, .stretch: 0
        }
    }
}
