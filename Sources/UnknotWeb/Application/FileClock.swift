import Foundation
import UnknotJournal
public import UnknotRecord

/// A clock that stands where a file says it does, so that a test of eight weeks can be watched in seconds.
///
/// Only for trying things out: what is written down meanwhile bears these times for ever.
public struct FileClock: Sendable {
    /// The variable of the environment that names the file.
    public static let variable = "UNKNOT_CLOCK_FILE"

    private let path: String
    private let first: Moment

    /// Reads the file for the first time.
    ///
    /// - Parameter path: A file with one moment such as `2026-11-22T08:00:00Z`.
    /// - Throws: ``WebError/clockFile(path:reason:)`` when there is no such file or no moment in it.
    public init(path: String) throws(WebError) {
        self.path = path
        do {
            first = try Self.read(path)
        } catch let problem as IntakeProblem {
            throw .clockFile(path: path, reason: "\(problem.message) Allowed: \(problem.allowed)")
        } catch {
            throw .clockFile(path: path, reason: "it cannot be read")
        }
    }

    /// The moment in the file; the first one while it cannot be read, as when it is just being written.
    public var now: Moment { (try? Self.read(path)) ?? first }

    private static func read(_ path: String) throws -> Moment {
        let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        return try MomentText(text.trimmingCharacters(in: .whitespacesAndNewlines)).moment
    }
}
