import Foundation
import SeededRandom
import Synchronization
import UnknotJournal
import UnknotRecord

/// The real program at work: `unknot journal add --lines`, which gets some lines at a time and answers each with its id
/// once it is on the disk.
final class WritingProcess: Sendable {
    /// An entry that the program said is kept.
    struct Acknowledged: Hashable, Sendable {
        let id: EntryID
        let number: Int
    }

    struct Broken: Error, CustomStringConvertible {
        let description: String
    }

    private struct State {
        var sent = 0
        var acknowledged: [Acknowledged] = []
        var trouble: String?
        var hasEnded = false
    }

    /// The most lines that wait for their answer at a time.
    static let most = 32

    private let process: Process
    private let errors = Pipe()
    private let first: Int
    private let state = Mutex(State())

    /// Starts it and keeps it busy.
    ///
    /// - Parameter first: The number of the first entry.
    init(store: String, person: PersonID, first: Int, seed: UInt64) throws {
        let (input, output) = (Pipe(), Pipe())
        process = Process()
        process.executableURL = try Self.program()
        process.arguments = ["journal", "add", "--lines", "--store", store, "--person", person.description]
        process.environment = ["PATH": "/usr/bin:/bin", "HOME": "/"]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = errors
        self.first = first
        try process.run()
        // Who writes to a program that was killed is told so by an error.
        _ = signal(SIGPIPE, SIG_IGN)
        Thread.detachNewThread { [self] in
            talk(input.fileHandleForWriting, output.fileHandleForReading, SplitMix64(seed: seed))
            state.withLock { $0.hasEnded = true }
        }
    }

    deinit {
        if process.isRunning { _ = Foundation.kill(process.processIdentifier, SIGKILL) }
    }

    /// What it said so far.
    var acknowledged: [Acknowledged] { state.withLock { $0.acknowledged } }
    /// How many lines it was given, answered or not.
    var sent: Int { state.withLock { $0.sent } }

    /// Waits until it has said of so many that they are kept.
    func wait(atLeast count: Int) async throws {
        while true {
            let (acknowledged, hasEnded) = state.withLock { ($0.acknowledged.count, $0.hasEnded) }
            if acknowledged >= count { return }
            if hasEnded { throw Broken(description: "the program ended by itself: \(complaint())") }
            try await Task.sleep(for: .milliseconds(1))
        }
    }

    /// Kills it without warning, and reads what it had still said.
    func kill() async throws {
        _ = Foundation.kill(process.processIdentifier, SIGKILL)
        try await waitUntilEnd()
    }

    /// Waits until it has ended; gives its status.
    @discardableResult
    func waitUntilEnd() async throws -> Int32 {
        while !state.withLock({ $0.hasEnded }) { try await Task.sleep(for: .milliseconds(1)) }
        process.waitUntilExit()
        if let trouble = state.withLock({ $0.trouble }) { throw Broken(description: trouble) }
        return process.terminationStatus
    }

    /// What it says to people.
    func complaint() -> String {
        String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self)
    }

    // MARK: The talk

    /// Sends a few lines, reads their answers, and so on until there is nobody to talk to.
    private func talk(_ input: FileHandle, _ output: FileHandle, _ seed: SplitMix64) {
        var random = seed
        var rest = Data()
        var isListening = true
        while true {
            let count = Int.random(in: 1...Self.most, using: &random)
            if isListening {
                let start = first + sent
                state.withLock { $0.sent += count }
                let lines = (start..<start + count).map(Self.line).joined()
                isListening = (try? input.write(contentsOf: Data(lines.utf8))) != nil
            }
            while !isListening || acknowledged.count < sent {
                let bytes = output.availableData
                if bytes.isEmpty { return }
                rest += bytes
                while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                    note(String(decoding: rest[rest.startIndex..<end], as: UTF8.self))
                    rest = rest[(end + 1)...]
                }
            }
        }
    }

    private func note(_ answer: String) {
        state.withLock { state in
            if let id = EntryID(answer) {
                state.acknowledged.append(Acknowledged(id: id, number: first + state.acknowledged.count))
            } else {
                state.trouble = "the program refused a line"
            }
        }
    }

    // MARK: What is written

    /// What the entry of a number says. Every tenth fills pages of its own.
    static func payload(_ number: Int) -> String {
        let words = Array(repeating: "\(number)", count: number % 10 == 0 ? 600 : 5).joined(separator: " ")
        return #"{"text":"\#(words)","version":1}"#
    }

    private static func line(_ number: Int) -> String {
        #"{"kind":"note","at":"2026-03-01T08:00:00+01:00","payload":\#(payload(number))}"# + "\n"
    }

    private static func program() throws -> URL {
        let bundles = [Bundle.main] + Bundle.allBundles
        let folders = bundles.flatMap { [$0.bundleURL, $0.bundleURL.deletingLastPathComponent()] }
        let places = folders.map { $0.appending(path: "unknot") }
        guard let program = places.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) }) else {
            throw Broken(description: "unknot was not built beside the tests")
        }
        return program
    }
}
