public import UnknotDynamics
public import UnknotPhysiology

/// What is kept of one member of an ensemble: the outputs at every sample, in single precision.
public struct MemberResult: Sendable {
    /// The quantities of every sample, sample after sample.
    public private(set) var values: [Float]
    /// The label of every sample.
    public private(set) var labels: [KnotLabel]

    private init(samples: Int) {
        values = Array(repeating: 0, count: samples * KnotQuantity.allCases.count)
        labels = Array(repeating: .none, count: samples)
    }

    /// Runs members of an ensemble in which all go through the same segments.
    ///
    /// - Parameters:
    ///   - range: Positions in the ensemble.
    ///   - finished: Called after every member; return false to stop.
    /// - Returns: For each position in the range what was kept, or nil for a member that failed or was not run.
    public static func run(
        _ range: Range<Int>, of ensemble: KnotEnsemble, _ settings: SolverSettings, finished: () -> Bool
    ) -> [MemberResult?] {
        var results: [MemberResult?] = range.map { position in
            let member = ensemble.members[position]
            var result = MemberResult(samples: member.scenario.sampleCount)
            result.keep(member.scenario.initial, member, segment: 0, index: 0)
            return result
        }
        var done = Array(repeating: false, count: range.count)
        ensemble.run(range, settings) { sample in
            let member = ensemble.members[sample.member]
            results[sample.member - range.lowerBound]?
                .keep(sample.state, member, segment: sample.segment, index: sample.index)
        } finish: { position, outcome in
            if case .success = outcome { done[position - range.lowerBound] = true }
            return finished()
        }
        for position in results.indices where !done[position] { results[position] = nil }
        return results
    }

    private mutating func keep(_ state: KnotState, _ member: KnotEnsemble.Member, segment: Int, index: Int) {
        let outputs = KnotOutputs(state, member.scenario.segments[segment].inputs, member.parameters)
        let first = index * KnotQuantity.allCases.count
        for (offset, quantity) in KnotQuantity.allCases.enumerated() {
            values[first + offset] = Float(quantity.value(in: outputs))
        }
        labels[index] = outputs.label
    }
}
