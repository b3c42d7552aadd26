import ArgumentParser
import Unknot
import UnknotExchange
import UnknotJournal

/// Says what went wrong with a journal, and what to do.
enum JournalTrouble {
    /// A failure of a store, with the store.
    struct AtPlace: Error {
        let error: JournalError
        let place: StoreAddress
    }

    /// Adds the place to a failure of its store.
    static func naming<Result>(_ place: StoreAddress, _ work: () async throws -> Result) async throws -> Result {
        do {
            return try await work()
        } catch let error as JournalError {
            throw AtPlace(error: error, place: place)
        }
    }

    /// Does the work; what goes wrong is told, and ends the program with the status that belongs to it.
    static func told(isJSON: Bool, _ work: () async throws -> Void) async throws {
        do {
            try await work()
        } catch {
            throw try report(error, isJSON: isJSON)
        }
    }

    /// Tells the person, and gives the status to end with.
    ///
    /// - Throws: Errors that are none of a journal's, as they are.
    static func report(_ error: any Error, isJSON: Bool) throws -> ExitCode {
        switch error {
        case let problem as IntakeProblem:
            return tell(problem, isJSON: isJSON)
        case let refusal as JournalRefusal:
            return tell(refusal.problem, isJSON: isJSON)
        case let refusal as ArchiveRefusal:
            return tell(refusal.located, isJSON: isJSON)
        case let trouble as AtPlace:
            return tell(problem(trouble.error, at: trouble.place.description), isJSON: isJSON, trouble.error.status)
        case let error as JournalError:
            return tell(problem(error, at: ""), isJSON: isJSON, error.status)
        case is CancellationError:
            OutputStream.complain(CLIText.Journal.interrupted)
            return ExitCode(ExitStatus.interrupted)
        default:
            throw error
        }
    }

    private static func tell(
        _ problem: IntakeProblem, isJSON: Bool, _ status: Int32 = ExitStatus.badInput
    ) -> ExitCode {
        if isJSON {
            OutputStream.write(ProblemJSON.text(problem) + "\n")
        } else {
            OutputStream.complain(ProblemView.text(for: problem))
        }
        return ExitCode(status)
    }

    /// A failure in the form of all others.
    static func problem(_ error: JournalError, at place: String) -> IntakeProblem {
        let (message, allowed) = CLIText.Journal.trouble(error)
        let path: String =
            switch error {
            case .noSuchPerson: "--person"
            case .noSuchEntry, .alreadyKept, .alreadyReplaced: "ID"
            default: place
            }
        return IntakeProblem(path: path, message: message, allowed: allowed)
    }
}

extension JournalError {
    /// 2 when the person can mend the command, 1 when the store is at fault.
    fileprivate var status: Int32 {
        switch self {
        case .noSuchPerson, .noSuchEntry, .alreadyKept, .alreadyReplaced, .cannotOpen, .notPossible, .tooNew:
            ExitStatus.badInput
        case .diskFull, .unreachable, .damaged: ExitStatus.fault
        }
    }
}

extension ArchiveRefusal {
    /// The problem with its line.
    var located: IntakeProblem {
        guard line > 0 else { return problem }
        return IntakeProblem(
            path: problem.path.isEmpty ? CLIText.Journal.line(line) : "\(CLIText.Journal.line(line)), \(problem.path)",
            message: problem.message, allowed: problem.allowed, id: problem.id)
    }
}

/// Problems for programs.
enum ProblemJSON {
    /// `{"error":{"allowed":…,"message":…,"path":…},"id":…}`, as on every surface.
    static func text(_ problem: IntakeProblem) -> String {
        let fields = [("allowed", problem.allowed), ("message", problem.message), ("path", problem.path)]
            .map { "\"\($0)\":\(ArchiveLine.literal($1))" }.joined(separator: ",")
        return "{\"error\":{\(fields)},\"id\":\(problem.id.map(ArchiveLine.literal) ?? "null")}"
    }
}
