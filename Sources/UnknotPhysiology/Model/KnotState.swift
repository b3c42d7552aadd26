public import UnknotDynamics

/// The state of one knot.
public typealias KnotState = KnotVector<Double>

extension KnotVector where Element == Double {
    /// Symbols of the states in their order.
    public static var symbols: [StaticString] {
        ["F", "H", "O", "E", "L", "A", "C", "D", "M", "S", "Z", "K", "X", "G"]
    }

    /// The numbers in the order of the symbols.
    public var values: [Double] {
        [
            fatigue, dehydration, oxygen, energy, lactate, drive, contracture, damage, mediators, sensitisation,
            centralSensitisation, structure, creep, analgesia,
        ]
    }

    /// Reads numbers in the order of the symbols.
    ///
    /// - Returns: nil unless there are 14.
    public init?(_ values: [Double]) {
        guard values.count == Self.count else { return nil }
        self.init(everywhere: 0)
        fatigue = values[0]
        dehydration = values[1]
        oxygen = values[2]
        energy = values[3]
        lactate = values[4]
        drive = values[5]
        contracture = values[6]
        damage = values[7]
        mediators = values[8]
        sensitisation = values[9]
        centralSensitisation = values[10]
        structure = values[11]
        creep = values[12]
        analgesia = values[13]
    }

    /// Where each state may lie, in the order of the symbols: the invariant box, with upper ends for the states that the
    /// equations leave open.
    public static var allowed: [ClosedRange<Double>] {
        [
            0...1, 0...50, 1e-9...200, 0...1, 1e-9...200, 0...1, 0...1, 0...1_000, 1...10_000, 0...1, 0...1, 0...1,
            0...1,
            0...1,
        ]
    }
}
