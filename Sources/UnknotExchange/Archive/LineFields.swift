import UnknotJournal
import UnknotRecord

/// Takes the fields of one line, one by one.
struct LineFields {
    private let values: [String: ArraySlice<UInt8>]

    init(_ scanner: ObjectScanner) {
        values = scanner.values
    }

    static let momentForm = "a date, a time and an offset from 1900 to 2199, such as 2026-11-01T08:00:00+01:00"

    /// Refuses a key that is not known.
    func checkKeys(_ known: [String]) throws(IntakeProblem) {
        guard let key = values.keys.filter({ !known.contains($0) }).min() else { return }
        throw IntakeProblem(
            path: String(key.prefix(60)), message: "This key is not known.", allowed: known.joined(separator: ", "))
    }

    /// A text that is there and not null.
    func text(_ key: String, allowed: String) throws(IntakeProblem) -> String? {
        guard let value = values[key], !value.elementsEqual("null".utf8) else { return nil }
        guard let text = ObjectScanner.text(value) else {
            throw IntakeProblem(
                path: key, message: "Expected a text, found \(ObjectScanner.kind(value)).", allowed: allowed)
        }
        return text
    }

    func uniqueID<Subject>(_ key: String) throws(IntakeProblem) -> UniqueID<Subject>? {
        let form = "a UUID such as 0190b6a1-7c3e-7abc-8def-0123456789ab"
        guard let text = try text(key, allowed: form) else { return nil }
        guard let id = UniqueID<Subject>(text) else {
            throw IntakeProblem(path: key, message: "Found the text “\(text.prefix(60))”.", allowed: form)
        }
        return id
    }

    func moment(_ key: String) throws(IntakeProblem) -> MomentText? {
        guard let text = try text(key, allowed: Self.momentForm) else { return nil }
        guard let read = try? MomentText(text), Moment.allowed.contains(read.moment) else {
            throw IntakeProblem(path: key, message: "Found the text “\(text.prefix(60))”.", allowed: Self.momentForm)
        }
        return read
    }

    /// A name such as `Europe/Berlin` or an offset. Whether this machine knows the name is not asked, so that an archive
    /// can be read everywhere.
    func zone(_ key: String) throws(IntakeProblem) -> String? {
        let form = "a time zone such as Europe/Berlin or +01:00"
        guard let text = try text(key, allowed: form) else { return nil }
        guard (1...64).contains(text.unicodeScalars.count), !text.utf8.contains(0) else {
            throw IntakeProblem(path: key, message: "Found the text “\(text.prefix(60))”.", allowed: form)
        }
        return text
    }

    /// The value of an entry, and its text as it stands.
    func payload(_ key: String, kind: EntryKind) throws(IntakeProblem) -> (RecordValue, String) {
        guard let text = values[key] else {
            throw IntakeProblem(path: key, message: "This field is missing.", allowed: "an object")
        }
        do {
            let value = try RecordValue(kind: kind, json: Array(text))
            return (value, String(decoding: text, as: UTF8.self))
        } catch {
            throw IntakeProblem(
                path: error.path.isEmpty ? key : "\(key).\(error.path)", message: error.message, allowed: error.allowed)
        }
    }

    /// The fields of an object inside the line.
    func object(_ key: String, known: [String]) throws(IntakeProblem) -> LineFields {
        guard let value = values[key] else {
            throw IntakeProblem(path: key, message: "This field is missing.", allowed: "an object")
        }
        let fields = LineFields(try ObjectScanner(Array(value), path: key))
        try fields.checkKeys(known)
        return fields
    }

    /// The text of a value as it stands.
    func written(_ key: String) -> ArraySlice<UInt8>? { values[key] }
}
