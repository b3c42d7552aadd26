/// Counts unstable directions without computing eigenvalues.
///
/// The sign of a matrix has the same eigenvectors and the eigenvalues ±1, by the side of zero on which they lie; its trace
/// is the difference of both counts. Newton's iteration (A + A⁻¹)/2 halves large eigenvalues, so it takes about
/// log₂ of the stiffness steps.
///
/// Reference: N. Higham, "Functions of Matrices", SIAM 2008, section 5.5.
enum MatrixSign {
    /// How many eigenvalues of a square matrix have a positive real part; none may lie on the imaginary axis.
    static func eigenvaluesRightOfZero(_ matrix: [[Double]]) -> Int {
        var sign = matrix
        for _ in 0..<60 {
            guard let inverse = inverse(of: sign) else { break }
            var change = 0.0
            for row in sign.indices {
                for column in sign.indices {
                    let next = 0.5 * (sign[row][column] + inverse[row][column])
                    change = max(change, abs(next - sign[row][column]))
                    sign[row][column] = next
                }
            }
            if change < 1e-9 { break }
        }
        let trace = sign.indices.reduce(0) { $0 + sign[$1][$1] }
        return Int(((trace + Double(matrix.count)) / 2).rounded())
    }

    /// The inverse by elimination with pivots, or nil for a singular matrix.
    private static func inverse(of matrix: [[Double]]) -> [[Double]]? {
        let size = matrix.count
        var rows = matrix.indices.map { row in matrix[row] + (0..<size).map { $0 == row ? 1 : 0 } }
        for column in 0..<size {
            let pivot = (column..<size).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
            rows.swapAt(column, pivot)
            let head = rows[column][column]
            guard head != 0, head.isFinite else { return nil }
            for index in rows[column].indices { rows[column][index] /= head }
            for row in 0..<size where row != column && rows[row][column] != 0 {
                let factor = rows[row][column]
                for index in rows[row].indices { rows[row][index] -= factor * rows[column][index] }
            }
        }
        return rows.map { Array($0[size...]) }
    }
}
