/// A day of the calendar (Gregorian) as a value of a journal names it: `2026-11-01`, where the person was.
public struct RecordDay: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// `2026-11-01`.
    public let description: String

    /// Checks the text of a day.
    ///
    /// - Parameter key: The field it stands in, for what is said about a text that is no day.
    public init(_ text: String, key: String) throws(IntakeProblem) {
        guard Self.isDay(Array(text.utf8)) else {
            throw IntakeProblem(
                path: key, message: "“\(text.prefix(60))” is not a day.", allowed: "a day such as 2026-11-01")
        }
        description = text
    }

    /// Earlier is less; the form makes texts sort as days do.
    public static func < (left: Self, right: Self) -> Bool { left.description < right.description }

    private static func isDay(_ bytes: [UInt8]) -> Bool {
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10]),
            (1_900...9_999).contains(year), (1...12).contains(month)
        else { return false }
        let isLeap = year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...days[month - 1]).contains(day)
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
        var number = 0
        for byte in bytes {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return number
    }
}

extension FieldReader {
    /// A day, or none.
    func day(_ key: String) throws(IntakeProblem) -> RecordDay? {
        guard let text = try anyText(key) else { return nil }
        return try RecordDay(text, key: path(of: key))
    }

    /// A day that must be there.
    func requiredDay(_ key: String) throws(IntakeProblem) -> RecordDay {
        try RecordDay(requiredAnyText(key), key: path(of: key))
    }

    /// The id of an entry that must be there.
    func requiredEntry(_ key: String) throws(IntakeProblem) -> EntryID {
        let text = try requiredAnyText(key)
        guard let id = EntryID(text) else {
            throw IntakeProblem(
                path: path(of: key), message: "“\(text.prefix(60))” is not the id of an entry.",
                allowed: "an id such as 0190b6a1-7c3e-7abc-8def-0123456789ab")
        }
        return id
    }
}
