import UnknotDynamics

extension KnotCoefficients where Element == Double {
    /// Works out everything that depends on parameters and inputs only (specification, sections 4 and 5).
    init(_ p: KnotParameters, _ u: KnotInputs) {
        let pressEffect = KnotShapes.hill(u.press, p[.pHalf], p[.nP]) * u.cover
        // Activation and fatigue
        load = u.load
        fatigueRate = p[.fFat]
        lowForce = p[.mLow] * p[.mLow]
        let working = u.load / (u.load + p[.lOn])
        recovery = p[.rFat] * (p[.rRest] + (1 - p[.rRest]) * working)
        // Hydration
        dehydrationTarget = u.hydration
        inverseTauH = 1 / p[.tauH]
        // Pressure in the muscle
        let relief = 1 - p[.kDyn] * u.rolling
        pressureBase = p[.p0] + p[.kTr] * Self.millimetresOfMercury * u.press * u.cover * relief
        pressureOfActivation = p[.pMvc] * (u.held + p[.kPump] * (1 - u.held))
        pC = p[.pC]
        pa = p[.pa]
        pv = p[.pv]
        // Flow
        let outflow = KnotShapes.largest(p[.pv], p[.p0], rounding: Self.pressureRounding).value
        let atRest = KnotShapes.softplus(p[.pa] - outflow, width: Self.pressureRounding).value
        let referenceTone = 1 + (p[.vMax] - 1) * (1 - KnotShapes.hill(p[.oRef], p[.oV], p[.nV]))
        flowScale = ((1 - p[.wC]) / referenceTone + p[.wC]) / atRest
        tone = (p[.kT] * u.temperature).exponential * (1 - p[.kSym] * u.stress)
        vMaxLessOne = p[.vMax] - 1
        inverseOV = 1 / p[.oV]
        nV = p[.nV]
        mFf = p[.mFf]
        wC = p[.wC]
        rho = p[.rho]
        inverseCRho = 1 / p[.cRho]
        nRho = p[.nRho]
        hQ = p[.hQ]
        // Oxygen
        supply = p[.q0] * p[.ca]
        sa = p[.sa]
        inverseP50 = 1 / p[.p50]
        nH = p[.nH]
        v0 = p[.v0]
        vA = p[.vA]
        vC = p[.vC]
        crossing = p.version.crossing
        vR = p[.vR]
        pM = p[.pM]
        krogh = p[.thKr] / 6000 / (4 * p[.kKr])
        radiusSquared = p[.r0Kr] * p[.r0Kr]
        kapN = p[.kapN]
        capillarySquared = p[.rcKr] * p[.rcKr]
        alphaT = p[.alphaT]
        bloodBuffer = p[.vb] * p[.ca]
        myoglobin = p[.mbO] * p[.p50Mb]
        p50Mb = p[.p50Mb]
        epsE = p[.epsE]
        // Energy and lactate
        energyGain = Self.minutes * Self.phosphatePerOxygen / p[.phosphocreatine]
        g1 = p[.g1]
        g2 = p[.g2]
        nGlycolysis = p[.nGlycolysis]
        lactateBasal = p[.kL] * (p[.l0] - p[.lA])
        lactateOfPress = p.version.lactateOfPress
        kL = p[.kL]
        qL = p[.qL]
        lA = p[.lA]
        l0 = p[.l0]
        // Drive
        let cold = KnotShapes.positive(-u.temperature, width: Self.temperatureRounding)
        driveBase = p[.a0] + p[.aStr] * u.stress + p[.aCold] * cold
        heldLoad = p[.aLoad] * u.held
        mCin = p[.mCin]
        aF = p[.aF]
        aE = p[.aE]
        aI = p[.aI]
        lactateDrive = p[.aL] / p[.l0]
        aM = p[.aM]
        aD = p[.aD]
        aHyd = p[.aHyd]
        aGuard = p[.aGuard]
        aG = p[.aG]
        inverseTauA = 1 / p[.tauA]
        press = u.press
        xGuard = p[.xGuard]
        cover = u.cover
        // Contracture
        kOn = p[.kOn]
        inverseKA = 1 / p[.kA]
        nA = p[.nA]
        kOff = p[.kOff]
        nE = p[.nE]
        kapK = p[.kapK]
        release = p[.kPress] * pressEffect + p[.kStretch] * u.stretch
        // Damage and mediators
        damageInput = u.damage + p[.dOver] * u.overstretch
        dPress = p[.dPress]
        damageLoss = (1 - p[.dSl] * u.sleepLoss) / p[.tauD]
        mD = p[.mD]
        mI = p[.mI]
        inverseIH = 1 / p[.iH]
        nI = p[.nI]
        gainBase = p[.mN] * (1 + p[.psiStr] * u.stress + p[.psiSl] * u.sleepLoss)
        gainOfZ = p[.mN] * p[.psiZ]
        inverseTauM = 1 / p[.tauM]
        // Sensitisation and structure
        inverseKS = 1 / p[.kS]
        nS = p[.nS]
        inverseTauS = 1 / p[.tauS]
        inverseKZ = 1 / p[.kZ]
        nZ = p[.nZ]
        inverseTauZ = 1 / p[.tauZ]
        centralBase = p[.zSl] * u.sleepLoss + p[.zStr] * u.stress
        inverseTauK = 1 / p[.tauK]
        // Creep and analgesia
        creepRate = p[.xPress] * pressEffect + p[.xStretch] * u.stretch
        inverseTauX = 1 / p[.tauX]
        let warmth = KnotShapes.positive(u.temperature, width: Self.temperatureRounding)
        let soothing = p[.gPress] * pressEffect + p[.gStretch] * u.stretch + p[.gHeat] * warmth
        analgesiaRate = soothing * (1 - p[.gStr] * u.stress)
        inverseTauG = 1 / p[.tauG]
        // Threshold and nociception
        ppt0 = p[.ppt0]
        bG = p[.bG]
        thresholdBase = 1 + p[.bSl] * u.sleepLoss
        bS = p[.bS]
        bZ = p[.bZ]
        bM = p[.bM]
        bC = p[.bC]
        bHyd = p[.bHyd]
        cN = p[.cN]
        n0 = p[.n0]
        nINoc = p[.nINoc]
        nG = p[.nG]
    }

    /// mmHg in one kg/cm².
    static var millimetresOfMercury: Double { 735.6 }
    /// Minutes in an hour: flows are given per minute, time in hours.
    static var minutes: Double { 60 }
    /// mmol of ATP per kg from one mL O₂ per 100 g, at a P/O ratio of 5.
    static var phosphatePerOxygen: Double { 2.232 }
    /// Width of the rounded corners of the vascular waterfall, mmHg.
    static var pressureRounding: Double { 4 }
    /// Width of the rounded start of the effects of temperature, °C.
    static var temperatureRounding: Double { 0.5 }
}
