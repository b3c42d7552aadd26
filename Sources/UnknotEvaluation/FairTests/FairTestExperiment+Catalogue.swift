import SeededRandom
import Unknot

extension FairTestExperiment {
    /// Everything that the evidence file gives figures for.
    static var all: [Self] {
        [naive, power, robustness, coverage, evidencePrior, peeking, screens].flatMap(\.self)
    }

    // MARK: What goes wrong without a fair test

    private static let naiveTitle = "Just looking at the data (the true effect is zero)"

    private static var naive: [Self] {
        [
            blocks(7, 0.3, 11...11), blocks(7, 0.5, 20...20), blocks(7, 0.7, 28...28), blocks(1, 0.5, 1...2),
            blocks(2, 0.5, 4...7), recovery(0, 7...12), recovery(0.3, 29...34), recovery(0.5, 54...54),
            Self(title: naiveTitle, figures: [.points("7 d after a day of 7 or more", -1.86)]) { random in
                [NaiveAnalysis.afterBadDay(&random)]
            },
            Self(
                title: naiveTitle,
                figures: [
                    .points("done at 6 or more: same day", 2.05), .points("done at 6 or more: next day", -0.75),
                ]
            ) { random in
                let seen = NaiveAnalysis.asNeeded(&random)
                return [seen?.sameDay, seen?.nextDay]
            },
        ]
    }

    private static func blocks(_ period: Int, _ correlation: Double, _ published: ClosedRange<Double>) -> Self {
        let name = "t-test, periods of \(period) d, autocorrelation \(correlation): wrong"
        return Self(title: naiveTitle, figures: [.share(name, published)]) { random in
            [NaiveAnalysis.blocks(period: period, autocorrelation: correlation, &random) ? 1 : 0]
        }
    }

    private static func recovery(_ points: Double, _ published: ClosedRange<Double>) -> Self {
        let name = "14 d before/after, recovery of \(points) a week: \"helped\""
        return Self(title: naiveTitle, figures: [.share(name, published)]) { random in
            let correlation = Double.random(in: 0.2...0.6, using: &random)
            let seen = NaiveAnalysis.beforeAfter(recovery: points, autocorrelation: correlation, &random)
            return [seen.helped ? 1 : 0]
        }
    }

    // MARK: Power

    /// A design with its published row, in percent.
    private struct Row: Sendable {
        let period: Int
        let pairs: Int
        let wrong: ClosedRange<Double>
        let finds1: Double
        let finds2: Double
        let worthwhile: ClosedRange<Double>?
        let carried: Double?

        var name: String { "\(2 * period * pairs) d, periods of \(period) d" }
    }

    private static let rows: [Row] = [
        Row(period: 1, pairs: 14, wrong: 3...3, finds1: 64, finds2: 99, worthwhile: nil, carried: 12),
        Row(period: 2, pairs: 7, wrong: 2...2, finds1: 46, finds2: 97, worthwhile: nil, carried: 14),
        Row(period: 7, pairs: 2, wrong: 1...1, finds1: 21, finds2: 77, worthwhile: nil, carried: 15),
        Row(period: 4, pairs: 4, wrong: 2.5...2.5, finds1: 39, finds2: 93, worthwhile: 63...63, carried: nil),
        Row(period: 3, pairs: 7, wrong: 1...1, finds1: 59, finds2: 99, worthwhile: 79...90, carried: 26),
        Row(period: 4, pairs: 7, wrong: 1.5...4, finds1: 69, finds2: 99, worthwhile: 90...90, carried: 34),
        Row(period: 7, pairs: 4, wrong: 1...1, finds1: 62, finds2: 100, worthwhile: nil, carried: 38),
    ]

    private static func world(_ row: Row, effect: Double, halfLife: Double = 0) -> SimulatedDays {
        SimulatedDays(period: row.period, pairs: row.pairs, effect: effect, halfLife: halfLife)
    }

    private static var power: [Self] { rows.flatMap(power) }

    private static func power(_ row: Row) -> [Self] {
        let title = "Day trial, \(row.name)"
        let twice: [FairTestFigure] = [
            .share("effect −2: finds it", row.finds2), .share("effect −2: \"by a point or more\"", row.worthwhile),
        ]
        let carried = row.carried.map { $0...$0 }
        return [
            days(title, world(row, effect: 0), [.share("effect 0: false \"helps\"", row.wrong)]) { [$0.saysHelps] },
            days(title, world(row, effect: -1), [.share("effect −1: finds it", row.finds1)]) { [$0.saysHelps] },
            days(title, world(row, effect: -2), twice) { [$0.saysHelps, $0.saysAPoint] },
            days(
                title, world(row, effect: -1, halfLife: 1), [.share("effect −1, carry-over of 1 d: finds it", carried)]
            ) { [$0.saysHelps] },
        ]
    }

    // MARK: When the world is less kind

    private static var robustness: [Self] {
        let title = "Day trial, other worlds"
        var good = SimulatedDays()
        good.loss = .goodDays(0.45)
        var bad = good
        bad.loss = .badDays(0.45)
        var goodHelped = good
        goodHelped.effect = -1
        var badHelped = bad
        badHelped.effect = -1
        var recovering = SimulatedDays()
        recovering.trend = -0.5
        var shortRecovering = recovering
        shortRecovering.pairs = 4
        var short = SimulatedDays()
        short.pairs = 4
        short.effect = -1
        var usual = SimulatedDays()
        usual.effect = -1
        let wrong = "false \"helps\""
        return [
            days(title, good, [.share("45 % of good days lost: \(wrong)", 2...3.5)]) { [$0.saysHelps] },
            days(title, bad, [.share("45 % of bad days lost: \(wrong)", 2...3.5)]) { [$0.saysHelps] },
            days(title, goodHelped, [.points("45 % of good days lost, effect −1: seen as", -0.85)]) { [$0.mean] },
            days(title, badHelped, [.points("45 % of bad days lost, effect −1: seen as", -0.85)]) { [$0.mean] },
            days(title, recovering, [.share("recovery of 0.5 a week, 56 d: \(wrong)", 5)]) { [$0.saysHelps] },
            days(title, shortRecovering, [.share("recovery of 0.5 a week, 32 d: \(wrong)", 1)]) { [$0.saysHelps] },
            days(title, usual, [.share("effect −1, 56 d: \"unlikely to be worth a point\"", 5)]) {
                [$0.saysNotWorthAPoint]
            },
            days(title, short, [.share("effect −1, 32 d: \"unlikely to be worth a point\"", 10)]) {
                [$0.saysNotWorthAPoint]
            },
        ]
    }

    // MARK: Coverage

    private static var coverage: [Self] { rows.flatMap(coverage) }

    private static func coverage(_ row: Row) -> [Self] {
        var found: [Self] = []
        for effect in [0.0, -1, -2] {
            for halfLife in [0.0, 1, 2] {
                var name = effect == 0 ? "effect 0" : "effect −\(Int(-effect))"
                if halfLife > 0 { name += ", carry-over of \(Int(halfLife)) d" }
                let isHard = effect == -2 && halfLife == 1 && row.period <= 2
                let published: ClosedRange<Double>? = isHard ? 72...88 : halfLife == 0 ? 93...99 : nil
                found.append(
                    days(
                        "Coverage of the 95 % interval, \(row.name)",
                        world(row, effect: effect, halfLife: halfLife), [.share(name, published)]
                    ) { [$0.covers(effect)] })
            }
        }
        return found
    }

    // MARK: The prior from evidence

    private static var evidencePrior: [Self] {
        evidencePrior(pairs: 4, wrong: 3.5, finds: 58, two: -1.5)
            + evidencePrior(pairs: 7, wrong: 6, finds: 81, two: -1.65)
    }

    private static func evidencePrior(pairs: Int, wrong: Double, finds: Double, two: Double) -> [Self] {
        let title = "With the prior from evidence N(−0.5, 0.7²), never used for verdicts"
        let length = "\(8 * pairs) d"
        let none: [FairTestFigure] = [
            .share("\(length), effect 0: false \"helps\"", wrong), .points("\(length), effect 0: seen as", -0.2),
        ]
        let large: [FairTestFigure] = [
            .points("\(length), effect −2: seen as", two), .share("\(length), effect −2: coverage", 89),
        ]
        func judged(
            _ effect: Double, _ figures: [FairTestFigure], _ values: @escaping @Sendable (NormalMixture) -> [Double?]
        ) -> Self {
            days(title, SimulatedDays(pairs: pairs, effect: effect), prior: DayTrialPriors.evidence, figures, values)
        }
        return [
            judged(0, none) { [$0.saysHelps, $0.mean] },
            judged(-1, [.share("\(length), effect −1: finds it", finds)]) { [$0.saysHelps] },
            judged(-2, large) { [$0.mean, $0.covers(-2)] },
        ]
    }

    // MARK: Looking too often

    private static var peeking: [Self] {
        let world = SimulatedDays()
        let model = DayTrialModel()
        let figures: [FairTestFigure] = [
            .share("once, at the end: false \"helps\"", 2.7),
            .share("every 8 days, stop at the first 95 %: false \"helps\"", 6),
            .share("by our stop rule: false \"helps\""),
        ]
        let title = "Looking before the end (56 d, the true effect is zero)"
        return [
            Self(title: title, figures: figures) { random in
                let drawn = world.draw(&random)
                var helps: [Double] = []
                for day in stride(from: 8, through: world.days, by: 8) {
                    let assigned = Array(drawn.assigned.prefix(day))
                    guard let trial = try? DayTrial(assigned: assigned, ratings: Array(drawn.ratings.prefix(day)))
                    else { continue }
                    helps.append(model.posterior(of: trial).effect.saysHelps)
                }
                let allowed = helps.dropFirst(DayTrialAnalysis.firstStopForHelp - 1)
                return [helps.last, helps.max(), allowed.max()]
            }
        ]
    }

    // MARK: Session screens

    private static var screens: [Self] {
        screens(6, first: [87, 98], verdict: [11, 32], wrong: 1.5)
            + screens(10, first: [96, 100], verdict: [22, 53], wrong: 0.5)
            + screens(16, first: [99, 100], verdict: [50, 90], wrong: 1) + [peekingAtSessions]
    }

    /// What a verdict at fixed looks, or after every session from the first that may have one, would do.
    private static var peekingAtSessions: Self {
        let world = SimulatedSessions(each: 16)
        let figures: [FairTestFigure] = [
            .share("once, at the end: any false verdict"), .share("at 6, 10 and 16 sessions each: any false verdict"),
            .share("after each session from 6 each on: any false verdict"),
        ]
        return Self(title: "Looking at sessions before the end (16 each, none is better)", figures: figures) { random in
            let drawn = world.draw(&random)
            let count = SimulatedSessions.techniques
            var verdicts: [Int: Double] = [:]
            for sessions in 6 * count...16 * count {
                guard
                    let screen = try? SessionScreen(
                        techniques: Array(drawn.techniques.prefix(sessions)),
                        before: Array(drawn.before.prefix(sessions)), after: Array(drawn.after.prefix(sessions)),
                        count: count)
                else { continue }
                let found = SessionScreenAnalysis(screen).verdicts
                verdicts[sessions] = found.contains { $0 != .notSureYet } ? 1 : 0
            }
            let fixed = SessionScreenDiary.sizes.compactMap { verdicts[$0 * count] }
            return [verdicts[16 * count], fixed.max(), verdicts.values.max()]
        }
    }

    private static func screens(_ each: Int, first: [Double], verdict: [Double], wrong: Double) -> [Self] {
        let title = "Session screen, 4 techniques, \(each) sessions each"
        var found: [Self] = []
        for (index, effect) in [-1.0, -1.5].enumerated() {
            let figures: [FairTestFigure] = [
                .share("one eases \(-effect) more: first of those that are no rest", first[index]),
                .share("one eases \(-effect) more: verdict", verdict[index]),
            ]
            found.append(
                screen(title, SimulatedSessions(each: each, effect: effect), figures) { posterior in
                    let isFirst = posterior.ranking.first { $0 != 0 } == SimulatedSessions.better
                    return [isFirst ? 1 : 0, posterior.differences[SimulatedSessions.better - 1].saysHelps]
                })
        }
        let none: [FairTestFigure] = [.share("none is better: any false verdict", wrong)]
        found.append(
            screen(title, SimulatedSessions(each: each), none) { [$0.differences.map(\.saysHelps).max()] })
        return found
    }

    private static func screen(
        _ title: String,
        _ world: SimulatedSessions,
        _ figures: [FairTestFigure],
        _ values: @escaping @Sendable (SessionScreenPosterior) -> [Double?]
    ) -> Self {
        Self(title: title, figures: figures) { random in
            let drawn = world.draw(&random)
            guard
                let screen = try? SessionScreen(
                    techniques: drawn.techniques, before: drawn.before, after: drawn.after,
                    count: SimulatedSessions.techniques)
            else { return figures.map { _ in nil } }
            return values(SessionScreenModel().posterior(of: screen))
        }
    }
}
