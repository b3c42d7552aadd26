/// Who may use which connection: free ones, and those who wait, first come, first served. Without time and threads.
struct SlotQueue<Waiter> {
    private var free: [Int]
    private var waiting: [(ticket: Int, waiter: Waiter)] = []
    private var tickets = 0

    /// All are free.
    init(slots: Int) {
        free = Array((0..<slots).reversed())
    }

    /// The next number to wait with.
    mutating func ticket() -> Int {
        tickets += 1
        return tickets
    }

    /// Takes a free one, the last that was used.
    mutating func take() -> Int? {
        free.popLast()
    }

    /// Lines up; gives a free one if there is one by now.
    mutating func join(_ ticket: Int, _ waiter: Waiter) -> Int? {
        if let slot = free.popLast() { return slot }
        waiting.append((ticket, waiter))
        return nil
    }

    /// Leaves the line; gives the waiter if it was still in it.
    mutating func leave(_ ticket: Int) -> Waiter? {
        guard let place = waiting.firstIndex(where: { $0.ticket == ticket }) else { return nil }
        return waiting.remove(at: place).waiter
    }

    /// Gives one back; it goes to who has waited longest, who is returned.
    mutating func giveBack(_ slot: Int) -> Waiter? {
        guard !waiting.isEmpty else {
            free.append(slot)
            return nil
        }
        return waiting.removeFirst().waiter
    }

    /// Sends everyone home.
    mutating func dismiss() -> [Waiter] {
        defer { waiting = [] }
        return waiting.map(\.waiter)
    }
}
