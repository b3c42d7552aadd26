import Foundation
import UnknotJournal
import UnknotRecord

/// A `JournalWriter` at work.
final class WritingProcess {
    /// An entry that the writer said is kept.
    struct Acknowledged: Hashable {
        let id: EntryID
        let number: Int
    }

    struct Broken: Error, CustomStringConvertible {
        let description: String
    }

    private let process = Process()
    private let output = Pipe()
    private var rest = Data()
    private(set) var acknowledged: [Acknowledged] = []

    init(store: String, person: PersonID) throws {
        let bundles = [Bundle.main] + Bundle.allBundles
        let folders = bundles.flatMap { [$0.bundleURL, $0.bundleURL.deletingLastPathComponent()] }
        let places = folders.map { $0.appending(path: "JournalWriter") }
        guard let program = places.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) }) else {
            throw Broken(description: "JournalWriter was not built beside the tests")
        }
        process.executableURL = program
        process.arguments = [store, person.description]
        process.standardOutput = output
        try process.run()
    }

    deinit {
        if process.isRunning { _ = kill(process.processIdentifier, SIGKILL) }
    }

    /// Reads what it acknowledges, until there are so many.
    func read(atLeast count: Int) throws {
        while acknowledged.count < count {
            guard try readMore() else { throw Broken(description: "the writer ended by itself") }
        }
    }

    /// Kills it without warning, and reads what it had still said.
    func kill() throws {
        _ = kill(process.processIdentifier, SIGKILL)
        try waitUntilEnd()
    }

    /// Reads until it ends; gives its status.
    @discardableResult
    func waitUntilEnd() throws -> Int32 {
        while try readMore() {}
        process.waitUntilExit()
        return process.terminationStatus
    }

    private func kill(_ id: Int32, _ signal: Int32) -> Int32 {
        Foundation.kill(id, signal)
    }

    private func readMore() throws -> Bool {
        let bytes = output.fileHandleForReading.availableData
        if bytes.isEmpty { return false }
        rest += bytes
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            let words = String(decoding: rest[rest.startIndex..<end], as: UTF8.self).split(separator: " ")
            rest = rest[(end + 1)...]
            guard words.count == 2, let id = EntryID(words[0]), let number = Int(words[1]) else {
                throw Broken(description: "the writer said something else")
            }
            acknowledged.append(Acknowledged(id: id, number: number))
        }
        return true
    }
}
