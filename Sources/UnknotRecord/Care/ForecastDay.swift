/// What one day tells a forecast.
public struct ForecastDay: Hashable, Sendable {
    /// The scale of both ratings.
    public static let scale = 0.0...10.0

    /// Pain of the day, 0 to 10; `nil` when it was not logged.
    public var pain: Double?
    /// How tender the knot was when it was pressed, 0 to 10; `nil` when it was not.
    public var tenderness: Double?
    /// Whether a release session was held.
    public var hadSession: Bool

    /// Describes a day.
    public init(pain: Double? = nil, tenderness: Double? = nil, hadSession: Bool = false) {
        self.pain = pain
        self.tenderness = tenderness
        self.hadSession = hadSession
    }
}
