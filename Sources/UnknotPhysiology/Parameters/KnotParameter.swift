/// The constants of the knot model, version 1, by the symbols of its specification.
///
/// Each has a value, a range for ensembles, a unit, a source and a status; see `entry`.
public enum KnotParameter: Int, CaseIterable, Sendable {
    // Fatigue and hydration

    /// `F_fat`: fatigue rate, trunk.
    case fFat
    /// `R_fat`: recovery rate, trunk.
    case rFat
    /// `r_rest`: rest recovery multiplier.
    case rRest
    /// `m_low`: low-force attenuation of fatigue.
    case mLow
    /// `l_on`: load above which the muscle counts as working.
    case lOn
    /// `tau_H`: time constant of hydration.
    case tauH

    // Perfusion

    /// `Q0`: resting flow.
    case q0
    /// `Pa`: mean arterial pressure.
    case pa
    /// `Pv`: venous outflow pressure.
    case pv
    /// `p0`: resting intramuscular pressure.
    case p0
    /// `p_mvc`: intramuscular pressure per unit activation.
    case pMvc
    /// `k_pump`: share of the pressure of activation in purely dynamic work.
    case kPump
    /// `p_C`: extra pressure at full contracture.
    case pC
    /// `k_tr`: share of surface pressure reaching the knot.
    case kTr
    /// `k_dyn`: relief of occlusion by rolling.
    case kDyn
    /// `w_c`: capillary-venular share of resting resistance.
    case wC
    /// `rho`: outflow-resistance gain of contracture.
    case rho
    /// `C_rho`: contracture at half of the gain of outflow resistance.
    case cRho
    /// `n_rho`: steepness of the outflow resistance.
    case nRho
    /// `O_ref`: PO2 at which vasomotor tone is 1.
    case oRef
    /// `v_max`: maximal vasodilation (conductance).
    case vMax
    /// `O_v`: PO2 at half vasodilation.
    case oV
    /// `n_v`: steepness of the vasodilation.
    case nV
    /// `m_ff`: activation at half feed-forward hyperaemia.
    case mFf
    /// `kT`: log flow per degree of tissue temperature.
    case kT
    /// `k_sym`: vasoconstriction at full stress.
    case kSym
    /// `h_Q`: flow loss per % body mass.
    case hQ

    // Oxygen

    /// `Ca`: arterial O2 content.
    case ca
    /// `Sa`: arterial saturation.
    case sa
    /// `P50`: Hb P50.
    case p50
    /// `nH`: Hb Hill exponent.
    case nH
    /// `V0`: resting O2 demand.
    case v0
    /// `V_A`: O2 demand per unit activation.
    case vA
    /// `V_C`: O2 demand per unit contracture.
    case vC
    /// `V_r`: PCr-resynthesis drive.
    case vR
    /// `P_m`: effective half-saturation PO2 of respiration (heterogeneous tissue).
    case pM
    /// `K_kr`: Krogh diffusion constant.
    case kKr
    /// `R0_kr`: Krogh cylinder radius at rest.
    case r0Kr
    /// `rc_kr`: capillary radius.
    case rcKr
    /// `kap_N`: perfused-capillary loss at full contracture.
    case kapN
    /// `th_kr`: mean over edge Krogh drop.
    case thKr
    /// `alpha_t`: dissolved O2.
    case alphaT
    /// `Vb`: blood volume.
    case vb
    /// `MbO`: O2 capacity of myoglobin.
    case mbO
    /// `P50Mb`: myoglobin P50.
    case p50Mb

    // Energy and lactate

    /// `PCr`: phosphocreatine.
    case phosphocreatine
    /// `epsE`: low-energy cut-off.
    case epsE
    /// `g1`: glycolysis gain (linear).
    case g1
    /// `g2`: glycolysis gain (emergency).
    case g2
    /// `n_g`: steepness of the emergency glycolysis.
    case nGlycolysis
    /// `L_a`: arterial lactate.
    case lA
    /// `L0`: resting interstitial lactate.
    case l0
    /// `k_L`: lactate clearance rate.
    case kL
    /// `q_L`: flow-dependent share of clearance.
    case qL
    /// `bet_pH`: interstitial buffering.
    case betPH
    /// `pH0`: resting interstitial pH.
    case restingPH

    // Drive of the endplate

    /// `tau_A`: time constant of endplate drive.
    case tauA
    /// `a0`: tonic drive.
    case a0
    /// `a_load`: held low-level load to drive.
    case aLoad
    /// `m_cin`: activation at which low-threshold units are half on.
    case mCin
    /// `a_F`: fatigue to drive.
    case aF
    /// `a_str`: stress to drive.
    case aStr
    /// `a_E`: energy lack to drive.
    case aE
    /// `a_I`: ischaemia to drive.
    case aI
    /// `a_L`: lactate excess to drive.
    case aL
    /// `a_M`: mediators (CGRP) to drive.
    case aM
    /// `a_D`: damage to drive.
    case aD
    /// `a_hyd`: dehydration to drive per % (contested, 0 removes it).
    case aHyd
    /// `a_cold`: cold to drive per degC (contested).
    case aCold
    /// `a_guard`: guarding when pressed too hard.
    case aGuard
    /// `x_guard`: guarding starts at this multiple of PPT.
    case xGuard
    /// `a_G`: quieting of the drive by compression analgesia.
    case aG

    // Contracture

    /// `k_on`: contracture on-rate.
    case kOn
    /// `K_A`: drive at half on-rate.
    case kA
    /// `n_A`: steepness (cooperative Ca2+ activation).
    case nA
    /// `k_off`: relaxation rate.
    case kOff
    /// `n_E`: energy dependence of relaxation.
    case nE
    /// `kap_K`: slowing of relaxation by structure.
    case kapK
    /// `k_press`: mechanical release rate under saturating pressure.
    case kPress
    /// `p_half`: pressure at half effect.
    case pHalf
    /// `n_p`: steepness of the effect of pressure.
    case nP
    /// `k_stretch`: release rate by stretch.
    case kStretch

    // Damage and mediators

    /// `tau_D`: repair time of micro-damage.
    case tauD
    /// `d_over`: damage rate at full overstretch.
    case dOver
    /// `d_press`: damage per excess pressure.
    case dPress
    /// `d_sl`: slowing of repair by sleep loss.
    case dSl
    /// `tau_M`: mediator time constant.
    case tauM
    /// `m_D`: damage to mediators.
    case mD
    /// `m_I`: ischaemia to mediators.
    case mI
    /// `I_h`: hypoxic fraction at half ischaemia index.
    case iH
    /// `n_I`: steepness of the ischaemia index.
    case nI
    /// `m_N`: neurogenic feedback gain.
    case mN
    /// `psi_str`: stress on that gain.
    case psiStr
    /// `psi_sl`: sleep loss on that gain.
    case psiSl
    /// `psi_Z`: central sensitisation on that gain.
    case psiZ

    // Sensitisation and structure

    /// `tau_S`: nociceptor sensitisation time constant.
    case tauS
    /// `K_S`: mediator excess at half sensitisation.
    case kS
    /// `n_S`: steepness of the sensitisation.
    case nS
    /// `tau_Z`: central sensitisation time constant.
    case tauZ
    /// `K_Z`: input at half central sensitisation.
    case kZ
    /// `n_Z`: steepness of the central sensitisation.
    case nZ
    /// `z_sl`: sleep loss to central input.
    case zSl
    /// `z_str`: stress to central input.
    case zStr
    /// `tau_K`: structural time constant.
    case tauK

    // Creep and analgesia

    /// `tau_X`: creep recovery time constant.
    case tauX
    /// `x_press`: creep rate by pressure.
    case xPress
    /// `x_stretch`: creep rate by stretch.
    case xStretch
    /// `tau_G`: analgesia decay time.
    case tauG
    /// `g_press`: analgesia build-up by pressure.
    case gPress
    /// `g_stretch`: analgesia build-up by stretch.
    case gStretch
    /// `g_heat`: analgesia build-up by heat per degC.
    case gHeat
    /// `g_str`: loss of analgesia at full stress.
    case gStr

    // Outputs

    /// `PPT0`: personal normal PPT.
    case ppt0
    /// `b_S`: peripheral sensitisation in PPT.
    case bS
    /// `b_Z`: central sensitisation in PPT.
    case bZ
    /// `b_M`: mediators in PPT.
    case bM
    /// `b_C`: contracture in PPT.
    case bC
    /// `b_G`: analgesia in PPT.
    case bG
    /// `b_hyd`: dehydration in PPT per %.
    case bHyd
    /// `b_sl`: sleep loss in PPT.
    case bSl
    /// `c_N`: nociceptor gain.
    case cN
    /// `n_0`: unsensitised nociceptor response.
    case n0
    /// `n_I_noc`: direct ischaemic nociception.
    case nINoc
    /// `n_G`: analgesia on nociception.
    case nG
    /// `pain_h`: nociception at pain 5.
    case painH
    /// `pain_n`: steepness of pain.
    case painN
    /// `pain_Z`: central amplification of pain.
    case painZ
    /// `ev_h`: pressure over PPT giving pain 5.
    case evH
    /// `ev_n`: steepness of evoked pain.
    case evN
    /// `pain_hyd`: dehydration on pain per %.
    case painHyd
    /// `mu0`: normal shear stiffness.
    case mu0
    /// `mu_C`: contracture stiffness.
    case muC
    /// `mu_K`: structural stiffness.
    case muK
    /// `mu_X`: softening by creep.
    case muX
    /// `ROM0`: normal side-bend range.
    case rom0
    /// `r_C`: ROM lost by contracture.
    case rC
    /// `r_K`: ROM lost by structure.
    case rK
    /// `r_pain`: ROM lost per pain point.
    case rPain
    /// `r_X`: ROM gained at full creep.
    case rX
}
