import Testing
import UnknotJournal
import UnknotRecord

@testable import UnknotExchange

@Suite("Reminders as a calendar file")
struct ReminderCalendarTests {
    private static let words = ReminderCalendar.Words(title: "Unknot, reminders", note: "From Unknot; no more\\less")

    private static func list(_ json: String) throws -> RemindersRecord {
        guard case .reminders(let record) = try RecordValue(kind: .reminders, json: Array(json.utf8)) else {
            return .none
        }
        return record
    }

    private static func reminder(_ number: Int, _ what: String, _ rest: String) -> String {
        #"{"id":"0190b6a1-7c3e-7abc-8def-01234567890\#(number)","what":"\#(what)",\#(rest)}"#
    }

    private static func text(
        _ reminders: [String], quiet: String = "null", zone: String = "Europe/Berlin", withBreaks: Bool = true
    ) throws -> String {
        let record = try list(#"{"reminders":[\#(reminders.joined(separator: ","))],"quiet":\#(quiet)}"#)
        let changed = try MomentText("2026-11-21T23:30:15Z").moment
        return ReminderCalendar(
            record, changedAt: changed, since: changed, zone: try #require(LocalZone(zone)), withBreaks: withBreaks
        ).text(words)
    }

    /// The lines with folding taken back.
    private func lines(_ text: String) -> [String] {
        text.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
    }

    @Test func `one event for each time, by day or by day of the week, ringing at its start`() throws {
        let text = try Self.text([
            Self.reminder(1, "Drink", #""at":["09:00","13:30"]"#),
            Self.reminder(2, "Stretch", #""at":["18:00"],"days":["tuesday","thursday"]"#),
        ])
        let lines = lines(text)
        #expect(lines.first == "BEGIN:VCALENDAR")
        #expect(lines.last == "END:VCALENDAR")
        #expect(text.hasSuffix("\r\n"))
        #expect(lines.count { $0 == "BEGIN:VEVENT" } == 3)
        #expect(lines.count { $0 == "TRIGGER:PT0S" } == 3)
        // In Berlin it is the 22nd already, a Sunday; the first Tuesday is the 24th.
        #expect(lines.contains("DTSTART;TZID=Europe/Berlin:20261122T133000"))
        #expect(lines.contains("DTSTART;TZID=Europe/Berlin:20261124T180000"))
        #expect(lines.count { $0 == "RRULE:FREQ=DAILY" } == 2)
        #expect(lines.contains("RRULE:FREQ=WEEKLY;BYDAY=TU,TH"))
        #expect(lines.contains("DTSTAMP:20261121T233015Z"))
        let names = lines.filter { $0.hasPrefix("UID:") }
        #expect(Set(names).count == 3)
        #expect(names.contains("UID:0190b6a1-7c3e-7abc-8def-012345678901-0900@unknot"))
    }

    @Test func `what is off, quiet or a break that was not asked for is left out`() throws {
        let reminders = [
            Self.reminder(1, "Late", #""at":["23:00"]"#), Self.reminder(2, "Off", #""at":["09:00"],"off":true"#),
            Self.reminder(3, "Break", #""every":60,"from":"05:30","to":"09:00""#),
        ]
        let quiet = #"{"from":"22:00","to":"07:00"}"#
        let all = lines(try Self.text(reminders, quiet: quiet))
        #expect(all.filter { $0.hasPrefix("DTSTART;") }.map { $0.suffix(6) } == ["073000", "083000"])
        #expect(!lines(try Self.text(reminders, quiet: quiet, withBreaks: false)).contains("BEGIN:VEVENT"))
    }

    @Test func `summer time is a rule where it follows one, and a list where it does not`() throws {
        let berlin = lines(try Self.text([]))
        #expect(berlin.contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"))
        #expect(berlin.contains("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"))
        #expect(berlin.contains("DTSTART:20250330T020000") && berlin.contains("DTSTART:20251026T030000"))
        let york = lines(try Self.text([], zone: "America/New_York"))
        #expect(york.contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU"))
        #expect(york.contains("RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"))
        let jerusalem = lines(try Self.text([], zone: "Asia/Jerusalem"))
        #expect(jerusalem.contains { $0.hasPrefix("RDATE:2026032") })
        for zone in ["Asia/Tokyo", "UTC", "+05:45"] {
            let plain = lines(try Self.text([], zone: zone))
            #expect(plain.count { $0 == "BEGIN:STANDARD" } == 1 && !plain.contains("BEGIN:DAYLIGHT"))
        }
        #expect(lines(try Self.text([], zone: "+05:45")).contains("TZID:UTC+0545"))
    }

    @Test func `words are escaped, and no line is longer than 75 bytes`() throws {
        let what = String(repeating: "Grüße, 日本; a\\\\b ", count: 5)
        let text = try Self.text([Self.reminder(1, what, #""at":["09:00"]"#)])
        for line in text.split(separator: "\r\n") { #expect(line.utf8.count <= 75) }
        let summary = lines(text).first { $0.hasPrefix("SUMMARY:") }
        #expect(summary?.hasPrefix(#"SUMMARY:Grüße\, 日本\; a\\b Grüße"#) == true)
        #expect(lines(text).contains(#"NAME:Unknot\, reminders"#))
    }

    @Test func `the same list gives the same bytes`() throws {
        let reminders = [Self.reminder(1, "Drink", #""at":["09:00"]"#)]
        #expect(try Self.text(reminders) == Self.text(reminders))
    }

    @Test func `a control character cannot break out of a line`() {
        #expect(ContentLines.escaped("a\r\nEND:VCALENDAR\u{7}") == #"a\nEND:VCALENDAR"#)
    }
}
