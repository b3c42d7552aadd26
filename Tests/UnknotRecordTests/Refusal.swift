import UnknotRecord

/// Reads a text as an intake and gives back why it was refused, or `nil` when it was read.
func refusal(of json: String, extraKeys: [String] = []) -> IntakeProblem? {
    refusal(of: Array(json.utf8), extraKeys: extraKeys)
}

/// Reads bytes as an intake and gives back why they were refused, or `nil` when they were read.
func refusal(of bytes: [UInt8], extraKeys: [String] = []) -> IntakeProblem? {
    do {
        _ = try IntakeDocument.parse(bytes, extraKeys: extraKeys)
        return nil
    } catch {
        return error
    }
}

/// A document that must be refused, the field to be named, and words that must stand in what is said about it.
struct BadField: Sendable, CustomStringConvertible {
    let json: String
    let path: String
    let says: String
    let allows: String

    init(_ json: String, at path: String, says: String, allows: String) {
        self.json = json
        self.path = path
        self.says = says
        self.allows = allows
    }

    var description: String { json.count > 90 ? "\(json.prefix(90))…" : json }
}

extension BadField {
    /// A mark of a drawing with one more field.
    static func mark(_ field: String, at path: String, says: String, allows: String) -> BadField {
        BadField(
            #"{"drawing": [{"region": "groin", "side": "left", \#(field)}]}"#, at: path, says: says, allows: allows)
    }

    /// A press with one more field.
    static func press(_ field: String, at path: String, says: String, allows: String) -> BadField {
        BadField(
            #"{"presses": [{"point": "infraspinatus_tp1", "side": "left", \#(field)}]}"#,
            at: path, says: says, allows: allows)
    }
}
