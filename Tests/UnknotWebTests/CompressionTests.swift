import CZlib
import HTTPTypes
import Testing

@testable import UnknotWeb

@Suite("Compression")
struct CompressionTests {
    @Test(
        "reads what a browser accepts",
        arguments: [
            ("gzip, deflate, br", true), ("br;q=1, GZIP;q=0.5", true), ("*", true), ("", false), ("br", false),
            ("gzip;q=0", false), ("identity, gzip; q=0.0", false),
        ])
    func accepts(field: String, expected: Bool) {
        #expect(Compression.accepts(field) == expected)
    }

    @Test("sends pages compressed to those who accept it, and plain to others")
    func pages() async throws {
        let plain = try await Site.ask(.get, "/")
        #expect(plain.headers[.contentEncoding] == nil)
        #expect(plain.headers[.vary] == "Accept-Encoding")
        let packed = try await Site.ask(.get, "/", headers: [.acceptEncoding: "gzip"])
        #expect(packed.headers[.contentEncoding] == "gzip")
        #expect(packed.bytes.count * 3 < plain.bytes.count)
        #expect(try Self.unpacked(packed.bytes, size: plain.bytes.count) == plain.bytes)
    }

    @Test("leaves what is short as it is")
    func short() async throws {
        let health = try await Site.ask(.get, "/health", headers: [.acceptEncoding: "gzip"])
        #expect(health.headers[.contentEncoding] == nil)
    }

    @Test("gives back what went in", arguments: [0, 1, 1_000, 300_000])
    func roundTrip(size: Int) throws {
        var state: UInt32 = 7
        let bytes = (0..<size).map { _ in
            state = state &* 1_664_525 &+ 1_013_904_223
            return UInt8(truncatingIfNeeded: state >> 24)
        }
        #expect(try Self.unpacked(Gzip.compressed(bytes, level: 6), size: size) == bytes)
    }

    /// What zlib makes of a gzip file of which the unpacked size is known.
    private static func unpacked(_ bytes: [UInt8], size: Int) throws -> [UInt8] {
        var stream = unsafe z_stream()
        let opened = unsafe inflateInit2_(&stream, 31, ZLIB_VERSION, Int32(unsafe MemoryLayout<z_stream>.size))
        #expect(opened == Z_OK)
        defer { _ = unsafe inflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: size + 1)
        let end = unsafe input.withUnsafeMutableBufferPointer { source in
            unsafe output.withUnsafeMutableBufferPointer { target in
                unsafe stream.next_in = source.baseAddress
                unsafe stream.avail_in = UInt32(source.count)
                unsafe stream.next_out = target.baseAddress
                unsafe stream.avail_out = UInt32(target.count)
                return unsafe inflate(&stream, Z_FINISH)
            }
        }
        try #require(end == Z_STREAM_END)
        return Array(output.prefix(Int(unsafe stream.total_out)))
    }
}
