/// A value of a journal that can be written as JSON and read back.
package protocol RecordPayload: Hashable, Sendable {
    /// What it is about.
    static var kind: EntryKind { get }
    /// The keys of its JSON, `version` left out.
    static var keys: [String] { get }
    /// Reads the fields; ranges are checked by the public initialiser.
    init(fields: FieldReader) throws(IntakeProblem)
    /// Its JSON, `version` left out, nothing that is absent.
    var fields: [String: JSONValue] { get }
}

extension RecordPayload {
    /// Reads one value, its version first.
    init(payload: JSONValue) throws(IntakeProblem) {
        try RecordVersion.check(payload)
        try self.init(fields: FieldReader(payload, path: "", known: Self.keys + ["version"]))
    }
}

/// Fields that may be absent are left out of the JSON.
enum RecordFields {
    static func present(_ fields: [String: JSONValue?]) -> [String: JSONValue] {
        fields.compactMapValues { $0 }
    }

    static func number(_ number: Double?) -> JSONValue? { number.map(JSONValue.number) }
    static func text(_ text: String?) -> JSONValue? { text.map(JSONValue.string) }
    static func flag(_ flag: Bool?) -> JSONValue? { flag.map(JSONValue.bool) }
    static func word<Word: RawRepresentable>(_ word: Word?) -> JSONValue? where Word.RawValue == String {
        word.map { .string($0.rawValue) }
    }
    static func list(_ items: [JSONValue]) -> JSONValue? { items.isEmpty ? nil : .array(items) }
}
