/// What bounds the memory that sessions for two may take, and how long their links work.
struct PartnerLimits: Hashable, Sendable {
    /// How long a room is there after it was made, in milliseconds: two hours, longer than any session.
    var lifetime: Int64 = 2 * 3_600_000
    /// Rooms in all. One takes a few kilobytes.
    var mostRooms = 500
    /// Rooms of one address, behind which a household or a practice may sit.
    var mostPerAddress = 8
    /// Listeners of one side of a room: a phone, one that is being reloaded, and one more.
    var mostListeners = 4
}
