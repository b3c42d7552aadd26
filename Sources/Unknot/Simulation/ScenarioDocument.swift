public import UnknotPhysiology
public import UnknotRecord

/// Reads scenarios of the knot model in JSON, strictly.
///
///     {"initial": "latent", "segments": [{"seconds": 90, "inputs": {"load": 0, "press": 2}}]}
///
/// `initial` is `healthy`, `latent`, `active`, or 14 numbers in the order of the states. Inputs that are not named keep the
/// values of an ordinary day. `name` and `doc` are texts that may be there; `states` must be the symbols in their order if
/// it is there; `sampling` is accepted and has no effect.
public enum ScenarioDocument {
    /// A scenario with its name.
    public struct Named: Sendable {
        /// Its `name`, if it has one.
        public let name: String?
        /// What happens.
        public let scenario: KnotScenario
    }

    /// The largest document that is read.
    public static let maximumBytes = 16 << 20
    /// The most segments.
    public static let maximumSegments = 100_000
    /// The longest scenario: five years.
    public static let maximumSeconds = 5 * 365.25 * 86_400

    /// Reads one document; says what is wrong, where, and what is allowed.
    public static func parse(_ bytes: [UInt8]) throws(IntakeProblem) -> Named {
        let document = try JSONValue.parse(bytes, limit: maximumBytes)
        let reader = try FieldReader(
            document, path: "", known: ["initial", "segments", "name", "doc", "states", "sampling"])
        let name = try reader.text("name", longest: 200)
        _ = try reader.text("doc", longest: 10_000)
        _ = try reader.text("sampling", longest: 10_000)
        try checkStates(reader)
        let initial = try initialState(reader.value("initial"))
        let parts = try reader.list("segments", longest: maximumSegments)
        guard !parts.isEmpty else {
            throw IntakeProblem(
                path: "segments", message: "There is no segment.",
                allowed: "a list of 1 to \(maximumSegments) objects with seconds and inputs")
        }
        var segments: [KnotSegment] = []
        segments.reserveCapacity(parts.count)
        var total = 0.0
        for (index, part) in parts.enumerated() {
            let segment = try segment(part, path: "segments[\(index)]")
            total += segment.seconds
            guard total <= maximumSeconds else {
                throw IntakeProblem(
                    path: "segments[\(index)].seconds", message: "The scenario becomes longer than five years here.",
                    allowed: "at most \(Int(maximumSeconds)) seconds in all")
            }
            segments.append(segment)
        }
        return Named(name: name, scenario: KnotScenario(initial: initial, segments: segments))
    }

    /// A start by its name: `healthy`, `latent` or `active`.
    public static func start(named name: String) -> KnotState? {
        switch name {
        case "healthy": .healthy
        case "latent": .latent
        case "active": .active
        default: nil
        }
    }

    private static func checkStates(_ reader: FieldReader) throws(IntakeProblem) {
        guard let value = reader.value("states") else { return }
        let symbols = KnotState.symbols.map { "\($0)" }
        guard case .array(let items) = value, items.count == symbols.count,
            zip(items, symbols).allSatisfy({ item, symbol in
                if case .string(let text) = item { text == symbol } else { false }
            })
        else {
            throw IntakeProblem(
                path: "states", message: "These are not the states of the model in their order.",
                allowed: symbols.joined(separator: ", "))
        }
    }

    private static func initialState(_ value: JSONValue?) throws(IntakeProblem) -> KnotState {
        let allowed = "healthy, latent, active, or 14 numbers in the order of the states"
        guard let value else {
            throw IntakeProblem(path: "initial", message: "This field is missing.", allowed: allowed)
        }
        if case .string(let name) = value {
            guard let state = start(named: name) else {
                throw IntakeProblem(
                    path: "initial", message: "“\(name.prefix(60))” is not a start.", allowed: allowed)
            }
            return state
        }
        guard case .array(let items) = value else {
            throw IntakeProblem(path: "initial", message: "Found \(value.kind).", allowed: allowed)
        }
        guard items.count == KnotState.count else {
            throw IntakeProblem(path: "initial", message: "Found a list of \(items.count).", allowed: allowed)
        }
        var numbers: [Double] = []
        for (index, item) in items.enumerated() {
            numbers.append(
                try number(
                    item, path: "initial[\(index)]", in: KnotState.allowed[index],
                    slack: rounding, of: "\(KnotState.symbols[index])"))
        }
        guard let state = KnotState(numbers) else {
            throw IntakeProblem(path: "initial", message: "Found a list of \(items.count).", allowed: allowed)
        }
        return state
    }

    private static func segment(_ value: JSONValue, path: String) throws(IntakeProblem) -> KnotSegment {
        let reader = try FieldReader(value, path: path, known: ["seconds", "inputs"])
        guard let seconds = reader.value("seconds") else {
            throw IntakeProblem(
                path: reader.path(of: "seconds"), message: "This field is missing.", allowed: "a number above 0")
        }
        guard case .number(let length) = seconds, length >= shortestSegment, length <= maximumSeconds else {
            throw IntakeProblem(
                path: reader.path(of: "seconds"), message: found(seconds),
                allowed: "a number of seconds from \(shortestSegment) to \(Int(maximumSeconds))")
        }
        guard let given = reader.value("inputs") else { return KnotSegment(seconds: length, KnotInputs()) }
        let names = KnotInput.allCases.map { "\($0.name)" }
        let fields = try FieldReader(given, path: reader.path(of: "inputs"), known: names)
        var inputs = KnotInputs()
        for (input, name) in zip(KnotInput.allCases, names) {
            guard let value = fields.value(name) else { continue }
            inputs[input] = try number(value, path: fields.path(of: name), in: input.range, slack: 0, of: name)
        }
        return KnotSegment(seconds: length, inputs)
    }

    /// Shorter ones are no segments but mistakes.
    private static let shortestSegment = 1e-3
    /// What a computed state may lie outside of its box.
    private static let rounding = 1e-6

    private static func number(
        _ value: JSONValue, path: String, in range: ClosedRange<Double>, slack: Double, of name: String
    ) throws(IntakeProblem) -> Double {
        guard case .number(let number) = value, number >= range.lowerBound - slack, number <= range.upperBound + slack
        else {
            throw IntakeProblem(
                path: path, message: found(value),
                allowed: "a number from \(short(range.lowerBound)) to \(short(range.upperBound)) for \(name)")
        }
        return min(max(number, range.lowerBound), range.upperBound)
    }

    private static func found(_ value: JSONValue) -> String {
        if case .number(let number) = value { "Found the number \(short(number))." } else { "Found \(value.kind)." }
    }

    private static func short(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e9 ? "\(Int(number))" : "\(number)"
    }
}
