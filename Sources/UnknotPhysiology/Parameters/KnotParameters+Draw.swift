import UnknotDynamics

extension KnotParameters {
    /// A member of an ensemble: constants drawn around the nominal ones.
    ///
    /// Every constant is log-normal around its nominal value, with a standard deviation such that the suggested range of
    /// the specification (`KnotParameter.Entry.range`) holds about 95 % of the draws for `spread` 1; draws outside of the
    /// range, or of the limits within which the equations have meaning, are drawn again. The constants that describe the
    /// person's own normal values (PPT0, ROM0, pH at rest) and the arterial saturation stay as they are.
    ///
    /// - Parameters:
    ///   - spread: 0 gives the nominal constants.
    ///   - random: The source of chance; the same seed gives the same member on every machine.
    public static func drawn(spread: Double = 1, using random: inout some RandomNumberGenerator) -> KnotParameters {
        var drawn = nominal
        for entry in KnotParameter.entries {
            let step = normal(&random)
            guard !entry.parameter.isPersonal else { continue }
            let upper = entry.range.upperBound / entry.value
            let deviation = upper.logarithm / 2 * spread
            let value = entry.value * (deviation * max(-2, min(2, step))).exponential
            drawn[entry.parameter] = min(value, entry.parameter.ceiling)
        }
        return drawn
    }

    /// A standard normal number as the sum of twelve uniform ones less six: close enough within two deviations, and the
    /// same bits everywhere.
    private static func normal(_ random: inout some RandomNumberGenerator) -> Double {
        (0..<12).reduce(-6.0) { sum, _ in sum + Double(random.next() >> 11) * 0x1p-53 }
    }
}

extension KnotParameter {
    /// Whether the constant describes the person rather than the mechanism.
    var isPersonal: Bool {
        switch self {
        case .ppt0, .rom0, .restingPH, .sa: true
        default: false
        }
    }

    /// Below what a constant must stay for the equations to keep to their box.
    var ceiling: Double {
        switch self {
        case .aG, .kapN, .qL, .kDyn, .gStr, .dSl, .thKr: 0.98
        default: .infinity
        }
    }
}
