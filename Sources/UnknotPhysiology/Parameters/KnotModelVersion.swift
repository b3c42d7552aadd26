/// Which equations and nominal constants a model uses.
///
/// Version 1 is the specification. Version 2 changes two terms and two constants so that lactate follows what was measured
/// after a press and during light work; `Documentation/decisions` says why.
public enum KnotModelVersion: Int, CaseIterable, Sendable {
    /// The specification's equations.
    case one = 1
    /// The same with a knot that takes less part in work, and with lactate that a press sets free.
    case two = 2

    /// How much of the fibres that are free of contracture in one place is lost to contracture in another: work is done
    /// by the share (1 − C)(1 − crossing · C).
    var crossing: Double {
        switch self {
        case .one: 0
        case .two: 1
        }
    }

    /// Lactate set free while the response to a press (G) lasts, mmol/L per hour at full response.
    var lactateOfPress: Double {
        switch self {
        case .one: 0
        case .two: 15
        }
    }

    /// Constants that differ from those of version 1.
    var changes: [(KnotParameter, Double)] {
        switch self {
        case .one: []
        case .two: [(.vC, 0.36), (.aL, 0.22)]
        }
    }
}
