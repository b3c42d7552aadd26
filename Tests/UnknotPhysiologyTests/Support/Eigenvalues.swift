/// Eigenvalues of small matrices through the matrix sign function, which needs nothing but inverses.
///
/// Reference: N. Higham, "Functions of Matrices", SIAM 2008, chapter 5 (Newton iteration).
enum Eigenvalues {
    /// How many eigenvalues have a positive real part, from the matrix sign function: trace(sign) = right − left.
    static func countRightOfZero(_ matrix: [[Double]]) -> Int {
        var sign = matrix
        for _ in 0..<60 {
            let inverse = inverted(sign)
            for row in sign.indices {
                for column in sign.indices { sign[row][column] = 0.5 * (sign[row][column] + inverse[row][column]) }
            }
        }
        let trace = sign.indices.reduce(0) { $0 + sign[$1][$1] }
        return Int(((trace + Double(matrix.count)) / 2).rounded())
    }

    /// The largest real part, by bisection on shifts.
    static func leading(_ matrix: [[Double]]) -> Double {
        var low = -10.0
        var high = 10.0
        for _ in 0..<40 {
            let middle = (low + high) / 2
            var shifted = matrix
            for index in shifted.indices { shifted[index][index] -= middle }
            if countRightOfZero(shifted) > 0 { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    private static func inverted(_ matrix: [[Double]]) -> [[Double]] {
        let size = matrix.count
        var rows = matrix.enumerated().map { row, values in values + (0..<size).map { $0 == row ? 1 : 0 } }
        for column in 0..<size {
            let pivot = (column..<size).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
            rows.swapAt(column, pivot)
            let head = rows[column][column]
            for index in rows[column].indices { rows[column][index] /= head }
            for row in 0..<size where row != column {
                let factor = rows[row][column]
                guard factor != 0 else { continue }
                for index in rows[row].indices { rows[row][index] -= factor * rows[column][index] }
            }
        }
        return rows.map { Array($0[size...]) }
    }
}
