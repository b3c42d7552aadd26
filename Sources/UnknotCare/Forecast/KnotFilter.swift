import RealModule
import SeededRandom
import UnknotDynamics
import UnknotPhysiology

/// The knot model held against a journal: a particle filter.
///
/// Each particle is one choice of constants, one past and one way of life, run through `UnknotPhysiology` with the sessions
/// that the person really held. After every week its pain and tenderness, on this person's own scale (`DayPath`, integrated
/// exactly), are held against the logged days. Where few particles carry most of the weight they are drawn anew by their
/// weights (systematic resampling), and go different ways from there.
///
/// Reference: Doucet, de Freitas and Gordon, *Sequential Monte Carlo Methods in Practice*, Springer 2001, chapter 1.
struct KnotFilter {
    /// One particle.
    struct Particle {
        var parameters: KnotParameters
        var state: KnotState
        var life: KnotLife
        /// Pain and tenderness of the model on every day so far.
        var pain: [Double] = []
        var tenderness: [Double] = []
        /// Both held against the logged days so far.
        var paths = (pain: DayPath(), tenderness: DayPath())
        /// What the journal said of it when it was last drawn anew.
        var base = 0.0
        /// What it says now.
        var log = 0.0
    }

    private(set) var particles: [Particle]
    /// The log of the probability of all logged days.
    private(set) var logEvidence = 0.0
    private var random: SplitMix64
    private let parameters: ForecastParameters

    /// The pressure at which tenderness is asked for, kg/cm²: a firm finger (specification, section 2.1).
    private static let askedPressure = 3.0
    /// Solver: the spread of the particles is larger by far than its error.
    private static let solver = SolverSettings(relative: 1e-2, absolute: 1e-3, firstStep: 0.05)
    private static let week = 7
    /// A day goes from one rating to the next; a session is held so many hours before the rating. Samples are as far apart.
    private static let hoursBeforeRating = 8.0

    /// Draws particles and brings them to the morning of the first day.
    ///
    /// - Parameter seed: Where the draws begin; the same for everybody, so that a record always gives the same forecast.
    init(_ parameters: ForecastParameters, seed: UInt64 = 1) {
        self.parameters = parameters
        random = SplitMix64(seed: seed)
        particles = []
        var members: [KnotEnsemble.Member] = []
        for _ in 0..<parameters.particles {
            let constants = Self.constants(&random)
            let life = KnotLife.draw(&random)
            members.append(KnotEnsemble.Member(constants, KnotLife.beginning(life, &random)))
            particles.append(Particle(parameters: constants, state: .healthy, life: life))
        }
        let starts = Self.run(members) { _ in }
        // What cannot be run is no idea of a knot.
        particles = zip(particles, starts).compactMap { particle, state in
            guard let state else { return nil }
            var particle = particle
            particle.state = state
            return particle
        }
    }

    /// Constants drawn from the ranges of the specification, but with the nominal exponents: powers then need no logarithms,
    /// which makes a run faster. What the exponents leave open is therefore missing in the spread of the particles.
    private static func constants(_ random: inout SplitMix64) -> KnotParameters {
        var drawn = KnotParameters.drawn(using: &random)
        for exponent in KnotParameter.exponents { drawn[exponent] = KnotParameters.nominal[exponent] }
        return drawn
    }

    /// Goes through the days of a journal, and then on for as many days as a forecast goes.
    mutating func run(
        sessions: [Bool], logged: (pain: [LoggedDay], tenderness: [LoggedDay]), past: Int
    ) {
        var day = 0
        while day < sessions.count, !particles.isEmpty {
            // A week of the past never reaches into the future.
            let end = min(day + Self.week, day < past ? past : sessions.count)
            advance(sessions[day..<end])
            if end <= past { weigh(logged, on: day..<end, isLast: end == past) }
            day = end
        }
    }

    /// Log weights of the particles: the log of the probability of the days since they were last drawn, less the log of how
    /// many there are. Their sum belongs to ``logEvidence``.
    var logWeights: [Double] { particles.map { $0.log - $0.base } }

    /// How many particles carry the weight: 1 to all.
    var effectiveSize: Double { Self.effective(NormalMixture.shares(ofLogs: logWeights)) }

    private static func effective(_ shares: [Double]) -> Double {
        let squares = shares.reduce(0) { $0 + $1 * $1 }
        return squares > 0 ? 1 / squares : 0
    }

    // MARK: Weighing

    private mutating func weigh(
        _ logged: (pain: [LoggedDay], tenderness: [LoggedDay]), on days: Range<Int>, isLast: Bool
    ) {
        let priors = parameters.ofKnot
        let (pain, tenderness) = (
            logged.pain.filter { days.contains($0.index) }, logged.tenderness.filter { days.contains($0.index) }
        )
        for index in particles.indices {
            for day in pain { particles[index].paths.pain.add(day, curve: particles[index].pain[day.index]) }
            for day in tenderness {
                particles[index].paths.tenderness.add(day, curve: particles[index].tenderness[day.index])
            }
            let paths = particles[index].paths
            particles[index].log = paths.pain.logEvidence(priors) + paths.tenderness.logEvidence(priors)
        }
        let logs = logWeights
        let shares = NormalMixture.shares(ofLogs: logs)
        let isPoor = Self.effective(shares) < Double(particles.count) / 2
        guard isPoor && !isLast else { return }
        logEvidence += DayPath.logSum(logs) - .log(Double(particles.count))
        resample(shares)
    }

    /// The log of the probability of all logged days, with what came since the last resampling.
    var wholeLogEvidence: Double { logEvidence + DayPath.logSum(logWeights) - .log(Double(max(particles.count, 1))) }

    private mutating func resample(_ shares: [Double]) {
        let count = particles.count
        let offset = KnotLife.share(&random)
        var chosen: [Particle] = []
        chosen.reserveCapacity(count)
        var (sum, place) = (shares[0], 0)
        for draw in 0..<count {
            let target = (Double(draw) + offset) / Double(count)
            while sum < target, place < count - 1 {
                place += 1
                sum += shares[place]
            }
            var particle = particles[place]
            particle.base = particle.log
            chosen.append(particle)
        }
        particles = chosen
    }

    // MARK: Running

    /// Lives on for some days with sessions in the morning of some of them.
    private mutating func advance(_ sessions: ArraySlice<Bool>) {
        let pieces = Self.pieces(sessions)
        var members: [KnotEnsemble.Member] = []
        for index in particles.indices {
            particles[index].life = particles[index].life.next(&random)
            let inputs = particles[index].life.inputs
            let segments = pieces.map { hours in
                hours < 0
                    ? KnotLife.session
                    : KnotSegment(seconds: hours * 3_600, inputs, sampling: Self.hoursBeforeRating)
            }
            members.append(
                KnotEnsemble.Member(
                    particles[index].parameters, KnotScenario(initial: particles[index].state, segments: segments)))
        }
        let places = Self.places(members[0].scenario, days: sessions.count)
        var pains = [[Double]](repeating: [], count: members.count)
        var tendernesses = pains
        let ends = Self.run(members) { sample in
            guard places[sample.index] else { return }
            let member = members[sample.member]
            var inputs = member.scenario.segments[sample.segment].inputs
            inputs.press = Self.askedPressure
            let outputs = KnotOutputs(sample.state, inputs, member.parameters)
            pains[sample.member].append(outputs.pain)
            tendernesses[sample.member].append(outputs.evokedPain)
        }
        for index in particles.indices {
            // A particle that cannot go on stays as it was.
            let isWhole = pains[index].count == sessions.count
            let (pain, tenderness) = (particles[index].pain.last ?? 0, particles[index].tenderness.last ?? 0)
            let still = [Double](repeating: pain, count: sessions.count)
            particles[index].pain += isWhole ? pains[index] : still
            particles[index].tenderness +=
                isWhole ? tendernesses[index] : [Double](repeating: tenderness, count: sessions.count)
            if isWhole, let end = ends[index] { particles[index].state = end }
        }
    }

    /// The lengths of what happens in some days, in hours; below 0 for a session.
    private static func pieces(_ sessions: ArraySlice<Bool>) -> [Double] {
        var (pieces, hours) = ([Double](), 0.0)
        for hasSession in sessions {
            hours += 24 - hoursBeforeRating
            if hasSession {
                pieces += [hours, -1]
                hours = -KnotLife.session.hours
            }
            hours += hoursBeforeRating
        }
        return pieces + [hours]
    }

    /// Whether a sample is a rating: the first one that is at most a minute before the end of the next day.
    private static func places(_ scenario: KnotScenario, days: Int) -> [Bool] {
        var places = [false]
        var (before, day) = (0.0, 1)
        for segment in scenario.segments {
            for sample in 1...segment.samples {
                let hours = before + segment.hours * Double(sample) / Double(segment.samples)
                let isRating = day <= days && hours > Double(day * 24) - 0.5
                places.append(isRating)
                if isRating { day += 1 }
            }
            before += segment.hours
        }
        return places
    }

    /// Runs members to their ends; nil for those that the solver gives up.
    private static func run(
        _ members: [KnotEnsemble.Member], take: (KnotEnsemble.Sample) -> Void
    ) -> [KnotState?] {
        var ends = [KnotState?](repeating: nil, count: members.count)
        var last = ends
        KnotEnsemble(members).run(0..<members.count, solver) { sample in
            last[sample.member] = sample.state
            take(sample)
        } finish: { member, outcome in
            if case .success = outcome { ends[member] = last[member] }
            return true
        }
        return ends
    }
}
