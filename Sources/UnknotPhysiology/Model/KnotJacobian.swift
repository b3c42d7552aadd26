import UnknotDynamics

/// The entries of the Jacobian of the equations that are not zero for every state. `oE` is ∂(dO/dt)/∂E.
struct KnotJacobian<Element: Lane> {
    let fF, hH, xX, gG: Element
    let oF, oH, oO, oE, oC: Element
    let eF, eO, eE, eC: Element
    let lF, lH, lO, lE, lC, lL, lG: Element
    let aF, aH, aG, aO, aE, aL, aC, aD, aM, aS, aZ, aA: Element
    let cA, cC, cE, cK: Element
    let dH, dG, dC, dM, dS, dZ, dD: Element
    let mD, mO, mS, mZ, mM: Element
    let sM, sS: Element
    let zG, zO, zM, zS, zZ: Element
    let kC, kK: Element

    @inline(__always)
    init<Powers: PowerLaw>(
        _ system: KnotSystem<Element, Powers>, _ y: KnotVector<Element>, _ q: KnotAlgebra<Element, Powers>,
        _ m: KnotSystem<Element, Powers>.Motor
    ) {
        let c = system.coefficients
        // Activation falls with fatigue: dMA/dF = −(MA/capacity)⁹.
        let square = q.capacityRatio * q.capacityRatio
        let fourth = square * square
        let activationOfF = 0.0 - fourth * fourth * q.capacityRatio
        let force = q.activation * q.activation
        let inverseForce = 1.0 / (force + c.lowForce)
        let fatigueSlope = force * (force + 3.0 * c.lowForce) * inverseForce * inverseForce
        fF = c.fatigueRate * fatigueSlope * activationOfF - c.recovery
        hH = 0.0 - c.inverseTauH
        xX = 0.0 - c.creepRate - c.inverseTauX
        gG = 0.0 - c.analgesiaRate - c.inverseTauG

        // Flow
        let inverseConductance = 1.0 / q.conductance
        let hydrated = 1.0 - c.hQ * y.dehydration
        let perPressure = c.flowScale / q.resistance * hydrated * q.drivingSlope
        let perResistance = 0.0 - q.flow / q.resistance
        let perConductance = 0.0 - perResistance * (1.0 - c.wC) * inverseConductance * inverseConductance
        let dilationLoss = c.tone * c.vMaxLessOne
        let conductanceOfO = 0.0 - dilationLoss * q.dilation.slope * q.feedForward
        let conductanceOfActivation = dilationLoss * q.dilation.value * q.feedForward * q.feedForward / c.mFf
        let flowOfActivation = perPressure * c.pressureOfActivation + perConductance * conductanceOfActivation
        let flowF = flowOfActivation * activationOfF
        let flowH = 0.0 - c.hQ * q.flowOfHydrated
        let flowO = perConductance * conductanceOfO
        let flowC = perPressure * c.pC + perResistance * c.wC * c.rho * q.outflow.slope

        // Demand and uptake
        let notCrossed = 1.0 - c.crossing * y.contracture
        let workingC = notCrossed + c.crossing * (1.0 - y.contracture)
        let demandF = c.vA * (1.0 - y.contracture) * notCrossed * q.cutOff * activationOfF
        let demandC = (c.vC - c.vA * q.activation * workingC) * q.cutOff
        let demandE = q.plainDemand * q.cutOffSlope
        let hypoxicShare = 1.0 - q.respiration
        let inverseOxygen = 1.0 / (y.oxygen + c.pM)
        let respirationSlope = hypoxicShare * inverseOxygen
        let uptakeF = demandF * q.respiration
        let uptakeC = demandC * q.respiration
        let uptakeE = (demandE - c.vR) * q.respiration
        let uptakeO = (q.demand + c.vR * (1.0 - y.energy)) * respirationSlope

        // Venous blood, and the buffer whose change moves dO/dt as well
        let venousF = uptakeF * q.krogh
        let venousC = uptakeC * q.krogh + q.uptake * q.kroghSlope
        let venousE = uptakeE * q.krogh
        let venousO = 1.0 + uptakeO * q.krogh
        let inverseBuffer = 1.0 / q.buffer
        let balance = (c.supply * q.flow * (c.sa - q.saturation) - q.uptake) * inverseBuffer
        let bend = q.saturationSlope * (c.nH * (1.0 - 2.0 * q.saturation) - 1.0) / q.venous
        let perVenous = 0.0 - c.supply * q.flow * q.saturationSlope - balance * c.bloodBuffer * bend
        let inverseMyoglobin = 1.0 / (y.oxygen + c.p50Mb)
        let cube = inverseMyoglobin * inverseMyoglobin * inverseMyoglobin
        let perFlow = c.supply * (c.sa - q.saturation)
        let hourly = 60.0 * inverseBuffer
        oF = hourly * (perFlow * flowF + perVenous * venousF - uptakeF)
        oH = hourly * perFlow * flowH
        oO = hourly * (perFlow * flowO + perVenous * venousO - uptakeO + balance * 2.0 * c.myoglobin * cube)
        oE = hourly * (perVenous * venousE - uptakeE)
        oC = hourly * (perFlow * flowC + perVenous * venousC - uptakeC)

        eF = c.energyGain * (uptakeF - demandF)
        eO = c.energyGain * uptakeO
        eE = c.energyGain * (uptakeE + q.glycolysisSlope - demandE)
        eC = c.energyGain * (uptakeC - demandC)

        let perClearance = 0.0 - c.kL * c.qL * (y.lactate - c.lA)
        lF = perClearance * flowF
        lH = perClearance * flowH
        lO = perClearance * flowO
        lE = KnotSystem<Element, Powers>.lactateYield * q.glycolysisSlope
        lC = perClearance * flowC
        lG = c.lactateOfPress
        lL = 0.0 - c.kL * (1.0 - c.qL + c.qL * q.flow)

        // Guarding through the threshold
        let perThreshold = q.guardingSlope * q.threshold / q.sensitivity
        let guardH = 0.0 - perThreshold * c.bHyd
        let guardC = 0.0 - perThreshold * c.bC
        let guardM = 0.0 - perThreshold * c.bM
        let guardS = 0.0 - perThreshold * c.bS
        let guardZ = 0.0 - perThreshold * c.bZ
        let guardG = q.guardingSlope * c.ppt0 * c.bG / q.sensitivity

        // Drive
        let ischaemiaO = 0.0 - q.ischaemia.slope * c.pM * inverseOxygen * inverseOxygen
        let perDrive = c.inverseTauA * m.yield * m.yield * m.quiet
        let heldSlope = q.activation + c.mCin
        let heldF = c.heldLoad * c.mCin / (heldSlope * heldSlope) * activationOfF
        aF = perDrive * (heldF + c.aF)
        aH = perDrive * (c.aHyd + c.aGuard * guardH)
        aG = perDrive * c.aGuard * guardG - c.inverseTauA * m.yield * m.yield * m.plain * c.aG
        aO = perDrive * c.aI * ischaemiaO
        aE = 0.0 - perDrive * c.aE
        aL = perDrive * c.lactateDrive * m.acid.slope
        aC = perDrive * c.aGuard * guardC
        aD = perDrive * c.aD
        aM = perDrive * (c.aM + c.aGuard * guardM)
        aS = perDrive * c.aGuard * guardS
        aZ = perDrive * c.aGuard * guardZ
        aA = 0.0 - c.inverseTauA

        cA = c.kOn * m.switchOn.slope * (1.0 - y.contracture)
        cC = 0.0 - c.kOn * m.switchOn.value - m.relaxation - c.release
        cE = 0.0 - c.nE * m.relaxation / y.energy.orAtLeast(KnotAlgebra<Element, Powers>.tiny) * y.contracture
        cK = m.relaxation * m.loosened * c.kapK * y.contracture

        dH = c.dPress * guardH
        dG = c.dPress * guardG
        dC = c.dPress * guardC
        dM = c.dPress * guardM
        dS = c.dPress * guardS
        dZ = c.dPress * guardZ
        dD = 0.0 - c.damageLoss

        let gain = c.gainBase + c.gainOfZ * y.centralSensitisation
        mD = c.mD * c.inverseTauM
        mO = (c.mI + gain * y.sensitisation) * ischaemiaO * c.inverseTauM
        mS = gain * q.ischaemia.value * c.inverseTauM
        mZ = c.gainOfZ * y.sensitisation * q.ischaemia.value * c.inverseTauM
        mM = 0.0 - c.inverseTauM
        sM = system.sensitising(y).slope * c.inverseTauS
        sS = 0.0 - c.inverseTauS

        let perNociception = system.centralising(q).slope * c.inverseTauZ
        let ready = c.n0 + (1.0 - c.n0) * y.sensitisation
        zG = 0.0 - perNociception * q.plainNociception * c.nG
        zO = perNociception * q.painRelief * c.nINoc * ischaemiaO
        zM = perNociception * q.painRelief * c.cN * ready
        zS = perNociception * q.painRelief * c.cN * (y.mediators - 1.0) * (1.0 - c.n0)
        zZ = 0.0 - c.inverseTauZ
        kC = c.inverseTauK
        kK = 0.0 - c.inverseTauK
    }
}
