import Unknot
import UnknotJournal

/// What the next days may bring, said with a range and with how good past forecasts were.
struct ForecastPage: Sendable {
    /// One day of the table.
    struct Row: Sendable {
        let rowDay: String
        let rowPain: String
        let rowTenderness: String
    }

    /// One past forecast of one day.
    struct Past: Sendable {
        let pastMade: String
        let pastFor: String
        let pastSaid: String
        let pastCame: String
        let pastHeld: String
    }

    let dayName: String
    let basisWords: String
    /// Without a forecast: the way to write something down, for whoever may.
    let canStart: Bool
    let outlooks: [ForecastChart]
    let hasOutlook: Bool
    let theoryWords: String
    let sessionWords: String?
    let rows: [Row]
    let verdictWords: String
    let scoreLines: [String]
    let pasts: [Past]
    let hasPast: Bool
    let returnLines: [String]
    let limitLines: [String]

    init(_ history: ForecastHistory, canWrite: Bool, kit: RecordKit) {
        let (texts, words) = (kit.texts, kit.kit.engine.forecastText)
        let report = kit.kit.engine.forecast(history.days)
        let forecast = report.forecast
        dayName = kit.dates.long(kit.today)
        basisWords = words.basis(forecast)
        hasOutlook = forecast.basis != .nothing
        canStart = !hasOutlook && canWrite
        let known = history.days.suffix(ForecastChart.past)
        outlooks = [
            (forecast.pain, known.map(\.pain), texts("forecast_pain")),
            (
                forecast.tenderness, known.map(\.tenderness),
                history.tenderPoint.map {
                    texts("forecast_tenderness", ["point": kit.name(of: $0.point, $0.side)])
                } ?? ""
            ),
        ].filter { !$0.0.isEmpty }.map { ForecastChart($0.0, known: $0.1, name: $0.2, kit: kit) }
        theoryWords = words.theory(forecast.theory)
        sessionWords = words.sessions(forecast)
        let days = Set(forecast.pain.map(\.day) + forecast.tenderness.map(\.day)).sorted()
        rows = days.map { day in
            func range(_ points: [ForecastPoint]) -> String {
                points.first { $0.day == day }.map { texts("forecast_row", ForecastChart.whole($0)) }
                    ?? texts("course_none")
            }
            return Row(
                rowDay: kit.dates.table(kit.today.advanced(by: day)), rowPain: range(forecast.pain),
                rowTenderness: range(forecast.tenderness))
        }
        verdictWords = words.verdict(report.review)
        scoreLines = report.review.scores.map(words.score)
        hasPast = !report.review.lines.isEmpty
        pasts = report.review.lines.reversed().map { line in
            let made = kit.today.advanced(by: -line.daysAgo)
            return Past(
                pastMade: kit.dates.table(made), pastFor: kit.dates.table(made.advanced(by: line.point.day)),
                pastSaid: Self.range(line.point, kit), pastCame: kit.number(line.came),
                pastHeld: texts(line.isHeld ? "forecast_held" : "forecast_missed"))
        }
        returnLines = words.recurrence(report.recurrence)
        limitLines = words.limits
    }

    private static func range(_ point: ForecastPoint, _ kit: RecordKit) -> String {
        kit.texts(
            "forecast_range",
            ["low": kit.number(tenth(point.low)), "high": kit.number(tenth(point.high))])
    }

    private static func tenth(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}

extension Page<ForecastPage> {
    static func forecast(_ history: ForecastHistory, canWrite: Bool, kit: RecordKit) -> Self {
        Page(
            template: "forecast", title: kit.texts("forecast_title"),
            view: ForecastPage(history, canWrite: canWrite, kit: kit), modules: ["today.js"])
    }
}
