/// Cuts a stream of bytes into lines, keeping no more than one line and never more than the limit.
struct LineSplitter {
    /// One line without its line break.
    enum Line: Hashable, Sendable {
        /// A line that was kept.
        case text([UInt8])
        /// A line above the limit, which was let go.
        case tooLong
    }

    private let limit: Int
    private var kept: [UInt8] = []
    private var isOverflowing = false

    /// Keeps lines of up to so many bytes.
    init(limit: Int) {
        self.limit = limit
    }

    /// Takes a piece of the stream and hands on the lines that it ends. Blank ones are skipped.
    mutating func feed(_ piece: [UInt8], _ use: (Line) -> Void) {
        var start = piece.startIndex
        while let end = piece[start...].firstIndex(of: UInt8(ascii: "\n")) {
            keep(piece[start..<end])
            finish(use)
            start = end + 1
        }
        keep(piece[start...])
    }

    /// Hands on what follows the last line break, if anything does.
    mutating func finish(_ use: (Line) -> Void) {
        if isOverflowing {
            use(.tooLong)
        } else if kept.contains(where: { !Self.isBlank($0) }) {
            use(.text(kept))
        }
        kept.removeAll(keepingCapacity: true)
        isOverflowing = false
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

    /// Whether a byte is a blank in JSON.
    static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
}
