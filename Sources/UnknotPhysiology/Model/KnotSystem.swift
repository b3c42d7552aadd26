import UnknotDynamics

/// The equations of one knot (specification, section 5), for one member or several side by side. Time is in hours.
struct KnotSystem<Element: Lane, Powers: PowerLaw>: StiffSystem {
    typealias State = KnotVector<Element>

    var coefficients: KnotCoefficients<Element>

    func derivative(at state: State) -> State {
        slope(at: state, KnotAlgebra<Element, Powers>(state, coefficients))
    }

    func linearised(at state: State) -> (derivative: State, jacobian: KnotJacobian<Element>) {
        let q = KnotAlgebra<Element, Powers>(state, coefficients)
        return (slope(at: state, q), KnotJacobian(self, state, q, motor(at: state, q)))
    }

    func factors(_ jacobian: KnotJacobian<Element>, shift: Element) -> KnotFactors<Element> {
        KnotFactors(jacobian, shift: shift)
    }

    func solve(_ factors: KnotFactors<Element>, _ rightHandSide: State) -> State {
        factors.solve(rightHandSide)
    }

    func excess(of y: State) -> Element {
        func outside(_ value: Element) -> Element { (0.0 - value).orAtLeast(value - 1.0) }
        let motor = outside(y.fatigue).orAtLeast(outside(y.energy)).orAtLeast(outside(y.drive))
        let nerves = outside(y.sensitisation).orAtLeast(outside(y.centralSensitisation))
        let tissue = outside(y.contracture).orAtLeast(outside(y.structure)).orAtLeast(outside(y.creep))
        let positive = y.oxygen.orAtMost(y.lactate).orAtMost(y.damage).orAtMost(y.dehydration)
        let open = (1.0 - y.mediators).orAtLeast(0.0 - positive).orAtLeast(outside(y.analgesia))
        return motor.orAtLeast(nerves).orAtLeast(tissue).orAtLeast(open)
    }

    /// Pieces of the loop from the drive to contracture.
    struct Motor {
        /// How strongly analgesia quiets the drive, the drive before and after it, and 1/(1 + drive).
        let quiet: Element
        let plain: Element
        let yield: Element
        /// How far lactate is above rest, with its slope.
        let acid: KnotShapes.Sloped<Element>
        /// Activation of contracture.
        let switchOn: KnotShapes.Sloped<Element>
        /// Rate of relaxation, and 1/(1 + kap_K · K).
        let relaxation: Element
        let loosened: Element
    }

    @inline(__always)
    func motor(at y: State, _ q: KnotAlgebra<Element, Powers>) -> Motor {
        let c = coefficients
        let acid = KnotShapes.softplus(y.lactate - c.l0, width: Self.lactateRounding)
        let work = c.driveBase + c.heldLoad * q.activation / (q.activation + c.mCin) + c.aF * y.fatigue
        let metabolic = c.aE * (1.0 - y.energy) + c.aI * q.ischaemia.value + c.lactateDrive * acid.value
        let tissue = c.aM * (y.mediators - 1.0) + c.aD * y.damage + c.aHyd * y.dehydration
        let plain = work + metabolic + tissue + c.aGuard * q.guarding
        let quiet = 1.0 - c.aG * y.analgesia
        let drive = y.drive.orAtLeast(KnotAlgebra<Element, Powers>.tiny)
        let switchOn = KnotShapes.hill(
            power: Powers.eighth(drive * c.inverseKA, c.nA), at: drive, exponent: c.nA)
        let loosened = 1.0 / (1.0 + c.kapK * y.structure)
        return Motor(
            quiet: quiet, plain: plain, yield: 1.0 / (1.0 + plain * quiet), acid: acid, switchOn: switchOn,
            relaxation: c.kOff * Powers.first(y.energy, c.nE) * loosened, loosened: loosened)
    }

    @inline(__always)
    private func slope(at y: State, _ q: KnotAlgebra<Element, Powers>) -> State {
        let c = coefficients
        let m = motor(at: y, q)
        var d = State(everywhere: 0)
        let squared = q.activation * q.activation
        d.fatigue = c.fatigueRate * q.activation * (squared / (squared + c.lowForce)) - c.recovery * y.fatigue
        d.dehydration = (c.dehydrationTarget - y.dehydration) * c.inverseTauH
        d.oxygen = 60.0 * (c.supply * q.flow * (c.sa - q.saturation) - q.uptake) / q.buffer
        d.energy = c.energyGain * (q.uptake + q.glycolysis - q.demand)
        let clearance = c.kL * (1.0 - c.qL + c.qL * q.flow)
        let produced = c.lactateBasal + Self.lactateYield * q.glycolysis + c.lactateOfPress * y.analgesia
        d.lactate = produced - clearance * (y.lactate - c.lA)
        d.drive = (m.plain * m.quiet * m.yield - y.drive) * c.inverseTauA
        let onset = c.kOn * m.switchOn.value * (1.0 - y.contracture)
        d.contracture = onset - (m.relaxation + c.release) * y.contracture
        d.damage = c.damageInput + c.dPress * q.guarding - y.damage * c.damageLoss
        let gain = c.gainBase + c.gainOfZ * y.centralSensitisation
        let inflamed = c.mD * y.damage + c.mI * q.ischaemia.value + gain * y.sensitisation * q.ischaemia.value
        d.mediators = (1.0 + inflamed - y.mediators) * c.inverseTauM
        d.sensitisation = (sensitising(y).value - y.sensitisation) * c.inverseTauS
        d.centralSensitisation = (centralising(q).value - y.centralSensitisation) * c.inverseTauZ
        d.structure = (y.contracture - y.structure) * c.inverseTauK
        d.creep = c.creepRate * (1.0 - y.creep) - y.creep * c.inverseTauX
        d.analgesia = c.analgesiaRate * (1.0 - y.analgesia) - y.analgesia * c.inverseTauG
        return d
    }

    @inline(__always)
    func sensitising(_ y: State) -> KnotShapes.Sloped<Element> {
        let c = coefficients
        let excess = (y.mediators - 1.0).orAtLeast(KnotAlgebra<Element, Powers>.tiny)
        return KnotShapes.hill(power: Powers.fourth(excess * c.inverseKS, c.nS), at: excess, exponent: c.nS)
    }

    @inline(__always)
    func centralising(_ q: KnotAlgebra<Element, Powers>) -> KnotShapes.Sloped<Element> {
        let c = coefficients
        let input = (q.nociception + c.centralBase).orAtLeast(KnotAlgebra<Element, Powers>.tiny)
        return KnotShapes.hill(power: Powers.second(input * c.inverseKZ, c.nZ), at: input, exponent: c.nZ)
    }

    /// mmol/L of lactate from one mL O₂-equivalent per 100 g and minute, per hour.
    static var lactateYield: Double { 60 * 1.98 }
    /// Width of the rounded start of the effect of lactate, mmol/L.
    static var lactateRounding: Double { 0.2 }
}
