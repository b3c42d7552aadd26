/// What forces are shown in, and pressures as the force on the gauge's tip of 1 cm².
public enum ForceUnit: String, CaseIterable, Hashable, Sendable {
    /// The weight of a kilogram, exactly 9.80665 N.
    case kilogram = "kg"
    /// Newton.
    case newton = "n"
    /// The weight of a pound of exactly 0.45359237 kg.
    case pound = "lb"

    /// How many newtons one of it is.
    public var newtons: Double {
        switch self {
        case .kilogram: 9.806_65
        case .newton: 1
        case .pound: 9.806_65 * 0.453_592_37
        }
    }

    /// A force in this unit.
    public func value(ofNewtons force: Double) -> Double { force / newtons }

    /// A force given in this unit, in newtons.
    public func newtons(of value: Double) -> Double { value * newtons }

    /// A pressure as the force in this unit on a tip of 1 cm².
    public func value(of pressure: Pressure) -> Double { value(ofNewtons: pressure.newtonsOnTip) }
}
