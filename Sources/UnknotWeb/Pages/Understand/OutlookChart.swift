import Foundation
import Unknot

/// One quantity over the first day and over four weeks: a band where eight of ten runs lie, and a thin line in its middle.
struct OutlookChart: Sendable {
    /// The curves over one stretch of time.
    struct Strip: Sendable {
        let bandPath: String
        let linePath: String
        let frameX: String
        let frameWidth: String
        let stripName: String
        let stripNameX: String
        let times: [TimeMark]
    }

    /// A mark on the axis of time.
    struct TimeMark: Sendable {
        let timeX: String
        let timeName: String
        let timeAnchor: String
    }

    /// A mark on the axis of the quantity.
    struct LevelMark: Sendable {
        let levelY: String
        let levelTextY: String
        let levelName: String
    }

    let chartName: String
    let chartUnit: String
    /// The same in words.
    let chartWords: String
    let strips: [Strip]
    let levels: [LevelMark]

    /// What is drawn between which values.
    struct Scale: Sendable {
        let range: ClosedRange<Double>
        /// Values with their names; without names for hidden quantities, whose numbers nobody can check.
        let levels: [(value: Double, name: String)]
    }

    private static let top = 8.0
    private static let height = 104.0
    private static let day = (left: 44.0, width: 98.0)
    private static let weeks = (left: 156.0, width: 196.0)

    init(
        _ quantity: KnotOutlook.Quantity, of outlook: KnotOutlook, _ timeline: KnotRoutine.Timeline, scale: Scale,
        name: String, unit: String, words: String, texts: PageTexts
    ) {
        chartName = name
        chartUnit = unit
        chartWords = words
        let bands = outlook.bands[quantity] ?? []
        let first = zip(outlook.hours, bands).prefix(timeline.firstDay).map { ($0 / 24, $1) }
        let evenings = [timeline.tonight] + Array(timeline.firstDay..<outlook.hours.count)
        let days = Double(KnotRoutine.days)
        let whole = evenings.map { (outlook.hours[$0] / 24 / days, bands[$0]) }
        strips = [
            Self.strip(
                first, Self.day, scale, texts("understand_first_day"),
                [(0, texts("understand_morning"), "start"), (1, texts("understand_night"), "end")]),
            Self.strip(
                whole, Self.weeks, scale, texts("understand_four_weeks"),
                [
                    (0.25, "1", "middle"), (0.5, "2", "middle"), (0.75, "3", "middle"),
                    (1, texts("understand_week_four"), "end"),
                ]),
        ]
        levels = scale.levels.map { level in
            let y = Self.y(level.value, scale)
            return LevelMark(levelY: Self.text(y), levelTextY: Self.text(y + 4), levelName: level.name)
        }
    }

    private static func strip(
        _ points: [(Double, KnotBands.Band)], _ place: (left: Double, width: Double), _ scale: Scale, _ name: String,
        _ times: [(Double, String, String)]
    ) -> Strip {
        func point(_ share: Double, _ value: Double) -> String {
            "\(text(place.left + share * place.width)) \(text(y(value, scale)))"
        }
        let upper = points.map { point($0.0, $0.1.high) }
        let lower = points.reversed().map { point($0.0, $0.1.low) }
        return Strip(
            bandPath: "M" + (upper + lower).joined(separator: "L") + "Z",
            linePath: "M" + points.map { point($0.0, $0.1.median) }.joined(separator: "L"),
            frameX: text(place.left), frameWidth: text(place.width), stripName: name,
            stripNameX: text(place.left + place.width / 2),
            times: times.map {
                TimeMark(timeX: text(place.left + $0.0 * place.width), timeName: $0.1, timeAnchor: $0.2)
            })
    }

    private static func y(_ value: Double, _ scale: Scale) -> Double {
        let share = (value - scale.range.lowerBound) / (scale.range.upperBound - scale.range.lowerBound)
        return top + height * (1 - min(max(share, 0), 1))
    }

    /// A length in the drawing; a tenth is finer than anybody sees.
    static func text(_ length: Double) -> String {
        let tenths = Int((length * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(Double(tenths) / 10)"
    }
}

/// The landscape on which a knot rolls like a ball: two valleys and a ridge, or one valley.
struct LandscapeView: Sendable {
    /// Where one run of the ensemble is after four weeks.
    struct Ball: Sendable {
        let ballX: String
        let ballY: String
    }

    let landPath: String
    let linePath: String
    let balls: [Ball]
    let startX: String
    let startY: String
    let ridgeX: String?
    let ridgeY: String
    /// What the picture shows, in words.
    let landWords: String

    private static let (left, width, top, height, floor) = (12.0, 336.0, 30.0, 116.0, 176.0)
    private static let highest = 0.85

    init(_ landscape: KnotLandscape, start: Double, ends: [Double], words: String) {
        // The steep walls at both ends would flatten the valleys: what is far above the ridge is cut off.
        let ridge = landscape.ridges.map(landscape.height(at:)).max()
        let tall = max((ridge ?? 0) * 1.25, (landscape.places.map(\.height).max() ?? 1) * (ridge == nil ? 0.6 : 0.15))
        func x(_ contracture: Double) -> Double {
            Self.left + Self.width * min(contracture, Self.highest) / Self.highest
        }
        func y(_ height: Double) -> Double { Self.top + Self.height * (1 - min(height / tall, 1.2)) }
        let line = landscape.places.map {
            "\(OutlookChart.text(x($0.contracture))) \(OutlookChart.text(y($0.height)))"
        }
        linePath = "M" + line.joined(separator: "L")
        let (right, floor) = (OutlookChart.text(Self.left + Self.width), OutlookChart.text(Self.floor))
        landPath = linePath + "L\(right) \(floor)L\(OutlookChart.text(Self.left)) \(floor)Z"
        func ball(_ contracture: Double) -> Ball {
            Ball(
                ballX: OutlookChart.text(x(contracture)),
                ballY: OutlookChart.text(y(landscape.height(at: contracture)) - 5))
        }
        balls = ends.sorted().map(ball)
        let first = ball(start)
        (startX, startY) = (first.ballX, OutlookChart.text(y(landscape.height(at: start)) - 8))
        ridgeX = landscape.ridges.last.map { OutlookChart.text(x($0)) }
        ridgeY = OutlookChart.text(landscape.ridges.last.map { y(landscape.height(at: $0)) - 8 } ?? 0)
        landWords = words
    }
}
