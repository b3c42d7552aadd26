import SeededRandom
import UnknotPhysiology

/// What acts on the knot of one member from day to day, as far as nobody wrote it down.
///
/// Ranges are those of the typical values in the specification of the model, sections 2 and 2.1; how long a way of life lasts
/// is our choice.
struct KnotLife {
    /// What acts on it on average.
    let inputs: KnotInputs

    /// Chance that a way of life goes on for another week.
    private static let persistence = 0.75

    /// Draws a way of life.
    static func draw(_ random: inout SplitMix64) -> KnotLife {
        KnotLife(
            inputs: KnotInputs {
                $0.load = 0.005 + 0.025 * share(&random)
                $0.held = 0.1 + 0.7 * share(&random)
                $0.stress = 0.7 * share(&random)
                $0.sleepLoss = 0.4 * max(0, 2 * share(&random) - 1)
            })
    }

    /// The next week's.
    func next(_ random: inout SplitMix64) -> KnotLife {
        Self.share(&random) < Self.persistence ? self : Self.draw(&random)
    }

    /// A number from 0 to 1.
    static func share(_ random: inout SplitMix64) -> Double { Double(random.next() >> 11) * 0x1p-53 }

    /// How a member comes to the first logged day: from a stable state, or through an accident some days before. Nobody knows,
    /// so all three regimes of the model are equally likely.
    static func beginning(_ life: KnotLife, _ random: inout SplitMix64) -> KnotScenario {
        let which = share(&random)
        let start: KnotState = which < 1.0 / 3 ? .healthy : which < 2.0 / 3 ? .latent : .active
        // Until constants and state agree with each other.
        let quiet = KnotSegment(seconds: 12 * 86_400, life.inputs, sampling: 300)
        guard start == .healthy || share(&random) < 0.3 else { return KnotScenario(initial: start, segments: [quiet]) }
        let strength = share(&random)
        let accident = KnotSegment(
            seconds: 3_600,
            KnotInputs {
                $0.load = 0.05 + 0.25 * strength
                $0.held = 0.2
                $0.damage = 2 * strength
                $0.overstretch = strength
                $0.stress = 0.5
            })
        let since = KnotSegment(seconds: 3_600 + 4 * 86_400 * share(&random), life.inputs, sampling: 300)
        return KnotScenario(initial: start, segments: [quiet, accident, since])
    }

    /// A session as the model knows it: two holds of 90 s at 2 kg/cm² (`KnotProgramme`, `press-session`).
    static let session = KnotSegment(
        seconds: 180,
        KnotInputs {
            $0.load = 0
            $0.held = 0
            $0.stress = 0.1
            $0.press = 2
        })
}
