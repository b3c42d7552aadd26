/// Where it hurts, on the body map.
public struct DrawingRecord: Hashable, Sendable {
    /// The painful areas, each place once. Whether the map knows a place is not checked: maps change, records do not.
    public let marks: [PainMark]
    /// Whether a place left blank means that it does not hurt there.
    public let isComplete: Bool

    /// Records a drawing. Without a mark it must be complete, which says that it hurts nowhere.
    public init(marks: [PainMark], isComplete: Bool = true) throws(IntakeProblem) {
        guard marks.count <= 500 else {
            throw IntakeProblem(path: "marks", message: "Found a list of \(marks.count).", allowed: "at most 500 marks")
        }
        guard isComplete || !marks.isEmpty else {
            throw IntakeProblem(
                path: "marks", message: "Nothing is said.",
                allowed: "at least one mark, or a complete drawing, which says that it hurts nowhere")
        }
        var checked: [PainMark] = []
        var seen: Set<BodyPlace> = []
        for (index, mark) in marks.enumerated() {
            let path = "marks[\(index)]"
            guard seen.insert(mark.place).inserted else {
                throw IntakeProblem(
                    path: path, message: "\(mark.place.region) \(mark.place.side.rawValue) is already marked.",
                    allowed: "each place once")
            }
            checked.append(try Self.checked(mark, path))
        }
        self.marks = checked
        self.isComplete = isComplete
    }

    private static func checked(_ mark: PainMark, _ path: String) throws(IntakeProblem) -> PainMark {
        var mark = mark
        _ = try RecordCheck.id(mark.place.region, "\(path).region")
        mark.intensity = try RecordCheck.number(mark.intensity, "\(path).intensity", in: 0...10)
        for (index, quality) in mark.quality.enumerated() where mark.quality[..<index].contains(quality) {
            throw IntakeProblem(
                path: "\(path).quality[\(index)]", message: "“\(quality.rawValue)” stands twice.", allowed: "each once")
        }
        return mark
    }
}

extension DrawingRecord: RecordPayload {
    package static let kind = EntryKind.drawing
    package static let keys = ["marks", "complete"]

    package init(fields: FieldReader) throws(IntakeProblem) {
        var marks: [PainMark] = []
        for (index, value) in try fields.list("marks").enumerated() {
            marks.append(try PainMark(recorded: value, path: "marks[\(index)]"))
        }
        try self.init(marks: marks, isComplete: fields.flag("complete") ?? true)
    }

    package var fields: [String: JSONValue] {
        ["marks": .array(marks.map(\.recorded)), "complete": .bool(isComplete)]
    }
}

extension PainMark {
    fileprivate init(recorded value: JSONValue, path: String) throws(IntakeProblem) {
        let fields = try FieldReader(value, path: path, known: ["region", "side", "intensity", "strength", "quality"])
        var quality: [PainQuality] = []
        for (index, word) in try fields.list("quality").enumerated() {
            quality.append(try FieldReader.choice(word, path: "\(path).quality[\(index)]"))
        }
        try self.init(
            BodyPlace(RegionID(fields.requiredText("region")), fields.requiredChoice("side")),
            intensity: fields.anyNumber("intensity"), strength: fields.choice("strength"), quality: quality)
    }

    fileprivate var recorded: JSONValue {
        .object(
            RecordFields.present([
                "region": .string(place.region.rawValue), "side": .string(place.side.rawValue),
                "intensity": RecordFields.number(intensity), "strength": RecordFields.word(strength),
                "quality": RecordFields.list(quality.map { .string($0.rawValue) }),
            ]))
    }
}
