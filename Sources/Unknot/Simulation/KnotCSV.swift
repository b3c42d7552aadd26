public import UnknotPhysiology

/// A trajectory as a table: the columns of the reference trajectories, one row a sample.
public enum KnotCSV {
    /// The names of the columns.
    public static var header: String {
        let states = KnotState.symbols.map { "\($0)" }.joined(separator: ",")
        return "t_h,\(states),pain,evoked,PPT,stiffness,ROM,Qrel,pH,label"
    }

    /// The whole table with every digit that the numbers have; hands over some rows at a time.
    public static func write(
        _ trajectory: KnotTrajectory, of scenario: KnotScenario, _ model: KnotModel, to output: (String) -> Void
    ) {
        var text = header + "\n"
        for sample in trajectory.samples {
            let inputs = scenario.segments[sample.segment].inputs
            let felt = model.outputs(at: sample.state, inputs)
            let hidden = model.diagnostics(at: sample.state, inputs)
            let numbers =
                [sample.hours] + sample.state.values + [
                    felt.pain, felt.evokedPain, felt.pressThreshold, felt.firmness, felt.range, hidden.relativeFlow,
                    hidden.acidity,
                ]
            for number in numbers {
                text += "\(number),"
            }
            text += "\(felt.label.rawValue)\n"
            if text.utf8.count > 1 << 16 {
                output(text)
                text = ""
            }
        }
        output(text)
    }
}
