import Foundation
public import UnknotRecord

/// A time zone: a name of the IANA database, whose offset changes over the year and over the decades, or a fixed offset.
public struct LocalZone: Hashable, Sendable, CustomStringConvertible {
    /// Time without any offset.
    public static let utc = LocalZone(description: "UTC", rule: .fixed(seconds: 0))

    /// `Europe/Berlin`, `UTC` or `+01:00`: what an entry keeps.
    public let description: String
    private let rule: Rule

    private enum Rule: Hashable, Sendable {
        case fixed(seconds: Int)
        case named(TimeZone)
    }

    private init(description: String, rule: Rule) {
        self.description = description
        self.rule = rule
    }

    /// Reads `Europe/Berlin`, `UTC`, `Z` or an offset from `-18:00` to `+18:00`.
    ///
    /// Abbreviations such as `CET` are refused: several zones share one, and they do not know summer time.
    public init?(_ text: String) {
        if text == "UTC" || text == "Z" {
            self = .utc
        } else if let minutes = Self.offset(text) {
            self.init(offsetMinutes: minutes)
        } else {
            guard Self.looksLikeName(text), let zone = TimeZone(identifier: text) else { return nil }
            self.init(description: text, rule: .named(zone))
        }
    }

    /// A fixed offset, east of Greenwich positive; no more than 18 hours.
    public init?(offsetMinutes minutes: Int) {
        guard abs(minutes) <= 18 * 60 else { return nil }
        self.init(description: Self.text(ofOffset: minutes), rule: .fixed(seconds: minutes * 60))
    }

    /// How far local time is ahead of UTC at a moment, in seconds.
    public func offset(at moment: Moment) -> Int {
        switch rule {
        case .fixed(let seconds): seconds
        case .named(let zone):
            zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.milliseconds.flooredSeconds)))
        }
    }

    /// `+01:00`.
    static func text(ofOffset minutes: Int) -> String {
        let size = abs(minutes)
        return (minutes < 0 ? "-" : "+") + (size / 60).digits(2) + ":" + (size % 60).digits(2)
    }

    /// Minutes of `+01:00`.
    private static func offset(_ text: String) -> Int? {
        let bytes = Array(text.utf8)
        guard bytes.count == 6, bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-"),
            bytes[3] == UInt8(ascii: ":"), let hours = Int(digits: bytes[1...2]),
            let minutes = Int(digits: bytes[4...5]),
            minutes < 60
        else { return nil }
        return (bytes[0] == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes)
    }

    /// Whether a text has the form `Area/Place`; the system takes more than that, and not the same on every machine.
    private static func looksLikeName(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), text.utf8.count <= 50 else { return false }
        return parts.allSatisfy { part in
            guard let first = part.first, (65...90).contains(first) else { return false }
            return part.allSatisfy {
                (65...90).contains($0) || (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "_")
                    || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+")
            }
        }
    }
}
