import RealModule
import UnknotAtlas
import UnknotRecord

/// How one knot answered to what was done in earlier sessions.
///
/// Two ratings of one spot differ by chance. A mean change of *n* sessions counts as clear when it is further from
/// nothing than `sure_by` standard errors, `tenderness_noise / √n`.
struct KnotResponse {
    /// What follows for the knot as a whole.
    enum Stage: Hashable {
        /// Go on.
        case goOn
        /// Leave it alone for a while.
        case rest(sessions: Int)
        /// Somebody else should look.
        case seeSomebody(sessions: Int)
    }

    /// What one technique did.
    enum Verdict: Hashable {
        /// Never used here, or too rarely to tell.
        case open
        /// A clear gain, in points a session.
        case gain(Double)
        /// Enough sessions without a clear gain.
        case noGain
        /// Clearly worse, or the last session was stopped.
        case worse
    }

    private let sessions: [PastTreatment]
    private let parameters: PlannerParameters

    /// Gathers the sessions of one knot.
    init(_ history: [PastTreatment], point: PointID, side: BodySide, _ parameters: PlannerParameters) {
        // Latest first; sessions of one day in the order in which they were told, the last told being the latest.
        sessions = history.enumerated()
            .filter { $0.element.point == point && $0.element.side == side }
            .sorted { ($0.element.daysAgo, $1.offset) < ($1.element.daysAgo, $0.offset) }
            .map(\.element)
        self.parameters = parameters
    }

    /// What was done here, latest first, each technique once.
    var techniques: [TechniqueID] {
        sessions.reduce(into: []) { list, session in
            if !list.contains(session.technique) { list.append(session.technique) }
        }
    }

    /// Whether the latest session made it clearly worse or was stopped: next time it is gentle, whatever is done.
    var isIrritated: Bool {
        guard let last = sessions.first else { return false }
        return last.ending == .stopped || (last.gain ?? 0) <= -margin(1)
    }

    /// What one technique did here.
    func verdict(on technique: TechniqueID) -> Verdict {
        let own = sessions.filter { $0.technique == technique }
        guard let last = own.first else { return .open }
        if last.ending == .stopped { return .worse }
        let gains = own.compactMap(\.gain)
        guard !gains.isEmpty else { return .open }
        let mean = Self.mean(gains)
        let margin = margin(gains.count)
        if mean >= margin { return .gain(mean) }
        if mean <= -margin { return .worse }
        return gains.count >= parameters.sessionsBeforeChange ? .noGain : .open
    }

    /// What follows for the knot: the sessions since the last run with a clear gain are counted.
    var stage: Stage {
        let run = sessionsWithoutGain
        if run >= parameters.sessionsBeforeClinician { return .seeSomebody(sessions: run) }
        let daysSince = sessions.first?.daysAgo ?? .max
        if run >= parameters.sessionsBeforeRest && daysSince < parameters.restDays { return .rest(sessions: run) }
        return .goOn
    }

    /// The longest run of latest rated sessions whose mean shows no clear gain.
    private var sessionsWithoutGain: Int {
        let gains = sessions.compactMap(\.gain)
        let falling = isFalling
        guard !falling else { return 0 }
        return gains.indices.map { $0 + 1 }
            .last { count in
                Self.mean(gains.prefix(count)) < margin(count)
            } ?? 0
    }

    /// Whether the knot starts less tender than it did: the lasting gain, which matters more than that of one session.
    private var isFalling: Bool {
        let starts = sessions.compactMap(\.before)
        guard starts.count >= 4 else { return false }
        let half = starts.count / 2
        let change = Self.mean(starts.suffix(half)) - Self.mean(starts.prefix(half))
        return change >= parameters.sureBy * parameters.tendernessNoise * .sqrt(2 / Double(half))
    }

    /// From which mean on a change counts, for a number of sessions.
    private func margin(_ count: Int) -> Double {
        parameters.sureBy * parameters.tendernessNoise / .sqrt(Double(count))
    }

    private static func mean(_ numbers: some Collection<Double>) -> Double {
        numbers.reduce(0, +) / Double(numbers.count)
    }
}
