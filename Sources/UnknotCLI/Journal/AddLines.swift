import Unknot
import UnknotExchange
import UnknotJournal

/// Takes one entry a line and answers each line in order, with its id once it is durable.
///
/// Whatever waits in the pipe goes into one transaction, so that many lines are quick and a single one does not wait.
struct AddLines {
    let session: JournalSession

    /// Reads to the end of the input, or until Ctrl-C.
    ///
    /// - Returns: The status with which the program should end.
    func run() async throws -> Int32 {
        Interruption.watch()
        let intake = EntryIntake(session.store, of: try await session.person().id)
        let stream = InputStream()
        if stream.isTerminal { OutputStream.complain(CLIText.Journal.waitingForLines) }
        var cutter = LineCutter()
        var (kept, hasFailed) = (0, false)
        do {
            while !Interruption.happened {
                let piece = try IntakeInput.standard.next(stream)
                if piece.isEmpty { break }
                let (count, isGood) = try await answer(cutter.feed(piece), intake)
                kept += count
                hasFailed = hasFailed || !isGood
            }
            if !Interruption.happened, let last = cutter.finish() {
                let (count, isGood) = try await answer([last], intake)
                kept += count
                hasFailed = hasFailed || !isGood
            }
        } catch let error as JournalError {
            OutputStream.complain(CLIText.Journal.keptSoFar(kept))
            throw error
        }
        if Interruption.happened { return ExitStatus.interrupted }
        return hasFailed ? ExitStatus.badInput : 0
    }

    /// The most entries in one transaction: so few that none waits for long.
    private static let most = 1_000

    /// Keeps what the lines say and answers them.
    private func answer(_ lines: [NumberedLine], _ intake: EntryIntake) async throws -> (kept: Int, isGood: Bool) {
        var (kept, isGood) = (0, true)
        for start in stride(from: 0, to: lines.count, by: Self.most) {
            let part = lines[start..<min(start + Self.most, lines.count)]
            var read: [Result<Entry, IntakeProblem>] = []
            for line in part { read.append(try await entry(line, intake)) }
            let entries = read.compactMap { try? $0.get() }
            var problems = try await intake.keepEach(entries)[...]
            var answers = ""
            for result in read {
                switch result {
                case .failure(let problem):
                    answers += ProblemJSON.text(problem) + "\n"
                    isGood = false
                case .success(let entry):
                    if let problem = problems.popFirst() ?? nil {
                        answers += ProblemJSON.text(problem) + "\n"
                        isGood = false
                    } else {
                        answers += session.isJSON ? "{\"id\":\"\(entry.id)\"}\n" : "\(entry.id)\n"
                        kept += 1
                    }
                }
            }
            OutputStream.write(answers)
        }
        return (kept, isGood)
    }

    private func entry(_ line: NumberedLine, _ intake: EntryIntake) async throws -> Result<Entry, IntakeProblem> {
        guard let bytes = line.bytes else { return .failure(IntakeInput.tooLarge(LineCutter.longest)) }
        do {
            return .success(try await intake.entry(try EntryDraft(json: bytes)))
        } catch let problem as IntakeProblem {
            return .failure(problem)
        }
    }
}
