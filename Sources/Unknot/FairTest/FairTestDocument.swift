public import UnknotCare
public import UnknotRecord

/// Reads the JSON of a fair test, strictly.
///
///     {"x": [1, 1, 0, 0], "y": [4, null, 5, 6]}                          a day trial
///     {"technique": [0, 1], "before": [6, 5], "after": [5, 3]}           a session screen
///
/// A day trial has one entry a calendar day, in order: `x` says whether the routine was drawn (0, 1), `y` is the pain of the
/// day (0 to 10, `null` when it was not logged). It may also have `z` (at most two lists of 0 and 1: what was chosen
/// beforehand and may change pain by itself), `done` (0, 1 or `null`: whether the routine was really done), `period` (days of a
/// period) and `prior` (`mean`, `sd`, for ranking; it gives no verdict). A session screen has one entry a session; technique 0 is
/// quiet rest, and `techniques` may say how many there are.
public enum FairTestDocument {
    /// What was asked.
    public enum Request: Hashable, Sendable {
        /// Days, and another prior of the effect than the sceptical one, if any.
        case days(DayTrial, prior: NormalBelief?)
        /// Sessions.
        case sessions(SessionScreen)
    }

    /// The keys of a day trial.
    public static let dayKeys = ["id", "x", "y", "z", "done", "period", "prior"]
    /// The keys of a session screen.
    public static let sessionKeys = ["id", "technique", "before", "after", "techniques"]
    /// The most days or sessions.
    public static let longest = 1_000

    /// Reads one document with its id; says what is wrong, where, and what is allowed.
    public static func parse(_ bytes: [UInt8]) throws(IntakeProblem) -> (id: String?, request: Request) {
        let value = try JSONValue.parse(bytes)
        var id: String?
        if case .object(let fields) = value, case .string(let text)? = fields["id"] { id = text }
        do throws(IntakeProblem) {
            return (id, try request(value))
        } catch {
            throw IntakeProblem(path: error.path, message: error.message, allowed: error.allowed, id: id)
        }
    }

    private static func request(_ value: JSONValue) throws(IntakeProblem) -> Request {
        if case .object(let fields) = value, fields["technique"] != nil {
            let reader = try FieldReader(value, path: "", known: sessionKeys)
            _ = try reader.text("id")
            return .sessions(try sessions(reader))
        }
        let reader = try FieldReader(value, path: "", known: dayKeys)
        _ = try reader.text("id")
        return .days(try days(reader), prior: try prior(reader))
    }

    // MARK: Days

    private static func days(_ reader: FieldReader) throws(IntakeProblem) -> DayTrial {
        let days = try list("x", reader)
        var assigned: [Bool] = []
        for (day, item) in days.enumerated() {
            guard let isRoutine = try flag(item, "x[\(day)]", mayMiss: false) else { continue }
            assigned.append(isRoutine)
        }
        var ratings: [Double?] = []
        for (day, item) in try list("y", reader, count: days.count, of: "x").enumerated() {
            ratings.append(try rating(item, "y[\(day)]", mayMiss: true))
        }
        var covariates: [[Double?]] = []
        for (index, item) in try reader.list("z", longest: DayTrial.mostCovariates).enumerated() {
            covariates.append(try covariate(item, "z[\(index)]", ratings))
        }
        var done: [Bool?]?
        if reader.value("done") != nil {
            var known: [Bool?] = []
            for (day, item) in try list("done", reader, count: days.count, of: "x").enumerated() {
                known.append(try flag(item, "done[\(day)]", mayMiss: true))
            }
            done = known
        }
        let period = try whole("period", reader, in: 1...longest)
        do throws(DayTrial.Problem) {
            return try DayTrial(
                assigned: assigned, ratings: ratings, covariates: covariates, done: done, period: period)
        } catch {
            // Everything is checked above, with its path.
            throw IntakeProblem(
                path: "", message: "These are not the days of a trial.", allowed: "x and y of one length")
        }
    }

    private static func covariate(
        _ item: JSONValue, _ path: String, _ ratings: [Double?]
    ) throws(IntakeProblem) -> [Double?] {
        guard case .array(let items) = item else {
            throw IntakeProblem(path: path, message: "Found \(item.kind).", allowed: "a list with one entry a day")
        }
        guard items.count == ratings.count else { throw lengths(path, items.count, ratings.count, "x") }
        var values: [Double?] = []
        for (day, item) in items.enumerated() {
            let isNeeded = ratings[day] != nil
            let value = try flag(item, "\(path)[\(day)]", mayMiss: !isNeeded)
            values.append(value.map { $0 ? 1 : 0 })
        }
        return values
    }

    private static func prior(_ reader: FieldReader) throws(IntakeProblem) -> NormalBelief? {
        guard let value = reader.value("prior") else { return nil }
        let fields = try FieldReader(value, path: "prior", known: ["mean", "sd"])
        func number(_ key: String, _ range: ClosedRange<Double>, _ words: String) throws(IntakeProblem) -> Double {
            guard case .number(let number)? = fields.value(key), range.contains(number) else {
                throw IntakeProblem(
                    path: fields.path(of: key), message: found(fields.value(key)), allowed: "a number from \(words)")
            }
            return number
        }
        return NormalBelief(
            mean: try number("mean", -5...5, "-5 to 5"), deviation: try number("sd", 0.05...10, "0.05 to 10"))
    }

    // MARK: Sessions

    private static func sessions(_ reader: FieldReader) throws(IntakeProblem) -> SessionScreen {
        let items = try list("technique", reader)
        let allowed = 0...(SessionScreen.mostTechniques - 1)
        var techniques: [Int] = []
        for (session, item) in items.enumerated() {
            techniques.append(try whole(item, "technique[\(session)]", in: allowed))
        }
        var tenderness: [[Double]] = []
        for key in ["before", "after"] {
            var ratings: [Double] = []
            for (session, item) in try list(key, reader, count: items.count, of: "technique").enumerated() {
                guard let value = try rating(item, "\(key)[\(session)]", mayMiss: false) else { continue }
                ratings.append(value)
            }
            tenderness.append(ratings)
        }
        let least = max(2, (techniques.max() ?? 0) + 1)
        let count = try whole("techniques", reader, in: least...SessionScreen.mostTechniques)
        do throws(SessionScreen.Problem) {
            return try SessionScreen(
                techniques: techniques, before: tenderness[0], after: tenderness[1], count: count ?? least)
        } catch {
            throw IntakeProblem(
                path: "", message: "These are not the sessions of a screen.",
                allowed: "technique, before and after of one length")
        }
    }

    // MARK: Single values

    private static func list(
        _ key: String, _ reader: FieldReader, count: Int? = nil, of other: String = ""
    ) throws(IntakeProblem) -> [JSONValue] {
        guard reader.value(key) != nil else {
            throw IntakeProblem(path: key, message: "This field is missing.", allowed: "a list, see --help")
        }
        let items = try reader.list(key, longest: longest)
        guard !items.isEmpty || count != nil else {
            throw IntakeProblem(path: key, message: "This list is empty.", allowed: "at least one entry")
        }
        if let count, items.count != count { throw lengths(key, items.count, count, other) }
        return items
    }

    private static func lengths(_ path: String, _ found: Int, _ needed: Int, _ other: String) -> IntakeProblem {
        IntakeProblem(
            path: path, message: "Found a list of \(found).", allowed: "a list of \(needed), as many as in \(other)")
    }

    private static func flag(_ item: JSONValue, _ path: String, mayMiss: Bool) throws(IntakeProblem) -> Bool? {
        switch item {
        case .number(0): return false
        case .number(1): return true
        case .null where mayMiss: return nil
        default:
            throw IntakeProblem(path: path, message: found(item), allowed: mayMiss ? "0, 1 or null" : "0 or 1")
        }
    }

    private static func rating(_ item: JSONValue, _ path: String, mayMiss: Bool) throws(IntakeProblem) -> Double? {
        if case .null = item, mayMiss { return nil }
        guard case .number(let number) = item, DayTrial.scale.contains(number) else {
            let allowed = "a number from 0 to 10"
            throw IntakeProblem(
                path: path, message: found(item), allowed: mayMiss ? "\(allowed), or null for a day without" : allowed)
        }
        return number
    }

    private static func whole(
        _ key: String, _ reader: FieldReader, in range: ClosedRange<Int>
    ) throws(IntakeProblem) -> Int? {
        guard let value = reader.value(key) else { return nil }
        return try whole(value, key, in: range)
    }

    private static func whole(
        _ value: JSONValue, _ path: String, in range: ClosedRange<Int>
    ) throws(IntakeProblem) -> Int {
        guard case .number(let number) = value, let whole = Int(exactly: number), range.contains(whole) else {
            throw IntakeProblem(
                path: path, message: found(value),
                allowed: "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return whole
    }

    private static func found(_ value: JSONValue?) -> String {
        guard let value else { return "This field is missing." }
        guard case .number(let number) = value else { return "Found \(value.kind)." }
        let plain = Int(exactly: number).map { "\($0)" } ?? "\(number)"
        return "Found the number \(plain)."
    }
}
