import HTTPTypes
import UnknotJournal
import UnknotRecord

extension Refusal {
    /// What the trouble of a journal means for whoever asked. Nothing of the database's own words goes out.
    init(_ error: JournalError) {
        switch error {
        case .noSuchPerson:
            self.init(.notFound, "There is nobody with this id.", "someone of this server")
        case .noSuchEntry:
            self.init(.notFound, "There is no such entry.", "an entry of this journal")
        case .alreadyKept:
            self.init(.conflict, "Another entry with this id is kept already.", "an id that is not there yet")
        case .alreadyReplaced(_, let other):
            self.init(.conflict, "This entry was changed before.", "a change of \(other), which took its place")
        case .diskFull:
            self.init(
                .init(code: 507, reasonPhrase: "Insufficient Storage"),
                "The disk of the server is full; nothing was written.",
                "please tell whoever runs the server, then send it again")
        case .unreachable:
            self.init(
                .serviceUnavailable, "The journal cannot be reached just now.",
                "please send it again; with the same id nothing is kept twice")
        case .damaged, .tooNew, .cannotOpen, .notPossible:
            self = .failed
        }
    }

    private init(_ status: HTTPResponse.Status, _ message: String, _ allowed: String) {
        self.init(status, IntakeProblem(path: "", message: message, allowed: allowed))
    }
}
