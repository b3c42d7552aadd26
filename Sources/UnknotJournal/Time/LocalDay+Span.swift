public import UnknotRecord

extension LocalDay {
    /// When the day begins somewhere: the first moment at which the clocks there show this day or a later one.
    ///
    /// That need not be midnight, nor need the day exist: where summer time begins at midnight the day begins at one
    /// o'clock, and a country that crosses the date line skips a day. Where clocks go back over midnight the day begins
    /// with the first of the two.
    public func start(in zone: LocalZone) -> Moment {
        let midnight = Int64(number) * Int64(Self.milliseconds)
        // No clock is or was further than that from UTC; within three days a zone changes its offset once at most.
        let before = Moment(milliseconds: midnight - 36 * 3_600_000)
        let after = Moment(milliseconds: midnight + 36 * 3_600_000)
        let early = Int64(zone.offset(at: before)) * 1_000
        let late = Int64(zone.offset(at: after)) * 1_000
        guard early != late else { return Moment(milliseconds: midnight - early) }
        let change = Self.change(between: before, and: after, in: zone)
        if midnight - early < change.milliseconds { return Moment(milliseconds: midnight - early) }
        return Moment(milliseconds: max(change.milliseconds, midnight - late))
    }

    /// From the start of the day to the start of the next one; empty for a day that was skipped.
    public func span(in zone: LocalZone) -> Range<Moment> {
        let start = start(in: zone)
        return start..<max(start, advanced(by: 1).start(in: zone))
    }

    /// How long the day is: 24 hours, or 23 or 25 where summer time begins or ends, and rarely something else.
    public func hours(in zone: LocalZone) -> Double {
        let span = span(in: zone)
        return Double(span.upperBound.milliseconds - span.lowerBound.milliseconds) / 3_600_000
    }

    /// The first second with the later offset.
    private static func change(between before: Moment, and after: Moment, in zone: LocalZone) -> Moment {
        let late = zone.offset(at: after)
        var low = before.milliseconds.flooredSeconds
        var high = after.milliseconds.flooredSeconds
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if zone.offset(at: Moment(milliseconds: middle * 1_000)) == late { high = middle } else { low = middle }
        }
        return Moment(milliseconds: high * 1_000)
    }
}
