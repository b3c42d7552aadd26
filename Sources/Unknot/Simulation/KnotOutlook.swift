public import UnknotDynamics
public import UnknotPhysiology

/// What a scenario may lead to, at chosen times, by an ensemble: what a person can notice and what is hidden.
public struct KnotOutlook: Sendable {
    /// A number that is shown over time.
    public enum Quantity: Int, CaseIterable, Sendable {
        /// Spontaneous pain, 0...10.
        case pain
        /// Press threshold, kg/cm².
        case pressThreshold
        /// Range of side bending, degrees.
        case range
        /// Drive of the fibres by their nerve endings, 0...1.
        case drive
        /// Share of the fibres that stay contracted, 0...1.
        case contracture
        /// Blood flow relative to rest.
        case flow
        /// Oxygen in the tissue, mmHg.
        case oxygen
        /// Lactate, mmol/L.
        case lactate
        /// Sensitisation of the nerve endings, 0...1.
        case sensitisation
        /// Sensitisation of the spinal cord and brain, 0...1.
        case centralSensitisation
    }

    /// The chosen times, hours since the start.
    public let hours: [Double]
    /// For each quantity a band at every chosen time.
    public let bands: [Quantity: [KnotBands.Band]]
    /// How many members have each label at every chosen time.
    public let labels: [KnotLabel: [Int]]
    /// The contracture of every member at the last chosen time.
    public let lastContractures: [Double]
    /// Members that ran to the end.
    public let members: Int

    /// Runs an ensemble on the calling thread.
    ///
    /// - Parameters:
    ///   - moments: Positions among `KnotScenario.sampleHours`, in order.
    ///   - count: How many members.
    ///   - goesOn: Asked after every member; those that are left are not run when it says false.
    public init(
        _ scenario: KnotScenario, at moments: [Int], members count: Int, settings: SolverSettings,
        goesOn: () -> Bool = { true }
    ) {
        self.init(
            scenario, at: moments, of: [Part(scenario, at: moments, members: 0..<count, settings, goesOn: goesOn)])
    }

    /// Some members of an ensemble, run on the calling thread, so that several threads can share the work.
    public struct Part: Sendable {
        fileprivate var kept: [Kept]

        /// Runs members of the ensemble that all parts draw alike.
        ///
        /// - Parameters:
        ///   - moments: As for the outlook that the part belongs to.
        ///   - range: Which members.
        ///   - goesOn: Asked after every member; those that are left are not run when it says false.
        public init(
            _ scenario: KnotScenario, at moments: [Int], members range: Range<Int>, _ settings: SolverSettings,
            goesOn: () -> Bool = { true }
        ) {
            let ensemble = KnotEnsemble(drawing: range.upperBound, through: scenario)
            var places = Array(repeating: -1, count: scenario.sampleCount)
            for (place, moment) in moments.enumerated() { places[moment] = place }
            var kept = range.map { _ in Kept(moments.count) }
            if let first = moments.first, first == 0 {
                for member in range {
                    kept[member - range.lowerBound].keep(
                        scenario.initial, scenario.segments[0].inputs, ensemble.members[member].parameters, at: 0)
                }
            }
            ensemble.run(range, settings) { sample in
                let place = places[sample.index]
                guard place >= 0 else { return }
                kept[sample.member - range.lowerBound].keep(
                    sample.state, scenario.segments[sample.segment].inputs,
                    ensemble.members[sample.member].parameters, at: place)
            } finish: { member, outcome in
                if case .success = outcome { kept[member - range.lowerBound].isWhole = true }
                return goesOn()
            }
            self.kept = kept
        }
    }

    /// Joins the parts of an ensemble, which hold each member once, in order.
    public init(_ scenario: KnotScenario, at moments: [Int], of parts: [Part]) {
        let whole = parts.flatMap(\.kept).filter(\.isWhole)
        let all = scenario.sampleHours
        hours = moments.map { all[$0] }
        members = whole.count
        bands = Dictionary(
            uniqueKeysWithValues: Quantity.allCases.map { quantity in
                let band = moments.indices.map { place in
                    KnotBands.band(whole.map { $0.values[place * Quantity.allCases.count + quantity.rawValue] })
                }
                return (quantity, band)
            })
        labels = Dictionary(
            uniqueKeysWithValues: KnotLabel.allCases.map { label in
                (label, moments.indices.map { place in whole.count { $0.labels[place] == label } })
            })
        let last = (moments.count - 1) * Quantity.allCases.count + Quantity.contracture.rawValue
        lastContractures = moments.isEmpty ? [] : whole.map { $0.values[last] }
    }

    /// What is kept of one member.
    fileprivate struct Kept: Sendable {
        var values: [Double]
        var labels: [KnotLabel]
        var isWhole = false

        init(_ moments: Int) {
            values = Array(repeating: 0, count: moments * Quantity.allCases.count)
            labels = Array(repeating: .none, count: moments)
        }

        mutating func keep(_ state: KnotState, _ inputs: KnotInputs, _ parameters: KnotParameters, at place: Int) {
            let outputs = KnotOutputs(state, inputs, parameters)
            let hidden = KnotDiagnostics(state, inputs, parameters)
            labels[place] = outputs.label
            for quantity in Quantity.allCases {
                let value =
                    switch quantity {
                    case .pain: outputs.pain
                    case .pressThreshold: outputs.pressThreshold
                    case .range: outputs.range
                    case .drive: state.drive
                    case .contracture: state.contracture
                    case .flow: hidden.relativeFlow
                    case .oxygen: state.oxygen
                    case .lactate: state.lactate
                    case .sensitisation: state.sensitisation
                    case .centralSensitisation: state.centralSensitisation
                    }
                values[place * Quantity.allCases.count + quantity.rawValue] = value
            }
        }
    }
}
