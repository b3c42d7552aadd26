/// One step of a release session: one technique on one point.
public struct SessionStep: Hashable, Sendable {
    /// The point.
    public let point: PointID
    /// Its side.
    public let side: BodySide
    /// How it was worked on.
    public let technique: TechniqueID?
    /// How long, 0 to 7200 seconds.
    public let seconds: Double

    /// Describes a step.
    public init(
        point: PointID, side: BodySide, technique: TechniqueID? = nil, seconds: Double
    ) throws(IntakeProblem) {
        self.point = try RecordCheck.id(point, "point")
        self.side = side
        if let technique { _ = try RecordCheck.id(technique, "technique") }
        self.technique = technique
        self.seconds = try RecordCheck.number(seconds, "seconds", in: 0...7_200)
    }
}

extension SessionStep {
    init(recorded value: JSONValue, path: String) throws(IntakeProblem) {
        let fields = try FieldReader(value, path: path, known: ["point", "side", "technique", "seconds"])
        let point = PointID(try fields.requiredText("point"))
        let side: BodySide = try fields.requiredChoice("side")
        let technique = try fields.anyText("technique").map { TechniqueID($0) }
        let seconds = try fields.requiredNumber("seconds")
        do {
            try self.init(point: point, side: side, technique: technique, seconds: seconds)
        } catch {
            throw error.within(path)
        }
    }

    var recorded: JSONValue {
        .object(
            RecordFields.present([
                "point": .string(point.rawValue), "side": .string(side.rawValue),
                "technique": technique.map { .string($0.rawValue) }, "seconds": .number(seconds),
            ]))
    }
}
