import Metrics
import Synchronization

/// Keeps the figures of one server and writes them in Prometheus' text format, version 0.0.4.
///
/// Labels come from the program alone (route patterns, methods, status codes, names of calls), never from a request, so
/// that no label can name a person and their number stays small.
final class PrometheusMetrics: MetricsFactory, Sendable {
    private struct Name: Hashable, Comparable {
        let label: String
        /// As it stands between the braces.
        let dimensions: String

        init(_ label: String, _ dimensions: [(String, String)]) {
            self.label = label
            self.dimensions = dimensions.map { "\($0)=\"\(Self.escaped($1))\"" }.joined(separator: ",")
        }

        static func < (left: Self, right: Self) -> Bool {
            (left.label, left.dimensions) < (right.label, right.dimensions)
        }

        private static func escaped(_ text: String) -> String {
            let isPlain = text.utf8.allSatisfy { ![UInt8(ascii: "\\"), UInt8(ascii: "\""), 0x0A].contains($0) }
            return isPlain
                ? text
                : text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
        }
    }

    private enum Kind: String {
        case counter
        case gauge
        case histogram
    }

    private struct Series {
        var numbers: [Name: NumberSeries] = [:]
        var histograms: [Name: HistogramSeries] = [:]
        var kinds: [String: Kind] = [:]
    }

    private let series = Mutex(Series())

    func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        number(Name(label, dimensions), .counter)
    }

    func makeFloatingPointCounter(
        label: String, dimensions: [(String, String)]
    ) -> any FloatingPointCounterHandler {
        number(Name(label, dimensions), .counter)
    }

    func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        number(Name(label, dimensions), .gauge)
    }

    func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        let name = Name(label, dimensions)
        return aggregate ? histogram(name) : number(name, .gauge)
    }

    func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        histogram(Name(label, dimensions))
    }

    // A series lives as long as the server: its labels are few, and a counter must not begin again.
    func destroyCounter(_ handler: any CounterHandler) {}
    func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
    func destroyMeter(_ handler: any MeterHandler) {}
    func destroyRecorder(_ handler: any RecorderHandler) {}
    func destroyTimer(_ handler: any TimerHandler) {}

    private func number(_ name: Name, _ kind: Kind) -> NumberSeries {
        series.withLock { series in
            series.kinds[name.label] = kind
            if let known = series.numbers[name] { return known }
            let new = NumberSeries()
            series.numbers[name] = new
            return new
        }
    }

    private func histogram(_ name: Name) -> HistogramSeries {
        series.withLock { series in
            series.kinds[name.label] = .histogram
            if let known = series.histograms[name] { return known }
            let new = HistogramSeries()
            series.histograms[name] = new
            return new
        }
    }
}

extension PrometheusMetrics {
    /// All figures, sorted by name, so that two readings differ only in numbers.
    var text: String {
        let now = series.withLock { $0 }
        var lines: [String] = []
        for (label, kind) in now.kinds.sorted(by: { $0.key < $1.key }) {
            if let help = MetricNames.help[label] { lines.append("# HELP \(label) \(help)") }
            lines.append("# TYPE \(label) \(kind.rawValue)")
            for (name, number) in now.numbers.sorted(by: { $0.key < $1.key }) where name.label == label {
                lines.append(Self.line(label, name.dimensions, Self.digits(number.value)))
            }
            for (name, histogram) in now.histograms.sorted(by: { $0.key < $1.key }) where name.label == label {
                lines += Self.lines(label, name.dimensions, histogram.counts)
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func lines(_ label: String, _ dimensions: String, _ counts: HistogramSeries.Counts) -> [String] {
        let comma = dimensions.isEmpty ? "" : ","
        var sum = 0
        var lines: [String] = []
        for (bound, count) in zip(HistogramSeries.bounds.map(digits) + ["+Inf"], counts.buckets) {
            sum += count
            lines.append(line("\(label)_bucket", "\(dimensions)\(comma)le=\"\(bound)\"", "\(sum)"))
        }
        return lines + [
            line("\(label)_sum", dimensions, digits(counts.sum)), line("\(label)_count", dimensions, "\(counts.count)"),
        ]
    }

    private static func line(_ name: String, _ dimensions: String, _ value: String) -> String {
        dimensions.isEmpty ? "\(name) \(value)" : "\(name){\(dimensions)} \(value)"
    }

    private static func digits(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
    }
}
