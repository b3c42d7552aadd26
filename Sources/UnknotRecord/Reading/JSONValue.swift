#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Any JSON value, so that every mistake in a document can be named with its path.
package enum JSONValue: Hashable, Sendable, Decodable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    package init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let bool = try? value.decode(Bool.self) {
            self = .bool(bool)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let string = try? value.decode(String.self) {
            self = .string(string)
        } else {
            self = try Self.listOrObject(value, depth: decoder.codingPath.count)
        }
    }

    /// A mistake inside a list must come out with its own path, so only "this is no list" leads on to an object.
    private static func listOrObject(_ value: any SingleValueDecodingContainer, depth: Int) throws -> JSONValue {
        do {
            return .array(try value.decode([JSONValue].self))
        } catch DecodingError.typeMismatch(_, let context) where context.codingPath.count == depth {
            return .object(try value.decode([String: JSONValue].self))
        }
    }

    /// The kind in plain words, for messages.
    package var kind: String {
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
    ///
    /// - Parameter limit: The most bytes.
    package static func parse(
        _ bytes: [UInt8], limit: Int = IntakeDocument.maximumBytes
    ) throws(IntakeProblem) -> JSONValue {
        guard bytes.count <= limit else {
            throw IntakeProblem(
                path: "",
                message: "The input has \(bytes.count) bytes.",
                allowed: "at most \(limit) bytes"
            )
        }
        // The decoder also takes UTF-16, whose NUL bytes are valid UTF-8; JSON in UTF-8 never holds one.
        guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0) else {
            throw IntakeProblem(path: "", message: "The input is not valid UTF-8.", allowed: "UTF-8 text")
        }
        if let value = JSONScanner.value(of: bytes) { return value }
        return try decode(bytes)
    }

    /// Reads with the decoder of the system, which says in words what is wrong.
    ///
    /// - Parameter bytes: Valid UTF-8.
    package static func decode(_ bytes: [UInt8]) throws(IntakeProblem) -> JSONValue {
        let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let bytes = bytes.starts(with: byteOrderMark) ? Array(bytes.dropFirst(byteOrderMark.count)) : bytes
        let value: JSONValue
        do {
            value = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
        } catch {
            throw problem(for: error, in: bytes)
        }
        // The decoder keeps one of two equal keys without a word; an answer given twice must not pass.
        switch StrictScanner.firstFault(in: bytes) {
        case .duplicateKey(let path):
            throw IntakeProblem(path: path, message: "This key stands twice.", allowed: "each key once")
        case .trailingComma(let path):
            throw IntakeProblem(path: path, message: "A comma stands before a closing bracket.", allowed: "valid JSON")
        case nil:
            return value
        }
    }

    private static func problem(for error: any Error, in bytes: [UInt8]) -> IntakeProblem {
        if case DecodingError.typeMismatch(_, let context) = error {
            return IntakeProblem(
                path: path(context.codingPath),
                message: "This value cannot be read.",
                allowed: "a number such as 6.5, or a text of whole characters and valid escapes"
            )
        }
        var reason = "it cannot be read."
        if let fault = JSONScanner.fault(in: bytes) {
            reason = place(of: fault, in: bytes)
        } else if case DecodingError.dataCorrupted(let context) = error {
            reason = context.underlyingError.map { "\($0)" } ?? context.debugDescription
        }
        return IntakeProblem(
            path: "",
            message: "The input is not one JSON value: \(reason)",
            allowed: "one JSON object and nothing after it"
        )
    }

    /// Line and column of a byte, and what stands there.
    private static func place(of fault: Int, in bytes: [UInt8]) -> String {
        let before = String(decoding: bytes[..<fault], as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        let place = "line \(before.count), column \((before.last?.unicodeScalars.count ?? 0) + 1)"
        guard let found = String(decoding: bytes[fault...], as: UTF8.self).unicodeScalars.first else {
            return "it ends at \(place), before it is whole."
        }
        let isVisible = found.value > 0x20 && found.value != 0x7F
        return "at \(place) \(isVisible ? "“\(found)”" : "a character that cannot be shown") is not expected."
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        keys.reduce(into: "") { path, key in
            if let index = key.intValue, key.stringValue == "Index \(index)" {
                path += "[\(index)]"
            } else {
                path += path.isEmpty ? key.stringValue : ".\(key.stringValue)"
            }
        }
    }
}
