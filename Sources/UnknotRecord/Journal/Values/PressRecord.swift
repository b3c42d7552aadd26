/// What was felt when one trigger point was pressed.
public struct PressRecord: Hashable, Sendable {
    /// The point. Whether the atlas knows it is not checked: the atlas changes, records do not.
    public let point: PointID
    /// Its side.
    public let side: BodySide
    /// 0 (nothing) to 10 (unbearable), five seconds of the same push as always.
    public let tenderness: Double?
    /// The pressure at which pressing first became painful, read from a gauge.
    public let gauge: GaugeReading?
    /// Whether the press brought on the person's own, usual pain.
    public let isFamiliar: Bool?
    /// Areas to which the pain spread.
    public let spreadsTo: [RegionID]
    /// Whether a lump or tight band was felt.
    public let hasLump: Bool?

    /// Records a press; tenderness or a gauge's reading is needed.
    public init(
        point: PointID, side: BodySide, tenderness: Double? = nil, gauge: GaugeReading? = nil, isFamiliar: Bool? = nil,
        spreadsTo: [RegionID] = [], hasLump: Bool? = nil
    ) throws(IntakeProblem) {
        self.point = try RecordCheck.id(point, "point")
        self.side = side
        self.tenderness = try RecordCheck.number(tenderness, "tenderness", in: 0...10)
        self.gauge = gauge
        self.isFamiliar = isFamiliar
        guard spreadsTo.count <= 100 else {
            throw IntakeProblem(
                path: "spreads_to", message: "Found a list of \(spreadsTo.count).", allowed: "at most 100 areas")
        }
        for (index, region) in spreadsTo.enumerated() {
            _ = try RecordCheck.id(region, "spreads_to[\(index)]")
            guard !spreadsTo[..<index].contains(region) else {
                throw IntakeProblem(
                    path: "spreads_to[\(index)]", message: "“\(region)” stands twice.", allowed: "each once")
            }
        }
        self.spreadsTo = spreadsTo
        self.hasLump = hasLump
        try RecordCheck.anyOf([tenderness != nil, gauge != nil], "tenderness, gauge")
    }
}

extension PressRecord: RecordPayload {
    package static let kind = EntryKind.press
    package static let keys = ["point", "side", "tenderness", "gauge", "familiar", "spreads_to", "lump"]

    package init(fields: FieldReader) throws(IntakeProblem) {
        try self.init(
            point: PointID(fields.requiredText("point")), side: fields.requiredChoice("side"),
            tenderness: fields.anyNumber("tenderness"),
            gauge: fields.value("gauge").map { value throws(IntakeProblem) in try GaugeReading(recorded: value) },
            isFamiliar: fields.flag("familiar"),
            spreadsTo: fields.texts("spreads_to", longest: 100).map { RegionID($0) }, hasLump: fields.flag("lump"))
    }

    package var fields: [String: JSONValue] {
        RecordFields.present([
            "point": .string(point.rawValue), "side": .string(side.rawValue),
            "tenderness": RecordFields.number(tenderness), "gauge": gauge?.recorded,
            "familiar": RecordFields.flag(isFamiliar),
            "spreads_to": RecordFields.list(spreadsTo.map { .string($0.rawValue) }), "lump": RecordFields.flag(hasLump),
        ])
    }
}
