import UnknotDynamics

/// A state of any length for test problems; slow, but easy to write problems with.
struct ArrayVector<Element: Lane>: LaneVector {
    /// Components beyond those of a problem stay zero.
    static var count: Int { 20 }
    var values: [Element]

    init(everywhere value: Double) {
        values = Array(repeating: Element(everywhere: value), count: Self.count)
    }

    init(_ numbers: [Double]) {
        self.init(everywhere: 0)
        for (index, number) in numbers.enumerated() { values[index] = Element(everywhere: number) }
    }

    subscript(lane lane: Int) -> ArrayVector<Double> {
        get {
            var single = ArrayVector<Double>(everywhere: 0)
            for index in 0..<Self.count { single.values[index] = values[index][lane: lane] }
            return single
        }
        set { for index in 0..<Self.count { values[index][lane: lane] = newValue.values[index] } }
    }

    func adding(_ other: Self, times factor: Element) -> Self {
        var sum = self
        for index in 0..<Self.count { sum.values[index] = values[index] + factor * other.values[index] }
        return sum
    }

    func sumOfSquares(error: Self, next: Self, absolute: Element, relative: Element) -> Element {
        var sum = Element(everywhere: 0)
        for index in 0..<Self.count {
            let size = values[index]
            sum =
                sum
                + size.weightedSquare(
                    error: error.values[index], next: next.values[index], absolute: absolute, relative: relative)
        }
        return sum
    }
}
