/// What a pressure gauge (algometer) with the usual tip of 1 cm² showed.
public struct GaugeReading: Hashable, Sendable {
    /// What the gauge counts in.
    public enum Unit: String, CaseIterable, Hashable, Sendable {
        /// Kilograms (of force) on a square centimetre.
        case kilogramsPerSquareCentimetre = "kg_per_cm2"
        /// Newtons on the tip of 1 cm².
        case newtons = "n"
    }

    /// The number on the gauge: above 0, up to 25 kg/cm² or 250 N.
    public let value: Double
    /// What it counts in.
    public let unit: Unit

    /// Takes down a reading.
    public init(_ value: Double, _ unit: Unit) throws(IntakeProblem) {
        let most: Double =
            switch unit {
            case .kilogramsPerSquareCentimetre: 25
            case .newtons: 250
            }
        self.value = try RecordCheck.number(value, "value", in: 0...most)
        guard value > 0 else {
            throw IntakeProblem(
                path: "value", message: "A gauge that was pressed does not show 0.",
                allowed: "a number above 0, at most \(Int(most))")
        }
        self.unit = unit
    }

    /// The pressure in kilopascals.
    public var pressure: Pressure {
        switch unit {
        case .kilogramsPerSquareCentimetre: Pressure(kilogramsPerSquareCentimetre: value)
        case .newtons: Pressure(newtonsOnTip: value)
        }
    }
}

extension GaugeReading {
    init(recorded value: JSONValue) throws(IntakeProblem) {
        let fields = try FieldReader(value, path: "gauge", known: ["value", "unit"])
        let number = try fields.requiredNumber("value")
        let unit: Unit = try fields.requiredChoice("unit")
        do {
            try self.init(number, unit)
        } catch {
            throw error.within("gauge")
        }
    }

    var recorded: JSONValue { .object(["value": .number(value), "unit": .string(unit.rawValue)]) }
}
