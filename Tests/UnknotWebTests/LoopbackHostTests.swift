import Testing

@testable import UnknotWeb

@Suite("Listening on this machine only")
struct LoopbackHostTests {
    @Test(arguments: ["127.0.0.1", "127.255.0.9", "::1", "[::1]", "localhost", "LOCALHOST"])
    func `loopback addresses are accepted`(host: String) throws {
        _ = try LoopbackHost(host)
    }

    @Test(arguments: [
        "0.0.0.0", "::", "192.168.1.4", "10.0.0.1", "example.org", "127.0.0.1.example.org", "127.0.0", "127.0.0.256",
        "127.0.0.+1", "127.0.0.٣", "", "localhost.example.org", "128.0.0.1", "::ffff:10.0.0.1",
    ])
    func `anything else is refused and says why`(host: String) {
        let error = #expect(throws: WebError.notLoopback(host: host)) { try LoopbackHost(host) }
        #expect(error?.description.contains("--accounts") == true)
    }

    @Test func `addresses become what a browser takes`() throws {
        #expect(try LoopbackHost("localhost").url(port: 8080) == "http://127.0.0.1:8080")
        #expect(try LoopbackHost("::1").url(port: 80) == "http://[::1]:80")
    }
}
