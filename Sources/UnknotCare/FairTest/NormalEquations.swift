import RealModule

/// What a linear regression needs to know of its rows: sums of products, nothing else.
struct NormalEquations {
    /// How many coefficients there are.
    let width: Int
    /// How many rows were added.
    private(set) var rows = 0
    /// XᵀX, row by row; only the lower triangle is filled.
    private(set) var gram: [Double]
    /// Xᵀy.
    private(set) var moments: [Double]
    /// yᵀy.
    private(set) var squares = 0.0
    /// What is added to the log evidence because rows were scaled: the sum of the logs of the scales.
    private(set) var logScale = 0.0

    init(width: Int) {
        self.width = width
        gram = [Double](repeating: 0, count: width * width)
        moments = [Double](repeating: 0, count: width)
    }

    /// Forgets all rows.
    mutating func removeAll() {
        for index in gram.indices { gram[index] = 0 }
        for index in moments.indices { moments[index] = 0 }
        squares = 0
        logScale = 0
        rows = 0
    }

    /// Adds one row that was multiplied with a scale.
    ///
    /// - Parameters:
    ///   - row: As many numbers as coefficients, already scaled.
    ///   - value: The outcome, already scaled.
    ///   - logScale: Natural logarithm of the scale.
    mutating func add(_ row: [Double], _ value: Double, logScale: Double = 0) {
        for first in 0..<width {
            for second in 0...first { gram[first * width + second] += row[first] * row[second] }
            moments[first] += row[first] * value
        }
        squares += value * value
        self.logScale += logScale
        rows += 1
    }
}

/// The exact belief about the coefficients of a linear model with normal priors, when the noise is known.
///
///     y = X b + e,   e ~ N(0, σ²),   b ~ N(m₀, V₀),  V₀ diagonal
///     P  = V₀⁻¹ + XᵀX/σ²          b̂ = P⁻¹ (V₀⁻¹ m₀ + Xᵀy/σ²)
///     log m = −(n/2)·ln(2πσ²) + Σ ln r − ½ ln|V₀| − ½ ln|P| − ½ (yᵀy/σ² + m₀ᵀV₀⁻¹m₀ − b̂ᵀP b̂)
///
/// P is taken apart by Cholesky (P = LLᵀ), so that b̂ᵀP b̂ is the square of L⁻¹ times the right-hand side, and the variance
/// of a contrast cᵀb the square of L⁻¹c. The work space is kept from one solve to the next.
struct RegressionSolver {
    private let width: Int
    private var priorMeans: [Double]
    private var priorPrecisions: [Double]
    private var factor: [Double]
    private var half: [Double]
    /// The expected coefficients of the last solve.
    private(set) var coefficients: [Double]

    /// Priors of the coefficients: means and standard deviations (above 0).
    init(_ priors: [NormalBelief]) {
        width = priors.count
        priorMeans = priors.map(\.mean)
        priorPrecisions = priors.map { 1 / ($0.deviation * $0.deviation) }
        factor = [Double](repeating: 0, count: width * width)
        half = [Double](repeating: 0, count: width)
        coefficients = priorMeans
    }

    /// Changes the spread of one prior.
    mutating func setDeviation(_ deviation: Double, of index: Int) {
        priorPrecisions[index] = 1 / (deviation * deviation)
    }

    /// Computes the belief, and returns the log of the probability (density) of the data.
    mutating func solve(_ data: NormalEquations, noise: Double) -> Double {
        let precision = 1 / (noise * noise)
        var logEvidence = data.logScale - Double(data.rows) * .log(noise * Self.rootOfTwoPi)
        var quadratic = data.squares * precision
        for row in 0..<width {
            for column in 0...row {
                var value = data.gram[row * width + column] * precision
                if row == column { value += priorPrecisions[row] }
                for inner in 0..<column { value -= factor[row * width + inner] * factor[column * width + inner] }
                factor[row * width + column] =
                    row == column ? .sqrt(value) : value / factor[column * width + column]
            }
            let own = priorPrecisions[row] * priorMeans[row]
            var value = own + data.moments[row] * precision
            for inner in 0..<row { value -= factor[row * width + inner] * half[inner] }
            half[row] = value / factor[row * width + row]
            quadratic += own * priorMeans[row] - half[row] * half[row]
            logEvidence += 0.5 * .log(priorPrecisions[row]) - .log(factor[row * width + row])
        }
        for row in stride(from: width - 1, through: 0, by: -1) {
            var value = half[row]
            for below in (row + 1)..<max(width, row + 1) { value -= factor[below * width + row] * coefficients[below] }
            coefficients[row] = value / factor[row * width + row]
        }
        return logEvidence - quadratic / 2
    }

    /// The variance of one coefficient, or of the difference from another one, after the last solve.
    mutating func variance(of index: Int, minus other: Int? = nil) -> Double {
        var sum = 0.0
        // The rows before the first that is not zero stay zero.
        let start = min(index, other ?? index)
        for row in start..<width {
            var value = row == index ? 1.0 : row == other ? -1.0 : 0.0
            for inner in start..<row { value -= factor[row * width + inner] * half[inner] }
            half[row] = value / factor[row * width + row]
            sum += half[row] * half[row]
        }
        return sum
    }

    private static let rootOfTwoPi = 2.506_628_274_631_000_5
}
