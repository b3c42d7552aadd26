import Numerics
import Testing
import UnknotDynamics
import UnknotPhysiology

@Suite("Calibration")
struct CalibrationTests {
    /// The targets under each version, integrated once for all tests.
    private static let one = Result { try KnotModel().calibration() }
    private static let two = Result { try KnotModel(version: .two).calibration() }

    /// Both sides integrate to 1e-8; they were seen to differ by at most 6e-8.
    @Test("every target has the value that the reference implementation gives", arguments: KnotModelVersion.allCases)
    func oracle(version: KnotModelVersion) throws {
        let results = try (version == .one ? Self.one : Self.two).get()
        #expect(results.count == CalibrationOracle.values.count)
        for (result, exact) in zip(results, CalibrationOracle.values) {
            #expect("\(result.target.id)" == exact.id)
            let expected = version == .one ? exact.one : exact.two
            #expect(result.value.isApproximatelyEqual(to: expected, relativeTolerance: 1e-6), "\(exact.id)")
        }
    }

    @Test("version 1 misses lactate after a press only, version 2 misses nothing")
    func inside() throws {
        let first = try Self.one.get()
        #expect(first.filter { !$0.isInside }.map { "\($0.target.id)" } == ["t25b"])
        let second = try Self.two.get()
        #expect(second.allSatisfy { $0.isInside })
    }

    @Test("targets have a name of their own, a source and a band")
    func targets() {
        let all = CalibrationTarget.all
        #expect(all.count == 52)
        #expect(Set(all.map { "\($0.id)" }).count == all.count)
        for target in all {
            #expect(target.band.lowerBound < target.band.upperBound)
            #expect(!"\(target.what)".isEmpty && !"\(target.published)".isEmpty && !"\(target.source)".isEmpty)
        }
        #expect(all.count { $0.status == .fitted } == 27)
    }

    @Test("progress rises to 1, and returning false stops")
    func progress() throws {
        var seen: [Double] = []
        _ = try KnotModel().calibration(SolverSettings(relative: 1e-4)) { share in
            seen.append(share)
            return true
        }
        #expect(seen == seen.sorted() && seen.last == 1)
        #expect(throws: SolverFailure.cancelled) {
            try KnotModel().calibration(SolverSettings(relative: 1e-4)) { _ in false }
        }
    }
}
