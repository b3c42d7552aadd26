/// How far one movement goes.
public struct MovementRecord: Hashable, Sendable {
    /// What was tried.
    public let test: MovementTest
    /// How far it went.
    public let reach: Reach

    /// How far a movement went, in the unit in which it was measured.
    public enum Reach: Hashable, Sendable {
        /// Distance that is left between fingertips and floor, 0 to 100 cm. Less is better.
        case centimetres(Double)
        /// Angle from the middle, 0 to 180 degrees. More is better.
        case degrees(Double)
        /// Quarters of the full way, 0 to 4, whole. More is better.
        case quarters(Double)
    }

    /// Records a movement: fingertip to floor in centimetres, all others in degrees or quarters.
    public init(_ test: MovementTest, _ reach: Reach) throws(IntakeProblem) {
        self.test = test
        switch reach {
        case .centimetres(let distance):
            self.reach = .centimetres(try RecordCheck.number(distance, "cm", in: 0...100))
        case .degrees(let angle):
            self.reach = .degrees(try RecordCheck.number(angle, "degrees", in: 0...180))
        case .quarters(let quarters):
            self.reach = .quarters(try RecordCheck.whole(quarters, "quarters", in: 0...4))
        }
        guard test.isDistance == reach.isDistance else {
            throw IntakeProblem(
                path: reach.key, message: "\(test.rawValue) is not measured in \(reach.key).",
                allowed: test.isDistance ? "cm" : "degrees, quarters")
        }
    }
}

/// A movement that can be measured at home.
public enum MovementTest: String, CaseIterable, Hashable, Sendable {
    /// Bending forward with straight knees: how far the fingertips stay from the floor.
    case fingertipToFloor = "fingertip_to_floor"
    /// Turning the head to the left.
    case neckTurnLeft = "neck_turn_left"
    /// Turning the head to the right.
    case neckTurnRight = "neck_turn_right"
    /// Bending the head to the left.
    case neckBendLeft = "neck_bend_left"
    /// Bending the head to the right.
    case neckBendRight = "neck_bend_right"
    /// Bending the trunk to the left.
    case sideBendLeft = "side_bend_left"
    /// Bending the trunk to the right.
    case sideBendRight = "side_bend_right"

    /// Whether it is measured as a distance that is left, not as an angle that is reached.
    public var isDistance: Bool { self == .fingertipToFloor }
}

extension MovementRecord.Reach {
    /// The number, in its own unit.
    public var value: Double {
        switch self {
        case .centimetres(let value), .degrees(let value), .quarters(let value): value
        }
    }

    fileprivate var isDistance: Bool {
        if case .centimetres = self { true } else { false }
    }

    fileprivate var key: String {
        switch self {
        case .centimetres: "cm"
        case .degrees: "degrees"
        case .quarters: "quarters"
        }
    }
}

extension MovementRecord: RecordPayload {
    package static let kind = EntryKind.movement
    package static let keys = ["movement", "cm", "degrees", "quarters"]

    package init(fields: FieldReader) throws(IntakeProblem) {
        let test: MovementTest = try fields.requiredChoice("movement")
        var reaches: [Reach] = []
        if let distance = try fields.anyNumber("cm") { reaches.append(.centimetres(distance)) }
        if let angle = try fields.anyNumber("degrees") { reaches.append(.degrees(angle)) }
        if let quarters = try fields.anyNumber("quarters") { reaches.append(.quarters(quarters)) }
        guard let reach = reaches.first, reaches.count == 1 else {
            throw IntakeProblem(
                path: "", message: reaches.isEmpty ? "Nothing is said." : "The way is given more than once.",
                allowed: test.isDistance ? "cm" : "one of degrees, quarters")
        }
        try self.init(test, reach)
    }

    package var fields: [String: JSONValue] {
        ["movement": .string(test.rawValue), reach.key: .number(reach.value)]
    }
}
