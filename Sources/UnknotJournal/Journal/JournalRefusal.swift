public import UnknotRecord

/// Why a journal does not take what a person wants to write. Each case can be mended by the person.
///
/// A refusal may hold the person's own words: show it to the person, never write it to a log.
public enum JournalRefusal: Error, Hashable, Sendable {
    /// The text names no time zone.
    case unknownZone(String)
    /// Before 1900.
    case tooEarly(Moment)
    /// More than a day after now.
    case inTheFuture(Moment, now: Moment)
    /// As many names of one's own are followed already as may be; these are the ones.
    case tooManyNames([String])
    /// A correction is about something else than the entry.
    case otherKind(EntryKind, was: EntryKind)
    /// A retraction is written by taking away or undoing, not by adding or correcting.
    case retraction
    /// The person has no entry that could be undone.
    case nothingToUndo
    /// The entry was written by a newer version of the program or damaged, so that it cannot be written again.
    case unreadable(EntryID, IntakeProblem)

    /// The problem in the words of the other refusals: field, what is wrong, what is allowed.
    public var problem: IntakeProblem {
        switch self {
        case .unknownZone(let text):
            IntakeProblem(
                path: "zone", message: "“\(text.prefix(60))” is not a time zone.",
                allowed: "a name such as Europe/Berlin, UTC, or an offset such as +01:00")
        case .tooEarly(let moment):
            IntakeProblem(
                path: "at", message: "\(moment.text(in: .utc)) is too long ago.", allowed: "a date from 1900 on")
        case .inTheFuture(let moment, let now):
            IntakeProblem(
                path: "at", message: "\(moment.text(in: .utc)) is still to come.",
                allowed: "a moment up to one day after now, \(now.text(in: .utc))")
        case .tooManyNames(let names):
            IntakeProblem(
                path: "name", message: "\(names.count) things of your own are followed already.",
                allowed: "one of the names in use (\(names.sorted().joined(separator: ", "))), "
                    + "or a new one after all entries of another were taken away")
        case .otherKind(let kind, let was):
            IntakeProblem(
                path: "kind", message: "The entry is about \(was.rawValue), the correction about \(kind.rawValue).",
                allowed: was.rawValue)
        case .retraction:
            IntakeProblem(
                path: "kind", message: "A retraction cannot be added by itself.",
                allowed: "take the entry away, or undo it")
        case .nothingToUndo:
            IntakeProblem(path: "", message: "There is no entry yet.", allowed: "something to undo")
        case .unreadable(let id, let problem):
            IntakeProblem(
                path: problem.path, message: "The entry \(id) cannot be read. \(problem.message)",
                allowed: problem.allowed)
        }
    }
}
