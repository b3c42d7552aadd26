import Foundation
import Unknot

/// A plot as an SVG document: one strip a quantity, the band shaded, up to two runs.
enum SimulationPlot {
    private static let width = 760.0
    private static let strip = 134.0
    /// Of a strip, what its curves take; its title stands above them.
    private static let curveHeight = 92.0
    private static let left = 62.0
    private static let top = 42.0
    private static let colours = ["#0b5c8a", "#b0440f"]

    static func svg(_ runs: [SimulationCurves]) -> String {
        let quantities = KnotQuantity.allCases
        let height = top + strip * Double(quantities.count) + 70
        let last = runs.compactMap(\.hours.last).max() ?? 1
        var body = ""
        for (position, run) in runs.enumerated() {
            body += text(left + Double(position) * 330, 20, run.name, fill: colours[position % colours.count])
        }
        for (position, quantity) in quantities.enumerated() {
            body += panel(quantity, runs, top + 12 + strip * Double(position), last)
        }
        body += axis(top + strip * Double(quantities.count), last)
        body += text(left, height - 10, CLIText.modelNotice, fill: "#555555")
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(short(width)) \(short(height))" role="img" \
            font-family="sans-serif" font-size="12"><title>\(escaped(runs.map(\.name).joined(separator: ", ")))</title>
            <rect width="100%" height="100%" fill="#ffffff"/>
            \(body)</svg>

            """
    }

    private static func panel(
        _ quantity: KnotQuantity, _ runs: [SimulationCurves], _ y: Double, _ last: Double
    ) -> String {
        let all = runs.flatMap { $0.bands[quantity] ?? [] }
        let scale = PlotScale(all, quantity)
        func point(_ hours: Double, _ value: Double) -> String {
            let right = left + (width - left - 16) * hours / last
            return "\(short(right)),\(short(y + curveHeight * (1 - scale.share(value))))"
        }
        var shapes = text(left, y - 8, CLIText.quantity(quantity), fill: "#222222")
        shapes += text(left - 8, y + 10, short(scale.upper), fill: "#555555", anchor: "end")
        shapes += text(left - 8, y + curveHeight, short(scale.lower), fill: "#555555", anchor: "end")
        for (position, run) in runs.enumerated() {
            guard let bands = run.bands[quantity] else { continue }
            let colour = colours[position % colours.count]
            let kept = Self.thinned(bands.count)
            if bands.contains(where: { $0.low != $0.high }) {
                let upper = kept.map { point(run.hours[$0], bands[$0].high) }
                let lower = kept.reversed().map { point(run.hours[$0], bands[$0].low) }
                shapes += "<polygon points=\"\((upper + lower).joined(separator: " "))\" fill=\"\(colour)\" "
                shapes += "fill-opacity=\"0.2\"/>\n"
            }
            let line = kept.map { point(run.hours[$0], bands[$0].median) }.joined(separator: " ")
            shapes += "<polyline points=\"\(line)\" fill=\"none\" stroke=\"\(colour)\" stroke-width=\"1.6\""
            shapes += position == 0 ? "/>\n" : " stroke-dasharray=\"6 3\"/>\n"
        }
        return shapes
    }

    private static func axis(_ y: Double, _ last: Double) -> String {
        let inDays = last > 72
        let end = inDays ? last / 24 : last
        return (0...4).map { mark in
            let share = Double(mark) / 4
            let label = "\(String(format: "%.3g", end * share)) \(inDays ? "d" : "h")"
            let anchor = mark == 4 ? "end" : (mark == 0 ? "start" : "middle")
            return text(left + (width - left - 16) * share, y + 2, label, fill: "#555555", anchor: anchor)
        }.joined()
    }

    /// Positions of at most 1,500 points.
    private static func thinned(_ count: Int) -> [Int] {
        let step = max(1, count / 1_500)
        return Array(stride(from: 0, to: count, by: step)) + (count % step == 1 || step == 1 ? [] : [count - 1])
    }

    private static func text(
        _ x: Double, _ y: Double, _ content: String, fill: String, anchor: String = "start"
    ) -> String {
        "<text x=\"\(short(x))\" y=\"\(short(y))\" fill=\"\(fill)\" text-anchor=\"\(anchor)\">\(escaped(content))</text>\n"
    }

    private static func short(_ number: Double) -> String { String(format: "%.4g", number) }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }
}

/// From values to a share of the height.
struct PlotScale {
    let lower: Double
    let upper: Double

    /// The smallest range that a plot shows: less would make noise look like news.
    init(_ bands: [KnotBands.Band], _ quantity: KnotQuantity) {
        let least =
            switch quantity {
            case .pain: 1.0
            case .pressThreshold: 0.5
            case .firmness: 1.0
            case .range: 4.0
            }
        let low = bands.map(\.low).filter(\.isFinite).min() ?? 0
        let high = bands.map(\.high).filter(\.isFinite).max() ?? 1
        lower = quantity == .pain ? 0 : low
        upper = max(high, lower + least)
    }

    func share(_ value: Double) -> Double { min(max((value - lower) / (upper - lower), 0), 1) }
}
