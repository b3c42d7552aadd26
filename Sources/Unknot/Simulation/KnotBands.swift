public import UnknotPhysiology

/// What a person can notice, as a number; the quantities that bands are made of.
public enum KnotQuantity: String, CaseIterable, Sendable {
    /// Spontaneous pain, 0...10.
    case pain
    /// Press threshold, kg/cm².
    case pressThreshold = "PPT"
    /// Shear stiffness, kPa.
    case firmness = "stiffness"
    /// Range of side bending, degrees.
    case range = "ROM"

    /// The quantity among the outputs.
    public func value(in outputs: KnotOutputs) -> Double {
        switch self {
        case .pain: outputs.pain
        case .pressThreshold: outputs.pressThreshold
        case .firmness: outputs.firmness
        case .range: outputs.range
        }
    }
}

/// What an ensemble shows over time: never one line, but where the middle of the members is and where eight of ten are.
public struct KnotBands: Sendable {
    /// One quantity at one time.
    public struct Band: Hashable, Sendable {
        /// One member in ten is below.
        public let low: Double
        /// Half of the members are below.
        public let median: Double
        /// One member in ten is above.
        public let high: Double

        /// Creates a band.
        public init(low: Double, median: Double, high: Double) {
            self.low = low
            self.median = median
            self.high = high
        }
    }

    /// Hours since the start.
    public let hours: [Double]
    /// For each quantity a band at every time.
    public let bands: [KnotQuantity: [Band]]
    /// The share of members with each label at every time.
    public let labels: [KnotLabel: [Double]]
    /// How many members there are, and how many could not be run to the end.
    public let members: Int
    /// Members that failed; they are left out of the bands.
    public let failed: Int

    /// Makes bands out of what members kept.
    public init(_ results: [MemberResult?], of scenario: KnotScenario) {
        let kept = results.compactMap { $0 }
        members = results.count
        failed = results.count - kept.count
        hours = scenario.sampleHours
        var bands: [KnotQuantity: [Band]] = [:]
        let quantities = KnotQuantity.allCases
        for (position, quantity) in quantities.enumerated() {
            bands[quantity] = hours.indices.map { time in
                Self.band(kept.map { Double($0.values[time * quantities.count + position]) })
            }
        }
        self.bands = bands
        var labels: [KnotLabel: [Double]] = [:]
        for label in KnotLabel.allCases {
            labels[label] = hours.indices.map { time in
                let count = kept.reduce(0) { $0 + ($1.labels[time] == label ? 1 : 0) }
                return Double(count) / Double(max(1, kept.count))
            }
        }
        self.labels = labels
    }

    /// The middle of some values and where eight of ten lie.
    static func band(_ values: [Double]) -> Band {
        let sorted = values.sorted()
        guard let last = sorted.last else { return Band(low: .nan, median: .nan, high: .nan) }
        func quantile(_ share: Double) -> Double {
            let place = share * Double(sorted.count - 1)
            let below = Int(place)
            let above = min(below + 1, sorted.count - 1)
            return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
        }
        return sorted.count == 1
            ? Band(low: last, median: last, high: last)
            : Band(low: quantile(0.1), median: quantile(0.5), high: quantile(0.9))
    }
}

extension KnotScenario {
    /// The times of all samples in hours, the start included.
    public var sampleHours: [Double] {
        var hours = [0.0]
        var before = 0.0
        for segment in segments {
            let count = segment.samples
            for sample in 1...count {
                hours.append((before + segment.seconds * (Double(sample) / Double(count))) / 3_600)
            }
            before += segment.seconds
        }
        return hours
    }
}
