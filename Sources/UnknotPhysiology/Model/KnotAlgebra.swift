import UnknotDynamics

/// The quantities of section 4 of the specification at one state, with the pieces that the derivative and its
/// Jacobian share. Names follow the specification.
struct KnotAlgebra<Element: Lane, Powers: PowerLaw> {
    /// MA, and MA over the capacity left.
    let activation: Element
    let capacityRatio: Element
    /// p_im in mmHg, and the driving pressure with its slope in p_im.
    let musclePressure: Element
    let driving: Element
    let drivingSlope: Element
    /// Hypoxic dilation hill(O, O_v, n_v), and the share of it that feed-forward hyperaemia leaves.
    let dilation: KnotShapes.Sloped<Element>
    let feedForward: Element
    let conductance: Element
    let outflow: KnotShapes.Sloped<Element>
    let resistance: Element
    /// Q_rel without and with the effect of dehydration.
    let flowOfHydrated: Element
    let flow: Element
    /// Demand without the cut-off at low energy, the cut-off and its slope, and demand.
    let plainDemand: Element
    let cutOff: Element
    let cutOffSlope: Element
    let demand: Element
    /// O/(O + P_m), uptake, and glycolysis with its slope.
    let respiration: Element
    let uptake: Element
    let glycolysis: Element
    let glycolysisSlope: Element
    /// Krogh drop per uptake with its slope in C, venous PO₂, saturation, its slope, and the buffer.
    let krogh: Element
    let kroghSlope: Element
    let venous: Element
    let saturation: Element
    let saturationSlope: Element
    let buffer: Element
    /// The ischaemia index with its slope in the hypoxic share, and the share.
    let ischaemia: KnotShapes.Sloped<Element>
    /// Nociceptive drive, its part that analgesia scales, and the scale.
    let plainNociception: Element
    let painRelief: Element
    let nociception: Element
    /// The press threshold, its denominator, and guarding with its slope in the threshold.
    let sensitivity: Element
    let threshold: Element
    let guarding: Element
    let guardingSlope: Element

    @inline(__always)
    init(_ y: KnotVector<Element>, _ c: KnotCoefficients<Element>) {
        let capacity = 1.001 - y.fatigue
        let wanted = c.load / capacity
        let square = wanted * wanted
        let fourth = square * square
        let limit = (1.0 + fourth * fourth).root.root.root
        activation = c.load / limit
        capacityRatio = wanted / limit

        musclePressure = c.pressureBase + c.pressureOfActivation * activation + c.pC * y.contracture
        let width = KnotCoefficients<Double>.pressureRounding
        let outer = KnotShapes.largest(c.pv, musclePressure, rounding: width)
        let waterfall = KnotShapes.softplus(c.pa - outer.value, width: width)
        driving = waterfall.value
        drivingSlope = 0.0 - waterfall.slope * outer.slope

        let oxygen = y.oxygen.orAtLeast(Self.tiny)
        dilation = KnotShapes.hill(
            power: Powers.threeAndHalf(oxygen * c.inverseOV, c.nV), at: oxygen, exponent: c.nV)
        feedForward = c.mFf / (activation + c.mFf)
        conductance = c.tone * (1.0 + c.vMaxLessOne * (1.0 - dilation.value * feedForward))
        let contracture = y.contracture.orAtLeast(Self.tiny)
        outflow = KnotShapes.hill(
            power: Powers.third(contracture * c.inverseCRho, c.nRho), at: contracture, exponent: c.nRho)
        resistance = (1.0 - c.wC) / conductance + c.wC * (1.0 + c.rho * outflow.value)
        flowOfHydrated = driving * c.flowScale / resistance
        flow = flowOfHydrated * (1.0 - c.hQ * y.dehydration)

        let working = (1.0 - y.contracture) * (1.0 - c.crossing * y.contracture)
        plainDemand = c.v0 + c.vA * activation * working + c.vC * y.contracture
        let inverseEnergy = (1.0 + c.epsE) / (y.energy + c.epsE)
        cutOff = y.energy * inverseEnergy
        cutOffSlope = c.epsE * inverseEnergy / (y.energy + c.epsE)
        demand = plainDemand * cutOff
        let hypoxic = 1.0 / (y.oxygen + c.pM)
        respiration = y.oxygen * hypoxic
        let lack = 1.0 - y.energy
        uptake = (demand + c.vR * lack) * respiration
        glycolysis = c.g1 * lack + c.g2 * Powers.sixth(lack, c.nGlycolysis)
        glycolysisSlope = 0.0 - c.g1 - c.nGlycolysis * c.g2 * Powers.fifth(lack, c.nGlycolysis - 1.0)

        let perfused = 1.0 / (1.0 - c.kapN * y.contracture)
        let radius = c.radiusSquared * perfused
        let logarithm = (radius / c.capillarySquared).logarithm
        krogh = c.krogh * (radius * logarithm - (radius - c.capillarySquared))
        kroghSlope = c.krogh * logarithm * radius * c.kapN * perfused
        venous = y.oxygen + uptake * krogh
        let bound = KnotShapes.hill(
            power: (venous.orAtLeast(Self.tiny) * c.inverseP50).raised(to: c.nH),
            at: venous.orAtLeast(Self.tiny), exponent: c.nH)
        saturation = bound.value
        saturationSlope = bound.slope
        let myoglobin = 1.0 / (y.oxygen + c.p50Mb)
        buffer = c.alphaT + c.bloodBuffer * saturationSlope + c.myoglobin * myoglobin * myoglobin

        let share = c.pM * hypoxic
        ischaemia = KnotShapes.hill(power: Powers.third(share * c.inverseIH, c.nI), at: share, exponent: c.nI)

        let ready = c.n0 + (1.0 - c.n0) * y.sensitisation
        plainNociception = c.cN * (y.mediators - 1.0) * ready + c.nINoc * ischaemia.value
        painRelief = 1.0 - c.nG * y.analgesia
        nociception = plainNociception * painRelief

        let nerves = c.bS * y.sensitisation + c.bZ * y.centralSensitisation
        let tissue = c.bM * (y.mediators - 1.0) + c.bC * y.contracture + c.bHyd * y.dehydration
        sensitivity = c.thresholdBase + nerves + tissue
        threshold = c.ppt0 * (1.0 + c.bG * y.analgesia) / sensitivity
        let tooHard = KnotShapes.softplus(c.press - c.xGuard * threshold, width: Self.guardingWidth)
        guarding = tooHard.value * c.cover
        guardingSlope = 0.0 - c.xGuard * tooHard.slope * c.cover
    }

    /// Stands for zero where a power is taken: the power vanishes and no quotient becomes 0/0.
    static var tiny: Element { Element(everywhere: 1e-60) }
    /// Width of the rounded start of guarding, kg/cm².
    static var guardingWidth: Double { 0.15 }
}
