import Unknot

/// Bands as a table.
enum EnsembleCSV {
    static func text(_ bands: KnotBands) -> String {
        let columns = KnotQuantity.allCases.flatMap { quantity in
            ["p10", "p50", "p90"].map { "\(quantity.rawValue)_\($0)" }
        }
        let labels = KnotLabel.allCases.map { "share_\($0.rawValue)" }
        var text = (["t_h"] + columns + labels).joined(separator: ",") + "\n"
        for (time, hours) in bands.hours.enumerated() {
            var row = ["\(hours)"]
            for quantity in KnotQuantity.allCases {
                guard let band = bands.bands[quantity]?[time] else { continue }
                row += ["\(band.low)", "\(band.median)", "\(band.high)"]
            }
            row += KnotLabel.allCases.map { "\(bands.labels[$0]?[time] ?? 0)" }
            text += row.joined(separator: ",") + "\n"
        }
        return text
    }
}
