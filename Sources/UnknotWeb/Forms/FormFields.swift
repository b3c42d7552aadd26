import Unknot

/// The fields of a posted form in the order in which they were sent.
struct FormFields: Sendable {
    /// One name and what stands in it.
    struct Field: Hashable, Sendable {
        let name: String
        let value: String
    }

    let all: [Field]

    /// More than any form of ours sends.
    private static let mostFields = 2_000

    /// Reads `application/x-www-form-urlencoded`. Fields left empty count as not sent.
    init(urlEncoded bytes: [UInt8]) throws(IntakeProblem) {
        var fields: [Field] = []
        for part in bytes.split(separator: UInt8(ascii: "&")) {
            let pair = part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decode(pair[0]), let value = Self.decode(pair.count > 1 ? pair[1] : []) else {
                throw IntakeProblem(path: "", message: "The form cannot be read.", allowed: "UTF-8, URL-encoded")
            }
            guard fields.count < Self.mostFields else {
                throw IntakeProblem(
                    path: "", message: "The form has too many fields.", allowed: "at most \(Self.mostFields)")
            }
            if !value.isEmpty { fields.append(Field(name: name, value: value)) }
        }
        all = fields
    }

    init(_ all: [Field]) {
        self.all = all
    }

    /// Every value of a name.
    func values(_ name: String) -> [String] {
        all.filter { $0.name == name }.map(\.value)
    }

    /// The only value of a name.
    func value(_ name: String) throws(IntakeProblem) -> String? {
        let values = values(name)
        guard values.count < 2 else {
            throw IntakeProblem(path: name, message: "This field was sent twice.", allowed: "one value")
        }
        return values.first
    }

    private static func decode(_ bytes: ArraySlice<UInt8>) -> String? {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var rest = bytes
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): decoded.append(0x20)
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else {
                    return nil
                }
                decoded.append(high << 4 | low)
            default: decoded.append(byte)
            }
        }
        return String(validating: decoded, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
