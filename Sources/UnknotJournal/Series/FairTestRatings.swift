import UnknotRecord

/// The numbers of fair tests as what they are beside that: average pain of a day.
enum FairTestRatings {
    /// The rating of each day that fair tests were told of.
    ///
    /// A number is given before what was drawn for its day, and speaks of the 24 hours before; so it counts for the day before
    /// the one on which it was asked. The first number of a day counts, as in the test itself.
    ///
    /// - Parameter entries: In effect, in any order; others are passed over.
    static func averages(in entries: [Noted]) -> [LocalDay: Double] {
        let told = entries.filter { $0.entry.kind == .fairTestDay }
            .sorted { ($0.entry.recordedAt, $0.entry.id) < ($1.entry.recordedAt, $1.entry.id) }
        var averages: [LocalDay: Double] = [:]
        for noted in told {
            guard case .fairTestDay(let record)? = noted.value, let rating = record.rating,
                let day = LocalDay(record.day.description)?.advanced(by: -1), averages[day] == nil
            else { continue }
            averages[day] = rating
        }
        return averages
    }
}
