/// Reads the JSON of a request for a plan. What the vocabulary of the atlas decides is checked there.
public enum PlanRequestDocument {
    /// The keys of a request.
    public static let keys = ["id", "intake", "health", "tools", "helper", "place", "minutes", "history"]
    /// The keys of one earlier treatment.
    public static let historyKeys = ["point", "side", "technique", "before", "after", "ended", "days_ago"]

    /// Reads one request, or an intake alone, which stands for a request with nothing else in it.
    ///
    /// - Throws: ``IntakeProblem`` for the first thing that is wrong; paths of the intake begin with `intake.`.
    public static func parse(_ bytes: [UInt8]) throws(IntakeProblem) -> PlanRequest {
        let value = try JSONValue.parse(bytes)
        // What the interview saves is an intake; its keys are not those of a request.
        if case .object(let fields) = value, fields["intake"] == nil, fields["drawing"] != nil {
            return PlanRequest(id: echoedID(value), intake: try IntakeDocument.intake(from: value))
        }
        return try request(from: value)
    }

    /// Reads a request that stands inside a larger document. Paths in a problem begin at the request.
    static func request(from value: JSONValue) throws(IntakeProblem) -> PlanRequest {
        let id = echoedID(value)
        do throws(IntakeProblem) {
            return try read(FieldReader(value, path: "", known: keys), id: id)
        } catch {
            throw IntakeProblem(path: error.path, message: error.message, allowed: error.allowed, id: id)
        }
    }

    private static func read(_ fields: FieldReader, id: String?) throws(IntakeProblem) -> PlanRequest {
        _ = try fields.text("id")
        guard let story = fields.value("intake") else {
            throw IntakeProblem(
                path: "intake", message: "This field is missing.", allowed: "an intake as for locating knots")
        }
        let intake: Intake
        do throws(IntakeProblem) {
            intake = try IntakeDocument.intake(from: story)
        } catch {
            throw error.inside("intake")
        }
        var request = PlanRequest(id: id, intake: intake)
        request.health = try names(fields, "health").map { HealthID($0) }
        request.tools = try tools(fields)
        request.hasHelper = try fields.flag("helper") ?? false
        request.place = try fields.choice("place") ?? .home
        request.minutes = try fields.number("minutes", in: 1...180) ?? 10
        request.history = try history(fields)
        return request
    }

    /// The id of the request, or else that of its intake.
    private static func echoedID(_ value: JSONValue) -> String? {
        guard case .object(let fields) = value else { return nil }
        if case .string(let id)? = fields["id"] { return id }
        if case .object(let intake)? = fields["intake"], case .string(let id)? = intake["id"] { return id }
        return nil
    }

    private static func tools(_ fields: FieldReader) throws(IntakeProblem) -> [CareTool] {
        var tools: [CareTool] = []
        for (index, value) in try fields.list("tools").enumerated() {
            let tool: CareTool = try FieldReader.choice(value, path: "tools[\(index)]")
            guard !tools.contains(tool) else { throw twice(tool.rawValue, "tools[\(index)]") }
            tools.append(tool)
        }
        return tools
    }

    private static func history(_ fields: FieldReader) throws(IntakeProblem) -> [PastTreatment] {
        var history: [PastTreatment] = []
        for (index, value) in try fields.list("history").enumerated() {
            let path = "history[\(index)]"
            let entry = try FieldReader(value, path: path, known: historyKeys)
            guard let side: BodySide = try entry.choice("side") else {
                throw IntakeProblem(path: "\(path).side", message: "This field is missing.", allowed: "left, right")
            }
            let days = try entry.number("days_ago", in: 0...36_500) ?? 0
            guard days == days.rounded() else {
                throw IntakeProblem(path: "\(path).days_ago", message: "Found \(days).", allowed: "whole days")
            }
            history.append(
                PastTreatment(
                    PointID(try entry.requiredText("point")),
                    side,
                    technique: TechniqueID(try entry.requiredText("technique")),
                    before: try entry.number("before", in: 0...10),
                    after: try entry.number("after", in: 0...10),
                    ending: try entry.choice("ended") ?? .finished,
                    daysAgo: Int(days)
                ))
        }
        return history
    }

    private static func names(_ fields: FieldReader, _ key: String) throws(IntakeProblem) -> [String] {
        var names: [String] = []
        for (index, value) in try fields.list(key).enumerated() {
            let path = "\(key)[\(index)]"
            let name = try FieldReader.text(value, path: path)
            guard !names.contains(name) else { throw twice(name, path) }
            names.append(name)
        }
        return names
    }

    private static func twice(_ name: String, _ path: String) -> IntakeProblem {
        IntakeProblem(path: path, message: "“\(name.prefix(80))” stands twice.", allowed: "each once")
    }
}

extension IntakeProblem {
    /// The same problem with the field named from outside.
    package func inside(_ field: String) -> IntakeProblem {
        IntakeProblem(path: path.isEmpty ? field : "\(field).\(path)", message: message, allowed: allowed, id: id)
    }
}
