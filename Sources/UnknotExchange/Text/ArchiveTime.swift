import UnknotJournal
import UnknotRecord

/// Instants as an archive writes them: the same on every machine, whatever it knows about time zones.
///
/// Every answer of the API holds a hundred of them, so they are written digit by digit.
enum ArchiveTime {
    /// In UTC with milliseconds, so that texts sort as the instants do: `2026-11-01T07:00:00.000Z`.
    static func sortable(_ moment: Moment) -> String {
        text(Int(moment.milliseconds), hasFraction: true, ending: "Z")
    }

    /// In UTC, with milliseconds where there are any: `2026-11-01T07:00:00Z`.
    static func utc(_ moment: Moment) -> String {
        text(Int(moment.milliseconds), hasFraction: moment.milliseconds % 1_000 != 0, ending: "Z")
    }

    /// As clocks in a zone showed it, `2026-11-01T08:00:00+01:00`; nil for a zone that has a name, whose rules may differ
    /// from machine to machine.
    static func local(_ moment: Moment, zone: String) -> String? {
        guard zone.hasPrefix("+") || zone.hasPrefix("-"), let offset = LocalZone(zone), offset.description == zone
        else {
            return nil
        }
        let local = Int(moment.milliseconds) + offset.offset(at: moment) * 1_000
        return text(local, hasFraction: moment.milliseconds % 1_000 != 0, ending: zone)
    }

    private static let day = 86_400_000

    private static func text(_ milliseconds: Int, hasFraction: Bool, ending: String) -> String {
        let date = LocalDay(number: (milliseconds - (milliseconds < 0 ? day - 1 : 0)) / day)
        let time = milliseconds - date.number * day
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32)
        bytes.append(date.year, digits: 4)
        bytes.append(UInt8(ascii: "-"))
        bytes.append(date.month, digits: 2)
        bytes.append(UInt8(ascii: "-"))
        bytes.append(date.day, digits: 2)
        bytes.append(UInt8(ascii: "T"))
        bytes.append(time / 3_600_000, digits: 2)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(time / 60_000 % 60, digits: 2)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(time / 1_000 % 60, digits: 2)
        if hasFraction {
            bytes.append(UInt8(ascii: "."))
            bytes.append(time % 1_000, digits: 3)
        }
        bytes += ending.utf8
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension [UInt8] {
    /// Adds a number, not below zero, with exactly so many digits.
    fileprivate mutating func append(_ number: Int, digits: Int) {
        var divisor = 1
        for _ in 1..<digits { divisor *= 10 }
        while divisor > 0 {
            append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
            divisor /= 10
        }
    }
}
