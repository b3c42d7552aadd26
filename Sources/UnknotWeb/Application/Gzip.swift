import CZlib

/// Compresses with zlib into the gzip format.
enum Gzip {
    /// zlib could not work, which means that memory has run out.
    struct Failure: Error {
        let status: Int32
    }

    /// Window of 32 KB, plus 16 for a gzip header instead of a zlib one.
    private static let windowBits: Int32 = 15 + 16
    private static let memoryLevel: Int32 = 8

    /// The compressed bytes.
    ///
    /// - Parameter level: 1 (quickest) to 9 (smallest).
    static func compressed(_ bytes: [UInt8], level: Int32) throws(Failure) -> [UInt8] {
        var stream = unsafe z_stream()
        // zlib checks that the structure has the size that it was built with.
        let size = Int32(unsafe MemoryLayout<z_stream>.size)
        let start = unsafe deflateInit2_(
            &stream, level, Z_DEFLATED, windowBits, memoryLevel, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        guard start == Z_OK else { throw Failure(status: start) }
        defer { _ = unsafe deflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: Int(unsafe deflateBound(&stream, UInt(bytes.count))))
        // Both arrays outlive the call, and zlib keeps within the counts that it is given.
        let end = unsafe input.withUnsafeMutableBufferPointer { source in
            unsafe output.withUnsafeMutableBufferPointer { target in
                unsafe stream.next_in = source.baseAddress
                unsafe stream.avail_in = UInt32(source.count)
                unsafe stream.next_out = target.baseAddress
                unsafe stream.avail_out = UInt32(target.count)
                return unsafe deflate(&stream, Z_FINISH)
            }
        }
        guard end == Z_STREAM_END else { throw Failure(status: end) }
        return Array(output.prefix(Int(unsafe stream.total_out)))
    }
}
