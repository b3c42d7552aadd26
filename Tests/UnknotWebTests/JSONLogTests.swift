import Foundation
import Logging
import Synchronization
import Testing

@testable import UnknotWeb

@Suite("The log as JSON")
struct JSONLogTests {
    private struct Trouble: Error { let words = "what somebody wrote" }

    @Test func `each event is one object on one line`() throws {
        let lines = Mutex(Data())
        var logger = Logger(label: "unknot.test") { label in
            JSONLogHandler(label: label) { line in lines.withLock { $0 += line } }
        }
        logger[metadataKey: "server"] = "a"
        logger.info("Request answered", metadata: ["route": "/atlas/points/{id}", "server": "b\n\""])
        logger.error("It broke", error: Trouble())
        logger.debug("Not told")
        let objects = try lines.withLock { $0 }.split(separator: UInt8(ascii: "\n")).map {
            try #require(try JSONSerialization.jsonObject(with: $0) as? [String: Any])
        }
        #expect(objects.count == 2)
        #expect(objects[0]["message"] as? String == "Request answered" && objects[0]["level"] as? String == "info")
        #expect(
            objects[0]["metadata"] as? [String: String] == ["route": "/atlas/points/{id}", "server": "b\n\""])
        let time = try #require(objects[0]["time"] as? String)
        #expect(time.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/) != nil, "\(time)")
        #expect(objects[1]["error"] as? String == "Trouble")
        #expect(!lines.withLock { String(decoding: $0, as: UTF8.self) }.contains("somebody wrote"))
    }
}
