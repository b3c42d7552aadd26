import Foundation
import Unknot

/// What a person would notice at one moment, each as a band.
struct MomentView: Sendable {
    let momentName: String
    let cells: [Cell]
    /// How many runs have which label.
    let labelCounts: [LabelCount]

    /// One quantity at one moment.
    struct Cell: Sendable {
        let cellName: String
        let cellBand: String
        let cellMiddle: String?
    }

    /// A label with the share of the runs that have it.
    struct LabelCount: Sendable {
        let labelName: String
        let labelNumber: Int
        let labelClass: String
        /// Of 100, for a bar.
        let labelX: Int
        let labelWidth: Int
    }
}

/// A hidden quantity at the moments that are shown.
struct HiddenRow: Sendable {
    let hiddenName: String
    let hiddenValues: [String]
}

/// Puts an outlook into words and pictures.
struct OutlookWriter {
    let outlook: KnotOutlook
    let timeline: KnotRoutine.Timeline
    let texts: PageTexts

    init(_ outlook: KnotOutlook, _ timeline: KnotRoutine.Timeline, texts: PageTexts) {
        (self.outlook, self.timeline, self.texts) = (outlook, timeline, texts)
    }

    /// Before, now, tonight and in four weeks, as positions among the moments.
    private var shown: [(key: String, place: Int)] {
        [
            ("before", 0), ("now", timeline.now), ("tonight", timeline.tonight), ("later", outlook.hours.count - 1),
        ]
    }

    /// The table in front.
    var moments: [MomentView] {
        shown.map { key, place in
            MomentView(
                momentName: texts("understand_moment_\(key)"),
                cells: [.pain, .pressThreshold, .range].map { cell($0, place) },
                labelCounts: counts(place))
        }
    }

    private func cell(_ quantity: KnotOutlook.Quantity, _ place: Int) -> MomentView.Cell {
        let key = "understand_\(Self.name(quantity))"
        let band = band(quantity, place)
        let digits = quantity == .range ? 0 : 1
        return MomentView.Cell(
            cellName: texts("\(key)_short"),
            cellBand: texts("\(key)_band", ["band": span(band, digits)]),
            cellMiddle: Self.short(band.low, digits) == Self.short(band.high, digits)
                ? nil : texts("understand_middle", ["value": Self.short(band.median, digits)]))
    }

    private func counts(_ place: Int) -> [MomentView.LabelCount] {
        var sum = 0
        return KnotLabel.allCases.compactMap { label in
            let count = outlook.labels[label]?[place] ?? 0
            guard count > 0 else { return nil }
            let (left, right) = (sum * 100 / outlook.members, (sum + count) * 100 / outlook.members)
            sum += count
            return MomentView.LabelCount(
                labelName: texts("understand_label_\(label.rawValue)"), labelNumber: count, labelClass: label.rawValue,
                labelX: left, labelWidth: right - left)
        }
    }

    private static let hiddenQuantities: [KnotOutlook.Quantity] = [
        .drive, .contracture, .flow, .oxygen, .lactate, .sensitisation, .centralSensitisation,
    ]

    /// The numbers behind the curves.
    var hidden: [HiddenRow] {
        Self.hiddenQuantities.map { quantity in
            let isShare = quantity != .oxygen && quantity != .lactate
            return HiddenRow(
                hiddenName: texts("understand_\(Self.name(quantity))_hidden"),
                hiddenValues: shown.map { _, place in
                    let band = band(quantity, place)
                    let factor = isShare ? 100.0 : 1
                    return span(
                        KnotBands.Band(
                            low: band.low * factor, median: band.median * factor, high: band.high * factor),
                        quantity == .lactate ? 1 : 0)
                })
        }
    }

    /// The whole outcome in a sentence or two.
    var summary: String {
        let last = outlook.hours.count - 1
        let labels = counts(last).map { "\($0.labelName) \($0.labelNumber)" }.joined(separator: ", ")
        return texts(
            "understand_summary",
            [
                "pain": span(band(.pain, last), 1), "press": span(band(.pressThreshold, last), 1),
                "range": span(band(.range, last), 0), "labels": labels, "count": String(outlook.members),
            ])
    }

    /// A curve with its axis.
    func chart(_ quantity: KnotOutlook.Quantity) -> OutlookChart {
        let name = Self.name(quantity)
        let last = outlook.hours.count - 1
        let isFront = [.pain, .pressThreshold, .range].contains(quantity)
        let digits = quantity == .range ? 0 : 1
        let words =
            isFront
            ? texts(
                "understand_chart_words",
                [
                    "before": span(band(quantity, 0), digits),
                    "tonight": span(band(quantity, timeline.tonight), digits),
                    "later": span(band(quantity, last), digits),
                ])
            : texts("understand_chart_\(direction(quantity, from: 0, to: last))")
        return OutlookChart(
            quantity, of: outlook, timeline, scale: scale(quantity), name: texts("understand_\(name)"),
            unit: isFront ? texts("understand_\(name)_unit") : texts("understand_hidden_unit"), words: words,
            texts: texts)
    }

    private func scale(_ quantity: KnotOutlook.Quantity) -> OutlookChart.Scale {
        func hidden(_ range: ClosedRange<Double>) -> OutlookChart.Scale {
            let (low, high) = (range.lowerBound, range.upperBound)
            return .init(
                range: range,
                levels: [
                    (low + 0.04 * (high - low), texts("understand_less")),
                    (high - 0.04 * (high - low), texts("understand_more")),
                ])
        }
        func shown(_ range: ClosedRange<Double>, _ levels: [Double]) -> OutlookChart.Scale {
            .init(range: range, levels: levels.map { ($0, Self.short($0, 0)) })
        }
        return switch quantity {
        case .pain: shown(0...10, [0, 5, 10])
        case .pressThreshold: shown(0...5, [0, 1, 2, 3, 4, 5])
        case .range: shown(25...55, [30, 40, 50])
        case .flow: hidden(0...4)
        case .oxygen: hidden(0...50)
        case .lactate: hidden(0...18)
        case .drive, .contracture, .sensitisation, .centralSensitisation: hidden(0...1)
        }
    }

    private func direction(_ quantity: KnotOutlook.Quantity, from first: Int, to last: Int) -> String {
        let (before, after) = (band(quantity, first), band(quantity, last))
        let range = scale(quantity).range
        // What cannot be seen is not called a change.
        let visible = (range.upperBound - range.lowerBound) * 0.03
        if after.low > before.high + visible { return "rises" }
        if after.high < before.low - visible { return "falls" }
        let spread = max(after.high, before.high) - min(after.low, before.low)
        return spread < visible ? "same" : "open"
    }

    /// The landscape of an average day of these weeks.
    func landscape(_ routine: KnotRoutine) -> LandscapeView {
        let last = outlook.hours.count - 1
        var nerves = KnotState.healthy
        nerves.sensitisation = band(.sensitisation, last).median
        nerves.centralSensitisation = band(.centralSensitisation, last).median
        let land = KnotLandscape(KnotModel(), routine.average, nerves: nerves)
        let knotted = outlook.lastContractures.count { $0 >= KnotOutputs.knotContracture }
        let values = ["knotted": String(knotted), "count": String(outlook.members)]
        let kind = land.valleys.count > 1 ? "two" : (land.valleys.first ?? 0) < 0.25 ? "healthy" : "knot"
        return LandscapeView(
            land, start: routine.start.state.contracture, ends: outlook.lastContractures,
            words: texts("understand_land_\(kind)") + " " + texts("understand_land_balls", values))
    }

    private func band(_ quantity: KnotOutlook.Quantity, _ place: Int) -> KnotBands.Band {
        outlook.bands[quantity]?[place] ?? KnotBands.Band(low: 0, median: 0, high: 0)
    }

    private func span(_ band: KnotBands.Band, _ digits: Int) -> String {
        let (low, high) = (Self.short(band.low, digits), Self.short(band.high, digits))
        return low == high
            ? texts("understand_about", ["value": low]) : texts("understand_span", ["low": low, "high": high])
    }

    /// The name of a quantity among the texts.
    private static func name(_ quantity: KnotOutlook.Quantity) -> String {
        switch quantity {
        case .pain: "pain"
        case .pressThreshold: "threshold"
        case .range: "range"
        case .drive: "drive"
        case .contracture: "contracture"
        case .flow: "flow"
        case .oxygen: "oxygen"
        case .lactate: "lactate"
        case .sensitisation: "nerves"
        case .centralSensitisation: "cord"
        }
    }

    /// A number without digits that mean nothing.
    static func short(_ value: Double, _ digits: Int = 1) -> String {
        let factor = digits == 0 ? 1.0 : 10
        let rounded = (value * factor).rounded() / factor
        return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
    }
}
