public import UnknotRecord

/// A moment with the offset that was written beside it: `2026-11-01T08:00:00+01:00` (RFC 3339).
public struct MomentText: Hashable, Sendable, CustomStringConvertible {
    /// When.
    public let moment: Moment
    /// How far local time was ahead of UTC there, in minutes.
    public let offsetMinutes: Int

    /// What is allowed, for messages.
    static let allowed = "a date with time and offset such as 2026-11-01T08:00:00+01:00"

    /// A moment with the offset that a zone had then, rounded down to a minute.
    public init(_ moment: Moment, in zone: LocalZone) {
        self.moment = moment
        offsetMinutes = zone.offset(at: moment).floored(by: 60)
    }

    /// Reads the text of a moment. More digits than milliseconds are cut off; `T` and `Z` may be small letters, and a
    /// space may stand for `T`.
    ///
    /// - Throws: ``IntakeProblem`` without a path.
    public init(_ text: String) throws(IntakeProblem) {
        guard let read = Self.read(Array(text.utf8)) else {
            throw IntakeProblem(
                path: "", message: "“\(text.prefix(60))” is not a moment.", allowed: Self.allowed)
        }
        self = read
    }

    private init(moment: Moment, offsetMinutes: Int) {
        self.moment = moment
        self.offsetMinutes = offsetMinutes
    }

    /// The zone that the offset makes.
    public var zone: LocalZone { LocalZone(offsetMinutes: offsetMinutes) ?? .utc }

    /// `2026-11-01T08:00:00+01:00`, with milliseconds only where there are some.
    public var description: String {
        let local = Int(moment.milliseconds) + offsetMinutes * 60_000
        let day = LocalDay(number: local.floored(by: LocalDay.milliseconds))
        let time = local - day.number * LocalDay.milliseconds
        let seconds = time / 1_000
        let clock = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { $0.digits(2) }.joined(separator: ":")
        let fraction = time % 1_000 == 0 ? "" : "." + (time % 1_000).digits(3)
        return "\(day)T\(clock)\(fraction)\(LocalZone.text(ofOffset: offsetMinutes))"
    }

    private static func read(_ bytes: [UInt8]) -> MomentText? {
        guard bytes.count >= 20, let day = LocalDay(String(decoding: bytes[0..<10], as: UTF8.self)),
            [UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: " ")].contains(bytes[10]),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let hour = Int(digits: bytes[11...12]), hour < 24, let minute = Int(digits: bytes[14...15]), minute < 60,
            let second = Int(digits: bytes[17...18]), second < 60
        else { return nil }
        var rest = bytes[19...]
        var milliseconds = 0
        if rest.first == UInt8(ascii: ".") {
            let digits = rest.dropFirst().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            let zeros = repeatElement(UInt8(ascii: "0"), count: max(0, 3 - digits.count))
            guard (1...9).contains(digits.count), let fraction = Int(digits: digits.prefix(3) + zeros) else {
                return nil
            }
            milliseconds = fraction
            rest = rest.dropFirst(1 + digits.count)
        }
        guard let offset = offset(String(decoding: rest, as: UTF8.self)) else { return nil }
        let local = day.number * LocalDay.milliseconds + ((hour * 60 + minute) * 60 + second) * 1_000 + milliseconds
        return MomentText(moment: Moment(milliseconds: Int64(local - offset * 60_000)), offsetMinutes: offset)
    }

    private static func offset(_ text: String) -> Int? {
        if text == "Z" || text == "z" { return 0 }
        guard text.utf8.count == 6, let zone = LocalZone(text) else { return nil }
        return zone.offset(at: Moment(milliseconds: 0)) / 60
    }
}

extension Moment {
    /// The moment in the form of RFC 3339, with the offset of a zone.
    public func text(in zone: LocalZone) -> String { MomentText(self, in: zone).description }
}
