import Metrics
import Synchronization

/// One series of numbers that only grows, or that goes up and down.
final class NumberSeries: CounterHandler, FloatingPointCounterHandler, MeterHandler, RecorderHandler, Sendable {
    private let number = Mutex(0.0)

    var value: Double { number.withLock { $0 } }

    func increment(by amount: Int64) { increment(by: Double(amount)) }
    func increment(by amount: Double) { number.withLock { $0 += amount } }
    func decrement(by amount: Double) { number.withLock { $0 -= amount } }
    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { number.withLock { $0 = value } }
    func record(_ value: Int64) { set(Double(value)) }
    func record(_ value: Double) { set(value) }
    func reset() { set(0.0) }
}

/// How often values fell at or below each bound; takes durations in seconds.
final class HistogramSeries: TimerHandler, RecorderHandler, Sendable {
    /// What was counted so far.
    struct Counts: Hashable, Sendable {
        /// Values in each bucket, not summed up; the last one has no bound.
        var buckets = [Int](repeating: 0, count: HistogramSeries.bounds.count + 1)
        var sum = 0.0
        var count = 0
    }

    /// Seconds: from a read out of memory to the point where a person gives up.
    static let bounds = [
        0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
    ]

    private let state = Mutex(Counts())

    var counts: Counts { state.withLock { $0 } }

    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }
    func record(_ value: Int64) { record(Double(value)) }

    func record(_ value: Double) {
        let bucket = Self.bounds.firstIndex { value <= $0 } ?? Self.bounds.count
        state.withLock { counts in
            counts.buckets[bucket] += 1
            counts.sum += value
            counts.count += 1
        }
    }
}
