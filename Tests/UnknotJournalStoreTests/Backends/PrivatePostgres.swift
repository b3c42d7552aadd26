import Foundation
import Synchronization
import UnknotJournalPostgres
import UnknotJournalSQL

/// A PostgreSQL of the tests' own; it dies with the process that started it.
actor PrivatePostgres {
    /// The one that tests share, each in a schema of its own.
    static let shared = Task { try PrivatePostgres() }

    /// Why there is none.
    struct NotStarted: Error, CustomStringConvertible {
        let description: String
    }

    /// Whether tests on PostgreSQL are left out; only when someone asks for it.
    static var isSkipped: Bool { ProcessInfo.processInfo.environment["UNKNOT_SKIP_POSTGRES"] == "1" }

    /// The address of its database.
    nonisolated let url: String
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private static let schemas = Atomic(0)

    init() throws {
        let script = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Scripts/private-postgres.sh")
        process.executableURL = script
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        guard let line = Self.line(from: output.fileHandleForReading), line.hasPrefix("postgres://") else {
            throw NotStarted(
                description: """
                    There is no PostgreSQL to test with. Install the Debian package postgresql (apt-get install postgresql), \
                    or set UNKNOT_SKIP_POSTGRES=1 to leave these tests out.
                    """)
        }
        url = line
    }

    /// Stops it as an operator would, which cuts all connections.
    func stop() throws { try tell("stop") }

    /// Kills its first process without warning.
    func kill() throws { try tell("kill") }

    /// Starts it again with the data that it has.
    func start() throws { try tell("start") }

    /// Takes everything of it away.
    func end() {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    private func tell(_ word: String) throws {
        try input.fileHandleForWriting.write(contentsOf: Data("\(word)\n".utf8))
        guard Self.line(from: output.fileHandleForReading) == "done" else {
            throw NotStarted(description: "PostgreSQL did not \(word)")
        }
    }

    /// Makes a schema; gives the URL of a database in which nothing else is seen.
    nonisolated func newSchema() async throws -> String {
        let name = "test_\(Self.schemas.add(1, ordering: .relaxed).newValue)"
        let database = try PostgresDatabase(url: url, connections: 1)
        _ = try await database.write { try $0.execute("CREATE SCHEMA \(name)", []) }
        await database.close()
        return "\(url)&options=-csearch_path%3D\(name)"
    }

    private static func line(from handle: FileHandle) -> String? {
        var bytes = Data()
        while bytes.last != UInt8(ascii: "\n") {
            guard let next = try? handle.read(upToCount: 1), !next.isEmpty else { return nil }
            bytes += next
        }
        return String(decoding: bytes.dropLast(), as: UTF8.self)
    }
}
