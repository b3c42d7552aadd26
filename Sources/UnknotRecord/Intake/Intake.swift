/// Everything that a person has said about one pain so far: the input of locating.
public struct Intake: Hashable, Sendable {
    /// Echoed in the answer; means nothing to the engine.
    public var id: String?
    /// Years, 0 to 120.
    public var age: Int?
    /// As the person gives it.
    public var sex: Sex?
    /// The drawn sides are placeholders: only the muscle can be right or wrong.
    public var sideUnknown: Bool
    /// Where it hurts. One mark for each place at most.
    public var drawing: [PainMark]
    /// Whether a place left blank means that it does not hurt there.
    public var drawingComplete: Bool
    /// Answers by id of a movement, a finding or a warning sign.
    public var answers: [String: Answer]
    /// What may have started the pain or keeps it going.
    public var causes: [CauseID]
    /// Points that were pressed, and what was felt.
    public var presses: [Press]

    /// An intake with nothing said.
    public init(
        id: String? = nil,
        age: Int? = nil,
        sex: Sex? = nil,
        sideUnknown: Bool = false,
        drawing: [PainMark] = [],
        drawingComplete: Bool = true,
        answers: [String: Answer] = [:],
        causes: [CauseID] = [],
        presses: [Press] = []
    ) {
        self.id = id
        self.age = age
        self.sex = sex
        self.sideUnknown = sideUnknown
        self.drawing = drawing
        self.drawingComplete = drawingComplete
        self.answers = answers
        self.causes = causes
        self.presses = presses
    }

    /// The marks that say it hurts; an intensity of 0 says that it does not.
    public var painfulMarks: [PainMark] {
        drawing.filter { $0.intensity != 0 }
    }

    /// The same story told of the other side of the body.
    public var mirrored: Intake {
        var other = self
        other.drawing = drawing.map(\.mirrored)
        other.presses = presses.map(\.mirrored)
        return other
    }
}

/// One painful area of a drawing.
public struct PainMark: Hashable, Sendable {
    /// The area and its side.
    public var place: BodyPlace
    /// 0 (none) to 10 (worst imaginable).
    public var intensity: Double?
    /// Where it hurts most, or also.
    public var strength: MarkStrength?
    /// How it feels there.
    public var quality: [PainQuality]

    /// Marks an area.
    public init(
        _ place: BodyPlace,
        intensity: Double? = nil,
        strength: MarkStrength? = nil,
        quality: [PainQuality] = []
    ) {
        self.place = place
        self.intensity = intensity
        self.strength = strength
        self.quality = quality
    }

    /// The same mark on the other side.
    public var mirrored: PainMark {
        var other = self
        other.place = place.mirrored
        return other
    }
}

/// What somebody felt when one trigger point was pressed.
public struct Press: Hashable, Sendable {
    /// The point.
    public var point: PointID
    /// Its side.
    public var side: BodySide
    /// 0 (nothing) to 10 (unbearable).
    public var tenderness: Double?
    /// Whether the press brought on the person's own, usual pain.
    public var isFamiliar: Bool?
    /// Areas to which the pain spread.
    public var spreadsTo: [RegionID]
    /// Whether a lump or tight band was felt.
    public var hasLump: Bool?

    /// Records a press.
    public init(
        _ point: PointID,
        _ side: BodySide,
        tenderness: Double? = nil,
        isFamiliar: Bool? = nil,
        spreadsTo: [RegionID] = [],
        hasLump: Bool? = nil
    ) {
        self.point = point
        self.side = side
        self.tenderness = tenderness
        self.isFamiliar = isFamiliar
        self.spreadsTo = spreadsTo
        self.hasLump = hasLump
    }

    /// The same press on the other side.
    public var mirrored: Press {
        var other = self
        other.side = side.opposite
        return other
    }
}
