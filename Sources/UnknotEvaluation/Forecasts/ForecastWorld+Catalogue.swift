import RealModule
import SeededRandom
import Unknot

extension ForecastWorld {
    /// Every kind of people.
    static var all: [ForecastWorld] { simulated + published }

    private static func uniform(_ range: ClosedRange<Double>, _ random: inout SplitMix64) -> Double {
        Double.random(in: range, using: &random)
    }

    // MARK: Made up here

    private static var simulated: [ForecastWorld] {
        [
            alongCurve(.simulated, "one level, ups and downs") { count, random in
                [Double](repeating: uniform(1.5...7.5, &random), count: count)
            },
            alongCurve(.simulated, "the same, only 3 to 6 days known", history: 3...6, missing: 0) { count, random in
                [Double](repeating: uniform(1.5...7.5, &random), count: count)
            },
            alongCurve(.simulated, "the same, four fifths of the logs lost", missing: 0.8) { count, random in
                [Double](repeating: uniform(1.5...7.5, &random), count: count)
            },
            alongCurve(.simulated, "a level that wanders", correlation: 0...0.3, deviation: 0.6) { count, random in
                wandering(count, &random)
            },
            alongCurve(.simulated, "quiet with flares", correlation: 0...0.4, deviation: 0.7) { count, random in
                flaring(count, &random)
            },
            alongCurve(.simulated, "slowly worse") { count, random in
                let start = uniform(1...4, &random)
                let slope = uniform(0.02...0.06, &random)
                return (0..<count).map { start + slope * Double($0) }
            },
            knots,
        ]
    }

    /// A random walk of half a point a day, kept on the scale.
    private static func wandering(_ count: Int, _ random: inout SplitMix64) -> [Double] {
        var level = uniform(2...7, &random)
        return (0..<count).map { _ in
            level = min(max(level + 0.5 * SimulatedDays.normal(&random), 0), 10)
            return level
        }
    }

    /// Little pain, and about every three weeks 3 to 6 points more, of which half is gone after 3 to 6 days.
    private static func flaring(_ count: Int, _ random: inout SplitMix64) -> [Double] {
        let base = uniform(0.5...2.5, &random)
        let kept = Double.exp2(-1 / uniform(3...6, &random))
        var flare = 0.0
        return (0..<count).map { _ in
            flare *= kept
            if uniform(0...1, &random) < 1.0 / 21 { flare += uniform(3...6, &random) }
            return base + flare
        }
    }

    /// People whose days follow the knot model, version 2 and with desk days, which the filter does not know.
    private static var knots: ForecastWorld {
        ForecastWorld(group: .simulated, title: "a knot as the model has it") { random in
            let known = Int.random(in: 14...56, using: &random)
            let count = known + ForecastParameters.furthest
            let sessions = (0..<count).map { _ in uniform(0...1, &random) < 0.25 }
            let model = KnotModel(version: .two)
            var segments: [KnotSegment] = []
            var life = deskLife(&random)
            for day in 0..<count {
                if day % 10 == 0, uniform(0...1, &random) < 0.4 { life = deskLife(&random) }
                if sessions[day] {
                    segments.append(
                        KnotSegment(
                            seconds: 180,
                            KnotInputs {
                                $0.load = 0; $0.press = 2
                            }))
                }
                segments.append(
                    KnotSegment(seconds: 86_400 - (sessions[day] ? 180 : 0), day % 7 < 5 ? life : .ordinary))
            }
            let start: KnotState = uniform(0...1, &random) < 0.5 ? .active : .latent
            let scenario = KnotScenario(initial: start, segments: segments)
            let course = (try? model.simulate(scenario, SolverSettings(relative: 1e-3)))?.samples ?? []
            var (pain, tenderness) = ([Double](), [Double]())
            for sample in course where sample.hours >= Double(pain.count) * 24 + 16 && pain.count < count {
                let outputs = model.outputs(at: sample.state, KnotInputs { $0.press = 3 })
                pain.append(outputs.pain)
                tenderness.append(outputs.evokedPain)
            }
            while pain.count < count {
                pain.append(pain.last ?? 0)
                tenderness.append(tenderness.last ?? 0)
            }
            let gain = uniform(0.6...1.8, &random)
            let beside = uniform(0...2, &random)
            return person(
                ratings(pain.map { beside + gain * $0 }, correlation: 0.3, deviation: 0.9, &random),
                ratings(tenderness.map { beside + gain * $0 }, correlation: 0.3, deviation: 0.9, &random),
                known: known, missing: 0.2, sessions: sessions, &random)
        }
    }

    private static func deskLife(_ random: inout SplitMix64) -> KnotInputs {
        KnotInputs {
            $0.load = uniform(0.01...0.03, &random)
            $0.held = uniform(0.3...0.8, &random)
            $0.stress = uniform(0.1...0.7, &random)
            $0.sleepLoss = uniform(0...0.35, &random)
        }
    }

    // MARK: Published courses

    /// Mean pain at onset and after 6, 26 and 52 weeks, as points of 0 to 10, and how long after onset people begin to log.
    private static var published: [ForecastWorld] {
        [
            course("acute low back pain (Costa 2012)", [5.2, 2.3, 1.2, 0.6], begins: 0...14),
            course("persistent low back pain (Costa 2012)", [5.1, 3.3, 2.6, 2.3], begins: 0...60),
            course("acute low back pain (Wallwork 2024)", [5.6, 2.6, 2.2, 2.1], begins: 0...14),
            course("persistent low back pain (Wallwork 2024)", [5.6, 4.8, 4.3, 4.0], begins: 0...60),
            course("acute neck pain (Hush 2011)", [6.4, 3.5, 3.9, 4.2], begins: 0...14),
        ]
    }

    /// People around a published mean: each starts somewhere else (a quarter more or less) and goes faster or slower (by two
    /// thirds); our choice, since the reviews give only means.
    private static func course(_ title: String, _ means: [Double], begins: ClosedRange<Int>) -> ForecastWorld {
        alongCurve(.published, title) { count, random in
            let size = max(0.3, 1 + 0.25 * SimulatedDays.normal(&random))
            let speed = Double.exp(0.5 * SimulatedDays.normal(&random))
            let begin = Double(Int.random(in: begins, using: &random))
            return (0..<count).map { size * Self.mean(means, at: (begin + Double($0)) * speed) }
        }
    }

    /// The mean on a day, between the published weeks in equal ratios.
    static func mean(_ means: [Double], at day: Double) -> Double {
        let marks = [0.0, 42, 182, 364]
        guard let next = marks.firstIndex(where: { $0 > day }), next > 0 else { return means[means.count - 1] }
        let share = (day - marks[next - 1]) / (marks[next] - marks[next - 1])
        return means[next - 1] * Double.pow(means[next] / means[next - 1], share)
    }
}
