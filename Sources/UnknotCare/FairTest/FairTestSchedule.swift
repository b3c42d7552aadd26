/// What is drawn by lot before a fair test begins: a pure function of random bytes that the caller draws and keeps.
///
/// The bytes must come from a generator that nobody can predict (the system's), and be stored with the schedule before
/// day one, so that everybody can check later that nothing was chosen.
public enum FairTestSchedule {
    /// There are not enough random bytes.
    public struct TooFewBytes: Error, Hashable, Sendable {}

    /// How many random bytes are enough for any schedule that the limits allow, short of a chance below 1e-12.
    public static let bytes = 256

    /// For each day whether the routine is drawn: in every pair one period with and one without, their order by lot.
    ///
    /// - Parameter random: One bit a pair, lowest first; 0 puts the routine first.
    public static func days(_ design: DayTrialDesign, random: [UInt8]) throws(TooFewBytes) -> [Bool] {
        try days(period: design.period, pairs: design.pairs, random: random)
    }

    /// The same for lengths that no person is offered, for simulations.
    package static func days(period: Int, pairs: Int, random: [UInt8]) throws(TooFewBytes) -> [Bool] {
        var bits = BitReader(random)
        var days: [Bool] = []
        days.reserveCapacity(2 * period * pairs)
        for _ in 0..<pairs {
            let isRoutineFirst = try bits.next(1) == 0
            days += [Bool](repeating: isRoutineFirst, count: period)
            days += [Bool](repeating: !isRoutineFirst, count: period)
        }
        return days
    }

    /// The technique of each session: blocks that hold each technique once, every order equally likely.
    ///
    /// - Parameters:
    ///   - techniques: How many, rest (0) included: 2 to ``SessionScreen/mostTechniques``.
    ///   - blocks: How many sessions each technique gets, at least 0.
    ///   - random: Bytes of which each order takes a few bits.
    public static func sessions(
        techniques: Int, blocks: Int, random: [UInt8]
    ) throws(TooFewBytes) -> [Int] {
        precondition((2...SessionScreen.mostTechniques).contains(techniques) && blocks >= 0, "a screen has techniques")
        var bits = BitReader(random)
        var sessions: [Int] = []
        for _ in 0..<blocks {
            var block = Array(0..<techniques)
            // Fisher and Yates.
            for last in stride(from: techniques - 1, to: 0, by: -1) {
                block.swapAt(last, try bits.below(last + 1))
            }
            sessions += block
        }
        return sessions
    }

    /// Takes bits off bytes, lowest first.
    private struct BitReader {
        private let bytes: [UInt8]
        private var position = 0

        init(_ bytes: [UInt8]) {
            self.bytes = bytes
        }

        mutating func next(_ count: Int) throws(TooFewBytes) -> Int {
            guard position + count <= 8 * bytes.count else { throw TooFewBytes() }
            var value = 0
            for bit in 0..<count {
                value |= Int(bytes[(position + bit) / 8] >> ((position + bit) % 8) & 1) << bit
            }
            position += count
            return value
        }

        /// A number from 0 to one below the limit; a draw above it is thrown away, which keeps all equally likely.
        mutating func below(_ limit: Int) throws(TooFewBytes) -> Int {
            let width = Int.bitWidth - (limit - 1).leadingZeroBitCount
            while true {
                let value = try next(width)
                if value < limit { return value }
            }
        }
    }
}
