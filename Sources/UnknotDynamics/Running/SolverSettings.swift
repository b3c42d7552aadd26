/// How exactly to integrate.
public struct SolverSettings: Hashable, Sendable {
    /// Allowed error of a step relative to the size of a component.
    public var relative: Double
    /// Allowed error of a step where a component is near zero.
    public var absolute: Double
    /// With which method; the caller of the integrator acts on it.
    public var method: SolverMethod
    /// The longest first step in a segment.
    public var firstStep: Double
    /// The most steps in one segment.
    public var stepLimit: Int

    /// Creates settings.
    ///
    /// - Precondition: All numbers are above zero.
    public init(
        relative: Double = 1e-6, absolute: Double? = nil, method: SolverMethod? = nil, firstStep: Double = 1e-3,
        stepLimit: Int = 1_000_000
    ) {
        precondition(relative > 0 && firstStep > 0 && stepLimit > 0)
        self.method = method ?? .suited(to: relative)
        self.relative = relative
        self.absolute = absolute ?? relative * 1e-3
        precondition(self.absolute > 0)
        self.firstStep = firstStep
        self.stepLimit = stepLimit
    }
}

/// The methods that there are.
public enum SolverMethod: String, CaseIterable, Sendable {
    /// `Rodas4`: fewer operations in a step, for moderate errors.
    case rodas4
    /// `Rodas5P`: longer steps, for small errors.
    case rodas5P

    /// The method that was faster at a tolerance on the knot model (`make bench`).
    public static func suited(to relative: Double) -> SolverMethod {
        relative < 3e-6 ? .rodas5P : .rodas4
    }
}
