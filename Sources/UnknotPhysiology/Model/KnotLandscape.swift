import UnknotDynamics

/// The pull on the contracture of a knot at every contracture it could have, summed up to a landscape.
///
/// Contracture is held at a value; structure is set to the same value, where it ends up in weeks; oxygen, energy, lactate,
/// mediators and drive settle; nerves stay as they are given. What is left is the change of contracture per hour, the pull.
/// Its negative sum over contracture is the height. So the floors of the valleys are the model's stable states and the
/// ridge is its watershed, exactly; how steep the slopes are depends on this choice of what settles.
public struct KnotLandscape: Sendable {
    /// One contracture.
    public struct Place: Hashable, Sendable {
        /// The contracture, 0...1.
        public let contracture: Double
        /// Its change, 1/h.
        public let pull: Double
        /// The height, 1/h; 0 at the lowest place.
        public let height: Double
    }

    /// Places from no contracture upwards.
    public let places: [Place]
    /// Contractures at the floors of valleys, in order.
    public let valleys: [Double]
    /// Contractures at the tops between valleys, in order.
    public let ridges: [Double]

    /// Computes the landscape.
    ///
    /// - Parameters:
    ///   - model: The constants.
    ///   - inputs: What acts on the knot all the time.
    ///   - nerves: Where sensitisation and central sensitisation are taken from.
    ///   - highest: The largest contracture.
    ///   - count: How many steps there are up to it.
    /// - Complexity: About 30 evaluations of the equations a step.
    public init(
        _ model: KnotModel, _ inputs: KnotInputs, nerves: KnotState, highest: Double = 0.85, count: Int = 68
    ) {
        var state = KnotState.healthy
        state.dehydration = inputs.hydration
        state.sensitisation = nerves.sensitisation
        state.centralSensitisation = nerves.centralSensitisation
        let settling = Settling(model: model, inputs: inputs)
        var points: [(contracture: Double, pull: Double)] = []
        for step in 0...count {
            let contracture = highest * Double(step) / Double(count)
            state.contracture = contracture
            state.structure = contracture
            settling.settle(&state)
            points.append((contracture, model.derivative(at: state, inputs).contracture))
        }
        var heights = [0.0]
        for (point, next) in zip(points, points.dropFirst()) {
            heights.append(heights[heights.count - 1] - (point.pull + next.pull) / 2 * highest / Double(count))
        }
        let lowest = heights.min() ?? 0
        places = zip(points, heights).map { Place(contracture: $0.contracture, pull: $0.pull, height: $1 - lowest) }
        var valleys: [Double] = []
        var ridges: [Double] = []
        for (point, next) in zip(points, points.dropFirst()) where (point.pull > 0) != (next.pull > 0) {
            let share = point.pull / (point.pull - next.pull)
            let contracture = point.contracture + share * (next.contracture - point.contracture)
            if point.pull > 0 { valleys.append(contracture) } else { ridges.append(contracture) }
        }
        self.valleys = valleys
        self.ridges = ridges
    }

    /// The height at a contracture, between places as a straight line.
    public func height(at contracture: Double) -> Double {
        guard let first = places.first, let last = places.last, places.count > 1 else { return 0 }
        let share = (contracture - first.contracture) / (last.contracture - first.contracture)
        let position = min(max(share, 0), 1) * Double(places.count - 1)
        let below = min(Int(position), places.count - 2)
        let part = position - Double(below)
        return places[below].height * (1 - part) + places[below + 1].height * part
    }
}

/// Lets the fast states settle while contracture, structure and nerves are held.
private struct Settling {
    let model: KnotModel
    let inputs: KnotInputs

    func settle(_ state: inout KnotState) {
        for _ in 0..<8 { newton(&state, .fatigue, 0...1) }
        supply(&state)
        newton(&state, .mediators, 1...1_000)
        newton(&state, .lactate, 0.01...200)
        newton(&state, .drive, 0...1)
    }

    /// One step of Newton's method for a state that settles by itself; exact where its equation is linear.
    private func newton(
        _ state: inout KnotState, _ part: Part, _ range: ClosedRange<Double>
    ) {
        let slope = model.derivative(at: state, inputs)[part]
        let old = state[part]
        let step = 1e-6 * (1 + abs(old))
        state[part] = old + step
        let rate = (model.derivative(at: state, inputs)[part] - slope) / step
        state[part] = min(max(rate < 0 ? old - slope / rate : old, range.lowerBound), range.upperBound)
    }

    /// Oxygen and energy settle together.
    private func supply(_ state: inout KnotState) {
        for _ in 0..<40 {
            let here = model.derivative(at: state, inputs)
            let (oxygen, energy) = (state.oxygen, state.energy)
            let (stepO, stepE) = (1e-6 * (1 + oxygen), 1e-7)
            state.oxygen = oxygen + stepO
            let byOxygen = model.derivative(at: state, inputs)
            state.oxygen = oxygen
            state.energy = energy - stepE
            let byEnergy = model.derivative(at: state, inputs)
            let oo = (byOxygen.oxygen - here.oxygen) / stepO
            let eo = (byOxygen.energy - here.energy) / stepO
            let oe = (here.oxygen - byEnergy.oxygen) / stepE
            let ee = (here.energy - byEnergy.energy) / stepE
            let determinant = oo * ee - oe * eo
            guard determinant != 0, determinant.isFinite else { state.energy = energy; return }
            let changeO = (oe * here.energy - ee * here.oxygen) / determinant
            let changeE = (eo * here.oxygen - oo * here.energy) / determinant
            // A long way is gone in parts, so that the equations keep their meaning.
            let length = max(abs(changeO) / (0.1 + oxygen), abs(changeE) / 0.2)
            let share = min(1, 0.5 / max(length, 1e-300))
            state.oxygen = max(oxygen + share * changeO, 0.02)
            state.energy = min(max(energy + share * changeE, 0.002), 1)
            if length < 1e-10 { return }
        }
    }
}

/// A state that settles by itself. Key paths would do, but do not exist in Embedded Swift.
private enum Part {
    case fatigue, mediators, lactate, drive
}

extension KnotVector where Element == Double {
    fileprivate subscript(_ part: Part) -> Double {
        get {
            switch part {
            case .fatigue: fatigue
            case .mediators: mediators
            case .lactate: lactate
            case .drive: drive
            }
        }
        set {
            switch part {
            case .fatigue: fatigue = newValue
            case .mediators: mediators = newValue
            case .lactate: lactate = newValue
            case .drive: drive = newValue
            }
        }
    }
}
