/// Takes the fields of one JSON object, one by one, and refuses what is not known.
package struct FieldReader {
    private let path: String
    private let fields: [String: JSONValue]

    package init(_ value: JSONValue, path: String, known: [String]) throws(IntakeProblem) {
        guard case .object(let fields) = value else {
            throw IntakeProblem(
                path: path,
                message: "Expected an object, found \(value.kind).",
                allowed: "an object with the keys \(known.joined(separator: ", "))"
            )
        }
        for key in fields.keys.sorted() where !known.contains(key) {
            throw IntakeProblem(
                path: path.isEmpty ? key : "\(path).\(key)",
                message: "This key is not known.",
                allowed: known.joined(separator: ", ")
            )
        }
        self.path = path
        self.fields = fields
    }

    package func path(of key: String) -> String {
        path.isEmpty ? key : "\(path).\(key)"
    }

    /// A value that is there and not null.
    package func value(_ key: String) -> JSONValue? {
        guard let value = fields[key] else { return nil }
        if case .null = value { return nil }
        return value
    }

    package func text(_ key: String, longest: Int = 200) throws(IntakeProblem) -> String? {
        guard let value = value(key) else { return nil }
        guard case .string(let text) = value, text.utf8.count <= longest else {
            throw wrong(key, value, allowed: "a text of at most \(longest) bytes")
        }
        return text
    }

    func requiredText(_ key: String) throws(IntakeProblem) -> String {
        guard let text = try text(key) else {
            throw IntakeProblem(path: path(of: key), message: "This field is missing.", allowed: "a text")
        }
        return text
    }

    func flag(_ key: String) throws(IntakeProblem) -> Bool? {
        guard let value = value(key) else { return nil }
        guard case .bool(let flag) = value else { throw wrong(key, value, allowed: "true or false") }
        return flag
    }

    func number(_ key: String, in range: ClosedRange<Double>) throws(IntakeProblem) -> Double? {
        guard let value = value(key) else { return nil }
        let allowed = "a number from \(Int(range.lowerBound)) to \(Int(range.upperBound))"
        guard case .number(let number) = value, range.contains(number) else {
            throw wrong(key, value, allowed: allowed)
        }
        return number
    }

    func choice<Choice: RawRepresentable & CaseIterable>(
        _ key: String
    ) throws(IntakeProblem) -> Choice? where Choice.RawValue == String {
        guard let value = value(key) else { return nil }
        return try Self.choice(value, path: path(of: key))
    }

    package func list(_ key: String, longest: Int = 1_000) throws(IntakeProblem) -> [JSONValue] {
        guard let value = value(key) else { return [] }
        guard case .array(let items) = value, items.count <= longest else {
            throw wrong(key, value, allowed: "a list of at most \(longest) entries")
        }
        return items
    }

    static func choice<Choice: RawRepresentable & CaseIterable>(
        _ value: JSONValue,
        path: String
    ) throws(IntakeProblem) -> Choice where Choice.RawValue == String {
        let allowed = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        guard case .string(let text) = value else {
            throw IntakeProblem(path: path, message: "Expected a text, found \(value.kind).", allowed: allowed)
        }
        guard let choice = Choice(rawValue: text) else {
            throw IntakeProblem(path: path, message: "“\(text)” is not a choice here.", allowed: allowed)
        }
        return choice
    }

    static func text(_ value: JSONValue, path: String) throws(IntakeProblem) -> String {
        guard case .string(let text) = value else {
            throw IntakeProblem(path: path, message: "Expected a text, found \(value.kind).", allowed: "a text")
        }
        guard text.utf8.count <= 200 else {
            throw IntakeProblem(
                path: path, message: "Found a text of \(text.utf8.count) bytes.", allowed: "a text of at most 200 bytes"
            )
        }
        return text
    }

    func wrong(_ key: String, _ value: JSONValue, allowed: String) -> IntakeProblem {
        let found =
            switch value {
            case .number(let number): "Found the number \(Self.plain(number))."
            case .string(let text): "Found the text “\(text.prefix(60))”."
            case .array(let items): "Found a list of \(items.count)."
            default: "Found \(value.kind)."
            }
        return IntakeProblem(path: path(of: key), message: found, allowed: allowed)
    }

    private static func plain(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
    }
}
