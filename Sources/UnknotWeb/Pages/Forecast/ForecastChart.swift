import Unknot
import UnknotJournal

/// The last days as they were logged, and the next ones as a band with a line in its middle.
struct ForecastChart: Sendable {
    /// A mark on the axis of time.
    struct TimeMark: Sendable {
        let timeX: String
        let timeName: String
        let timeAnchor: String
    }

    /// A mark on the axis of the rating.
    struct LevelMark: Sendable {
        let levelY: String
        let levelTextY: String
        let levelName: String
    }

    let outlookName: String
    /// The picture in sentences.
    let outlookWords: String
    let bandPath: String
    let linePath: String
    /// A dot for each logged day.
    let dotPath: String
    let todayX: String
    let todayName: String
    let times: [TimeMark]
    let levels: [LevelMark]

    /// How many days before today are drawn, today included.
    static let past = 28
    private static let (left, width, top, height) = (28.0, 324.0, 10.0, 120.0)

    /// - Parameters:
    ///   - points: The days ahead, in order; not empty.
    ///   - known: The last days up to today, oldest first, at most ``past``.
    init(_ points: [ForecastPoint], known: [Double?], name: String, kit: RecordKit) {
        let texts = kit.texts
        outlookName = name
        let upper = points.map { Self.place($0.day, $0.high) }
        let lower = points.reversed().map { Self.place($0.day, $0.low) }
        bandPath = "M" + (upper + lower).joined(separator: "L") + "Z"
        linePath = "M" + points.map { Self.place($0.day, $0.median) }.joined(separator: "L")
        dotPath = known.enumerated().compactMap { index, rating in
            rating.map { "M\(Self.place(index + 1 - known.count, $0))m-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0Z" }
        }.joined()
        todayX = OutlookChart.text(Self.x(0))
        todayName = texts("forecast_today")
        times = [-21, -14, -7, 7, 14, 21, 28].map { day in
            TimeMark(
                timeX: OutlookChart.text(Self.x(day)),
                timeName: day.isMultiple(of: 14) ? kit.dates.short(kit.today.advanced(by: day)) : "",
                timeAnchor: day == 28 ? "end" : "middle")
        }
        levels = [0, 5, 10].map { level in
            let y = Self.y(Double(level))
            return LevelMark(
                levelY: OutlookChart.text(y), levelTextY: OutlookChart.text(y + 4), levelName: String(level))
        }
        let told = [1, 7, 28].compactMap { day in points.first { $0.day == day } }.map { point in
            texts("forecast_words_\(point.day)", Self.whole(point))
        }
        outlookWords = told.joined(separator: " ")
    }

    /// A range in whole numbers, as ratings are; outwards, so that it holds no less than was said.
    static func whole(_ point: ForecastPoint) -> [String: String] {
        func number(_ value: Double) -> String { String(Int(min(max(value, 0), 10))) }
        return [
            "expected": number(point.expected.rounded()), "low": number(point.low.rounded(.down)),
            "high": number(point.high.rounded(.up)),
        ]
    }

    private static func x(_ day: Int) -> Double {
        let days = Double(past - 1 + ForecastParameters.furthest)
        return left + width * Double(day + past - 1) / days
    }

    private static func y(_ rating: Double) -> Double { top + height * (1 - min(max(rating, 0), 10) / 10) }

    private static func place(_ day: Int, _ rating: Double) -> String {
        "\(OutlookChart.text(x(day))) \(OutlookChart.text(y(rating)))"
    }
}
