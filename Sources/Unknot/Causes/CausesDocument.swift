import UnknotAtlas
import UnknotCare
import UnknotRecord

/// Reads what is known of one person about what may drive their knots, strictly.
///
///     {"muscles": ["trapezius_upper"], "applies": ["stress"], "denied": ["cold"], "episodes": 3, "age": 41,
///      "onsets": [{"before": ["heavy_load"], "not_before": ["tired"]}],
///      "days": {"sitting_hours": [8, 9, null, 7]}, "days_covered": 28, "health": []}
///
/// Every key may be missing. `days` holds one number for each of the last days, or `null` where nothing was written down;
/// `days_covered` says how many days the journal covers, which is at least the longest of these lists.
struct CausesDocument {
    /// The names of the numbers of days.
    private static let measures: [(name: String, measure: Measure, range: ClosedRange<Double>)] = [
        ("sitting_hours", .sittingHours, 0...24), ("longest_minutes", .sittingStretch, 0...1_440),
        ("sleep_hours", .sleepHours, 0...24), ("sleep_quality", .sleepQuality, 0...10), ("stress", .stress, 0...10),
        ("load", .load, 0...10), ("exercise_minutes", .exercise, 0...1_440), ("water_litres", .water, 0...20),
    ]
    private static let keys = [
        "id", "muscles", "age", "applies", "denied", "onsets", "days", "days_covered", "episodes", "health",
    ]
    /// The most times that the hours before are described.
    private static let mostOnsets = 1_000

    private let atlas: Atlas
    private let fields: FieldReader
    /// The name that comes back with the answer.
    let id: String?

    init(_ bytes: [UInt8], atlas: Atlas) throws(IntakeProblem) {
        self.atlas = atlas
        let value = try JSONValue.parse(bytes)
        var id: String?
        if case .object(let fields) = value, case .string(let text)? = fields["id"] { id = text }
        self.id = id
        do {
            fields = try FieldReader(value, path: "", known: Self.keys)
            _ = try fields.text("id")
        } catch {
            throw IntakeProblem(path: error.path, message: error.message, allowed: error.allowed, id: id)
        }
    }

    /// What it says.
    func inquiry() throws(IntakeProblem) -> DriverInquiry {
        do {
            return try read()
        } catch {
            throw IntakeProblem(path: error.path, message: error.message, allowed: error.allowed, id: id)
        }
    }

    private func read() throws(IntakeProblem) -> DriverInquiry {
        let muscles: [MuscleID] = try ids(fields, "muscles", "muscle", atlas.muscles.map(\.id))
        let health: [HealthID] = try ids(fields, "health", "health check", atlas.care.healthChecks.map(\.id))
        var inquiry = DriverInquiry(muscles: muscles, said: try said(), onsets: try onsets(), health: Set(health))
        inquiry.age = try whole("age", in: 0...120)
        inquiry.episodes = try whole("episodes", in: 0...100)
        let (days, longest) = try days()
        inquiry.days = days
        inquiry.daysCovered = max(try whole("days_covered", in: 0...366) ?? 0, longest)
        return inquiry
    }

    private func said() throws(IntakeProblem) -> [CauseID: Bool] {
        var said: [CauseID: Bool] = [:]
        for (key, applies) in [("applies", true), ("denied", false)] {
            let causes: [CauseID] = try ids(fields, key, "cause", atlas.causes.map(\.id))
            for (index, id) in causes.enumerated() where said.updateValue(applies, forKey: id) != nil {
                throw IntakeProblem(
                    path: "\(key)[\(index)]", message: "“\(id.rawValue)” stands twice.",
                    allowed: "each id once, in one of the lists")
            }
        }
        return said
    }

    private func onsets() throws(IntakeProblem) -> [DriverInquiry.Onset] {
        let triggers = atlas.prevention.triggers.map(\.id)
        var onsets: [DriverInquiry.Onset] = []
        for (index, value) in try fields.list("onsets", longest: Self.mostOnsets).enumerated() {
            let onset = try FieldReader(value, path: "onsets[\(index)]", known: ["before", "not_before"])
            let before: [TriggerID] = try ids(onset, "before", "trigger", triggers)
            let notBefore: [TriggerID] = try ids(onset, "not_before", "trigger", triggers)
            onsets.append(DriverInquiry.Onset(before: Set(before), notBefore: Set(notBefore)))
        }
        return onsets
    }

    private func days() throws(IntakeProblem) -> (days: [Measure: [Double]], longest: Int) {
        guard let value = fields.value("days") else { return ([:], 0) }
        let lists = try FieldReader(value, path: "days", known: Self.measures.map(\.name))
        var days: [Measure: [Double]] = [:]
        var longest = 0
        for (name, measure, range) in Self.measures {
            let items = try lists.list(name, longest: 366)
            longest = max(longest, items.count)
            var values: [Double] = []
            for (index, item) in items.enumerated() {
                if case .null = item { continue }
                guard case .number(let number) = item, range.contains(number) else {
                    throw IntakeProblem(
                        path: "days.\(name)[\(index)]", message: "Found \(item.kind) that does not fit.",
                        allowed: "a number from \(Int(range.lowerBound)) to \(Int(range.upperBound)), or null")
                }
                values.append(number)
            }
            if !values.isEmpty { days[measure] = values }
        }
        return (days, longest)
    }

    private func whole(_ key: String, in range: ClosedRange<Int>) throws(IntakeProblem) -> Int? {
        guard let value = fields.value(key) else { return nil }
        guard case .number(let number) = value, let whole = Int(exactly: number), range.contains(whole) else {
            throw IntakeProblem(
                path: fields.path(of: key), message: "Found \(value.kind) that does not fit.",
                allowed: "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return whole
    }

    /// The ids of a list, all of them known.
    private func ids<Subject>(
        _ reader: FieldReader, _ key: String, _ kind: String, _ known: [Identifier<Subject>]
    ) throws(IntakeProblem) -> [Identifier<Subject>] {
        var ids: [Identifier<Subject>] = []
        for (index, value) in try reader.list(key, longest: 300).enumerated() {
            let path = "\(reader.path(of: key))[\(index)]"
            guard case .string(let text) = value else {
                throw IntakeProblem(
                    path: path, message: "Expected a text, found \(value.kind).", allowed: "an id of the knowledge base"
                )
            }
            guard known.contains(Identifier(text)) else {
                throw atlas.unknownName(path, kind, text, known.map(\.rawValue))
            }
            ids.append(Identifier(text))
        }
        return ids
    }
}
