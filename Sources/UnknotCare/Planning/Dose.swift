import UnknotAtlas
import UnknotRecord
import UnknotSafety

/// How long and how often, within the time that there is.
struct Dose {
    let seconds: Int
    let repetitions: Int
    let rest: Int
    let stretch: MuscleGroup.Stretch?

    /// The usual dose, made to fit: first the stretch is done once, then repetitions are left out, then each is
    /// shortened, never below what did something in a trial.
    ///
    /// - Parameters:
    ///   - treatment: What is done.
    ///   - budget: Seconds that there are.
    ///   - factor: What the time is multiplied with, beside what the health check asks for.
    ///   - setting: Where a stretch may follow; `nil` for nowhere.
    /// - Returns: `nil` when not even the least fits.
    init?(
        _ treatment: SafeTreatment,
        within budget: Int,
        factor: Double,
        stretchIn setting: CareSetting?,
        _ parameters: PlannerParameters
    ) {
        let technique = treatment.technique
        // Around light work and stretches there is no need to rest.
        let rest = technique.touch == .press && technique.repetitions > 1 ? parameters.restSeconds : 0
        let least = technique.touch == .press ? parameters.shortestPress : min(technique.seconds, 20)
        let wanted = Double(technique.seconds) * treatment.doseFactor * factor
        // Times are said in steps of five seconds: nobody counts finer.
        let whole = max(Int((wanted / 5).rounded()) * 5, min(least, technique.seconds))
        let isStretchItself =
            technique.kind == .stretch || technique.kind == .contractRelax || technique.kind == .sequence
        let stretch = isStretchItself || technique.movesOnly ? nil : treatment.stretch(in: setting)
        let stretches = [stretch, stretch.map { $0.times(1) }, nil]
        func time(_ seconds: Int, _ repetitions: Int, _ stretch: MuscleGroup.Stretch?) -> Int {
            seconds * repetitions + rest * (repetitions - 1) + (stretch.map { $0.seconds * $0.repetitions } ?? 0)
        }
        for repetitions in stride(from: technique.repetitions, through: 1, by: -1) {
            for stretch in stretches.prefix(repetitions == 1 ? 3 : 2)
            where time(whole, repetitions, stretch) <= budget {
                self.init(seconds: whole, repetitions: repetitions, rest: rest, stretch: stretch)
                return
            }
        }
        // A long single act, such as a partner's massage, may be shorter.
        let shortened = min(whole, budget) / 5 * 5
        guard shortened >= min(max(least, technique.seconds / 5), whole), shortened > 0 else { return nil }
        self.init(seconds: shortened, repetitions: 1, rest: rest, stretch: nil)
    }

    private init(seconds: Int, repetitions: Int, rest: Int, stretch: MuscleGroup.Stretch?) {
        self.seconds = seconds
        self.repetitions = repetitions
        self.rest = rest
        self.stretch = stretch
    }
}

extension Technique {
    /// Whether it only moves or rests the body, so that no stretch follows.
    fileprivate var movesOnly: Bool {
        kind == .movement || kind == .breathing || kind == .relaxation || kind == .positionalRelease
    }
}

extension SafeTreatment {
    /// The stretch, where it can be done.
    fileprivate func stretch(in setting: CareSetting?) -> MuscleGroup.Stretch? {
        guard let stretch, let setting, stretch.settings.contains(setting) else { return nil }
        return stretch
    }
}

extension MuscleGroup.Stretch {
    /// The same stretch, so many times.
    fileprivate func times(_ count: Int) -> Self {
        MuscleGroup.Stretch(
            text: text, settings: settings, seconds: seconds, repetitions: min(count, repetitions), notWith: notWith)
    }
}
