/// One of the two who take part in a session for two.
enum PartnerSide: String, CaseIterable, Codable, Hashable, Sendable {
    /// Whose knot it is.
    case person
    /// Who helps.
    case partner
}

/// What can be said from one phone to the other. Nothing else travels.
enum PartnerWord: String, CaseIterable, Codable, Hashable, Sendable {
    /// A little harder.
    case more
    /// A little lighter.
    case less
    /// Stay like this.
    case good
    /// Take the hands off at once.
    case stop
    /// Go on after a stop.
    case resume
    /// On to the next step.
    case next

    /// Whether a side may say it: both may stop and go on to the next step, all else is felt by the person alone.
    func mayBeSaid(by side: PartnerSide) -> Bool {
        switch self {
        case .stop, .next: true
        case .more, .less, .good, .resume: side == .person
        }
    }
}

/// Something that was said, and how things stood right after it.
struct PartnerSaying: Codable, Hashable, Sendable {
    /// Its place among all that was said in the room, from 1.
    let number: Int
    let word: PartnerWord
    let by: PartnerSide
    /// The step after it, from 0; the number of steps when all are done.
    let step: Int
    /// Whether everything rests after it.
    let stopped: Bool
}

/// Why something is not done in a room.
enum PartnerRefusal: Error, Hashable, Sendable {
    /// There is no such room, or no longer.
    case noRoom
    /// The other side says that.
    case notYours
    /// After a stop only "go on" is taken.
    case isStopped
    /// Too many words; come again after so many seconds, at least 1.
    case tooFast(seconds: Int)
    /// There are as many rooms as there may be, for this address or in all.
    case tooManyRooms
}
