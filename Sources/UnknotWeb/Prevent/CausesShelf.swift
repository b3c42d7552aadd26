package import Unknot
package import UnknotJournal

/// What a journal holds that says what may drive somebody's knots; the same for pages and command line.
package struct CausesShelf: Sendable {
    /// What the entries say.
    package let history: CausesHistory
    /// What of it the engine judges by.
    package let inquiry: DriverInquiry
}

extension CausesShelf {
    /// How many entries about causes and plans are read: more than anybody has in years.
    private static let mostAnswers = 500

    /// Reads a journal; nothing is known where there is none.
    ///
    /// - Parameters:
    ///   - zone: Where the person is.
    ///   - today: The day that it is there.
    package init(_ journal: Journal?, engine: Engine, today: LocalDay, zone: LocalZone) async throws {
        let parameters = engine.driverDesk.parameters
        let measures = DriverInquiry.measures
        // A day more, since entries from other time zones may belong to the first day.
        let since = today.advanced(by: -max(parameters.knotsBack, parameters.daysBack)).start(in: zone)
        let lately = CausesHistory.kinds(measures).subtracting([.causes, .plan])
        let noted =
            try await (journal?.values(EntryQuery(kinds: [.causes, .plan], limit: Self.mostAnswers)) ?? [])
            + (journal?.values(EntryQuery(kinds: lately, from: since)) ?? [])
        let history = CausesHistory(
            noted, measures: measures, daysBack: parameters.daysBack, knotsBack: parameters.knotsBack, today: today)
        let answers = try await journal?.values(EntryQuery(kinds: [.health], limit: Self.mostAnswers)) ?? []
        let health = HealthHistory(answers, today: today).lastApplied
        let muscles = history.points.compactMap { engine.atlas.point($0)?.muscle }
        let inquiry = DriverInquiry(
            muscles: muscles.reduce(into: []) { list, muscle in
                if !list.contains(muscle) { list.append(muscle) }
            },
            age: history.age, said: history.said.mapValues(\.applies),
            onsets: history.onsets.map {
                DriverInquiry.Onset(before: Set($0.before), notBefore: Set($0.notBefore))
            },
            days: history.days, daysCovered: history.daysCovered, episodes: history.episodes, health: health)
        self.init(history: history, inquiry: inquiry)
    }
}
