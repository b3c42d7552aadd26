import Foundation
import Logging

/// Writes each event of the log as one JSON object a line, for programs that gather logs. What it says is the same as in
/// plain text: fixed messages and metadata, never what somebody wrote.
struct JSONLogHandler: LogHandler {
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?
    var logLevel: Logger.Level = .info
    private let label: String
    private let write: @Sendable (Data) -> Void

    /// - Parameter write: Takes a whole line, with its line break.
    init(label: String, write: @escaping @Sendable (Data) -> Void) {
        (self.label, self.write) = (label, write)
    }

    /// To standard error.
    static func standardError(label: String) -> Self {
        Self(label: label) { try? FileHandle.standardError.write(contentsOf: $0) }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = metadata.merging(metadataProvider?.get() ?? [:]) { $1 }.merging(event.metadata ?? [:]) { $1 }
        // Of an error only its kind is told: its words may hold anything.
        let error = event.error.map { String(describing: type(of: $0)) }
        let line = Line(
            time: Date().formatted(.iso8601.year().month().day().time(includingFractionalSeconds: true)) + "Z",
            level: event.level.rawValue, label: label, message: event.message.description, error: error,
            metadata: all.isEmpty ? nil : all.mapValues(\.description))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let json = try? encoder.encode(line) else { return }
        write(json + Data("\n".utf8))
    }

    private struct Line: Encodable {
        let time: String
        let level: String
        let label: String
        let message: String
        let error: String?
        let metadata: [String: String]?
    }
}
