import Foundation
import HTTPTypes
import Testing
import Unknot
import UnknotJournal

@testable import UnknotWeb

/// Records in which there is little to say, or in which careless arithmetic would say something silly.
@Suite("Prevention with unusual records")
struct UnusualRecordTests {
    enum Story: String, CaseIterable, Sendable {
        case nothing
        case oneEntry
        case monthsWithoutEntries
        case zoneChanged
        case allZeros
        case allTens
    }

    private static let pages = [
        "/today", "/prevent", "/prevent/check", "/prevent/hours", "/prevent/habits", "/prevent/tests",
        "/prevent/tests/new", "/prevent/patterns", "/prevent/reminders", "/prevent/forecast", "/record",
    ]

    private static func diary(_ story: Story) async throws -> Diary {
        let diary = try await Diary(now: "2026-11-21T20:00:00+01:00")
        func days(_ range: ClosedRange<Int>, pain: (Int) -> Int, zone: String = "Europe/Berlin") async throws {
            for back in range {
                let day = try #require(LocalDay("2026-11-21")).advanced(by: -back)
                let at = "\(day)T08:00:00\(zone == "Asia/Tokyo" ? "+09:00" : "+01:00")"
                try await diary.write(.pain, #"{"average":\#(pain(back))}"#, at: at, zone: zone)
                try await diary.write(.sleep, #"{"hours":7,"quality":\#(pain(back))}"#, at: at, zone: zone)
            }
        }
        switch story {
        case .nothing: break
        case .oneEntry: try await days(0...0) { _ in 4 }
        case .monthsWithoutEntries:
            try await days(0...2) { _ in 5 }
            try await days(200...203) { _ in 3 }
        case .zoneChanged:
            try await days(0...12) { $0 % 4 + 2 }
            try await days(14...26, pain: { $0 % 3 + 3 }, zone: "Asia/Tokyo")
        case .allZeros: try await days(0...45) { _ in 0 }
        case .allTens: try await days(0...45) { _ in 10 }
        }
        return diary
    }

    @Test(arguments: Story.allCases) func `every page says something sensible`(story: Story) async throws {
        let diary = try await Self.diary(story)
        for path in Self.pages {
            let page = try await diary.get(path)
            #expect(page.status == .ok, "\(path)")
            let words = page.visibleText
            #expect(!words.contains(/\b(nan|NaN|inf|Infinity|nil|null)\b|Optional\(|\{\{|-0\b/), "\(path): \(words)")
        }
    }

    @Test(arguments: Story.allCases) func `nothing is claimed that the days cannot carry`(story: Story) async throws {
        let diary = try await Self.diary(story)
        let claims = [
            "your pain was higher by about", "your pain was lower by about", "Likely helps", "Likely makes it worse",
        ]
        for path in ["/prevent", "/prevent/patterns", "/prevent/tests", "/today"] {
            let words = try await diary.get(path).visibleText
            for claim in claims { #expect(!words.localizedStandardContains(claim), "\(path): \(words)") }
        }
    }

    @Test(arguments: [Story.allZeros, .allTens]) func `forecasts stay on the scale`(story: Story) async throws {
        let words = try await Self.diary(story).get("/prevent/forecast").visibleText
        #expect(!words.contains(/(−|-)\d|\b1[1-9] of 10\b/), "\(words)")
    }
}
