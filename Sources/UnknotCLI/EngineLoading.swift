import ArgumentParser
import Unknot

/// Loads what is known, or ends the program with the table, line and column that are wrong.
enum EngineLoading {
    /// The engine with the tables that the program was built with.
    static func engine() throws -> Engine {
        try orExplained { try Engine() }
    }

    /// The tables alone, which is quicker.
    static func atlas() throws -> Atlas {
        try orExplained { try Atlas.builtIn() }
    }

    private static func orExplained<Result>(_ load: () throws -> Result) throws -> Result {
        do {
            return try load()
        } catch {
            OutputStream.complain(CLIText.knowledgeBroken("\(error)"))
            throw ExitCode(ExitStatus.fault)
        }
    }
}
