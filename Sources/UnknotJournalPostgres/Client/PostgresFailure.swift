import UnknotJournal
import UnknotJournalSQL

/// How a statement failed, before it is clear what that means for a journal.
enum PostgresFailure: Error {
    /// The connection is gone, or could not be made; with a message that may be shown.
    case lost(String)
    /// The server refused, with the code of PostgreSQL's appendix A. Its text is dropped, as it may quote values.
    case refused(state: String)

    /// What the server's code means for the connection.
    init(state: String) {
        switch state {
        case "57P01", "57P02", "57P03": self = .lost("the server is stopping or starting (code \(state))")
        case "25006": self = .lost("the server takes no writes now; is it a standby? (code 25006)")
        case _ where state.hasPrefix("08"): self = .lost("the connection broke (code \(state))")
        default: self = .refused(state: state)
        }
    }

    /// Whether the same transaction may succeed when it is tried again: others were in the way.
    var isCollision: Bool {
        guard case .refused(let state) = self else { return false }
        return state == "40001" || state == "40P01"
    }

    /// Whether the connection is of no more use.
    var isLost: Bool {
        if case .lost = self { true } else { false }
    }

    /// What it means for whoever asked.
    var meaning: any Error {
        switch self {
        case .lost(let message): return JournalError.unreachable(message)
        case .refused(let state):
            let code = "code \(state)"
            switch state {
            case "23505": return SQLConstraintFault.unique
            case "23503": return SQLConstraintFault.reference
            case "23502": return SQLConstraintFault.missing
            case _ where state.hasPrefix("23") || state.hasPrefix("22"): return SQLConstraintFault.check
            case "53100": return JournalError.diskFull
            case "57014": return JournalError.unreachable("the server took too long (\(code))")
            case "55P03": return JournalError.unreachable("something is locked for too long; try again (\(code))")
            case "42501": return JournalError.cannotOpen("the user of the database lacks a right (\(code))")
            case "42P01", "42703": return JournalError.damaged("a table or column is missing (\(code))")
            case "XX001", "XX002": return JournalError.damaged("the database is damaged; go back to a backup (\(code))")
            case _ where isCollision:
                return JournalError.unreachable("too many write the same thing at once; try again (\(code))")
            default: return JournalError.unreachable("the server refused (\(code))")
            }
        }
    }
}
