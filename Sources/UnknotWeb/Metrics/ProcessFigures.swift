import Foundation
import Metrics

/// What the process takes of the machine, read when somebody asks. Linux tells it in `/proc`; elsewhere there is nothing.
struct ProcessFigures {
    /// Brings the figures up to date.
    func update(_ metrics: PrometheusMetrics) {
        let words = Self.words("/proc/self/statm")
        if words.count > 1, let pages = Double(words[1]) {
            set(metrics, MetricNames.memory, pages * Double(Self.pageSize))
        }
        // The name of the program stands in brackets and may hold blanks: what follows begins with field 3.
        let fields = Self.words("/proc/self/stat", after: ")")
        if fields.count > 19, let user = Double(fields[11]), let system = Double(fields[12]) {
            set(metrics, MetricNames.processor, (user + system) / Self.ticks)
            if let boot = Self.bootTime, let start = Double(fields[19]) {
                set(metrics, MetricNames.started, boot + start / Self.ticks)
            }
        }
        if let files = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd") {
            set(metrics, MetricNames.files, Double(files.count))
        }
    }

    private func set(_ metrics: PrometheusMetrics, _ label: String, _ value: Double) {
        metrics.makeMeter(label: label, dimensions: []).set(value)
    }

    private static let pageSize = sysconf(Int32(_SC_PAGESIZE))
    private static let ticks = Double(sysconf(Int32(_SC_CLK_TCK)))

    /// When the machine started, in seconds since 1970.
    private static var bootTime: Double? {
        guard let text = try? String(contentsOfFile: "/proc/stat", encoding: .utf8) else { return nil }
        return text.split(separator: "\n").first { $0.hasPrefix("btime ") }.flatMap { Double($0.dropFirst(6)) }
    }

    private static func words(_ path: String, after mark: Character? = nil) -> [Substring] {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
        let start = mark.flatMap { text.lastIndex(of: $0) }.map { text.index(after: $0) } ?? text.startIndex
        return text[start...].split { $0 == " " || $0 == "\n" }
    }
}
