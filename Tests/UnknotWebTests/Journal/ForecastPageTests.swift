import HTTPTypes
import Testing
import Unknot
import UnknotJournal

@testable import UnknotWeb

/// Pages about the days ahead that together show everything that they can show.
enum ForecastPages {
    private static let now = "2026-11-21T20:00:00+01:00"

    /// Six weeks of entries with sessions, and a point that was pressed on every third day.
    static func diary() throws -> [Noted] {
        let today = try #require(LocalDay("2026-11-21"))
        let point = #""point":"gluteus_medius_tp1","side":"left""#
        return try (0..<42).flatMap { ago -> [Noted] in
            let at = "\(today.advanced(by: -ago))T09:00:00+01:00"
            var entries = [try DayChartTests.noted(.pain, #"{"average":\#(3 + ago % 3)}"#, at: at)]
            if ago.isMultiple(of: 3) {
                entries.append(try DayChartTests.noted(.press, #"{\#(point),"tenderness":\#(4 + ago % 2)}"#, at: at))
                entries.append(
                    try DayChartTests.noted(.session, #"{"seconds":60,"steps":[],"ended":"finished"}"#, at: at))
            }
            return entries
        }
    }

    static func pages() throws -> [Page<ForecastPage>] {
        let kit = try DayChartTests.kit(now: now)
        return [[], try diary()].map { entries in
            .forecast(ForecastHistory(entries, today: kit.today), canWrite: true, kit: kit)
        }
    }
}

@Suite("The days ahead")
struct ForecastPageTests {
    @Test
    func `without entries it says so and leads to Today`() async throws {
        let site = try await JournalSite(persons: [])
        let answer = try await site.ask { try await $0.get("/prevent/forecast") }
        #expect(answer.status == .ok)
        #expect(answer.text.contains("Nothing is written down yet") && answer.text.contains("href=\"/today\""))
        #expect(!answer.text.contains("fore-chart"))
    }

    @Test
    func `with entries it shows ranges, the past, a return, and that it is a model`() throws {
        let page = try #require(try ForecastPages.pages().last)
        let html = try PageRenderer(Site.engine.atlas, hasJournal: true).html(page)
        #expect(html.contains("a model, not a measurement") && html.contains("Tomorrow around"))
        #expect(html.contains("Sun, 22 Nov") && html.contains("Sat, 19 Dec"))
        #expect(html.contains("ranges held what came") && html.contains("da Silva 2019"))
        #expect(page.view.outlooks.count == 2 && page.view.rows.count == 28)
        #expect(page.view.sessionWords != nil && !page.view.canStart)
        // Whole numbers, as ratings are; a percent sign never stands alone on a line.
        for row in page.view.rows { #expect(row.rowPain.contains(/^\d+ to \d+ \(\d+\)$/)) }
        for outlook in page.view.outlooks { #expect(!outlook.outlookWords.contains(/\d\.\d/)) }
        #expect(!html.contains(/\d %/))
        for past in page.view.pasts { #expect(!past.pastSaid.isEmpty && !past.pastCame.isEmpty) }
    }

    @Test
    func `numbers of a picture stay inside it`() throws {
        let kit = try DayChartTests.kit(now: "2026-11-21T20:00:00+01:00")
        let point = ForecastPoint(day: 1, median: 0, expected: 0, low: 0, high: 10)
        let late = ForecastPoint(day: 28, median: 10, expected: 10, low: 0, high: 10)
        let chart = ForecastChart([point, late], known: [0, nil, 10], name: "x", kit: kit)
        #expect(chart.bandPath.hasSuffix("Z") && chart.linePath.hasSuffix("352 10"))
        // One dot for each logged day, none for the gap.
        #expect(chart.dotPath.count { $0 == "Z" } == 2)
        #expect(chart.outlookWords.contains("Tomorrow") && chart.outlookWords.contains("four weeks"))
    }
}
