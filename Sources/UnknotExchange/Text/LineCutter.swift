/// One line of a text, with its place.
public struct NumberedLine: Hashable, Sendable {
    /// From 1.
    public let number: Int
    /// Without its line break; nil when it was longer than allowed and let go.
    public let bytes: [UInt8]?
}

/// Cuts a stream of bytes into numbered lines, keeping no more than the line that is not yet complete.
///
/// Blank lines are counted but not given.
public struct LineCutter {
    /// The most bytes of a line: a payload of the largest kind, and what stands around it.
    public static let longest = 1 << 20

    private let limit: Int
    private var kept: [UInt8] = []
    private var isOverflowing = false
    private var number = 1

    /// Keeps lines of up to so many bytes.
    public init(limit: Int = longest) {
        self.limit = limit
    }

    /// The lines that a piece of the stream completes.
    public mutating func feed(_ piece: [UInt8]) -> [NumberedLine] {
        var lines: [NumberedLine] = []
        var start = piece.startIndex
        while let end = piece[start...].firstIndex(of: UInt8(ascii: "\n")) {
            keep(piece[start..<end])
            if let line = take() { lines.append(line) }
            start = end + 1
        }
        keep(piece[start...])
        return lines
    }

    /// What follows the last line break, if anything does.
    public mutating func finish() -> NumberedLine? {
        take()
    }

    private mutating func take() -> NumberedLine? {
        defer {
            kept.removeAll(keepingCapacity: true)
            isOverflowing = false
            number += 1
        }
        if isOverflowing { return NumberedLine(number: number, bytes: nil) }
        let isBlank = kept.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        return isBlank ? nil : NumberedLine(number: number, bytes: kept)
    }

    private mutating func keep(_ bytes: ArraySlice<UInt8>) {
        guard !isOverflowing else { return }
        if kept.count + bytes.count > limit {
            isOverflowing = true
            kept = []
        } else {
            kept += bytes
        }
    }
}
