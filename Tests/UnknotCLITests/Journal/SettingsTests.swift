import Foundation
import Testing
import Unknot
import UnknotJournal

@testable import UnknotCLI

@Suite("Settings by flag, environment and file")
struct SettingsTests {
    private func settings(
        _ flags: [SettingKey: String] = [:], environment: [String: String] = [:], file: String? = nil
    ) async throws -> SettingsReader {
        let folder = FileManager.default.temporaryDirectory.appending(path: "unknot-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        var environment = environment
        environment["XDG_CONFIG_HOME"] = folder.path
        if let file {
            let place = folder.appending(path: "unknot")
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            try Data(file.utf8).write(to: place.appending(path: "config.json"))
        }
        return try await SettingsReader(flags: flags, file: nil, environment: environment)
    }

    @Test func `a flag goes before the environment and that before the file`() async throws {
        let file = #"{"port": 1, "host": "::1", "log": {"requests": true}}"#
        #expect(try await settings(file: file).number(.port) == 1)
        #expect(try await settings(environment: ["UNKNOT_PORT": "2"], file: file).number(.port) == 2)
        #expect(try await settings([.port: "3"], environment: ["UNKNOT_PORT": "2"], file: file).number(.port) == 3)
        #expect(try await settings(file: file).text(.host) == "::1")
        #expect(try await settings(file: file).flag(.logRequests) == true)
        #expect(
            try await settings(environment: ["UNKNOT_LOG_REQUESTS": "false"], file: file).flag(.logRequests) == false)
        #expect(try await settings().number(.port) == nil)
    }

    @Test(arguments: ["x", "-1", "65536", "1.5"])
    func `a value that cannot be used is told with its place`(port: String) async throws {
        for (settings, place) in try await [
            (settings([.port: port]), "--port"), (settings(environment: ["UNKNOT_PORT": port]), "UNKNOT_PORT"),
            (settings(file: #"{"port": \#(Double(port) == nil ? "\"x\"" : port)}"#), "config.json: port"),
        ] {
            let problem = #expect(throws: IntakeProblem.self) { try settings.number(.port) }
            #expect(problem?.path.hasSuffix(place) == true)
            #expect(problem?.allowed == "a whole number from 0 to 65535")
        }
    }

    @Test(arguments: [
        (#"{"prot": 1}"#, "config.json: prot"), (#"{"log": {"request": true}}"#, "config.json: log.request"),
        ("[]", "config.json"), ("{", "config.json"),
    ])
    func `what a file may not hold is refused`(file: String, place: String) async throws {
        let problem = await #expect(throws: IntakeProblem.self) { _ = try await settings(file: file) }
        #expect(problem?.path.hasSuffix(place) == true)
    }

    @Test(arguments: ["UNKNOT_PROT", "UNKNOT_STOR", "UNKNOT_LOG_REQUEST"])
    func `a slip of the pen in the environment is refused`(name: String) async throws {
        let problem = await #expect(throws: IntakeProblem.self) { _ = try await settings(environment: [name: "1"]) }
        #expect(problem?.path == name)
    }

    @Test(arguments: ["UNKNOT_TEST_PORT", "UNKNOT_SOAK", "UNKNOT_SKIP_POSTGRES", "UNKNOT_TEST_URL"])
    func `other variables belong to other programs`(name: String) async throws {
        _ = try await settings(environment: [name: "1"])
    }

    @Test func `a folder on the command line is not overruled by an address elsewhere`() async throws {
        let file = #"{"store": "postgres://localhost/unknot"}"#
        let given = try await settings([.data: "/d"], file: file)
        #expect(try StoreAddress(given, dataFolder: "/d") == .sqlite(path: "/d/unknot.sqlite"))
        let usual = try await settings(environment: ["UNKNOT_DATA": "/d", "UNKNOT_STORE": "sqlite:/s"], file: file)
        #expect(try StoreAddress(usual, dataFolder: "/d") == .sqlite(path: "/s"))
        #expect(
            try StoreAddress(try await settings(file: file), dataFolder: "/d")
                == .postgres(url: "postgres://localhost/unknot"))
    }

    @Test func `a bad address never shows a password`() async throws {
        let settings = try await settings(environment: ["UNKNOT_STORE": "mysql://me:secret@host/db"])
        let problem = #expect(throws: IntakeProblem.self) { try StoreAddress(settings, dataFolder: "/d") }
        #expect(problem?.path == "UNKNOT_STORE")
        #expect(problem?.message.contains("secret") == false)
    }

    @Test(arguments: SettingKey.allCases)
    func `every key is in one of the tables of help`(key: SettingKey) throws {
        let text = try Program.run(["serve", "--help"]).text + Program.run(["journal", "--help"]).text
        #expect(text.contains(key.variable))
    }
}
