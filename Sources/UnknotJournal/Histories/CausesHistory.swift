public import UnknotRecord

/// What a journal says about what may drive somebody's knots.
public struct CausesHistory: Hashable, Sendable {
    /// The latest answer about one cause.
    public struct Said: Hashable, Sendable {
        /// Whether it applies.
        public let applies: Bool
        /// Days since; 0 for today.
        public let daysAgo: Int
    }

    /// What happened in the hours before one time that the pain began.
    public struct Onset: Hashable, Sendable {
        /// The entry that says so; it lies at the time when the pain began.
        public let noted: Noted
        /// What did happen.
        public let before: [TriggerID]
        /// What was asked and did not.
        public let notBefore: [TriggerID]
    }

    /// The latest answer about each cause that was asked, of the short check or of the story behind a plan.
    public let said: [CauseID: Said]
    /// The last day of the short check.
    public let checked: LocalDay?
    /// The hours before, the latest first.
    public let onsets: [Onset]
    /// How many times the person had this kind of pain before, as they said last.
    public let episodes: Int?
    /// Points that were pressed or worked on in the last days, the latest first.
    public let points: [PointID]
    /// One number for each day that has one, of the measures that were asked for.
    public let days: [Measure: [Double]]
    /// How many of the last days the journal covers: from its first entry among them up to today.
    public let daysCovered: Int
    /// Years, as the story behind the latest plan has it.
    public let age: Int?

    /// Gathers what entries say.
    ///
    /// - Parameters:
    ///   - entries: In any order; kinds that say nothing about causes are passed over.
    ///   - measures: What is wanted of the days.
    ///   - daysBack: How many days of numbers, today included.
    ///   - knotsBack: How many days of points, today included.
    ///   - today: The day that it is where the person is now.
    public init(
        _ entries: [Noted], measures: [Measure], daysBack: Int, knotsBack: Int, today: LocalDay
    ) {
        var (said, onsets): ([CauseID: Said], [Onset]) = ([:], [])
        var (checked, episodes, age): (LocalDay?, Int?, Int?) = (nil, nil, nil)
        var points: [PointID] = []
        let sorted = entries.sorted { ($0.entry.happenedAt, $0.entry.id) < ($1.entry.happenedAt, $1.entry.id) }
        for noted in sorted {
            let daysAgo = max(0, noted.day.days(to: today))
            switch noted.value {
            case .causes(let record)?:
                for id in record.applies { said[id] = Said(applies: true, daysAgo: daysAgo) }
                for id in record.denied { said[id] = Said(applies: false, daysAgo: daysAgo) }
                if !record.applies.isEmpty || !record.denied.isEmpty { checked = noted.day }
                if !record.before.isEmpty || !record.notBefore.isEmpty {
                    onsets.append(Onset(noted: noted, before: record.before, notBefore: record.notBefore))
                }
                episodes = record.episodes.map { Int($0) } ?? episodes
            case .plan(let record)?:
                // A story names what applies and says nothing of the rest.
                for id in record.request.intake.causes { said[id] = Said(applies: true, daysAgo: daysAgo) }
                age = record.request.intake.age ?? age
            case .press(let record)? where daysAgo < knotsBack: points.append(record.point)
            case .session(let record)? where daysAgo < knotsBack:
                points += record.steps.filter { $0.ended != .skipped || $0.seconds > 0 }.map(\.point)
            default: break
            }
        }
        self.said = said
        self.checked = checked
        self.onsets = onsets.reversed()
        self.episodes = episodes
        self.age = age
        self.points = points.reversed().reduce(into: []) { list, next in
            if !list.contains(next) { list.append(next) }
        }
        let first = today.advanced(by: 1 - daysBack)
        days = Dictionary(
            uniqueKeysWithValues: measures.map { measure in
                let series = DaySeries(measure, in: entries, over: first...today)
                return (measure, series.days.compactMap(series.value))
            })
        let earliest = sorted.first { $0.day >= first && $0.day <= today }?.day
        daysCovered = earliest.map { $0.days(to: today) + 1 } ?? 0
    }

    /// Of which kinds entries are that say something about causes.
    ///
    /// - Parameter measures: What is wanted of the days.
    public static func kinds(_ measures: [Measure]) -> Set<EntryKind> {
        measures.reduce(into: [.causes, .plan, .press, .session]) { $0.formUnion($1.kinds) }
    }
}
