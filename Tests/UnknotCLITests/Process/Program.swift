import Foundation

/// The built program, run as a person would run it.
enum Program {
    /// How a run ended.
    struct Outcome: Sendable {
        let status: Int32
        let output: Data
        let errors: String

        var text: String { String(decoding: output, as: UTF8.self) }

        /// The output as one JSON object.
        func object() throws -> [String: Any] {
            try JSONSerialization.jsonObject(with: output) as? [String: Any] ?? [:]
        }

        /// The `error` of the output.
        func error() throws -> [String: Any] {
            try object()["error"] as? [String: Any] ?? [:]
        }
    }

    /// The program was not built beside the tests.
    struct NotBuilt: Error {
        let looked: [String]
    }

    /// Where the program is: in the folder that also holds the tests.
    static func path() throws -> URL {
        let bundles = [Bundle.main] + Bundle.allBundles
        let folders = bundles.flatMap { [$0.bundleURL, $0.bundleURL.deletingLastPathComponent()] }
        let places = folders.map { $0.appending(path: "unknot") }
        guard let found = places.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) }) else {
            throw NotBuilt(looked: places.map(\.path))
        }
        return found
    }

    /// Runs it to the end.
    static func run(
        _ arguments: [String],
        input: Data = Data(),
        environment: [String: String] = [:]
    ) throws -> Outcome {
        try withFolder { folder in
            let files = ["in", "out", "err"].map { folder.appending(path: $0) }
            try input.write(to: files[0])
            for file in files.dropFirst() { try Data().write(to: file) }
            let process = try process(arguments, environment)
            process.standardInput = try FileHandle(forReadingFrom: files[0])
            process.standardOutput = try FileHandle(forWritingTo: files[1])
            process.standardError = try FileHandle(forWritingTo: files[2])
            try process.run()
            process.waitUntilExit()
            return Outcome(
                status: process.terminationStatus, output: try Data(contentsOf: files[1]),
                errors: try String(contentsOf: files[2], encoding: .utf8))
        }
    }

    static func run(_ arguments: [String], input: String) throws -> Outcome {
        try run(arguments, input: Data(input.utf8))
    }

    /// A process that is ready to start.
    static func process(_ arguments: [String], _ environment: [String: String] = [:]) throws -> Process {
        let process = Process()
        process.executableURL = try path()
        process.arguments = arguments
        process.environment = environment.merging(["PATH": "/usr/bin:/bin"]) { given, _ in given }
        return process
    }

    /// Gives a folder of its own that is removed afterwards.
    static func withFolder<Result>(_ use: (URL) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "unknot-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try use(folder)
    }
}
