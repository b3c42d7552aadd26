import SeededRandom
import Unknot

/// How forecasts did on one kind of people, so many days ahead.
public struct ForecastResult: Hashable, Sendable {
    /// Which people.
    public let title: String
    /// Whether their course is a published one.
    public let isPublished: Bool
    /// Days ahead.
    public let horizon: Int
    /// Forecasts of pain that were judged.
    public var count = 0
    /// How many intervals held the pain that came.
    public var held = 0
    /// Forecasts of tenderness that were judged, and intervals that held it.
    public var tendernessCount = 0
    /// How many intervals held the tenderness that came.
    public var tendernessHeld = 0
    /// Sums of the distances between what was expected and what came.
    var error = 0.0
    var baselines: [ForecastBaseline: Double] = [:]
    var width = 0.0

    /// Share of the intervals that held the pain that came.
    public var coverage: Double { Double(held) / Double(max(count, 1)) }
    /// Share of the intervals that held the tenderness that came.
    public var tendernessCoverage: Double { Double(tendernessHeld) / Double(max(tendernessCount, 1)) }
    /// Mean distance between the rating that was expected and the one that came, in points.
    public var meanError: Double { error / Double(max(count, 1)) }
    /// Mean width of the interval, in points.
    public var meanWidth: Double { width / Double(max(count, 1)) }
    /// Mean distance when pain stays as on the last logged day.
    public var persistence: Double { baseline(.persistence) }
    /// Mean distance when pain is as over the last seven logged days.
    public var weekMean: Double { baseline(.weekMean) }
    /// Mean distance along an exponential recovery.
    public var recovery: Double { baseline(.recovery) }

    private func baseline(_ which: ForecastBaseline) -> Double { (baselines[which] ?? 0) / Double(max(count, 1)) }

    mutating func add(_ point: ForecastPoint, _ rating: Double, _ expected: [ForecastBaseline: Double]) {
        count += 1
        held += point.holds(rating) ? 1 : 0
        error += abs(point.expected - rating)
        width += point.high - point.low
        for (baseline, value) in expected { baselines[baseline, default: 0] += abs(value.rounded() - rating) }
    }

    mutating func add(tenderness point: ForecastPoint, _ rating: Double) {
        tendernessCount += 1
        tendernessHeld += point.holds(rating) ? 1 : 0
    }

    mutating func add(_ other: Self) {
        count += other.count
        held += other.held
        tendernessCount += other.tendernessCount
        tendernessHeld += other.tendernessHeld
        error += other.error
        width += other.width
        for (baseline, value) in other.baselines { baselines[baseline, default: 0] += value }
    }

    /// Several kinds of people together.
    static func together(_ title: String, _ results: [Self], isPublished: Bool, horizon: Int) -> Self {
        results.reduce(into: Self(title: title, isPublished: isPublished, horizon: horizon)) { $0.add($1) }
    }
}

/// Makes forecasts for simulated people and waits for what comes.
public struct ForecastSimulation: Sendable {
    private let worlds: [ForecastWorld]
    private let forecaster: Forecaster

    /// All kinds of people.
    public init() {
        self.init(ForecastWorld.all)
    }

    init(_ worlds: [ForecastWorld], forecaster: Forecaster = Forecaster()) {
        self.worlds = worlds
        self.forecaster = forecaster
    }

    /// The results by kind of people and days ahead; those of each group together come last.
    ///
    /// Each block of people has a generator of its own, so that the result does not depend on how cores share the work.
    ///
    /// - Parameters:
    ///   - runs: People of each kind, at least 1.
    ///   - seed: Where the draws begin.
    ///   - progress: Called with the share done, 0 to 1.
    ///   - goesOn: Asked before every block; `false` ends the work.
    /// - Throws: `CancellationError` when it was ended.
    public func run(
        runs: Int, seed: UInt64, progress: @Sendable (Double) -> Void = { _ in },
        while goesOn: @escaping @Sendable () -> Bool = { true }
    ) async throws -> [ForecastResult] {
        let blocks = stride(from: 0, to: runs, by: Self.blockSize).map { min(Self.blockSize, runs - $0) }
        let pieces = worlds.indices.flatMap { world in
            blocks.enumerated().map { (world: world, block: $0.offset, people: $0.element) }
        }
        let parts = try await Parallel.map(pieces, progress: progress) { [worlds, forecaster] _, piece in
            guard goesOn() else { throw CancellationError() }
            var mixer = SplitMix64(seed: seed &+ UInt64(piece.world) &* 0xD134_2543_DE82_EF95)
            var random = SplitMix64(seed: mixer.next() &+ UInt64(piece.block) &* 0x9E6C_63D0_876A_68DD)
            var results = Self.empty(worlds[piece.world])
            for _ in 0..<piece.people {
                Self.judge(worlds[piece.world].draw(&random), forecaster, &results)
            }
            return results
        }
        var totals = worlds.map(Self.empty)
        for (piece, part) in zip(pieces, parts) {
            for index in part.indices { totals[piece.world][index].add(part[index]) }
        }
        return totals.flatMap(\.self) + Self.groups(totals.flatMap(\.self))
    }

    private static let blockSize = 10

    private static func empty(_ world: ForecastWorld) -> [ForecastResult] {
        ForecastWorld.horizons.map {
            ForecastResult(title: world.title, isPublished: world.group == .published, horizon: $0)
        }
    }

    private static func groups(_ results: [ForecastResult]) -> [ForecastResult] {
        [(false, "all simulated people"), (true, "all published courses")].flatMap { isPublished, title in
            ForecastWorld.horizons.compactMap { horizon in
                let own = results.filter { $0.isPublished == isPublished && $0.horizon == horizon }
                return own.isEmpty
                    ? nil : .together(title, own, isPublished: isPublished, horizon: horizon)
            }
        }
    }

    private static func judge(
        _ person: ForecastWorld.Person, _ forecaster: Forecaster, _ results: inout [ForecastResult]
    ) {
        let known = Array(person.days.prefix(person.known))
        let forecast = forecaster.forecast(known, at: ForecastWorld.horizons)
        let ratings = known.map(\.pain)
        for (index, horizon) in ForecastWorld.horizons.enumerated() {
            let day = person.days[person.known - 1 + horizon]
            if let point = forecast.pain.first(where: { $0.day == horizon }), let pain = day.pain {
                var expected: [ForecastBaseline: Double] = [:]
                for baseline in ForecastBaseline.allCases {
                    expected[baseline] = baseline.value(ratings, ahead: horizon)
                }
                results[index].add(point, pain, expected)
            }
            if let point = forecast.tenderness.first(where: { $0.day == horizon }), let tenderness = day.tenderness {
                results[index].add(tenderness: point, tenderness)
            }
        }
    }
}
