import Unknot
import UnknotJournal

/// A forecast for a person: what may come, on what it stands, how good past ones were, and what it cannot say.
struct ForecastView {
    let text: ForecastText
    private var page: Page

    init(text: ForecastText, terminal: Terminal) {
        self.text = text
        page = Page(terminal)
    }

    /// The days that are told one by one; the others lie between.
    private static let shown = [1, 2, 3, 5, 7, 10, 14, 21, 28]

    /// The whole page.
    mutating func page(for report: ForecastReport, today: LocalDay?) -> String {
        let forecast = report.forecast
        page.add(StyledText(text.basis(forecast), forecast.basis == .nothing ? .warning : .plain))
        for (title, points) in [
            (CLIText.Forecast.pain, forecast.pain), (CLIText.Forecast.tenderness, forecast.tenderness),
        ] where !points.isEmpty {
            page.heading(title)
            page.add(StyledText(CLIText.Forecast.legend, .quiet))
            for point in points where Self.shown.contains(point.day) { line(point, today) }
            page.add(StyledText(CLIText.Forecast.between, .quiet))
        }
        if forecast.basis != .nothing {
            page.blank()
            page.add(StyledText(text.theory(forecast.theory)))
            if let sessions = text.sessions(forecast) { page.add(StyledText(sessions)) }
        }
        page.heading(CLIText.Forecast.past)
        page.add(StyledText(text.verdict(report.review)))
        for score in report.review.scores { item(text.score(score)) }
        page.heading(CLIText.Forecast.recurrence)
        for sentence in text.recurrence(report.recurrence) { page.add(StyledText(sentence)) }
        page.heading(CLIText.goodToKnowTitle)
        for sentence in text.limits { item(sentence) }
        return page.text
    }

    private mutating func line(_ point: ForecastPoint, _ today: LocalDay?) {
        let label =
            today.map { CLIText.Forecast.day(point.day, $0.advanced(by: point.day).description) }
            ?? CLIText.Forecast.day(point.day)
        page.labelled(
            label, [StyledText(Self.bar(point)) + StyledText("  " + CLIText.Forecast.range(point))],
            column: today == nil ? 14 : 24, indent: 2)
    }

    /// The scale of 0 to 10 in 21 places: dots, the interval as dashes, the middle as a mark.
    static func bar(_ point: ForecastPoint) -> String {
        func place(_ value: Double) -> Int { Int((value * 2).rounded()) }
        return String(
            (0...20).map { index in
                index == place(point.median)
                    ? "●" : (place(point.low)...place(point.high)).contains(index) ? "─" : "·"
            })
    }

    private mutating func item(_ sentence: String) {
        page.add(StyledText(sentence), mark: "• ", indent: 2)
    }
}
