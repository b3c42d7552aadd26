import Foundation
import Testing

@Suite("unknot serve with a journal, as a process")
struct ServeProcessTests {
    private func serve(_ arguments: [String], _ journal: JournalFolder) throws -> Program.Outcome {
        try Program.run(["serve", "--port", "0"] + arguments, environment: ["HOME": journal.folder.path])
    }

    @Test func `it begins a journal, and ends well when it is asked to stop`() throws {
        try JournalFolder.with { journal throws in
            let process = try Program.process(
                ["serve", "--port", "0", "--data", journal.folder.path], ["HOME": journal.folder.path])
            let output = Pipe()
            process.standardOutput = output
            process.standardError = Pipe()
            try process.run()
            let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
            #expect(line.contains("http://127.0.0.1:") && line.contains("unknot.sqlite"))
            #expect(try journal("persons").text.hasPrefix("Me"))
            process.terminate()
            process.waitUntilExit()
            #expect(process.terminationReason == .exit && process.terminationStatus == 0)
            #expect(try journal("add", "pain", "--now", "1").status == 0)
        }
    }

    @Test func `it does not start on a store that is damaged, and leaves it alone`() throws {
        try JournalFolder.with { journal throws in
            let bytes = Data("not a database".utf8)
            try bytes.write(to: journal.store)
            let outcome = try serve(["--data", journal.folder.path], journal)
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains(journal.store.path) && outcome.errors.contains("Allowed: "))
            #expect(try Data(contentsOf: journal.store) == bytes)
        }
    }

    static let places: [([String], Int32)] = [
        (["--store", "postgres://nobody:secret@127.0.0.1:1/x?connect_timeout=2"], 1),
        (["--store", "sqlite:/dev/null/x"], 2), (["--store", "file.db"], 2), (["--host", "0.0.0.0"], 2),
    ]

    @Test(arguments: places)
    func `it does not start without a store or an address`(arguments: [String], status: Int32) throws {
        try JournalFolder.with { journal throws in
            let outcome = try serve(arguments, journal)
            #expect(outcome.status == status, "\(outcome.errors)")
            #expect(!outcome.errors.isEmpty && !outcome.errors.contains("secret"))
            #expect(outcome.output.isEmpty)
        }
    }
}
