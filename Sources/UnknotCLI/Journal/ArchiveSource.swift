import ArgumentParser
import Foundation
import Unknot
import UnknotExchange
import UnknotJournal
import UnknotRecord

/// An archive that is read twice: once to check it, once to load it. Standard input is kept in a file meanwhile.
final class ArchiveSource {
    private let path: String
    private let isTemporary: Bool
    /// Whether an archive is taken whose end is missing.
    let takesUnfinished: Bool

    init(_ file: String, takesUnfinished: Bool = false) throws(IntakeProblem) {
        self.takesUnfinished = takesUnfinished
        guard file == "-" else {
            path = file
            isTemporary = false
            // Says at once when it cannot be read.
            _ = try IntakeInput.file(file).open()
            return
        }
        let place = FileManager.default.temporaryDirectory.appending(path: "unknot-\(UUID().uuidString).jsonl")
        path = place.path
        isTemporary = true
        let output = try OutputFile(place.path)
        let stream = InputStream()
        while true {
            let piece = try IntakeInput.standard.next(stream)
            if piece.isEmpty { break }
            try output.write(piece)
        }
        try output.finish()
    }

    /// Removes what was kept meanwhile.
    func remove() {
        if isTemporary { try? FileManager.default.removeItem(atPath: path) }
    }

    /// Gives every line to `use`, in order.
    func lines(_ use: (NumberedLine) async throws -> Void) async throws {
        let input = IntakeInput.file(path)
        let stream = try input.open()
        var cutter = LineCutter()
        while true {
            if Interruption.happened { throw CancellationError() }
            let piece = try input.next(stream)
            if piece.isEmpty { break }
            for line in cutter.feed(piece) { try await use(line) }
        }
        if Interruption.happened { throw CancellationError() }
        if let rest = cutter.finish() {
            if takesUnfinished {
                // Half a line is let go.
                let isWhole = rest.bytes.map { (try? ArchiveItem(json: $0)) != nil } ?? false
                return isWhole ? try await use(rest) : ()
            }
            // Every archive ends with a line break; without one the end is missing.
            throw ArchiveRefusal(
                line: rest.number,
                problem: IntakeProblem(
                    path: "", message: CLIText.Journal.cutOff, allowed: CLIText.Journal.wholeFile))
        }
    }

    /// Reads every line; the file was checked before, so the first bad one ends it.
    func read(person: PersonID?, _ use: (ArchiveReader.Line, Int) async throws -> Void) async throws {
        var reader = ArchiveReader(person: person, takesUnfinished: takesUnfinished)
        try await lines { line in try await use(reader.read(line), line.number) }
    }
}

/// The first reading of an archive: every line is looked at, and the bad ones are told together.
struct ArchiveCheck {
    let source: ArchiveSource
    let person: PersonID?

    /// More are seldom read.
    private static let mostTold = 20

    /// What the archive holds.
    ///
    /// - Throws: `ExitCode` after telling what is wrong.
    func run(isJSON: Bool) async throws -> ArchiveSummary {
        var reader = ArchiveReader(person: person, takesUnfinished: source.takesUnfinished)
        var refusals: [ArchiveRefusal] = []
        do {
            try await source.lines { line in
                do {
                    _ = try reader.read(line)
                } catch let refusal as ArchiveRefusal {
                    refusals.append(refusal)
                    if refusals.count == Self.mostTold { throw refusal }
                }
            }
            if refusals.isEmpty { try reader.finish() }
        } catch let refusal as ArchiveRefusal {
            if refusals.last != refusal { refusals.append(refusal) }
        }
        guard let first = refusals.first else {
            if reader.isOpen { OutputStream.complain(CLIText.Journal.noEnd) }
            var summary = reader.summary
            summary.digest = reader.digestSoFar
            return summary
        }
        if isJSON { throw first }
        for refusal in refusals { OutputStream.complain(ProblemView.text(for: refusal.located)) }
        OutputStream.complain(CLIText.Journal.badLines(refusals.count, more: refusals.count >= Self.mostTold))
        throw ExitCode(ExitStatus.badInput)
    }
}
