import CQRencode

/// A QR code (ISO/IEC 18004) of a short text, made by libqrencode: bytes, error correction M, as small as the text lets it
/// be and up to version 9, so up to 180 bytes; a larger one is too fine for a phone to read from another's screen.
///
/// A partner's phone reads it from the person's screen, which is easier than typing 24 letters and needs neither a
/// messenger nor TLS.
struct QRCode: Hashable, Sendable {
    /// Bytes that version 9 holds.
    private static let mostBytes = 180

    /// Modules in a row.
    let size: Int
    private let modules: [Bool]

    /// Whether a module is dark.
    subscript(row: Int, column: Int) -> Bool { modules[row * size + column] }

    /// Encodes a text; nil when it is empty or too long.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count <= Self.mostBytes else { return nil }
        // The bytes outlive the call, which copies them, and come with their count. Version 0: the smallest that holds them.
        let made = unsafe bytes.withUnsafeBufferPointer { source in
            unsafe QRcode_encodeData(Int32(source.count), source.baseAddress, 0, QR_ECLEVEL_M)
        }
        guard let made = unsafe made else { return nil }
        defer { unsafe QRcode_free(made) }
        size = Int(unsafe made.pointee.width)
        // One byte a module, row by row, of which the lowest bit says whether it is dark.
        modules = unsafe UnsafeBufferPointer(start: made.pointee.data, count: size * size).map { $0 & 1 == 1 }
    }

    /// The dark modules as the path of an SVG, one unit a module.
    var path: String {
        var path = ""
        for row in 0..<size {
            var column = 0
            while column < size {
                guard self[row, column] else { column += 1; continue }
                let start = column
                while column < size, self[row, column] { column += 1 }
                path += "M\(start) \(row)h\(column - start)v1h\(start - column)z"
            }
        }
        return path
    }
}
