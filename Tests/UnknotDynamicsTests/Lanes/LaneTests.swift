import Numerics
import SeededRandom
import Testing
import UnknotDynamics

@Suite("Lanes")
struct LaneTests {
    /// Numbers of all sizes.
    private static let numbers: [Double] = {
        var random = SplitMix64(seed: 7)
        return (0..<2_000).map { _ in Double.random(in: -700...700, using: &random) }
    }()

    @Test("exponential and logarithm are within two units in the last place of the C library")
    func elementary() {
        for number in Self.numbers {
            let exponential = Double.exp(number)
            #expect(abs(number.exponential - exponential) <= 2 * exponential.ulp)
            let positive = Double.exp(number)
            #expect(abs(positive.logarithm - .log(positive)) <= 2 * Double.log(positive).ulp)
        }
    }

    @Test("log(1 + x) keeps its digits for the smallest x")
    func logarithmOfOnePlus() {
        for number in Self.numbers {
            let small = Double.exp(-abs(number) / 10)
            let exact = Double.log(onePlus: small)
            #expect(abs(small.logarithmOfOnePlus - exact) <= 3 * exact.ulp)
        }
        #expect(0.0.logarithmOfOnePlus == 0)
    }

    @Test("all widths give the same bits as single numbers")
    func widths() {
        func check<Vector: Lane>(_ type: Vector.Type) {
            for start in stride(from: 0, to: 400, by: Vector.lanes) {
                var vector = Vector(everywhere: 0)
                for lane in 0..<Vector.lanes { vector[lane: lane] = Self.numbers[start + lane] }
                let small = (0.0 - vector.magnitudeOfLanes).exponential
                let positive = vector.exponential
                for lane in 0..<Vector.lanes {
                    let number = Self.numbers[start + lane]
                    #expect(positive[lane: lane] == number.exponential)
                    #expect(positive.logarithm[lane: lane] == number.exponential.logarithm)
                    #expect(small.logarithmOfOnePlus[lane: lane] == (-abs(number)).exponential.logarithmOfOnePlus)
                    #expect(positive.root[lane: lane] == number.exponential.root)
                    #expect(vector.orAtLeast(Vector(everywhere: 1))[lane: lane] == max(number, 1))
                    #expect(vector.orAtMost(Vector(everywhere: 1))[lane: lane] == min(number, 1))
                }
            }
        }
        check(Double.self)
        check(SIMD4<Double>.self)
    }

    @Test("numbers too large or too small stay at the ends")
    func ends() {
        #expect(1e9.exponential == 709.0.exponential)
        #expect((-1e9).exponential == (-708.0).exponential)
        #expect((-1e9).exponential > 0)
    }
}
