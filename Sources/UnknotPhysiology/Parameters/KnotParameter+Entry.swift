extension KnotParameter {
    /// How a number came about.
    public enum Status: Sendable {
        /// Taken from the source named; the source was looked up, but not always the number in it.
        case published
        /// Textbook value written from memory.
        case fromMemory
        /// Chosen so that the model meets published observations.
        case calibrated
        /// Our assumption.
        case assumed
    }

    /// What is known of a constant.
    public struct Entry: Sendable {
        /// Which constant.
        public let parameter: KnotParameter
        /// Its symbol in the specification.
        public let symbol: StaticString
        /// The nominal value.
        public let value: Double
        /// The range suggested for ensembles.
        public let range: ClosedRange<Double>
        /// The unit; empty for plain numbers.
        public let unit: StaticString
        /// Keys of the physiology references joined by semicolons, or `calibrated`, `assumption`, `from_memory`.
        public let source: StaticString
        /// How the number came about.
        public let status: Status
        /// What it stands for.
        public let meaning: StaticString

        init(
            _ parameter: KnotParameter, _ symbol: StaticString, _ value: Double, _ range: ClosedRange<Double>,
            _ unit: StaticString, _ source: StaticString, _ status: Status, _ meaning: StaticString
        ) {
            self.parameter = parameter
            self.symbol = symbol
            self.value = value
            self.range = range
            self.unit = unit
            self.source = source
            self.status = status
            self.meaning = meaning
        }
    }

    /// Everything that is known of all constants, in their order.
    public static let entries = tissueEntries + knotEntries

    /// What is known of this constant.
    public var entry: Entry { Self.entries[rawValue] }
}
