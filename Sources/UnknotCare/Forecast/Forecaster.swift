import RealModule
public import UnknotRecord

/// Looks ahead: pain and tenderness of the next days, from what was logged.
///
/// Ideas of how days go are averaged by what the journal says of them: days that go up and down around one level; a level that
/// drifts or wanders; a recovery; and the knot model (``KnotFilter``), which is asked when there is enough to hold it against. It is
/// a pure function of the days: the same days give the same forecast, and a past forecast can be made again.
///
/// - Complexity: Mostly the runs of the knot model, 32 particles over at most 12 weeks: 5 to 60 ms, more with many sessions.
public struct Forecaster: Sendable {
    private let parameters: ForecastParameters

    /// A forecaster with parameters.
    public init(_ parameters: ForecastParameters = ForecastParameters()) {
        self.parameters = parameters
    }

    /// Looks ahead from the last of the days, which is today.
    ///
    /// - Parameters:
    ///   - days: Every calendar day, oldest first, logged or not.
    ///   - horizons: For which days ahead, each from 1 to ``ForecastParameters/furthest``.
    public func forecast(
        _ days: [ForecastDay], at horizons: [Int] = Array(1...ForecastParameters.furthest)
    ) -> Forecast {
        let window = Window(days)
        let sessionsAWeek = Double(days.suffix(14).count { $0.hadSession }) / 2
        let silence = days.lastIndex { $0.pain != nil || $0.tenderness != nil }.map { days.count - 1 - $0 }
        let isAwake = { (logged: [LoggedDay]) -> Bool in
            logged.last.map { window.length - 1 - $0.index <= ForecastParameters.longestSilence } ?? false
        }
        let pain = isAwake(window.pain) ? window.pain : []
        let tenderness = isAwake(window.tenderness) ? window.tenderness : []
        let plain = (pain: plainIdeas(pain, window), tenderness: plainIdeas(tenderness, window))
        let isLong = max(pain.count, tenderness.count) >= ForecastParameters.fewestForKnot
        let isFlat = Self.areAlike(pain) && Self.areAlike(tenderness)
        let knot = isLong && !isFlat ? knotIdeas(window, pain, tenderness, horizons, sessionsAWeek) : nil
        let mix = Mix(
            plain, knot, share: parameters.knotShare, without: isLong && isFlat ? .nothingToExplain : .notAsked)
        let logged = max(pain.count, tenderness.count)
        return Forecast(
            basis: logged == 0 ? .nothing : logged < 3 ? .hardlyAnything : knot == nil ? .plain : .knotModel,
            painDays: pain.count, tendernessDays: tenderness.count, silence: silence,
            pain: points(pain, mix.pain, window, horizons),
            tenderness: points(tenderness, mix.tenderness, window, horizons), theory: mix.theory,
            sessionsAWeek: sessionsAWeek)
    }

    /// Whether nearly all ratings are one number; true without any.
    private static func areAlike(_ logged: [LoggedDay]) -> Bool {
        let counts = Dictionary(grouping: logged, by: \.value).mapValues(\.count)
        return Double(counts.values.max() ?? 0) >= ForecastParameters.alikeShare * Double(logged.count)
    }

    // MARK: Ideas

    private func plainIdeas(_ logged: [LoggedDay], _ window: Window) -> [ForecastIdea] {
        guard let first = logged.first?.index else { return [] }
        func idea(_ share: Double, _ curve: [Double]?, _ level: NormalBelief, _ fall: NormalBelief) -> ForecastIdea {
            var path = DayPath()
            for day in logged { path.add(day, curve: curve?[day.index] ?? 0) }
            return ForecastIdea(
                logWeight: .log(share),
                course: .line(path, DayPath.Priors(level: level, curve: fall), curve: curve))
        }
        var wandering = WanderPath(parameters.level)
        for day in logged { wandering.add(day) }
        let share = parameters.recoveryShare / Double(parameters.recoveries.count)
        let weeks = (0..<window.length + ForecastParameters.furthest).map { Double($0 - first) / 7 }
        let steady = 1 - parameters.recoveryShare - parameters.driftShare - parameters.wanderShare
        return [
            idea(steady, nil, parameters.level, parameters.drift),
            idea(parameters.driftShare, weeks, parameters.level, parameters.drift),
            ForecastIdea(logWeight: .log(parameters.wanderShare), course: .wandering(wandering)),
        ]
            + parameters.recoveries.map { days in
                let curve = (0..<window.length + ForecastParameters.furthest).map {
                    Double.exp(-Double(max(0, $0 - first)) / days)
                }
                return idea(share, curve, parameters.floor, parameters.fall)
            }
    }

    /// What the knot model says.
    struct KnotIdeas {
        var pain: [ForecastIdea]
        var tenderness: [ForecastIdea]
        let logEvidence: Double
        let particles: Int
        let effective: Double
    }

    private func knotIdeas(
        _ window: Window, _ pain: [LoggedDay], _ tenderness: [LoggedDay], _ horizons: [Int], _ sessionsAWeek: Double
    ) -> KnotIdeas? {
        var filter = KnotFilter(parameters)
        // Whole weeks, so that a day comes out the same whatever else is asked for.
        let ahead = ((horizons.max() ?? 0) + 6) / 7 * 7
        let coming = (0..<ahead).map { day in
            // Evenly spread: a session whenever the sum of them passes a whole number.
            Int(Double(day + 1) * sessionsAWeek / 7) > Int(Double(day) * sessionsAWeek / 7)
        }
        filter.run(sessions: window.sessions + coming, logged: (pain, tenderness), past: window.length)
        guard !filter.particles.isEmpty else { return nil }
        var ideas = KnotIdeas(
            pain: [], tenderness: [], logEvidence: filter.wholeLogEvidence, particles: filter.particles.count,
            effective: filter.effectiveSize)
        let count = Double.log(Double(filter.particles.count))
        let shares = NormalMixture.shares(ofLogs: filter.logWeights)
        for (particle, share) in zip(filter.particles, shares) where share > Self.negligibleShare {
            let priors = parameters.ofKnot
            let rest = filter.logEvidence - count - particle.base
            func idea(_ path: DayPath, _ curve: [Double], beside other: DayPath) -> ForecastIdea {
                ForecastIdea(
                    logWeight: rest + other.logEvidence(priors), course: .line(path, priors, curve: curve))
            }
            let paths = particle.paths
            ideas.pain.append(idea(paths.pain, particle.pain, beside: paths.tenderness))
            ideas.tenderness.append(idea(paths.tenderness, particle.tenderness, beside: paths.pain))
        }
        return ideas
    }

    /// Particles with less than this share of the weight are left out.
    private static let negligibleShare = 1e-3

    // MARK: Points

    private func points(
        _ logged: [LoggedDay], _ ideas: [ForecastIdea], _ window: Window, _ horizons: [Int]
    ) -> [ForecastPoint] {
        guard let last = logged.last, !ideas.isEmpty else { return [] }
        var weighted: [(log: Double, part: ForecastIdea.Part, idea: Int)] = []
        for (index, idea) in ideas.enumerated() {
            for (log, part) in idea.parts { weighted.append((log, part, index)) }
        }
        weighted.sort { $0.log > $1.log }
        let shares = NormalMixture.shares(ofLogs: weighted.map(\.log))
        var (kept, sum) = (0, 0.0)
        while kept < shares.count, sum < Self.keptShare {
            sum += shares[kept]
            kept += 1
        }
        let isWhole = logged.allSatisfy { $0.value == $0.value.rounded() }
        return horizons.map { horizon in
            let today = window.length - 1
            let parts = weighted.prefix(kept).map { item in
                let belief = ideas[item.idea].expected(
                    item.part, on: today + horizon, gap: today + horizon - last.index)
                return NormalMixture.Part(logWeight: item.log, mean: belief.mean, variance: belief.variance)
            }
            let mixture = NormalMixture(parts)
            let tail = (1 - ForecastParameters.coverage) / 2
            func bounded(_ chance: Double) -> Double {
                min(
                    max(mixture.quantile(chance, tolerance: Self.tolerance), ForecastDay.scale.lowerBound),
                    ForecastDay.scale.upperBound)
            }
            let median = bounded(0.5)
            let (low, high) = Self.widened(bounded(tail), bounded(1 - tail))
            return ForecastPoint(
                day: horizon, median: median, expected: isWhole ? median.rounded() : median, low: low, high: high)
        }
    }

    /// An interval that is at least one step of the scale wide, and on the scale.
    private static func widened(_ low: Double, _ high: Double) -> (Double, Double) {
        let missing = max(0, ForecastParameters.narrowest - (high - low))
        let scale = ForecastDay.scale
        let start = min(max(low - missing / 2, scale.lowerBound), scale.upperBound - ForecastParameters.narrowest)
        return (min(low, start), max(high, start + ForecastParameters.narrowest))
    }

    /// The share of the belief that is kept for the interval; the rest are hundreds of parts that cannot move it visibly.
    private static let keptShare = 0.995
    /// Of a quantile, in standard deviations.
    private static let tolerance = 1e-5
}

extension Forecaster {
    /// The last days, as the models see them.
    struct Window {
        /// How many days.
        let length: Int
        let pain: [LoggedDay]
        let tenderness: [LoggedDay]
        let sessions: [Bool]

        init(_ days: [ForecastDay]) {
            // It begins with the first logged day: what happened before tells nothing.
            let recent = days.suffix(ForecastParameters.window)
            let first = recent.firstIndex { $0.pain != nil || $0.tenderness != nil } ?? recent.endIndex
            let seen = Array(recent[first...])
            length = seen.count
            pain = seen.enumerated().compactMap { index, day in day.pain.map { LoggedDay(index: index, value: $0) } }
            tenderness = seen.enumerated().compactMap { index, day in
                day.tenderness.map { LoggedDay(index: index, value: $0) }
            }
            sessions = seen.map(\.hadSession)
        }
    }

    /// All ideas on one scale of weights.
    struct Mix {
        let pain: [ForecastIdea]
        let tenderness: [ForecastIdea]
        let theory: KnotTheory

        /// - Parameter without: What is said of the knot model when it was not asked.
        init(
            _ plain: (pain: [ForecastIdea], tenderness: [ForecastIdea]), _ knot: KnotIdeas?, share: Double,
            without: KnotTheory.Fit
        ) {
            func evidence(_ ideas: [ForecastIdea]) -> Double {
                ideas.isEmpty ? 0 : DayPath.logSum(ideas.map(\.logWhole))
            }
            let (ofPain, ofTenderness) = (evidence(plain.pain), evidence(plain.tenderness))
            guard let knot else {
                (pain, tenderness) = plain
                theory = KnotTheory(fit: without, share: 0, particles: 0, effective: 0)
                return
            }
            func shifted(_ ideas: [ForecastIdea], by log: Double) -> [ForecastIdea] {
                ideas.map { idea in
                    var idea = idea
                    idea.logWeight += log
                    return idea
                }
            }
            let (plainly, knotty) = (Double.log(1 - share), Double.log(share))
            pain = shifted(plain.pain, by: plainly + ofTenderness) + shifted(knot.pain, by: knotty)
            tenderness = shifted(plain.tenderness, by: plainly + ofPain) + shifted(knot.tenderness, by: knotty)
            let odds = Double.exp(min(max(knot.logEvidence - ofPain - ofTenderness, -500), 500))
            let clear = ForecastParameters.clearOdds
            theory = KnotTheory(
                fit: odds >= clear ? .fits : odds <= 1 / clear ? .doesNotFit : .unclear,
                share: share * odds / (share * odds + 1 - share), particles: knot.particles,
                effective: knot.effective)
        }
    }
}
