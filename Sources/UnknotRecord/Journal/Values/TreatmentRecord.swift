/// A treatment that was taken.
public struct TreatmentRecord: Hashable, Sendable {
    /// What kind of treatment.
    public enum Treatment: String, CaseIterable, Hashable, Sendable {
        /// A medicine, swallowed or put on the skin.
        case medicine
        /// Heat.
        case heat
        /// Cold.
        case cold
        /// A massage by somebody who is no therapist.
        case massage
        /// A visit to a therapist.
        case therapist
        /// Needling.
        case needling
        /// An injection.
        case injection
        /// An exercise class.
        case exerciseClass = "exercise_class"
        /// Anything else.
        case other
    }

    /// What kind.
    public let what: Treatment
    /// Its name, such as the medicine with its dose, up to 200 characters on one line.
    public let name: String?
    /// How long, 0 to 1440 minutes.
    public let minutes: Double?

    /// Records a treatment.
    public init(_ what: Treatment, name: String? = nil, minutes: Double? = nil) throws(IntakeProblem) {
        self.what = what
        self.name = try RecordCheck.text(name, "name", longest: 200)
        self.minutes = try RecordCheck.number(minutes, "minutes", in: 0...1_440)
    }
}

extension TreatmentRecord: RecordPayload {
    package static let kind = EntryKind.treatment
    package static let keys = ["what", "name", "minutes"]

    package init(fields: FieldReader) throws(IntakeProblem) {
        try self.init(
            fields.requiredChoice("what"), name: fields.anyText("name"), minutes: fields.anyNumber("minutes"))
    }

    package var fields: [String: JSONValue] {
        RecordFields.present([
            "what": .string(what.rawValue), "name": RecordFields.text(name), "minutes": RecordFields.number(minutes),
        ])
    }
}
