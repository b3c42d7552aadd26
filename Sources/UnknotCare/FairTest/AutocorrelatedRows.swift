import RealModule

/// The rows of a regression over days whose errors are related from day to day, made independent of each other for one
/// autocorrelation φ. Days without an outcome are bridged exactly.
///
///     first: √(1 − φ²)·(row)        then, g days after the last:  √((1 − φ²)/(1 − φ^(2g)))·(row − φ^g·last row)
struct AutocorrelatedRows {
    /// Positions of the days that have an outcome, rising.
    let days: [Int]
    /// The outcomes of these days.
    let values: [Double]
    /// How many coefficients there are.
    let width: Int
    /// One row of coefficients for each of these days.
    var rows: [Double]
    private var row: [Double]

    init(days: [Int], values: [Double], width: Int, rows: [Double]) {
        (self.days, self.values, self.width, self.rows) = (days, values, width, rows)
        row = [Double](repeating: 0, count: width)
    }

    /// Fills equations with the rows for an autocorrelation, 0 to below 1.
    mutating func fill(_ equations: inout NormalEquations, autocorrelation correlation: Double) {
        equations.removeAll()
        let left = 1 - correlation * correlation
        for index in days.indices {
            let start = index * width
            var kept = 0.0
            var scale = Double.sqrt(left)
            if index > 0 {
                kept = correlation == 0 ? 0 : .pow(correlation, days[index] - days[index - 1])
                scale = .sqrt(left / (1 - kept * kept))
            }
            for column in 0..<width {
                let before = index > 0 ? rows[start - width + column] : 0
                row[column] = scale * (rows[start + column] - kept * before)
            }
            let value = values[index] - (index > 0 ? kept * values[index - 1] : 0)
            equations.add(row, scale * value, logScale: .log(scale))
        }
    }
}
