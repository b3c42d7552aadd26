public import UnknotDynamics

/// The 14 states of a knot, for one member or for several side by side.
public struct KnotVector<Element: Lane>: LaneVector {
    /// F: Fatigued share of the motor units, 0...1.
    public var fatigue: Element
    /// H: Hydration deficit, % of body mass, at least 0.
    public var dehydration: Element
    /// O: Mean tissue PO₂ in the region of the knot, mmHg, above 0.
    public var oxygen: Element
    /// E: Energy charge as the share of phosphocreatine, 0...1.
    public var energy: Element
    /// L: Interstitial lactate, mmol/L, above 0.
    public var lactate: Element
    /// A: Drive of the endplate by acetylcholine and calcium, 0...1.
    public var drive: Element
    /// C: Share of contracture, 0...1.
    public var contracture: Element
    /// D: Micro-damage, at least 0; 1 is strong soreness after exercise.
    public var damage: Element
    /// M: Mediators of pain and inflammation, at least 1; 1 is rest.
    public var mediators: Element
    /// S: Sensitisation of the nociceptors, 0...1.
    public var sensitisation: Element
    /// Z: Central sensitisation, 0...1.
    public var centralSensitisation: Element
    /// K: Structural stiffening, 0...1.
    public var structure: Element
    /// X: Viscoelastic creep, 0...1.
    public var creep: Element
    /// G: Short-lived analgesia of the body itself, 0...1.
    public var analgesia: Element

    /// Fourteen.
    public static var count: Int { 14 }

    /// The same number everywhere.
    @inline(__always)
    public init(everywhere value: Double) {
        let element = Element(everywhere: value)
        fatigue = element
        dehydration = element
        oxygen = element
        energy = element
        lactate = element
        drive = element
        contracture = element
        damage = element
        mediators = element
        sensitisation = element
        centralSensitisation = element
        structure = element
        creep = element
        analgesia = element
    }

    /// The state of one member.
    public subscript(lane lane: Int) -> KnotVector<Double> {
        get {
            var single = KnotVector<Double>(everywhere: 0)
            single.fatigue = fatigue[lane: lane]
            single.dehydration = dehydration[lane: lane]
            single.oxygen = oxygen[lane: lane]
            single.energy = energy[lane: lane]
            single.lactate = lactate[lane: lane]
            single.drive = drive[lane: lane]
            single.contracture = contracture[lane: lane]
            single.damage = damage[lane: lane]
            single.mediators = mediators[lane: lane]
            single.sensitisation = sensitisation[lane: lane]
            single.centralSensitisation = centralSensitisation[lane: lane]
            single.structure = structure[lane: lane]
            single.creep = creep[lane: lane]
            single.analgesia = analgesia[lane: lane]
            return single
        }
        set {
            fatigue[lane: lane] = newValue.fatigue
            dehydration[lane: lane] = newValue.dehydration
            oxygen[lane: lane] = newValue.oxygen
            energy[lane: lane] = newValue.energy
            lactate[lane: lane] = newValue.lactate
            drive[lane: lane] = newValue.drive
            contracture[lane: lane] = newValue.contracture
            damage[lane: lane] = newValue.damage
            mediators[lane: lane] = newValue.mediators
            sensitisation[lane: lane] = newValue.sensitisation
            centralSensitisation[lane: lane] = newValue.centralSensitisation
            structure[lane: lane] = newValue.structure
            creep[lane: lane] = newValue.creep
            analgesia[lane: lane] = newValue.analgesia
        }
    }

    /// This state plus another times a factor.
    @inline(__always)
    public func adding(_ other: Self, times factor: Element) -> Self {
        var sum = self
        sum.fatigue = fatigue + factor * other.fatigue
        sum.dehydration = dehydration + factor * other.dehydration
        sum.oxygen = oxygen + factor * other.oxygen
        sum.energy = energy + factor * other.energy
        sum.lactate = lactate + factor * other.lactate
        sum.drive = drive + factor * other.drive
        sum.contracture = contracture + factor * other.contracture
        sum.damage = damage + factor * other.damage
        sum.mediators = mediators + factor * other.mediators
        sum.sensitisation = sensitisation + factor * other.sensitisation
        sum.centralSensitisation = centralSensitisation + factor * other.centralSensitisation
        sum.structure = structure + factor * other.structure
        sum.creep = creep + factor * other.creep
        sum.analgesia = analgesia + factor * other.analgesia
        return sum
    }

    /// The sum over the states of (error / (absolute + relative · size))².
    public func sumOfSquares(error: Self, next: Self, absolute: Element, relative: Element) -> Element {
        func part(_ size: Element, _ error: Element, _ next: Element) -> Element {
            size.weightedSquare(error: error, next: next, absolute: absolute, relative: relative)
        }
        var sum = part(fatigue, error.fatigue, next.fatigue)
        sum = sum + part(dehydration, error.dehydration, next.dehydration)
        sum = sum + part(oxygen, error.oxygen, next.oxygen)
        sum = sum + part(energy, error.energy, next.energy)
        sum = sum + part(lactate, error.lactate, next.lactate)
        sum = sum + part(drive, error.drive, next.drive)
        sum = sum + part(contracture, error.contracture, next.contracture)
        sum = sum + part(damage, error.damage, next.damage)
        sum = sum + part(mediators, error.mediators, next.mediators)
        sum = sum + part(sensitisation, error.sensitisation, next.sensitisation)
        sum = sum + part(centralSensitisation, error.centralSensitisation, next.centralSensitisation)
        sum = sum + part(structure, error.structure, next.structure)
        sum = sum + part(creep, error.creep, next.creep)
        sum = sum + part(analgesia, error.analgesia, next.analgesia)
        return sum
    }
}

extension KnotVector: Equatable where Element: Equatable {}
extension KnotVector: Hashable where Element: Hashable {}
