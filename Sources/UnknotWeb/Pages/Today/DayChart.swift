import Foundation

/// A day as a chart draws it, in the person's own calendar.
struct ChartDay: Sendable {
    /// 23, 24 or 25, mostly: a day is as wide as it was long.
    let hours: Double
    /// What stands below it, in one or two lines; empty below most days of a long chart.
    var label: [String] = []
    /// The lowest, the middle and the highest value; nil when nothing was written down.
    var spread: Spread?
    /// Whether it is set off from others by a tone behind the curve.
    var isShaded = false
    /// What else happened, by the name of the lane.
    var marks: [ChartLane.Kind: [Mark]] = [:]

    /// The values of a day.
    struct Spread: Hashable, Sendable {
        let low: Double
        let median: Double
        let high: Double
    }

    /// Something that happened in the course of the day.
    struct Mark: Hashable, Sendable {
        /// How much of the day had passed, 0 to 1.
        let share: Double
        /// How much of the highest value it was, 0 to 1; nil for something that only happened.
        var level: Double?
    }
}

/// A line of marks below the curve.
struct ChartLane: Sendable {
    /// What it is about. Each event has a shape of its own, so that it can be told without colour.
    enum Kind: String, CaseIterable, Sendable {
        case session
        case press
        case treatment
        case exercise
        case stress
        case load
        case sitting
        case sleep
        case water
    }

    let laneName: String
    let laneTextY: String
    let laneLine: String
    let laneClass: String
    let laneMarks: String
}

/// The days of a person: from low to high with the middle of each, gaps left open, and what else happened beneath.
struct DayChart: Sendable {
    /// A text somewhere in the drawing.
    struct Label: Sendable {
        let labelX: String
        let labelY: String
        let labelText: String
    }

    let chartClass: String
    let chartBox: String
    let frameX: String
    let frameY: String
    let frameWidth: String
    let frameHeight: String
    /// Behind the days that are set off.
    let shadePath: String
    /// The lines at whole steps of the scale.
    let levelLines: String
    /// The lines between days or weeks.
    let dayLines: String
    /// From low to high, one bar a day.
    let spanPath: String
    /// Through the middles of days that follow each other.
    let middleLine: String
    let middleDots: String
    let levelLabels: [Label]
    let dayLabels: [Label]
    let valueLabels: [Label]
    let lanes: [ChartLane]

    /// How large the drawing is; the texts in it keep their size.
    struct Size: Sendable {
        let name: String
        let width: Double
        let left: Double
        let height: Double

        /// For 390 pixels.
        static let narrow = Size(name: "is-narrow", width: 358, left: 66, height: 132)
        /// For a desk, and for paper.
        static let wide = Size(name: "is-wide", width: 720, left: 84, height: 190)
    }

    fileprivate static let (top, right, laneHeight, lineHeight) = (18.0, 6.0, 24.0, 15.0)
    /// Up to so many days there is room for the number of each.
    private static let mostNumbered = 7

    /// - Parameter scale: The lowest and the highest value that there can be.
    init(
        _ days: [ChartDay], lanes kinds: [(kind: ChartLane.Kind, name: String)], size: Size,
        scale: ClosedRange<Double> = 0...10
    ) {
        let place = Place(days, size)
        let bottom = Self.top + size.height
        let reach = scale.upperBound - scale.lowerBound
        func y(_ value: Double) -> Double {
            bottom - size.height * (min(max(value, scale.lowerBound), scale.upperBound) - scale.lowerBound) / reach
        }
        let levels = [scale.lowerBound, scale.lowerBound + reach / 2, scale.upperBound]
        chartClass = size.name
        (frameX, frameY) = (Self.text(size.left), Self.text(Self.top))
        (frameWidth, frameHeight) = (Self.text(place.width), Self.text(size.height))
        levelLines = levels.map { "M\(Self.text(size.left)) \(Self.text(y($0)))h\(Self.text(place.width))" }
            .joined()
        levelLabels = levels.map {
            Label(
                labelX: Self.text(size.left - 8), labelY: Self.text(y($0) + 4), labelText: NumberText.short($0))
        }
        shadePath = zip(days, zip(place.starts, place.widths)).map { day, column in
            guard day.isShaded else { return "" }
            let (x, width) = (Self.text(column.0), Self.text(column.1))
            return "M\(x) \(Self.text(Self.top))h\(width)V\(Self.text(bottom))H\(x)Z"
        }.joined()
        spanPath = Self.spans(days, place, y)
        middleLine = Self.middles(days, place, y)
        let radius = min(max(place.usual * 0.16, 1.6), 4.5)
        middleDots = zip(days, place.middles).map { day, x in
            day.spread.map { Self.dot(x, y($0.median), radius) } ?? ""
        }.joined()
        valueLabels =
            days.count > Self.mostNumbered
            ? []
            : zip(days, place.middles).compactMap { day, x in
                day.spread.map {
                    Label(
                        labelX: Self.text(x), labelY: Self.text(max(y($0.high) - 9, Self.top - 5)),
                        labelText: NumberText.short($0.median))
                }
            }
        let lines = days.map(\.label.count).max() ?? 0
        dayLabels = zip(days, zip(place.starts, place.middles)).flatMap { day, xs in
            day.label.enumerated().map { line, text in
                // Below a whole day its name stands in the middle, below a week at its start.
                let x = days.count > Self.mostNumbered ? xs.0 : xs.1
                return Label(
                    labelX: Self.text(x), labelY: Self.text(bottom + Self.lineHeight * Double(line + 1)),
                    labelText: text)
            }
        }
        let laneTop = bottom + Self.lineHeight * Double(lines) + 12
        dayLines = zip(days, place.starts).compactMap { day, x in
            day.label.isEmpty ? nil : "M\(Self.text(x)) \(Self.text(Self.top))V\(Self.text(bottom + 4))"
        }.joined()
        lanes = kinds.enumerated().map { index, lane in
            let floor = laneTop + Self.laneHeight * Double(index + 1) - 5
            return ChartLane(
                laneName: lane.name, laneTextY: Self.text(floor - 4),
                laneLine: "M\(Self.text(size.left)) \(Self.text(floor))h\(Self.text(place.width))",
                laneClass: "lane-marks is-\(lane.kind.rawValue)",
                laneMarks: Self.marks(days, lane.kind, place, floor: floor))
        }
        let height = laneTop + Self.laneHeight * Double(kinds.count)
        chartBox = "0 0 \(Self.text(size.width)) \(Self.text(height))"
    }

    /// Where the days lie: each as wide as it was long.
    private struct Place {
        let starts: [Double]
        let widths: [Double]
        let middles: [Double]
        let width: Double
        /// The width of a day of 24 hours.
        let usual: Double

        init(_ days: [ChartDay], _ size: Size) {
            width = size.width - size.left - DayChart.right
            let hours = max(days.reduce(0) { $0 + $1.hours }, 1)
            let perHour = width / hours
            var starts: [Double] = []
            var x = size.left
            for day in days {
                starts.append(x)
                x += day.hours * perHour
            }
            self.starts = starts
            widths = days.map { $0.hours * perHour }
            middles = zip(starts, widths).map { $0 + $1 / 2 }
            usual = 24 * perHour
        }
    }

    private static func spans(_ days: [ChartDay], _ place: Place, _ y: (Double) -> Double) -> String {
        let width = min(max(place.usual * 0.42, 1.8), 16)
        return zip(days, place.middles).map { day, x in
            guard let spread = day.spread, spread.high > spread.low else { return "" }
            let (high, low) = (y(spread.high), y(spread.low))
            return "M\(text(x - width / 2)) \(text(high))h\(text(width))V\(text(low))h\(text(-width))Z"
        }.joined()
    }

    /// A line for each run of days that follow each other; a day without an entry ends it.
    private static func middles(_ days: [ChartDay], _ place: Place, _ y: (Double) -> Double) -> String {
        var path = ""
        var isDrawing = false
        for (day, x) in zip(days, place.middles) {
            guard let spread = day.spread else {
                isDrawing = false
                continue
            }
            path += "\(isDrawing ? "L" : "M")\(text(x)) \(text(y(spread.median)))"
            isDrawing = true
        }
        return path
    }

    private static func marks(_ days: [ChartDay], _ kind: ChartLane.Kind, _ place: Place, floor: Double) -> String {
        let size = min(max(place.usual * 0.16, 2.6), 5)
        let tallest = laneHeight - 8
        return zip(days, zip(place.starts, place.widths)).flatMap { day, column in
            (day.marks[kind] ?? []).map { mark in
                let x = column.0 + column.1 * min(max(mark.share, 0), 1)
                guard let level = mark.level else { return sign(kind, x, floor - tallest / 2, size) }
                let (width, height) = (min(max(column.1 * 0.4, 1.8), 10), max(tallest * min(level, 1), 1))
                return "M\(text(x - width / 2)) \(text(floor))v\(text(-height))h\(text(width))v\(text(height))Z"
            }
        }.joined()
    }

    /// A diamond for a release, a square for a press, a triangle for a treatment, a ball for exercise.
    static func sign(_ kind: ChartLane.Kind, _ x: Double, _ y: Double, _ size: Double) -> String {
        let (s, x, y) = (size, x, y)
        return switch kind {
        case .session:
            "M\(text(x)) \(text(y - s * 1.25))L\(text(x + s)) \(text(y))L\(text(x)) \(text(y + s * 1.25))L\(text(x - s)) \(text(y))Z"
        case .treatment:
            "M\(text(x)) \(text(y - s))L\(text(x + s)) \(text(y + s))H\(text(x - s))Z"
        case .press:
            "M\(text(x - s * 0.85)) \(text(y - s * 0.85))h\(text(s * 1.7))v\(text(s * 1.7))h\(text(-s * 1.7))Z"
        case .exercise, .stress, .load, .sitting, .sleep, .water: dot(x, y, s * 0.9)
        }
    }

    static func dot(_ x: Double, _ y: Double, _ radius: Double) -> String {
        let (r, d) = (text(radius), text(2 * radius))
        return "M\(text(x - radius)) \(text(y))a\(r) \(r) 0 1 0 \(d) 0a\(r) \(r) 0 1 0 \(text(-2 * radius)) 0Z"
    }

    /// A length in the drawing; a hundredth keeps days of 23 hours apart from others in 90 days.
    static func text(_ length: Double) -> String {
        NumberText.short(length, digits: 2)
    }
}
