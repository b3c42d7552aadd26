import Unknot

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Carries an ``Interview`` to the terminal and back.
struct InterviewShell {
    let engine: Engine
    let terminal: Terminal
    let isJSON: Bool
    let isVerbose: Bool

    /// Asks until the end and shows the result.
    ///
    /// - Returns: The status with which the program should end.
    func run(savingTo path: String?) throws -> Int32 {
        if let path, let reason = Self.reasonNotToWrite(path) {
            OutputStream.complain(CLIText.cannotSave(path, reason) + "\n")
            return ExitStatus.badInput
        }
        Interruption.watch()
        var interview = Interview(engine)
        welcome()
        try converse(&interview)
        if Interruption.happened {
            say("\n")
            return ExitStatus.interrupted
        }
        try show(interview)
        if let path { try save(interview.intake, to: path) }
        return 0
    }

    private func converse(_ interview: inout Interview) throws {
        var reader = LineReader()
        let prompts = PromptView(engine: engine, terminal: terminal)
        var level = TriageLevel.selfCare
        var isUnderstood = true
        while interview.ending == nil {
            // After a slip the question still stands above; asking it again would push it away.
            say((isUnderstood ? "\n" + prompts.text(for: interview) : "") + CLIText.prompt)
            isUnderstood = true
            let line = try reader.next()
            guard !Interruption.happened else { return }
            // Piped replies are shown, so that the output reads like the conversation that it was.
            if !reader.isTerminal { say((line ?? "") + "\n") }
            do {
                try interview.receive(line ?? "q")
            } catch let misunderstanding as Interview.Misunderstanding {
                say(prompts.text(for: misunderstanding))
                isUnderstood = false
            }
            if let triage = interview.triage, triage.level != level {
                level = triage.level
                if interview.ending == nil { warn(triage) }
            }
        }
    }

    private func welcome() {
        var page = Page(terminal)
        page.add(StyledText(CLIText.welcome))
        page.add(StyledText(CLIText.commands, .quiet))
        say(page.text)
    }

    /// What was just said asks for a clinician: that is told at once, not at the end.
    private func warn(_ triage: Triage) {
        var view = AnswerView(engine: engine, terminal: terminal)
        view.level(triage)
        say("\n" + view.page.text)
    }

    private func show(_ interview: Interview) throws {
        do {
            let answer = try engine.locator.locate(interview.intake, skipping: interview.skipped)
            if isJSON {
                OutputStream.write(Array(try engine.json(for: answer, pretty: terminal.isTerminal)))
                OutputStream.write("\n")
            } else {
                var view = AnswerView(engine: engine, terminal: terminal, isVerbose: isVerbose)
                OutputStream.write("\n" + view.text(for: answer, intake: interview.intake))
            }
        } catch is IntakeProblem {
            say("\n" + CLIText.nothingMarkedAtEnd + "\n")
        }
    }

    private func save(_ intake: Intake, to path: String) throws {
        try Data(IntakeJSON(intake).document()).write(to: URL(filePath: path), options: .atomic)
        say("\n" + CLIText.saved(path) + "\n")
    }

    /// Found before the first question: five minutes of answers must not be lost at the end.
    private static func reasonNotToWrite(_ path: String) -> String? {
        var isDirectory: Bool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory {
            return CLIText.isFolder
        }
        let folder = URL(filePath: path).deletingLastPathComponent().path
        return FileManager.default.isWritableFile(atPath: folder) ? nil : CLIText.noSuchFolder
    }

    /// The conversation leaves standard output to the answer when that is for a program.
    private func say(_ text: String) {
        if isJSON { OutputStream.complain(text) } else { OutputStream.write(text) }
    }
}
