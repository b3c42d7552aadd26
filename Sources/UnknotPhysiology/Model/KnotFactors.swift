import UnknotDynamics

/// Solves with shift · I − J by eliminating in an order that creates almost no new entries.
///
/// F, H, X and G depend on nothing but themselves. K, L, D, A, S and Z are expressed by the states that they follow; O
/// and E then depend on C alone, and two equations for C and M remain. Of the 196 entries of the matrix 57 are not zero,
/// so this costs about a tenth of a dense decomposition. No pivots are exchanged: the diagonal grows with the inverse of
/// the step, and a step for which the last determinant comes out near zero shows a large error and is not kept.
struct KnotFactors<Element: Lane> {
    private let j: KnotJacobian<Element>
    private let invF, invH, invX, invG, invK, invL, invD, invA, invS, invZ: Element
    /// Row A after L and D were put in, and row M after D.
    private let aO, aE, aC, aM, aS, aZ: Element
    private let mC, mM, mS, mZ: Element
    /// The inverse of the 2×2 block of O and E, and their slopes in C.
    private let oo, oe, eo, ee: Element
    private let slopeO, slopeE: Element
    /// Row C after A and K were put in.
    private let cO, cE, cM, cS, cZ: Element
    /// S and Z as multiples of M; Z of O.
    private let sM, zM, zS, zO: Element
    /// The inverse of the last block, of C and M.
    private let cc, cm, mc, mm: Element

    @inline(__always)
    init(_ j: KnotJacobian<Element>, shift: Element) {
        self.j = j
        invF = 1.0 / (shift - j.fF)
        invH = 1.0 / (shift - j.hH)
        invX = 1.0 / (shift - j.xX)
        invG = 1.0 / (shift - j.gG)
        invK = 1.0 / (shift - j.kK)
        invL = 1.0 / (shift - j.lL)
        invD = 1.0 / (shift - j.dD)
        invA = 1.0 / (shift - j.aA)
        invS = 1.0 / (shift - j.sS)
        invZ = 1.0 / (shift - j.zZ)

        let viaL = j.aL * invL
        let viaD = j.aD * invD
        aO = j.aO + viaL * j.lO
        aE = j.aE + viaL * j.lE
        aC = j.aC + viaL * j.lC + viaD * j.dC
        aM = j.aM + viaD * j.dM
        aS = j.aS + viaD * j.dS
        aZ = j.aZ + viaD * j.dZ
        let mViaD = j.mD * invD
        mC = mViaD * j.dC
        mM = j.mM + mViaD * j.dM
        mS = j.mS + mViaD * j.dS
        mZ = j.mZ + mViaD * j.dZ

        let viaA = j.cA * invA
        cO = viaA * aO
        cE = j.cE + viaA * aE
        cM = viaA * aM
        cS = viaA * aS
        cZ = viaA * aZ
        let cC = j.cC + viaA * aC + j.cK * invK * j.kC

        let determinant = 1.0 / ((shift - j.oO) * (shift - j.eE) - j.oE * j.eO)
        oo = (shift - j.eE) * determinant
        oe = j.oE * determinant
        eo = j.eO * determinant
        ee = (shift - j.oO) * determinant
        slopeO = oo * j.oC + oe * j.eC
        slopeE = eo * j.oC + ee * j.eC

        sM = invS * j.sM
        zS = invZ * j.zS
        zO = invZ * j.zO
        zM = invZ * j.zM + zS * sM

        // O and E are affine in C; S is a multiple of M; Z follows M and O.
        let zC = zO * slopeO
        let lastCC = shift - cC - cO * slopeO - cE * slopeE - cZ * zC
        let lastCM = cM + cS * sM + cZ * zM
        let lastMC = mC + j.mO * slopeO + mZ * zC
        let lastMM = shift - mM - mS * sM - mZ * zM
        let last = 1.0 / (lastCC * lastMM - lastCM * lastMC)
        cc = lastMM * last
        cm = lastCM * last
        mc = lastMC * last
        mm = lastCC * last
    }

    @inline(__always)
    func solve(_ b: KnotVector<Element>) -> KnotVector<Element> {
        var x = KnotVector<Element>(everywhere: 0)
        x.fatigue = b.fatigue * invF
        x.dehydration = b.dehydration * invH
        x.creep = b.creep * invX
        x.analgesia = b.analgesia * invG
        let f = x.fatigue
        let h = x.dehydration
        let g = x.analgesia
        // What is known of each of the other rows once the states that follow others are put in.
        let kKnown = b.structure * invK
        let lKnown = (b.lactate + j.lF * f + j.lH * h + j.lG * g) * invL
        let dKnown = (b.damage + j.dH * h + j.dG * g) * invD
        let aKnown = (b.drive + j.aF * f + j.aH * h + j.aG * g + j.aL * lKnown + j.aD * dKnown) * invA
        let cKnown = b.contracture + j.cK * kKnown + j.cA * aKnown
        let mKnown = b.mediators + j.mD * dKnown
        let sKnown = b.sensitisation * invS
        let oRight = b.oxygen + j.oF * f + j.oH * h
        let eRight = b.energy + j.eF * f
        let oKnown = oo * oRight + oe * eRight
        let eKnown = eo * oRight + ee * eRight
        let zKnown = (b.centralSensitisation + j.zG * g) * invZ + zS * sKnown + zO * oKnown

        let cRight = cKnown + cO * oKnown + cE * eKnown + cS * sKnown + cZ * zKnown
        let mRight = mKnown + j.mO * oKnown + mS * sKnown + mZ * zKnown
        let c = cc * cRight + cm * mRight
        let m = mc * cRight + mm * mRight
        let o = oKnown + slopeO * c
        let e = eKnown + slopeE * c
        let s = sKnown + sM * m
        let z = zKnown + zM * m + zO * slopeO * c
        x.contracture = c
        x.mediators = m
        x.oxygen = o
        x.energy = e
        x.sensitisation = s
        x.centralSensitisation = z
        x.structure = kKnown + invK * j.kC * c
        x.lactate = lKnown + invL * (j.lO * o + j.lE * e + j.lC * c)
        x.damage = dKnown + invD * (j.dC * c + j.dM * m + j.dS * s + j.dZ * z)
        x.drive = aKnown + invA * (aO * o + aE * e + aC * c + aM * m + aS * s + aZ * z)
        return x
    }
}
