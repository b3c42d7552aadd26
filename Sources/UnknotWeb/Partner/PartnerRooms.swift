import UnknotAccounts
import UnknotRecord

/// Keeps the sessions for two and wakes those who listen. In memory only: a restart ends them all.
package actor PartnerRooms {
    private var lobby: PartnerLobby
    private let clock: @Sendable () -> Moment
    private var wakers: [PartnerLobby.Seat: AsyncStream<Void>.Continuation] = [:]

    /// - Parameter clock: Tells the time.
    init(limits: PartnerLimits = PartnerLimits(), clock: @escaping @Sendable () -> Moment) {
        lobby = PartnerLobby(limits)
        self.clock = clock
    }

    /// How many rooms and how many listeners there are.
    var counts: (rooms: Int, listeners: Int) { lobby.counts }

    /// Makes a room.
    ///
    /// - Parameter address: Where the request comes from; rooms are counted for each.
    /// - Returns: The token of the person; the partner's follows from it.
    func open(_ steps: [PartnerStep], from address: String) throws(PartnerRefusal) -> PairedToken {
        var random = SystemRandomNumberGenerator()
        let token = PairedToken(using: &random)
        try lobby.open(steps, for: token, from: SignInGuard.network(address), at: clock())
        return token
    }

    /// What a token opens: the room as it is now, how many listen on the other side, and as whom one enters.
    func look(_ token: PairedToken) -> (room: PartnerRoom, state: PartnerState, side: PartnerSide)? {
        guard let door = lobby.door(token, at: clock()), let room = lobby.room(door) else { return nil }
        let state = PartnerState(
            room, persons: lobby.listeners(door, .person), partners: lobby.listeners(door, .partner))
        return (room, state, door.side)
    }

    /// Says something, and wakes both sides.
    ///
    /// - Returns: How things stand then.
    func say(_ word: PartnerWord, _ token: PairedToken, seen: Int?) throws(PartnerRefusal) -> PartnerState {
        let now = clock()
        guard let door = lobby.door(token, at: now) else { throw .noRoom }
        wake(try lobby.say(word, at: door, seen: seen, at: now))
        guard let found = look(token) else { throw .noRoom }
        return found.state
    }

    /// Closes a room for both at once. Only the person may.
    func end(_ token: PairedToken) throws(PartnerRefusal) {
        guard let door = lobby.door(token, at: clock()) else { throw .noRoom }
        guard door.side == .person else { throw .notYours }
        wake(lobby.end(door))
    }

    /// Once in a while: ends what is over, and has every listener send a sign of life, by which broken connections show.
    func tick() {
        wake(lobby.expire(at: clock()))
        for waker in wakers.values { waker.yield() }
    }

    // MARK: Listening

    /// Somebody who listens.
    struct Listener: Sendable {
        let seat: PartnerLobby.Seat
        /// Yields when there may be news. Wakes that come together are one.
        let wakes: AsyncStream<Void>
        private let waker: AsyncStream<Void>.Continuation

        fileprivate init(_ seat: PartnerLobby.Seat, _ stream: (AsyncStream<Void>, AsyncStream<Void>.Continuation)) {
            self.seat = seat
            (wakes, waker) = stream
        }

        /// Stops listening.
        func stop() { waker.finish() }
    }

    /// Begins to listen; whoever does must ``leave(_:)``. Nil when the token opens nothing.
    func listen(_ token: PairedToken) -> Listener? {
        guard let door = lobby.door(token, at: clock()), let (seat, lost, others) = lobby.sit(at: door) else {
            return nil
        }
        let stream = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        wakers[seat] = stream.continuation
        wake(others + [lost].compactMap(\.self))
        return Listener(seat, stream)
    }

    /// What there is to tell; nil when it is over.
    func bulletin(for listener: Listener, after number: Int?) -> PartnerBulletin? {
        lobby.bulletin(for: listener.seat, after: number)
    }

    /// Ends listening; safe to repeat.
    func leave(_ listener: Listener) {
        listener.stop()
        wakers[listener.seat] = nil
        wake(lobby.leave(listener.seat))
    }

    private func wake(_ seats: [PartnerLobby.Seat]) {
        for seat in seats { wakers[seat]?.yield() }
    }
}
