/// How the person wants things shown. Nothing in the journal is kept in these units.
public struct PreferencesRecord: Hashable, Sendable {
    /// How the time of day is shown.
    public enum Clock: String, CaseIterable, Hashable, Sendable {
        /// 13:30.
        case hours24 = "24"
        /// 1:30 pm.
        case hours12 = "12"
    }

    /// The first day of a week.
    public enum WeekStart: String, CaseIterable, Hashable, Sendable {
        /// Monday.
        case monday
        /// Saturday.
        case saturday
        /// Sunday.
        case sunday
    }

    /// What holds until the person chooses: centimetres, kilograms, 24 hours, Monday.
    public static let standard = PreferencesRecord()

    /// The unit of lengths.
    public var length: LengthUnit
    /// The unit of forces and pressures.
    public var force: ForceUnit
    /// How the time of day is shown.
    public var clock: Clock
    /// The first day of a week.
    public var weekStart: WeekStart

    /// States wishes.
    public init(
        length: LengthUnit = .centimetre, force: ForceUnit = .kilogram, clock: Clock = .hours24,
        weekStart: WeekStart = .monday
    ) {
        self.length = length
        self.force = force
        self.clock = clock
        self.weekStart = weekStart
    }
}

extension PreferencesRecord: RecordPayload {
    package static let kind = EntryKind.preferences
    package static let keys = ["length", "force", "clock", "week_starts"]

    package init(fields: FieldReader) throws(IntakeProblem) {
        try self.init(
            length: fields.choice("length") ?? .centimetre, force: fields.choice("force") ?? .kilogram,
            clock: fields.choice("clock") ?? .hours24, weekStart: fields.choice("week_starts") ?? .monday)
    }

    package var fields: [String: JSONValue] {
        [
            "length": .string(length.rawValue), "force": .string(force.rawValue), "clock": .string(clock.rawValue),
            "week_starts": .string(weekStart.rawValue),
        ]
    }
}
