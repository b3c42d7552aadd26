/// Reads the JSON of an intake. Everything that the vocabulary of the atlas does not decide is checked here.
public enum IntakeDocument {
    /// The largest intake that is read. A drawing of every region with every answer stays below 64 KiB.
    public static let maximumBytes = 1 << 20

    /// The keys of an intake.
    public static let keys = [
        "id", "age", "sex", "side_unknown", "drawing", "drawing_complete", "answers", "causes", "presses",
    ]

    /// Reads one intake.
    ///
    /// - Parameters:
    ///   - bytes: The whole document, UTF-8.
    ///   - extraKeys: Further keys that are allowed and ignored.
    /// - Throws: ``IntakeProblem`` for the first thing that is wrong.
    public static func parse(_ bytes: [UInt8], extraKeys: [String] = []) throws(IntakeProblem) -> Intake {
        try intake(from: JSONValue.parse(bytes), extraKeys: extraKeys)
    }

    static func intake(from value: JSONValue, extraKeys: [String] = []) throws(IntakeProblem) -> Intake {
        let id = echoedID(value)
        do {
            return try read(FieldReader(value, path: "", known: keys + extraKeys))
        } catch {
            throw IntakeProblem(path: error.path, message: error.message, allowed: error.allowed, id: id)
        }
    }

    private static func read(_ fields: FieldReader) throws(IntakeProblem) -> Intake {
        var intake = Intake()
        intake.id = try fields.text("id")
        intake.age = try age(fields)
        intake.sex = try fields.choice("sex")
        intake.sideUnknown = try fields.flag("side_unknown") ?? false
        intake.drawing = try drawing(fields)
        intake.drawingComplete = try fields.flag("drawing_complete") ?? true
        intake.answers = try answers(fields)
        intake.causes = try names(fields, "causes").map { CauseID($0) }
        intake.presses = try presses(fields)
        return intake
    }

    private static func echoedID(_ value: JSONValue) -> String? {
        guard case .object(let fields) = value, case .string(let id)? = fields["id"] else { return nil }
        return id
    }

    private static func age(_ fields: FieldReader) throws(IntakeProblem) -> Int? {
        guard let years = try fields.number("age", in: 0...120) else { return nil }
        guard years == years.rounded() else {
            throw IntakeProblem(path: "age", message: "Found \(years).", allowed: "whole years from 0 to 120")
        }
        return Int(years)
    }

    private static func drawing(_ fields: FieldReader) throws(IntakeProblem) -> [PainMark] {
        var marks: [PainMark] = []
        var seen: [BodyPlace: Int] = [:]
        for (index, value) in try fields.list("drawing").enumerated() {
            let path = "drawing[\(index)]"
            let entry = try FieldReader(
                value,
                path: path,
                known: ["region", "side", "intensity", "strength", "quality"]
            )
            let region = RegionID(try entry.requiredText("region"))
            guard let side: RegionSide = try entry.choice("side") else {
                throw IntakeProblem(
                    path: "\(path).side", message: "This field is missing.", allowed: "left, right, midline")
            }
            let place = BodyPlace(region, side)
            if let first = seen.updateValue(index, forKey: place) {
                throw IntakeProblem(
                    path: path,
                    message: "\(region) \(side.rawValue) is already marked in drawing[\(first)].",
                    allowed: "each place once"
                )
            }
            marks.append(
                PainMark(
                    place,
                    intensity: try entry.number("intensity", in: 0...10),
                    strength: try entry.choice("strength"),
                    quality: try qualities(entry)
                ))
        }
        return marks
    }

    private static func qualities(_ entry: FieldReader) throws(IntakeProblem) -> [PainQuality] {
        var qualities: [PainQuality] = []
        for (index, value) in try entry.list("quality").enumerated() {
            let path = "\(entry.path(of: "quality"))[\(index)]"
            let quality: PainQuality = try FieldReader.choice(value, path: path)
            guard !qualities.contains(quality) else {
                throw IntakeProblem(path: path, message: "“\(quality.rawValue)” stands twice.", allowed: "each once")
            }
            qualities.append(quality)
        }
        return qualities
    }

    private static func answers(_ fields: FieldReader) throws(IntakeProblem) -> [String: Answer] {
        guard let value = fields.value("answers") else { return [:] }
        guard case .object(let entries) = value else {
            throw IntakeProblem(
                path: "answers",
                message: "Expected an object, found \(value.kind).",
                allowed: "an object such as {\"coughing_sneezing\": \"worse\"}"
            )
        }
        var answers: [String: Answer] = [:]
        for (key, value) in entries.sorted(by: { $0.key < $1.key }) {
            let path = "answers.\(key.prefix(80))"
            let word = try FieldReader.text(value, path: path)
            if let reply = Reply(rawValue: word) {
                answers[key] = .reply(reply)
            } else {
                guard let effect = MovementEffect(rawValue: word) else {
                    throw IntakeProblem(
                        path: path,
                        message: "“\(word)” is not an answer.",
                        allowed: "yes, no, unknown; for a movement worse, better, restricted, no_effect"
                    )
                }
                answers[key] = .effect(effect)
            }
        }
        return answers
    }

    private static func presses(_ fields: FieldReader) throws(IntakeProblem) -> [Press] {
        var presses: [Press] = []
        for (index, value) in try fields.list("presses").enumerated() {
            let path = "presses[\(index)]"
            let entry = try FieldReader(
                value,
                path: path,
                known: ["point", "side", "tenderness", "familiar", "spreads_to", "lump"]
            )
            let point = PointID(try entry.requiredText("point"))
            guard let side: BodySide = try entry.choice("side") else {
                throw IntakeProblem(path: "\(path).side", message: "This field is missing.", allowed: "left, right")
            }
            guard !presses.contains(where: { $0.point == point && $0.side == side }) else {
                throw IntakeProblem(
                    path: path,
                    message: "\(point) \(side.rawValue) was already pressed.",
                    allowed: "each point and side once"
                )
            }
            presses.append(
                Press(
                    point,
                    side,
                    tenderness: try entry.number("tenderness", in: 0...10),
                    isFamiliar: try entry.flag("familiar"),
                    spreadsTo: try names(entry, "spreads_to").map { RegionID($0) },
                    hasLump: try entry.flag("lump")
                ))
        }
        return presses
    }

    /// A list of ids without repeats.
    private static func names(_ fields: FieldReader, _ key: String) throws(IntakeProblem) -> [String] {
        var names: [String] = []
        for (index, value) in try fields.list(key).enumerated() {
            let path = "\(fields.path(of: key))[\(index)]"
            let name = try FieldReader.text(value, path: path)
            guard !names.contains(name) else {
                throw IntakeProblem(path: path, message: "“\(name)” stands twice.", allowed: "each once")
            }
            names.append(name)
        }
        return names
    }
}
