import UnknotAccounts
import UnknotRecord

/// All sessions for two, who may enter them, and who listens. A plain value; ``PartnerRooms`` keeps it.
struct PartnerLobby: Sendable {
    /// Which room a token opens, and as whom.
    struct Door: Hashable, Sendable {
        let room: Int
        let side: PartnerSide
    }

    /// A listener's place in a room.
    struct Seat: Hashable, Sendable {
        let id: Int
        let door: Door
    }

    private struct Entry: Sendable {
        var room: PartnerRoom
        let digests: [String]
        let address: String
        /// In the order in which they came.
        var seats: [Seat] = []
    }

    private let limits: PartnerLimits
    private var entries: [Int: Entry] = [:]
    private var doors: [String: Door] = [:]
    private var lastID = 0

    init(_ limits: PartnerLimits) {
        self.limits = limits
    }

    /// How many rooms and how many listeners there are.
    var counts: (rooms: Int, listeners: Int) {
        (entries.count, entries.values.map(\.seats.count).reduce(0, +))
    }

    // MARK: Rooms

    /// Makes a room.
    ///
    /// Where an address has as many rooms as it may have, or all together are too many, the oldest in which nobody listens
    /// makes place; those in use stay.
    ///
    /// - Parameter token: That of the person; the partner's follows from it.
    mutating func open(
        _ steps: [PartnerStep], for token: PairedToken, from address: String, at now: Moment
    ) throws(PartnerRefusal) {
        _ = expire(at: now)
        let own = entries.filter { $0.value.address == address }
        if own.count >= limits.mostPerAddress {
            try makePlace(among: own)
        } else if entries.count >= limits.mostRooms {
            try makePlace(among: entries)
        }
        lastID += 1
        let digests = [token.digest, token.second.digest]
        let endsAt = Moment(milliseconds: now.milliseconds + limits.lifetime)
        entries[lastID] = Entry(room: PartnerRoom(steps, endsAt: endsAt), digests: digests, address: address)
        doors[digests[0]] = Door(room: lastID, side: .person)
        doors[digests[1]] = Door(room: lastID, side: .partner)
    }

    private mutating func makePlace(among candidates: [Int: Entry]) throws(PartnerRefusal) {
        // Ids grow, so the least is the oldest.
        guard let oldest = candidates.filter({ $0.value.seats.isEmpty }).keys.min() else { throw .tooManyRooms }
        _ = remove(oldest)
    }

    /// What a token opens; nil when it opens nothing, for whatever reason.
    func door(_ token: PairedToken, at now: Moment) -> Door? {
        guard let door = doors[token.digest], let room = room(door), now < room.endsAt else { return nil }
        return door
    }

    /// The room behind a door.
    func room(_ door: Door) -> PartnerRoom? { entries[door.room]?.room }

    /// How many listen on a side of a room.
    func listeners(_ door: Door, _ side: PartnerSide) -> Int {
        entries[door.room]?.seats.count { $0.door.side == side } ?? 0
    }

    /// Says something; see ``PartnerRoom/say(_:by:seen:at:)``.
    ///
    /// - Returns: Whom it is news for.
    mutating func say(
        _ word: PartnerWord, at door: Door, seen: Int?, at now: Moment
    ) throws(PartnerRefusal) -> [Seat] {
        guard var entry = entries[door.room] else { throw .noRoom }
        defer { entries[door.room] = entry }
        return try entry.room.say(word, by: door.side, seen: seen, at: now) == nil ? [] : entry.seats
    }

    /// Closes a room for both.
    ///
    /// - Returns: Who listened.
    mutating func end(_ door: Door) -> [Seat] { remove(door.room) }

    /// Removes the rooms whose time is over.
    ///
    /// - Returns: Who listened there.
    mutating func expire(at now: Moment) -> [Seat] {
        entries.filter { now >= $0.value.room.endsAt }.keys.flatMap { remove($0) }
    }

    private mutating func remove(_ id: Int) -> [Seat] {
        guard let entry = entries.removeValue(forKey: id) else { return [] }
        for digest in entry.digests { doors[digest] = nil }
        return entry.seats
    }

    // MARK: Listeners

    /// Seats a listener. Where a side has as many as it may have, the first of them makes place: it is most likely a
    /// connection that broke without a word.
    ///
    /// - Returns: The seat, who lost theirs, and who else is there and hears of it.
    mutating func sit(at door: Door) -> (seat: Seat, lost: Seat?, others: [Seat])? {
        guard var entry = entries[door.room] else { return nil }
        let same = entry.seats.filter { $0.door.side == door.side }
        let lost = same.count >= limits.mostListeners ? same.first : nil
        if let lost { entry.seats.removeAll { $0 == lost } }
        let others = entry.seats
        lastID += 1
        let seat = Seat(id: lastID, door: door)
        entry.seats.append(seat)
        entries[door.room] = entry
        return (seat, lost, others)
    }

    /// Frees a seat; safe to repeat.
    ///
    /// - Returns: Who else is there and hears of it.
    mutating func leave(_ seat: Seat) -> [Seat] {
        guard var entry = entries[seat.door.room], entry.seats.contains(seat) else { return [] }
        entry.seats.removeAll { $0 == seat }
        entries[seat.door.room] = entry
        return entry.seats
    }

    /// What there is to tell to a listener; nil when the room is gone or the seat was lost.
    ///
    /// - Parameter number: Of the last word that it heard.
    func bulletin(for seat: Seat, after number: Int?) -> PartnerBulletin? {
        guard let entry = entries[seat.door.room], entry.seats.contains(seat) else { return nil }
        return PartnerBulletin(
            words: number.flatMap { entry.room.said(after: $0) } ?? [],
            state: PartnerState(
                entry.room, persons: listeners(seat.door, .person), partners: listeners(seat.door, .partner)))
    }
}
