/// One choice of all constants of the model.
public struct KnotParameters: Hashable, Sendable {
    private var values: [Double]
    /// Which equations the constants belong to.
    public let version: KnotModelVersion

    /// The nominal choice, version 1 of the model.
    public static let nominal = KnotParameters(.one)

    /// The nominal choice of a version.
    public init(_ version: KnotModelVersion) {
        values = KnotParameter.entries.map { $0.value }
        self.version = version
        for (parameter, value) in version.changes { self[parameter] = value }
    }

    /// One constant.
    public subscript(_ parameter: KnotParameter) -> Double {
        get { values[parameter.rawValue] }
        set { values[parameter.rawValue] = newValue }
    }

    /// Whether all exponents are the nominal ones, so that powers need no logarithms.
    var hasNominalExponents: Bool {
        KnotParameter.exponents.allSatisfy { self[$0] == Self.nominal[$0] }
    }
}

extension KnotParameter {
    /// The exponents that are whole or half numbers in the nominal choice; with these a run needs no logarithms.
    public static let exponents: [KnotParameter] = [.nRho, .nV, .nGlycolysis, .nA, .nE, .nI, .nS, .nZ]
}
