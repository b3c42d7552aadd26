import SeededRandom
import Unknot

/// A number that a simulation measures: how often something happens, or how large something is on average.
public struct FairTestFigure: Hashable, Sendable {
    /// How it is printed.
    public enum Unit: Hashable, Sendable {
        /// A share of the runs.
        case share
        /// Points of the 0 to 10 scale.
        case points
    }

    /// What it is.
    public let name: String
    /// Its unit.
    public let unit: Unit
    /// What the evidence file says: a range where it gives one, `nil` where it says nothing.
    public let published: ClosedRange<Double>?

    /// What the published figure may have been before it was rounded to whole percent or to tenths of a point.
    var beforeRounding: ClosedRange<Double>? {
        let half = unit == .share ? 0.005 : 0.05
        return published.map { $0.lowerBound - half...$0.upperBound + half }
    }
    /// Runs behind each published number.
    static let publishedRuns = 200

    /// A share, with the published percentages.
    static func share(_ name: String, _ published: ClosedRange<Double>?) -> Self {
        Self(name: name, unit: .share, published: published.map { $0.lowerBound / 100...$0.upperBound / 100 })
    }

    static func share(_ name: String, _ published: Double) -> Self { share(name, published...published) }

    static func share(_ name: String) -> Self { share(name, nil) }

    static func points(_ name: String, _ published: Double) -> Self {
        Self(name: name, unit: .points, published: published...published)
    }
}

/// A kind of simulated test with the figures that it yields.
struct FairTestExperiment: Sendable {
    /// Where it stands in the report.
    let title: String
    let figures: [FairTestFigure]
    /// One simulated person: a value for each figure, `nil` where this person says nothing about it.
    let run: @Sendable (inout SplitMix64) -> [Double?]

    /// Day trials of one kind, judged with the sceptical prior or another one.
    ///
    /// - Parameter values: From effect and truth to the values of the figures.
    static func days(
        _ title: String,
        _ world: SimulatedDays,
        prior: NormalBelief = DayTrialPriors.sceptical,
        _ figures: [FairTestFigure],
        _ values: @escaping @Sendable (NormalMixture) -> [Double?]
    ) -> Self {
        let model = DayTrialModel(priors: DayTrialPriors(effect: prior))
        return Self(title: title, figures: figures) { random in
            let drawn = world.draw(&random)
            guard let trial = try? DayTrial(assigned: drawn.assigned, ratings: drawn.ratings) else {
                return figures.map { _ in nil }
            }
            return values(model.posterior(of: trial).effect)
        }
    }
}

extension NormalMixture {
    /// 1 when the printed rule says "likely helps you", else 0.
    var saysHelps: Double { probability(below: 0) >= 0.95 ? 1 : 0 }
    /// 1 when the printed rule says "by a point or more".
    var saysAPoint: Double { probability(below: -1) >= 0.8 ? 1 : 0 }
    /// 1 when the printed rule says "unlikely to be worth a point".
    var saysNotWorthAPoint: Double { probability(below: -1) <= 0.1 ? 1 : 0 }

    /// 1 when the 95 % interval holds a value.
    func covers(_ value: Double) -> Double {
        let below = probability(below: value)
        return below >= 0.025 && below <= 0.975 ? 1 : 0
    }
}
