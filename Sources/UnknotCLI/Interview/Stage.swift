import Unknot

extension Interview {
    /// What is being asked.
    enum Stage: Hashable, Sendable {
        /// Where it hurts: a part of the body, words, or nothing more.
        case places
        /// Which of these areas; a side may have been said already.
        case regions([RegionID], SideChoice?)
        /// On which side.
        case side([RegionID])
        /// Whether it hurts most there.
        case strength([BodyPlace])
        /// Years.
        case age
        /// Female, male or other.
        case sex
        /// Whether any of these is true.
        case warnings(WarningScreen)
        /// A question with yes and no.
        case question(QuestionID, NextStep)
        /// What a movement does.
        case movement(MovementID, NextStep)
        /// How tender a point is.
        case press(PointID, BodySide, NextStep)
        /// Whether the press brought on the usual pain.
        case familiar(Press)
        /// Where the press spread to, with areas to choose from.
        case spread(Press, [RegionID])
        /// Nothing more is asked.
        case finished(Ending)
    }

    /// Why the conversation is over.
    enum Ending: Hashable, Sendable {
        /// The person needs help now.
        case emergency
        /// Nothing more is worth asking.
        case done
        /// The person has had enough.
        case quit
    }

    /// A typed side.
    enum SideChoice: String, CaseIterable, Hashable, Sendable {
        case left
        case right
        case both

        /// The places of an area on this side; the middle has none.
        func places(of region: BodyRegion) -> [BodyPlace] {
            guard region.laterality == .paired else { return region.places }
            return switch self {
            case .left: [BodyPlace(region.id, .left)]
            case .right: [BodyPlace(region.id, .right)]
            case .both: region.places
            }
        }
    }

    /// Why a line is no reply.
    enum Misunderstanding: Error, Hashable, Sendable {
        /// There is nothing before this.
        case nothingToUndo
        /// No area has these words.
        case nothingFound(String)
        /// Nothing is marked yet.
        case nothingMarked
        /// No choice has this number.
        case notAChoice(String)
        /// A line of a list was not clear to the person.
        case askedToExplain(QuestionID)
        /// It is not one of the replies that are possible here.
        case unclear(String)
    }
}
