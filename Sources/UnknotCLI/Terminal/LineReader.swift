/// Reads typed lines from standard input, one by one.
struct LineReader: ~Copyable {
    private let stream = InputStream()
    private var waiting: [UInt8] = []
    private var isAtEnd = false

    /// Whether somebody types.
    var isTerminal: Bool { stream.isTerminal }

    /// Longer replies are cut: nobody types them.
    private static let longest = 4096

    /// The next line; `nil` at the end of the input or when the person interrupts.
    mutating func next() throws -> String? {
        while true {
            if let end = waiting.firstIndex(of: UInt8(ascii: "\n")) {
                let line = waiting[..<end].prefix(Self.longest)
                waiting.removeSubrange(...end)
                return String(decoding: line, as: UTF8.self)
            }
            if isAtEnd {
                defer { waiting = [] }
                return waiting.isEmpty ? nil : String(decoding: waiting.prefix(Self.longest), as: UTF8.self)
            }
            let piece = try stream.next()
            isAtEnd = piece.isEmpty
            waiting += piece
        }
    }
}
