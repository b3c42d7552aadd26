/// One step of a release session: one technique on one point.
public struct SessionStep: Hashable, Sendable {
    /// How a step ended.
    public enum Ending: String, CaseIterable, Hashable, Sendable {
        /// To its end.
        case done
        /// It was left out, or left before its end to go on with the next.
        case skipped
        /// The session was stopped in it.
        case stopped
    }

    /// The point.
    public let point: PointID
    /// Its side.
    public let side: BodySide
    /// How it was worked on.
    public let technique: TechniqueID?
    /// How long, 0 to 7200 seconds.
    public let seconds: Double
    /// How tender the point was before it, 0 to 10; nothing when nobody said.
    public let before: Double?
    /// How tender the point was after it, 0 to 10; nothing when nobody said.
    public let after: Double?
    /// How it ended; nothing when nobody said.
    public let ended: Ending?

    /// Describes a step.
    public init(
        point: PointID, side: BodySide, technique: TechniqueID? = nil, seconds: Double, before: Double? = nil,
        after: Double? = nil, ended: Ending? = nil
    ) throws(IntakeProblem) {
        self.point = try RecordCheck.id(point, "point")
        self.side = side
        if let technique { _ = try RecordCheck.id(technique, "technique") }
        self.technique = technique
        self.seconds = try RecordCheck.number(seconds, "seconds", in: 0...7_200)
        self.before = try RecordCheck.number(before, "before", in: 0...10)
        self.after = try RecordCheck.number(after, "after", in: 0...10)
        self.ended = ended
    }
}

extension SessionStep {
    private static let keys = ["point", "side", "technique", "seconds", "before", "after", "ended"]

    init(recorded value: JSONValue, path: String) throws(IntakeProblem) {
        let fields = try FieldReader(value, path: path, known: Self.keys)
        let point = PointID(try fields.requiredText("point"))
        let side: BodySide = try fields.requiredChoice("side")
        let technique = try fields.anyText("technique").map { TechniqueID($0) }
        let seconds = try fields.requiredNumber("seconds")
        let before = try fields.anyNumber("before")
        let after = try fields.anyNumber("after")
        let ended: Ending? = try fields.choice("ended")
        do {
            try self.init(
                point: point, side: side, technique: technique, seconds: seconds, before: before, after: after,
                ended: ended)
        } catch {
            throw error.within(path)
        }
    }

    var recorded: JSONValue {
        .object(
            RecordFields.present([
                "point": .string(point.rawValue), "side": .string(side.rawValue),
                "technique": technique.map { .string($0.rawValue) }, "seconds": .number(seconds),
                "before": RecordFields.number(before), "after": RecordFields.number(after),
                "ended": RecordFields.word(ended),
            ]))
    }
}
