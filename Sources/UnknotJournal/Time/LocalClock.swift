public import UnknotRecord

/// What calendar and clock on the wall say.
public struct LocalClock: Hashable, Sendable {
    /// The day.
    public let day: LocalDay
    /// Since midnight, as the clock counts them, 0 to 1439.
    public let minutes: Int

    /// A day with a time of day.
    public init(day: LocalDay, minutes: Int) {
        (self.day, self.minutes) = (day, minutes)
    }

    /// What the clocks somewhere say at a moment.
    public init(_ moment: Moment, in zone: LocalZone) {
        day = LocalDay(of: moment, in: zone)
        let local = moment.milliseconds + Int64(zone.offset(at: moment)) * 1000
        minutes = Int((local - Int64(day.number) * 86_400_000) / 60_000)
    }

    /// "09:14", for fields of forms.
    public var text: String { "\((minutes / 60).digits(2)):\((minutes % 60).digits(2))" }

    /// The instant somewhere. A time that is left out there is moved on by what was left out; one that comes twice is
    /// the first of the two.
    public func moment(in zone: LocalZone) -> Moment {
        let wall = Int64(day.number) * 86_400_000 + Int64(minutes) * 60_000
        let span = day.span(in: zone)
        // Where clocks change at midnight the day begins with the later offset; what is left out is reckoned by the one
        // before.
        let before = Moment(milliseconds: span.lowerBound.milliseconds - 1)
        let moments = [before, span.lowerBound, span.upperBound].map {
            Moment(milliseconds: wall - Int64(zone.offset(at: $0)) * 1000)
        }
        return moments.first { LocalClock($0, in: zone) == self } ?? moments[0]
    }
}
