public import UnknotJournal
public import UnknotRecord

/// What it says about an entry when a store refuses it.
public enum EntryProblem {
    /// The entry that is at fault and what is wrong with it; nil when the store is at fault.
    ///
    /// - Parameter entries: What the store was asked to keep.
    public static func find(_ error: JournalError, among entries: [Entry]) -> (position: Int, problem: IntakeProblem)? {
        guard let problem = problem(for: error) else { return nil }
        let position =
            switch error {
            case .noSuchPerson(let person): entries.firstIndex { $0.person == person }
            case .noSuchEntry(let id), .alreadyReplaced(let id, _): entries.firstIndex { $0.replaces == id }
            case .alreadyKept(let id): entries.firstIndex { $0.id.description == id }
            case .diskFull, .unreachable, .damaged, .tooNew, .cannotOpen, .notPossible: nil as Int?
            }
        let named = position ?? 0
        guard entries.indices.contains(named) else { return nil }
        return (
            named,
            IntakeProblem(
                path: problem.path, message: problem.message, allowed: problem.allowed,
                id: position.map { entries[$0].id.description })
        )
    }

    /// What is wrong with an entry that was refused for this; nil when the store is at fault.
    static func problem(for error: JournalError) -> IntakeProblem? {
        switch error {
        case .noSuchPerson: nobody
        case .noSuchEntry: nothingToReplace
        case .alreadyKept: otherEntry
        case .alreadyReplaced(_, let other):
            IntakeProblem(
                path: "replaces", message: "What this replaces was already replaced by \(other).",
                allowed: "each entry is replaced at most once: replace \(other) instead")
        case .diskFull, .unreachable, .damaged, .tooNew, .cannotOpen, .notPossible: nil
        }
    }

    static let nobody = IntakeProblem(
        path: "person", message: "There is nobody with this id.",
        allowed: "someone whose line stands further up, or who is in the store already")
    static let otherPerson = IntakeProblem(
        path: "person", message: "This person is kept already, with another name or another date.",
        allowed: "the same person, or one who is not there yet")
    static let nothingToReplace = IntakeProblem(
        path: "replaces", message: "What this replaces is not there.",
        allowed: "the id of an entry of the same person that is there, or comes before")
    static let otherEntry = IntakeProblem(
        path: "id", message: "Another entry with this id is kept already.",
        allowed: "the same entry, or an id that is not there yet")
}
