/// An instant, to the millisecond.
public struct Moment: Hashable, Sendable, Comparable {
    /// Milliseconds since the start of 1970 in UTC, leap seconds not counted.
    public let milliseconds: Int64

    /// Wraps a count of milliseconds since 1970.
    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// The years that a journal takes: 1900 up to, not including, 2200.
    public static let allowed = Moment(milliseconds: -2_208_988_800_000)..<Moment(milliseconds: 7_258_118_400_000)

    /// Earlier is less.
    public static func < (left: Self, right: Self) -> Bool {
        left.milliseconds < right.milliseconds
    }
}
