/// A pressure. Gauges press with a tip of 1 cm², on which 1 N makes 10 kPa.
public struct Pressure: Hashable, Sendable, Comparable {
    /// In kilopascals.
    public let kilopascals: Double

    /// A pressure in kilopascals.
    public init(kilopascals: Double) {
        self.kilopascals = kilopascals
    }

    /// A pressure in kilograms (of force) on a square centimetre, exactly 98.0665 kPa each.
    public init(kilogramsPerSquareCentimetre value: Double) {
        kilopascals = value * 98.066_5
    }

    /// The pressure of a force in newtons on a tip of 1 cm².
    public init(newtonsOnTip force: Double) {
        kilopascals = force * 10
    }

    /// In kilograms (of force) on a square centimetre.
    public var kilogramsPerSquareCentimetre: Double { kilopascals / 98.066_5 }

    /// The force in newtons that makes it on a tip of 1 cm².
    public var newtonsOnTip: Double { kilopascals / 10 }

    /// Less pressure is less.
    public static func < (left: Pressure, right: Pressure) -> Bool { left.kilopascals < right.kilopascals }
}
