import UnknotJournal
import UnknotRecord

/// Instants as an archive writes them: the same on every machine, whatever it knows about time zones.
enum ArchiveTime {
    /// In UTC with milliseconds, so that texts sort as the instants do: `2026-11-01T07:00:00.000Z`.
    static func sortable(_ moment: Moment) -> String {
        let text = utc(moment)
        return moment.milliseconds % 1_000 == 0 ? text.dropLast() + ".000Z" : text
    }

    /// In UTC, with milliseconds where there are any: `2026-11-01T07:00:00Z`.
    static func utc(_ moment: Moment) -> String {
        moment.text(in: .utc).dropLast("+00:00".count) + "Z"
    }

    /// As clocks in a zone showed it, `2026-11-01T08:00:00+01:00`; nil for a zone that has a name, whose rules may differ
    /// from machine to machine.
    static func local(_ moment: Moment, zone: String) -> String? {
        guard zone.hasPrefix("+") || zone.hasPrefix("-"), let offset = LocalZone(zone), offset.description == zone
        else {
            return nil
        }
        return moment.text(in: offset)
    }
}
