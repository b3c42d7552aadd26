/// How it felt just before or just after a release session.
public struct SessionFeeling: Hashable, Sendable {
    /// Nothing was said.
    public static let unsaid = SessionFeeling()

    /// How tender the point was, 0 to 10.
    public let tenderness: Double?
    /// How tight it felt, 0 to 10.
    public let tightness: Double?
    /// How far a movement went.
    public let movement: MovementRecord?

    private init() {
        tenderness = nil
        tightness = nil
        movement = nil
    }

    /// Describes a feeling; each part may be left out.
    public init(
        tenderness: Double? = nil, tightness: Double? = nil, movement: MovementRecord? = nil
    ) throws(IntakeProblem) {
        self.tenderness = try RecordCheck.number(tenderness, "tenderness", in: 0...10)
        self.tightness = try RecordCheck.number(tightness, "tightness", in: 0...10)
        self.movement = movement
    }
}

extension SessionFeeling {
    init(recorded value: JSONValue?, path: String) throws(IntakeProblem) {
        guard let value else {
            self = .unsaid
            return
        }
        let fields = try FieldReader(value, path: path, known: ["tenderness", "tightness", "movement"])
        let tenderness = try fields.anyNumber("tenderness")
        let tightness = try fields.anyNumber("tightness")
        var movement: MovementRecord?
        if let value = fields.value("movement") {
            do {
                movement = try MovementRecord(fields: FieldReader(value, path: "", known: MovementRecord.keys))
            } catch {
                throw error.within("\(path).movement")
            }
        }
        do {
            try self.init(tenderness: tenderness, tightness: tightness, movement: movement)
        } catch {
            throw error.within(path)
        }
    }

    var recorded: JSONValue? {
        guard self != .unsaid else { return nil }
        return .object(
            RecordFields.present([
                "tenderness": RecordFields.number(tenderness), "tightness": RecordFields.number(tightness),
                "movement": movement.map { .object($0.fields) },
            ]))
    }
}
