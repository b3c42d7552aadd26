/// What lengths are shown in; they are kept in centimetres.
public enum LengthUnit: String, CaseIterable, Hashable, Sendable {
    /// Centimetres.
    case centimetre = "cm"
    /// Inches of exactly 2.54 cm.
    case inch

    /// How many centimetres one of it is.
    public var centimetres: Double {
        switch self {
        case .centimetre: 1
        case .inch: 2.54
        }
    }

    /// A length in this unit.
    public func value(ofCentimetres length: Double) -> Double { length / centimetres }

    /// A length given in this unit, in centimetres.
    public func centimetres(of value: Double) -> Double { value * centimetres }
}
