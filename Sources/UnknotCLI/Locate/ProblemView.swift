import Unknot

/// Says what is wrong with an intake.
enum ProblemView {
    /// Reports a problem: as JSON on standard output, or in words on standard error.
    static func report(_ problem: IntakeProblem, engine: Engine, isJSON: Bool) throws {
        if isJSON {
            OutputStream.write(Array(try engine.json(for: problem)) + [UInt8(ascii: "\n")])
        } else {
            OutputStream.complain(text(for: problem))
        }
    }

    /// Two lines: what is wrong and where, and what would be right.
    static func text(for problem: IntakeProblem) -> String {
        let place = problem.path.isEmpty ? CLIText.wholeInput : problem.path
        let lines = [
            CLIText.problem(place, problem.message),
            CLIText.allowed(problem.allowed),
        ]
        return lines.map { StyledText($0).plain + "\n" }.joined()
    }
}
