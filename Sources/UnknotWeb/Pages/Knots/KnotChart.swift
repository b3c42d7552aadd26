import Unknot
import UnknotJournal

/// How tender a knot was each time it was pressed. Nothing joins the presses: between them nobody knows.
struct KnotChart: Sendable {
    let chartWords: String
    let frameX: String
    let frameWidth: String
    let levelLines: String
    let levelLabels: [DayChart.Label]
    let stems: String
    let dots: String
    /// Releases, as diamonds below.
    let releases: String
    let laneLine: String
    let laneName: String
    let firstDay: String
    let lastDay: String
    let lastX: String

    private static let (left, width, top, height, lane) = (66.0, 286.0, 10.0, 84.0, 128.0)
    /// The fewest days that are drawn, so that two presses on one day do not stand a page apart.
    private static let fewestDays = 7
    /// The most days that are drawn: with more, the dots would lie on each other.
    private static let mostDays = 365

    /// - Returns: `nil` when no press of the last year says how tender it was.
    init?(_ history: KnotHistory, kit: RecordKit) {
        let end = max(kit.today, history.events.last?.day ?? kit.today)
        let first = max(
            min(history.found, kit.today.advanced(by: 1 - Self.fewestDays)), end.advanced(by: 1 - Self.mostDays))
        let presses = history.presses.compactMap { entry in
            entry.day >= first ? entry.press.tenderness.map { (entry.day, $0) } : nil
        }
        let worked = history.events.filter { event in
            if case .released = event.what { event.day >= first } else { false }
        }
        guard let last = presses.last else { return nil }
        let days = Double(first.days(to: end) + 1)
        func x(_ day: LocalDay) -> Double { Self.left + Self.width * (Double(first.days(to: day)) + 0.5) / days }
        func y(_ value: Double) -> Double { Self.top + Self.height * (1 - value / 10) }
        let text = DayChart.text
        (frameX, frameWidth) = (text(Self.left), text(Self.width))
        levelLines = [0.0, 5, 10].map { "M\(text(Self.left)) \(text(y($0)))h\(text(Self.width))" }.joined()
        levelLabels = [0.0, 5, 10].map {
            DayChart.Label(labelX: text(Self.left - 8), labelY: text(y($0) + 4), labelText: String(Int($0)))
        }
        stems = presses.map { "M\(text(x($0.0))) \(text(y(0)))V\(text(y($0.1)))" }.joined()
        dots = presses.map { DayChart.dot(x($0.0), y($0.1), 3.6) }.joined()
        releases = worked.map { DayChart.sign(.session, x($0.day), Self.lane - 7, 4) }.joined()
        laneLine = "M\(text(Self.left)) \(text(Self.lane))h\(text(Self.width))"
        laneName = kit.texts("lane_session")
        firstDay = first.year == end.year ? kit.dates.short(first) : kit.dates.dated(first)
        lastDay = kit.dates.short(end)
        lastX = text(Self.left + Self.width)
        chartWords = kit.texts(
            presses.count == 1 ? "knot_chart_once" : "knot_chart_words",
            [
                "count": String(presses.count), "first": kit.number(presses[0].1), "last": kit.number(last.1),
                "lowest": kit.number(presses.map(\.1).min() ?? 0), "highest": kit.number(presses.map(\.1).max() ?? 0),
                "releases": String(worked.count),
            ])
    }
}
