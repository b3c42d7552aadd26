import Testing
import Unknot
import UnknotJournal

@testable import UnknotCLI

@Suite("Forecast for a person")
struct ForecastViewTests {
    private static func page(
        _ report: ForecastReport, _ terminal: Terminal = Terminal(), dated: Bool = true
    ) throws -> String {
        var view = ForecastView(text: try SharedEngine.get().forecastText, terminal: terminal)
        return view.page(for: report, today: dated ? LocalDay("2026-11-21") : nil)
    }

    private static let month: [ForecastDay] = (0..<30).map { day -> ForecastDay in
        ForecastDay(pain: Double(day % 4 + 2), tenderness: 5, hadSession: day % 3 == 0)
    }

    /// Made once: the knot model takes a while.
    private static let reports: [Result<ForecastReport, any Error>] = [[], month].map { days in
        Result { try SharedEngine.get().forecast(days) }
    }

    @Test("no line is wider than the terminal", arguments: [40, 80, 100], [0, 1])
    func width(_ width: Int, story: Int) throws {
        for line in try Self.page(Self.reports[story].get(), Terminal(width: width)).split(separator: "\n") {
            #expect(line.count <= width, "\(line)")
        }
    }

    @Test
    func `it shows days with their dates, the past, a return, and that it is a model`() throws {
        let page = try Self.page(Self.reports[1].get())
        #expect(page.contains("2026-11-22  in 1 day") && page.contains("2026-12-19  in 28 days"))
        #expect(page.contains(CLIText.Forecast.past) && page.contains("Silva"))
        #expect(page.contains("a model, not a measurement"))
        #expect(try Self.page(Self.reports[1].get(), dated: false).contains("  in 28 days"))
    }

    @Test
    func `without entries it says so and shows no day`() throws {
        let page = try Self.page(Self.reports[0].get())
        #expect(page.hasPrefix("Nothing is written down yet") && !page.contains("in 28 days"))
    }

    @Test
    func `the bar holds the interval and its middle`() {
        let point = ForecastPoint(day: 1, median: 5, expected: 5, low: 3, high: 7)
        #expect(ForecastView.bar(point) == "······────●────······")
    }
}
