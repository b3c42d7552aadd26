/// Free words.
public struct NoteRecord: Hashable, Sendable {
    /// 1 to 4000 characters; lines end with a line feed.
    public let text: String

    /// Records a note.
    public init(text: String) throws(IntakeProblem) {
        self.text = try RecordCheck.text(text, "text", longest: 4_000, linesAllowed: true)
    }
}

extension NoteRecord: RecordPayload {
    package static let kind = EntryKind.note
    package static let keys = ["text"]

    package init(fields: FieldReader) throws(IntakeProblem) {
        try self.init(text: fields.requiredAnyText("text"))
    }

    package var fields: [String: JSONValue] { ["text": .string(text)] }
}
