import UnknotDynamics

/// The constants of the equations for one set of parameters and one set of inputs: what does not depend on the state.
///
/// Names are those of the parameters where a parameter is used as it is.
struct KnotCoefficients<Element: Lane>: Sendable {
    // Activation and fatigue
    var load: Element
    var fatigueRate: Element
    var lowForce: Element
    var recovery: Element
    // Hydration
    var dehydrationTarget: Element
    var inverseTauH: Element
    // Pressure in the muscle
    var pressureBase: Element
    var pressureOfActivation: Element
    var pC: Element
    var pa: Element
    var pv: Element
    // Flow
    var flowScale: Element
    var tone: Element
    var vMaxLessOne: Element
    var inverseOV: Element
    var nV: Element
    var mFf: Element
    var wC: Element
    var rho: Element
    var inverseCRho: Element
    var nRho: Element
    var hQ: Element
    // Oxygen
    var supply: Element
    var sa: Element
    var inverseP50: Element
    var nH: Element
    var v0: Element
    var vA: Element
    var vC: Element
    var crossing: Element
    var vR: Element
    var pM: Element
    var krogh: Element
    var radiusSquared: Element
    var kapN: Element
    var capillarySquared: Element
    var alphaT: Element
    var bloodBuffer: Element
    var myoglobin: Element
    var p50Mb: Element
    var epsE: Element
    // Energy and lactate
    var energyGain: Element
    var g1: Element
    var g2: Element
    var nGlycolysis: Element
    var lactateBasal: Element
    var lactateOfPress: Element
    var kL: Element
    var qL: Element
    var lA: Element
    var l0: Element
    // Drive
    var driveBase: Element
    var heldLoad: Element
    var mCin: Element
    var aF: Element
    var aE: Element
    var aI: Element
    var lactateDrive: Element
    var aM: Element
    var aD: Element
    var aHyd: Element
    var aGuard: Element
    var aG: Element
    var inverseTauA: Element
    var press: Element
    var xGuard: Element
    var cover: Element
    // Contracture
    var kOn: Element
    var inverseKA: Element
    var nA: Element
    var kOff: Element
    var nE: Element
    var kapK: Element
    var release: Element
    // Damage and mediators
    var damageInput: Element
    var dPress: Element
    var damageLoss: Element
    var mD: Element
    var mI: Element
    var inverseIH: Element
    var nI: Element
    var gainBase: Element
    var gainOfZ: Element
    var inverseTauM: Element
    // Sensitisation and structure
    var inverseKS: Element
    var nS: Element
    var inverseTauS: Element
    var inverseKZ: Element
    var nZ: Element
    var inverseTauZ: Element
    var centralBase: Element
    var inverseTauK: Element
    // Creep and analgesia
    var creepRate: Element
    var inverseTauX: Element
    var analgesiaRate: Element
    var inverseTauG: Element
    // Threshold and nociception
    var ppt0: Element
    var bG: Element
    var thresholdBase: Element
    var bS: Element
    var bZ: Element
    var bM: Element
    var bC: Element
    var bHyd: Element
    var cN: Element
    var n0: Element
    var nINoc: Element
    var nG: Element

    /// Puts the coefficients of one member into one lane.
    mutating func set(lane: Int, to single: KnotCoefficients<Double>) {
        load[lane: lane] = single.load
        fatigueRate[lane: lane] = single.fatigueRate
        lowForce[lane: lane] = single.lowForce
        recovery[lane: lane] = single.recovery
        dehydrationTarget[lane: lane] = single.dehydrationTarget
        inverseTauH[lane: lane] = single.inverseTauH
        pressureBase[lane: lane] = single.pressureBase
        pressureOfActivation[lane: lane] = single.pressureOfActivation
        pC[lane: lane] = single.pC
        pa[lane: lane] = single.pa
        pv[lane: lane] = single.pv
        flowScale[lane: lane] = single.flowScale
        tone[lane: lane] = single.tone
        vMaxLessOne[lane: lane] = single.vMaxLessOne
        inverseOV[lane: lane] = single.inverseOV
        nV[lane: lane] = single.nV
        mFf[lane: lane] = single.mFf
        wC[lane: lane] = single.wC
        rho[lane: lane] = single.rho
        inverseCRho[lane: lane] = single.inverseCRho
        nRho[lane: lane] = single.nRho
        hQ[lane: lane] = single.hQ
        supply[lane: lane] = single.supply
        sa[lane: lane] = single.sa
        inverseP50[lane: lane] = single.inverseP50
        nH[lane: lane] = single.nH
        v0[lane: lane] = single.v0
        vA[lane: lane] = single.vA
        vC[lane: lane] = single.vC
        crossing[lane: lane] = single.crossing
        vR[lane: lane] = single.vR
        pM[lane: lane] = single.pM
        krogh[lane: lane] = single.krogh
        radiusSquared[lane: lane] = single.radiusSquared
        kapN[lane: lane] = single.kapN
        capillarySquared[lane: lane] = single.capillarySquared
        alphaT[lane: lane] = single.alphaT
        bloodBuffer[lane: lane] = single.bloodBuffer
        myoglobin[lane: lane] = single.myoglobin
        p50Mb[lane: lane] = single.p50Mb
        epsE[lane: lane] = single.epsE
        energyGain[lane: lane] = single.energyGain
        g1[lane: lane] = single.g1
        g2[lane: lane] = single.g2
        nGlycolysis[lane: lane] = single.nGlycolysis
        lactateBasal[lane: lane] = single.lactateBasal
        lactateOfPress[lane: lane] = single.lactateOfPress
        kL[lane: lane] = single.kL
        qL[lane: lane] = single.qL
        lA[lane: lane] = single.lA
        l0[lane: lane] = single.l0
        driveBase[lane: lane] = single.driveBase
        heldLoad[lane: lane] = single.heldLoad
        mCin[lane: lane] = single.mCin
        aF[lane: lane] = single.aF
        aE[lane: lane] = single.aE
        aI[lane: lane] = single.aI
        lactateDrive[lane: lane] = single.lactateDrive
        aM[lane: lane] = single.aM
        aD[lane: lane] = single.aD
        aHyd[lane: lane] = single.aHyd
        aGuard[lane: lane] = single.aGuard
        aG[lane: lane] = single.aG
        inverseTauA[lane: lane] = single.inverseTauA
        press[lane: lane] = single.press
        xGuard[lane: lane] = single.xGuard
        cover[lane: lane] = single.cover
        kOn[lane: lane] = single.kOn
        inverseKA[lane: lane] = single.inverseKA
        nA[lane: lane] = single.nA
        kOff[lane: lane] = single.kOff
        nE[lane: lane] = single.nE
        kapK[lane: lane] = single.kapK
        release[lane: lane] = single.release
        damageInput[lane: lane] = single.damageInput
        dPress[lane: lane] = single.dPress
        damageLoss[lane: lane] = single.damageLoss
        mD[lane: lane] = single.mD
        mI[lane: lane] = single.mI
        inverseIH[lane: lane] = single.inverseIH
        nI[lane: lane] = single.nI
        gainBase[lane: lane] = single.gainBase
        gainOfZ[lane: lane] = single.gainOfZ
        inverseTauM[lane: lane] = single.inverseTauM
        inverseKS[lane: lane] = single.inverseKS
        nS[lane: lane] = single.nS
        inverseTauS[lane: lane] = single.inverseTauS
        inverseKZ[lane: lane] = single.inverseKZ
        nZ[lane: lane] = single.nZ
        inverseTauZ[lane: lane] = single.inverseTauZ
        centralBase[lane: lane] = single.centralBase
        inverseTauK[lane: lane] = single.inverseTauK
        creepRate[lane: lane] = single.creepRate
        inverseTauX[lane: lane] = single.inverseTauX
        analgesiaRate[lane: lane] = single.analgesiaRate
        inverseTauG[lane: lane] = single.inverseTauG
        ppt0[lane: lane] = single.ppt0
        bG[lane: lane] = single.bG
        thresholdBase[lane: lane] = single.thresholdBase
        bS[lane: lane] = single.bS
        bZ[lane: lane] = single.bZ
        bM[lane: lane] = single.bM
        bC[lane: lane] = single.bC
        bHyd[lane: lane] = single.bHyd
        cN[lane: lane] = single.cN
        n0[lane: lane] = single.n0
        nINoc[lane: lane] = single.nINoc
        nG[lane: lane] = single.nG
    }

    /// The same coefficients in every lane.
    init(everywhere single: KnotCoefficients<Double>) {
        load = Element(everywhere: single.load)
        fatigueRate = Element(everywhere: single.fatigueRate)
        lowForce = Element(everywhere: single.lowForce)
        recovery = Element(everywhere: single.recovery)
        dehydrationTarget = Element(everywhere: single.dehydrationTarget)
        inverseTauH = Element(everywhere: single.inverseTauH)
        pressureBase = Element(everywhere: single.pressureBase)
        pressureOfActivation = Element(everywhere: single.pressureOfActivation)
        pC = Element(everywhere: single.pC)
        pa = Element(everywhere: single.pa)
        pv = Element(everywhere: single.pv)
        flowScale = Element(everywhere: single.flowScale)
        tone = Element(everywhere: single.tone)
        vMaxLessOne = Element(everywhere: single.vMaxLessOne)
        inverseOV = Element(everywhere: single.inverseOV)
        nV = Element(everywhere: single.nV)
        mFf = Element(everywhere: single.mFf)
        wC = Element(everywhere: single.wC)
        rho = Element(everywhere: single.rho)
        inverseCRho = Element(everywhere: single.inverseCRho)
        nRho = Element(everywhere: single.nRho)
        hQ = Element(everywhere: single.hQ)
        supply = Element(everywhere: single.supply)
        sa = Element(everywhere: single.sa)
        inverseP50 = Element(everywhere: single.inverseP50)
        nH = Element(everywhere: single.nH)
        v0 = Element(everywhere: single.v0)
        vA = Element(everywhere: single.vA)
        vC = Element(everywhere: single.vC)
        crossing = Element(everywhere: single.crossing)
        vR = Element(everywhere: single.vR)
        pM = Element(everywhere: single.pM)
        krogh = Element(everywhere: single.krogh)
        radiusSquared = Element(everywhere: single.radiusSquared)
        kapN = Element(everywhere: single.kapN)
        capillarySquared = Element(everywhere: single.capillarySquared)
        alphaT = Element(everywhere: single.alphaT)
        bloodBuffer = Element(everywhere: single.bloodBuffer)
        myoglobin = Element(everywhere: single.myoglobin)
        p50Mb = Element(everywhere: single.p50Mb)
        epsE = Element(everywhere: single.epsE)
        energyGain = Element(everywhere: single.energyGain)
        g1 = Element(everywhere: single.g1)
        g2 = Element(everywhere: single.g2)
        nGlycolysis = Element(everywhere: single.nGlycolysis)
        lactateBasal = Element(everywhere: single.lactateBasal)
        lactateOfPress = Element(everywhere: single.lactateOfPress)
        kL = Element(everywhere: single.kL)
        qL = Element(everywhere: single.qL)
        lA = Element(everywhere: single.lA)
        l0 = Element(everywhere: single.l0)
        driveBase = Element(everywhere: single.driveBase)
        heldLoad = Element(everywhere: single.heldLoad)
        mCin = Element(everywhere: single.mCin)
        aF = Element(everywhere: single.aF)
        aE = Element(everywhere: single.aE)
        aI = Element(everywhere: single.aI)
        lactateDrive = Element(everywhere: single.lactateDrive)
        aM = Element(everywhere: single.aM)
        aD = Element(everywhere: single.aD)
        aHyd = Element(everywhere: single.aHyd)
        aGuard = Element(everywhere: single.aGuard)
        aG = Element(everywhere: single.aG)
        inverseTauA = Element(everywhere: single.inverseTauA)
        press = Element(everywhere: single.press)
        xGuard = Element(everywhere: single.xGuard)
        cover = Element(everywhere: single.cover)
        kOn = Element(everywhere: single.kOn)
        inverseKA = Element(everywhere: single.inverseKA)
        nA = Element(everywhere: single.nA)
        kOff = Element(everywhere: single.kOff)
        nE = Element(everywhere: single.nE)
        kapK = Element(everywhere: single.kapK)
        release = Element(everywhere: single.release)
        damageInput = Element(everywhere: single.damageInput)
        dPress = Element(everywhere: single.dPress)
        damageLoss = Element(everywhere: single.damageLoss)
        mD = Element(everywhere: single.mD)
        mI = Element(everywhere: single.mI)
        inverseIH = Element(everywhere: single.inverseIH)
        nI = Element(everywhere: single.nI)
        gainBase = Element(everywhere: single.gainBase)
        gainOfZ = Element(everywhere: single.gainOfZ)
        inverseTauM = Element(everywhere: single.inverseTauM)
        inverseKS = Element(everywhere: single.inverseKS)
        nS = Element(everywhere: single.nS)
        inverseTauS = Element(everywhere: single.inverseTauS)
        inverseKZ = Element(everywhere: single.inverseKZ)
        nZ = Element(everywhere: single.nZ)
        inverseTauZ = Element(everywhere: single.inverseTauZ)
        centralBase = Element(everywhere: single.centralBase)
        inverseTauK = Element(everywhere: single.inverseTauK)
        creepRate = Element(everywhere: single.creepRate)
        inverseTauX = Element(everywhere: single.inverseTauX)
        analgesiaRate = Element(everywhere: single.analgesiaRate)
        inverseTauG = Element(everywhere: single.inverseTauG)
        ppt0 = Element(everywhere: single.ppt0)
        bG = Element(everywhere: single.bG)
        thresholdBase = Element(everywhere: single.thresholdBase)
        bS = Element(everywhere: single.bS)
        bZ = Element(everywhere: single.bZ)
        bM = Element(everywhere: single.bM)
        bC = Element(everywhere: single.bC)
        bHyd = Element(everywhere: single.bHyd)
        cN = Element(everywhere: single.cN)
        n0 = Element(everywhere: single.n0)
        nINoc = Element(everywhere: single.nINoc)
        nG = Element(everywhere: single.nG)
    }
}
