import Foundation
import SeededRandom
import Testing
import UnknotJournal
import UnknotRecord

@Suite("Days where people are")
struct LocalDayTests {
    static let zones = [
        "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia",
        "America/St_Johns", "America/Sao_Paulo", "Africa/Casablanca", "Asia/Pyongyang", "Europe/Volgograd",
        "America/Caracas", "Pacific/Kiritimati", "Asia/Gaza", "Antarctica/Troll", "UTC", "+05:45", "-12:00",
    ]

    @Test(
        "a day is as long as the clocks there make it",
        arguments: [
            // Summer time begins and ends.
            ("Europe/Berlin", "2026-03-29", 23.0), ("Europe/Berlin", "2026-10-25", 25),
            ("Europe/Berlin", "2026-03-28", 24), ("Europe/Berlin", "2026-10-26", 24),
            ("America/New_York", "2026-03-08", 23), ("America/New_York", "2026-11-01", 25),
            ("Australia/Lord_Howe", "2026-10-04", 23.5), ("Australia/Lord_Howe", "2026-04-05", 24.5),
            ("Antarctica/Troll", "2026-03-29", 22), ("Antarctica/Troll", "2026-10-25", 26),
            // At midnight.
            ("America/Sao_Paulo", "2018-11-04", 23), ("America/Sao_Paulo", "2018-02-17", 25),
            // Offsets that governments changed.
            ("Europe/Moscow", "2014-10-26", 25), ("Europe/Moscow", "2011-03-27", 23),
            ("Europe/Volgograd", "2020-12-27", 25), ("America/Caracas", "2016-05-01", 23.5),
            ("Asia/Pyongyang", "2015-08-14", 24.5), ("Asia/Pyongyang", "2018-05-04", 23.5),
            ("Asia/Kathmandu", "1986-01-01", 23.75), ("Europe/Istanbul", "2016-10-30", 24),
            // Samoa left out a day, Kiribati's Line Islands as well.
            ("Pacific/Apia", "2011-12-29", 24), ("Pacific/Apia", "2011-12-30", 0), ("Pacific/Apia", "2011-12-31", 24),
            ("Pacific/Kwajalein", "1993-08-21", 0),
            ("+01:00", "2026-03-29", 24), ("UTC", "2026-03-29", 24),
        ])
    func hours(zone: String, day: String, hours: Double) throws {
        let zone = try #require(LocalZone(zone))
        let day = try #require(LocalDay(day))
        #expect(day.hours(in: zone) == hours)
    }

    @Test(
        "an entry lies on the day that it was where the person was",
        arguments: [
            ("2026-10-24T21:59:59Z", "Europe/Berlin", "2026-10-24"),
            ("2026-10-24T22:00:00Z", "Europe/Berlin", "2026-10-25"),
            ("2026-10-25T22:59:59.999Z", "Europe/Berlin", "2026-10-25"),
            ("2026-10-25T23:00:00Z", "Europe/Berlin", "2026-10-26"),
            ("2026-03-28T22:59:59Z", "Europe/Berlin", "2026-03-28"),
            ("2026-03-28T23:00:00Z", "Europe/Berlin", "2026-03-29"),
            ("2026-03-29T21:59:59Z", "Europe/Berlin", "2026-03-29"),
            ("2026-03-29T22:00:00Z", "Europe/Berlin", "2026-03-30"),
            ("2026-11-01T04:00:00Z", "America/New_York", "2026-11-01"),
            ("2026-11-02T04:59:59Z", "America/New_York", "2026-11-01"),
            ("2026-11-02T05:00:00Z", "America/New_York", "2026-11-02"),
            ("2026-03-08T05:00:00Z", "America/New_York", "2026-03-08"),
            ("2026-03-09T03:59:59Z", "America/New_York", "2026-03-08"),
            ("2026-04-04T13:00:00Z", "Australia/Lord_Howe", "2026-04-05"),
            ("2026-04-05T13:29:59Z", "Australia/Lord_Howe", "2026-04-05"),
            ("2026-04-05T13:30:00Z", "Australia/Lord_Howe", "2026-04-06"),
            ("2011-12-30T09:59:59Z", "Pacific/Apia", "2011-12-29"),
            ("2011-12-30T10:00:00Z", "Pacific/Apia", "2011-12-31"),
            ("1969-12-31T23:59:59.999Z", "UTC", "1969-12-31"), ("1900-01-01T00:00:00Z", "UTC", "1900-01-01"),
            ("2026-06-01T12:00:00Z", "+14:00", "2026-06-02"), ("2026-06-01T11:59:59Z", "-12:00", "2026-05-31"),
        ])
    func belongs(text: String, zone: String, day: String) throws {
        let zone = try #require(LocalZone(zone))
        let found = LocalDay(of: try moment(text), in: zone)
        #expect(found.description == day)
        #expect(found.span(in: zone).contains(try moment(text)))
    }

    @Test("both hours that the clocks show twice lie on the same day")
    func twice() throws {
        let zone = try #require(LocalZone("Europe/Berlin"))
        for text in ["2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00"] {
            #expect(LocalDay(of: try moment(text), in: zone).description == "2026-10-25")
        }
    }

    @Test("the calendar of the system agrees", arguments: zones)
    func agreesWithCalendar(name: String) throws {
        let zone = try #require(LocalZone(name))
        var calendar = Calendar(identifier: .gregorian)
        let offset = name.hasPrefix("+") || name.hasPrefix("-")
        calendar.timeZone = try #require(
            offset ? TimeZone(secondsFromGMT: zone.offset(at: Moment(milliseconds: 0))) : TimeZone(identifier: name))
        var random = SplitMix64(seed: 4)
        for _ in 0..<200 {
            let time = Moment(milliseconds: Int64.random(in: -2_208_988_800_000..<4_102_444_800_000, using: &random))
            let date = Date(timeIntervalSince1970: (Double(time.milliseconds) / 1_000).rounded(.down))
            let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
            let day = LocalDay(of: time, in: zone)
            #expect(day.year == parts.year && day.month == parts.month && day.day == parts.day, "\(time) \(name)")
            #expect(day.weekday % 7 + 1 == parts.weekday)
        }
    }

    @Test(
        "a day begins at the first moment at which clocks show it or a later one, found by looking at every minute",
        arguments: [
            ("Europe/Berlin", "2026-03-29"), ("Europe/Berlin", "2026-10-25"), ("America/New_York", "2026-11-01"),
            ("Australia/Lord_Howe", "2026-04-05"), ("America/Sao_Paulo", "2018-11-04"),
            ("America/Sao_Paulo", "2018-02-18"),
            ("America/St_Johns", "2006-10-29"), ("America/St_Johns", "2006-04-02"), ("Pacific/Apia", "2011-12-30"),
            ("Pacific/Apia", "2011-12-31"), ("Asia/Pyongyang", "2018-05-05"), ("Asia/Gaza", "2026-03-28"),
            ("Asia/Beirut", "2026-03-29"), ("Africa/Cairo", "2026-10-30"), ("Asia/Kathmandu", "1986-01-01"),
        ])
    func bruteForce(name: String, text: String) throws {
        let zone = try #require(LocalZone(name))
        let day = try #require(LocalDay(text))
        let noon = Int64(day.number) * 86_400_000
        let first = (-40 * 60...40 * 60).lazy.map { Moment(milliseconds: noon + Int64($0) * 60_000) }
            .first { LocalDay(of: $0, in: zone) >= day }
        #expect(day.start(in: zone) == first)
    }

    @Test("days follow one another without a gap or an overlap", arguments: zones)
    func partition(name: String) throws {
        let zone = try #require(LocalZone(name))
        var day = try #require(LocalDay("2005-01-01"))
        for _ in 0..<(365 * 15) {
            let next = day.advanced(by: 1)
            #expect(day.span(in: zone).upperBound == next.span(in: zone).lowerBound)
            day = next
        }
    }

    @Test("every date from 1900 to 2199 exists once and is counted on")
    func everyDate() throws {
        let first = try #require(LocalDay(year: 1900, month: 1, day: 1))
        let last = try #require(LocalDay(year: 2199, month: 12, day: 31))
        #expect(first.days(to: last) == 109_572)
        for number in first.number...last.number {
            let day = LocalDay(number: number)
            #expect(LocalDay(year: day.year, month: day.month, day: day.day) == day)
            #expect(LocalDay(day.description) == day)
        }
        #expect(LocalDay(number: 0).description == "1970-01-01")
        #expect(LocalDay(number: 0).weekday == 4)
    }

    @Test(
        "a date that does not exist is none",
        arguments: [
            "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-01", "2026-01-00", "2026-1-1",
            "0000-01-01",
            "2026/01/01", "", "2026-01-01 ", "२०२६-01-01", "+026-01-01",
        ])
    func noDate(text: String) {
        #expect(LocalDay(text) == nil)
    }
}

@Suite("Zones and moments as text")
struct ZoneTests {
    @Test(
        "a name of the IANA database, UTC or an offset is a zone",
        arguments: LocalDayTests.zones + [
            "America/Argentina/Buenos_Aires", "Etc/GMT+5", "Asia/Calcutta", "America/Port-au-Prince", "+00:00",
            "-18:00",
        ])
    func zones(text: String) throws {
        #expect(try #require(LocalZone(text)).description == text)
    }

    @Test(
        "anything else is none",
        arguments: [
            "", "Berlin", "CET", "EST", "PST8PDT", "GMT+1", "europe/berlin", "Europe/", "/Berlin", "Europe//Berlin",
            "Europe/Atlantis", "../etc/passwd", "Europe/Berlin ", "+1:00", "+0100", "+01:60", "+18:01", "01:00",
            "+01:00:00",
            "−01:00", "Europe/Berlin\u{0}", String(repeating: "A/", count: 500),
        ])
    func noZones(text: String) {
        #expect(LocalZone(text) == nil)
    }

    @Test("an offset follows the year where the zone does")
    func offsets() throws {
        let berlin = try #require(LocalZone("Europe/Berlin"))
        #expect(berlin.offset(at: try moment("2026-07-01T00:00:00Z")) == 7_200)
        #expect(berlin.offset(at: try moment("2026-01-01T00:00:00Z")) == 3_600)
        #expect(berlin.offset(at: try moment("2026-10-25T00:59:59.999Z")) == 7_200)
        #expect(berlin.offset(at: try moment("2026-10-25T01:00:00Z")) == 3_600)
        #expect(LocalZone(offsetMinutes: -210)?.description == "-03:30")
        #expect(LocalZone(offsetMinutes: 1_081) == nil)
    }

    @Test(
        "a moment is read with its offset",
        arguments: [
            ("2026-11-01T08:00:00+01:00", 1_793_516_400_000, 60), ("2026-11-01T07:00:00Z", 1_793_516_400_000, 0),
            ("2026-11-01t07:00:00z", 1_793_516_400_000, 0), ("2026-11-01 07:00:00Z", 1_793_516_400_000, 0),
            ("2026-11-01T07:00:00.5Z", 1_793_516_400_500, 0), ("2026-11-01T07:00:00.05Z", 1_793_516_400_050, 0),
            ("2026-11-01T07:00:00.123999999Z", 1_793_516_400_123, 0),
            ("1969-12-31T23:59:59.999-00:00", -1, 0), ("1970-01-01T05:45:00+05:45", 0, 345),
            ("1969-12-31T20:30:00-03:30", 0, -210),
        ])
    func read(text: String, milliseconds: Int64, offset: Int) throws {
        let read = try MomentText(text)
        #expect(read.moment.milliseconds == milliseconds)
        #expect(read.offsetMinutes == offset)
    }

    @Test(
        "what is no moment is refused with an example",
        arguments: [
            "", "2026-11-01", "2026-11-01T08:00", "2026-11-01T08:00:00", "2026-11-01T08:00+01:00",
            "2026-02-30T08:00:00Z",
            "2026-11-01T24:00:00Z", "2026-11-01T08:60:00Z", "2026-11-01T08:00:60Z", "2026-11-01T08:00:00.Z",
            "2026-11-01T08:00:00.1234567890Z", "2026-11-01T08:00:00+1", "2026-11-01T08:00:00+25:00",
            "2026-11-01T08:00:00 +01:00", "2026-11-01T08:00:00Europe/Berlin", "2026-11-01T08:00:00UTC",
            "yesterday, quite early", "20261101T080000Z0000", "2026-11-01T08:00:00Z\n",
        ])
    func refused(text: String) throws {
        let problem = #expect(throws: IntakeProblem.self) { try MomentText(text) }
        #expect(problem?.allowed.contains("2026-11-01T08:00:00+01:00") == true)
    }

    @Test("a moment is written with the offset of the zone, and reads back as itself", arguments: LocalDayTests.zones)
    func roundTrip(name: String) throws {
        let zone = try #require(LocalZone(name))
        var random = SplitMix64(seed: 8)
        for _ in 0..<200 {
            let time = Moment(milliseconds: Int64.random(in: -2_208_988_800_000..<7_258_118_400_000, using: &random))
            let text = time.text(in: zone)
            #expect(try MomentText(text).moment == time)
            #expect(try MomentText(text).description == text)
        }
        #expect(
            try moment("2026-07-01T10:00:00Z").text(in: try #require(LocalZone("Europe/Berlin")))
                == "2026-07-01T12:00:00+02:00")
        #expect(try moment("2026-07-01T10:00:00.040Z").text(in: .utc) == "2026-07-01T10:00:00.040+00:00")
    }
}
