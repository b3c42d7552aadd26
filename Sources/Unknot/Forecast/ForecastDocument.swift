public import UnknotRecord

/// Reads the JSON of a series of days, strictly.
///
///     {"days": [{"pain": 4, "tenderness": null, "session": true}, {}, {"pain": 5}]}
///
/// One object a calendar day, oldest first; the last is today. What is missing or `null` was not logged.
public enum ForecastDocument {
    /// The keys of the document and of a day.
    public static let keys = ["id", "days"]
    /// The keys of one day.
    public static let dayKeys = ["pain", "tenderness", "session"]
    /// The most days: ten years.
    public static let longest = 3_653

    /// Reads one document with its id; says what is wrong, where, and what is allowed.
    public static func parse(_ bytes: [UInt8]) throws(IntakeProblem) -> (id: String?, days: [ForecastDay]) {
        let value = try JSONValue.parse(bytes)
        var id: String?
        if case .object(let fields) = value, case .string(let text)? = fields["id"] { id = text }
        do throws(IntakeProblem) {
            let reader = try FieldReader(value, path: "", known: keys)
            _ = try reader.text("id")
            guard reader.value("days") != nil else {
                throw IntakeProblem(path: "days", message: "This field is missing.", allowed: "a list, see --help")
            }
            var days: [ForecastDay] = []
            for (index, item) in try reader.list("days", longest: longest).enumerated() {
                days.append(try day(item, "days[\(index)]"))
            }
            return (id, days)
        } catch {
            throw IntakeProblem(path: error.path, message: error.message, allowed: error.allowed, id: id)
        }
    }

    private static func day(_ value: JSONValue, _ path: String) throws(IntakeProblem) -> ForecastDay {
        let reader = try FieldReader(value, path: path, known: dayKeys)
        return ForecastDay(
            pain: try rating("pain", reader), tenderness: try rating("tenderness", reader),
            hadSession: try session(reader))
    }

    private static func rating(_ key: String, _ reader: FieldReader) throws(IntakeProblem) -> Double? {
        switch reader.value(key) {
        case nil, .null?: return nil
        case .number(let number)? where ForecastDay.scale.contains(number): return number
        case .number(let number)?:
            throw IntakeProblem(
                path: reader.path(of: key), message: "Found the number \(number).",
                allowed: "a number from 0 to 10, or null for a day without")
        case let other?:
            throw IntakeProblem(
                path: reader.path(of: key), message: "Found \(other.kind).",
                allowed: "a number from 0 to 10, or null for a day without")
        }
    }

    private static func session(_ reader: FieldReader) throws(IntakeProblem) -> Bool {
        switch reader.value("session") {
        case nil, .null?: return false
        case .bool(let had)?: return had
        case let other?:
            throw IntakeProblem(
                path: reader.path(of: "session"), message: "Found \(other.kind).", allowed: "true or false")
        }
    }
}
