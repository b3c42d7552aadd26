/// The record of a session screen: which technique was drawn, and how tender the knot was before and after.
public struct SessionScreen: Hashable, Sendable {
    /// What is wrong with a record.
    public enum Problem: Error, Hashable, Sendable {
        /// Another list has not one entry for each session.
        case lengthsDiffer(sessions: Int, list: String, entries: Int)
        /// A technique is not one of 0 to ``SessionScreen/mostTechniques`` − 1.
        case badTechnique(session: Int)
        /// A rating is not a number from 0 to 10.
        case badRating(session: Int, list: String)
    }

    /// The technique of each session; 0 is quiet rest, with which the others are compared.
    public let techniques: [Int]
    /// Tenderness before, 0 to 10.
    public let before: [Double]
    /// Tenderness after, 0 to 10: same spot, same finger, two minutes later.
    public let after: [Double]
    /// How many techniques there are, rest included; at least 2.
    public let count: Int

    /// The most techniques, rest included.
    public static let mostTechniques = 8

    /// Checks a record.
    ///
    /// - Parameter count: How many techniques may be drawn, rest included; at least one more than the highest in the record.
    /// - Throws: ``Problem`` for the first thing that is wrong.
    public init(techniques: [Int], before: [Double], after: [Double], count: Int = 2) throws(Problem) {
        for (list, entries) in [("before", before), ("after", after)] {
            guard entries.count == techniques.count else {
                throw .lengthsDiffer(sessions: techniques.count, list: list, entries: entries.count)
            }
            for (session, rating) in entries.enumerated() where !DayTrial.scale.contains(rating) {
                throw .badRating(session: session, list: list)
            }
        }
        for (session, technique) in techniques.enumerated()
        where !(0..<Self.mostTechniques).contains(technique) {
            throw .badTechnique(session: session)
        }
        self.techniques = techniques
        self.before = before
        self.after = after
        self.count = min(max(count, (techniques.max() ?? 0) + 1, 2), Self.mostTechniques)
    }

    /// How many sessions each technique had.
    public var sessions: [Int] {
        techniques.reduce(into: [Int](repeating: 0, count: count)) { $0[$1] += 1 }
    }
}
