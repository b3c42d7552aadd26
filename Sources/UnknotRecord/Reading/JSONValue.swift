#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Any JSON value, so that every mistake in a document can be named with its path.
enum JSONValue: Sendable, Decodable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let bool = try? value.decode(Bool.self) {
            self = .bool(bool)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let string = try? value.decode(String.self) {
            self = .string(string)
        } else if let array = try? value.decode([JSONValue].self) {
            self = .array(array)
        } else {
            self = .object(try value.decode([String: JSONValue].self))
        }
    }

    /// The kind in plain words, for messages.
    var kind: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .string: "a text"
        case .array: "a list"
        case .object: "an object"
        }
    }

    /// Reads one document, or says in words why it is none.
    static func parse(_ bytes: [UInt8]) throws(IntakeProblem) -> JSONValue {
        guard bytes.count <= IntakeDocument.maximumBytes else {
            throw IntakeProblem(
                path: "",
                message: "The input has \(bytes.count) bytes.",
                allowed: "at most \(IntakeDocument.maximumBytes) bytes"
            )
        }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw IntakeProblem(path: "", message: "The input is not valid UTF-8.", allowed: "UTF-8 text")
        }
        let value: JSONValue
        do {
            value = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
        } catch {
            throw IntakeProblem(
                path: "",
                message: "The input is not one JSON value: \(Self.reason(for: error))",
                allowed: "one JSON object and nothing after it"
            )
        }
        // The decoder keeps one of two equal keys without a word; an answer given twice must not pass.
        if let path = DuplicateKeyScanner.firstDuplicate(in: bytes) {
            throw IntakeProblem(path: path, message: "This key stands twice.", allowed: "each key once")
        }
        return value
    }

    private static func reason(for error: any Error) -> String {
        guard case DecodingError.dataCorrupted(let context) = error else { return "it cannot be read." }
        return context.underlyingError.map { "\($0)" } ?? context.debugDescription
    }
}
