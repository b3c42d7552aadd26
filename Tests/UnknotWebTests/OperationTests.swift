import HTTPTypes
import Logging
import Testing
import Unknot

@testable import UnknotWeb

@Suite("Running the server")
struct OperationTests {
    @Test func `health says that the process lives`() async throws {
        let response = try await Site.ask(.get, "/health")
        #expect(response.status == .ok)
        #expect(response.text == #"{"status":"ok"}"#)
    }

    @Test func `ready names the knowledge base`() async throws {
        let response = try await Site.ask(.get, "/ready")
        let version = try Site.engine.atlas.version
        #expect(response.status == .ok)
        #expect(response.text == #"{"knowledge":"\#(version)","status":"ready"}"#)
    }

    @Test(arguments: ["/", "/health", "/ready", "/api/openapi.yaml"])
    func `asking for the head alone works`(path: String) async throws {
        let response = try await Site.ask(.head, path)
        #expect(response.status == .ok)
    }

    @Test func `a data folder that cannot be made is an error that names it`() throws {
        let settings = WebSettings(dataFolder: "/dev/null/unknot")
        let error = #expect(throws: WebError.self) {
            _ = try makeApplication(settings: settings, engine: try Site.engine, logger: .init(label: "test"))
        }
        #expect(error?.description.contains("/dev/null/unknot") == true)
    }

    @Test(arguments: ["0.0.0.0", "192.168.0.2"])
    func `it does not start where other machines can reach it`(host: String) throws {
        let settings = WebSettings(host: host, dataFolder: "/dev/null/unknot")
        #expect(throws: WebError.notLoopback(host: host)) {
            _ = try makeApplication(settings: settings, engine: try Site.engine, logger: .init(label: "test"))
        }
    }

    @Test(arguments: [-1, 65_536])
    func `a port that is none is refused`(port: Int) throws {
        let settings = WebSettings(port: port, dataFolder: "/dev/null/unknot")
        #expect(throws: WebError.portOutOfRange(port)) {
            _ = try makeApplication(settings: settings, engine: try Site.engine, logger: .init(label: "test"))
        }
    }

    @Test func `errors say what to do`() {
        #expect(WebError.portTaken(host: "127.0.0.1", port: 8080).description.contains("--port 8081"))
        #expect(WebError.portTaken(host: "127.0.0.1", port: 65_535).description.contains("--port 8080"))
        #expect(WebError.portNotAllowed(port: 80).description.contains("1024"))
        #expect(WebError.portOutOfRange(-1).description.contains("0 to 65535"))
        #expect(WebError.brokenResource(name: "a", reason: "b").description.contains("“a”"))
    }
}
