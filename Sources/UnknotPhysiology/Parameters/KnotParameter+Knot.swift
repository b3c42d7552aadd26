extension KnotParameter {
    /// Drive, contracture, mediators, sensitisation, outputs.
    static let knotEntries: [Entry] = [
        // Drive of the endplate
        Entry(
            .tauA, "tau_A", 0.15, 0.1125...0.1875, "h", "calibrated", .calibrated,
            "time constant of endplate drive"),
        Entry(
            .a0, "a0", 0.07, 0.0525...0.0875, "", "calibrated", .calibrated,
            "tonic drive"),
        Entry(
            .aLoad, "a_load", 0.8, 0.6...1.0, "", "calibrated", .calibrated,
            "held low-level load to drive"),
        Entry(
            .mCin, "m_cin", 0.08, 0.06...0.1, "fraction MVC", "calibrated", .calibrated,
            "activation at which low-threshold units are half on"),
        Entry(
            .aF, "a_F", 0.5, 0.375...0.625, "", "calibrated", .calibrated,
            "fatigue to drive"),
        Entry(
            .aStr, "a_str", 0.12, 0.09...0.15, "", "calibrated", .calibrated,
            "stress to drive"),
        Entry(
            .aE, "a_E", 2.0, 1.5...2.5, "", "calibrated", .calibrated,
            "energy lack to drive"),
        Entry(
            .aI, "a_I", 1.03, 0.7725...1.288, "", "calibrated", .calibrated,
            "ischaemia to drive"),
        Entry(
            .aL, "a_L", 0.35, 0.2625...0.4375, "", "calibrated", .calibrated,
            "lactate excess to drive"),
        Entry(
            .aM, "a_M", 0.03, 0.0225...0.0375, "", "calibrated", .calibrated,
            "mediators (CGRP) to drive"),
        Entry(
            .aD, "a_D", 0.08, 0.06...0.1, "", "calibrated", .calibrated,
            "damage to drive"),
        Entry(
            .aHyd, "a_hyd", 0.015, 0.0075...0.0225, "1/%", "assumption", .assumed,
            "dehydration to drive per % (contested, 0 removes it)"),
        Entry(
            .aCold, "a_cold", 0.02, 0.01...0.03, "1/degC", "assumption", .assumed,
            "cold to drive per degC (contested)"),
        Entry(
            .aGuard, "a_guard", 0.8, 0.4...1.2, "cm2/kg", "assumption", .assumed,
            "guarding when pressed too hard"),
        Entry(
            .xGuard, "x_guard", 1.6, 0.8...2.4, "", "assumption", .assumed,
            "guarding starts at this multiple of PPT"),
        Entry(
            .aG, "a_G", 0.8, 0.6...1.0, "", "calibrated", .calibrated,
            "quieting of the drive by compression analgesia"),
        // Contracture
        Entry(
            .kOn, "k_on", 1.2, 0.9...1.5, "1/h", "calibrated", .calibrated,
            "contracture on-rate"),
        Entry(
            .kA, "K_A", 0.317, 0.2378...0.3962, "", "calibrated", .calibrated,
            "drive at half on-rate"),
        Entry(
            .nA, "n_A", 8.0, 6.0...10.0, "", "calibrated", .calibrated,
            "steepness (cooperative Ca2+ activation)"),
        Entry(
            .kOff, "k_off", 1.32, 0.99...1.65, "1/h", "calibrated", .calibrated,
            "relaxation rate"),
        Entry(
            .nE, "n_E", 1.0, 0.5...1.5, "", "assumption", .assumed,
            "energy dependence of relaxation"),
        Entry(
            .kapK, "kap_K", 1.47, 1.103...1.837, "", "calibrated", .calibrated,
            "slowing of relaxation by structure"),
        Entry(
            .kPress, "k_press", 9.0, 6.75...11.25, "1/h", "calibrated", .calibrated,
            "mechanical release rate under saturating pressure"),
        Entry(
            .pHalf, "p_half", 2.0, 1.5...2.5, "kg/cm2", "calibrated", .calibrated,
            "pressure at half effect"),
        Entry(
            .nP, "n_p", 2.0, 1.0...3.0, "", "assumption", .assumed,
            "steepness of the effect of pressure"),
        Entry(
            .kStretch, "k_stretch", 0.6, 0.45...0.75, "1/h", "calibrated", .calibrated,
            "release rate by stretch"),
        // Damage and mediators
        Entry(
            .tauD, "tau_D", 44.0, 35.2...52.8, "h", "itoh_2004", .published,
            "repair time of micro-damage"),
        Entry(
            .dOver, "d_over", 0.15, 0.075...0.225, "1/h", "assumption", .assumed,
            "damage rate at full overstretch"),
        Entry(
            .dPress, "d_press", 0.25, 0.125...0.375, "1/h per kg/cm2", "assumption", .assumed,
            "damage per excess pressure"),
        Entry(
            .dSl, "d_sl", 0.3, 0.15...0.45, "", "assumption", .assumed,
            "slowing of repair by sleep loss"),
        Entry(
            .tauM, "tau_M", 10.0, 8.0...12.0, "h", "doms_2017", .published,
            "mediator time constant"),
        Entry(
            .mD, "m_D", 4.4, 3.3...5.5, "", "calibrated", .calibrated,
            "damage to mediators"),
        Entry(
            .mI, "m_I", 0.7, 0.525...0.875, "", "calibrated", .calibrated,
            "ischaemia to mediators"),
        Entry(
            .iH, "I_h", 0.25, 0.1875...0.3125, "", "calibrated", .calibrated,
            "hypoxic fraction at half ischaemia index"),
        Entry(
            .nI, "n_I", 3.0, 2.25...3.75, "", "calibrated", .calibrated,
            "steepness of the ischaemia index"),
        Entry(
            .mN, "m_N", 1.7, 1.275...2.125, "", "calibrated", .calibrated,
            "neurogenic feedback gain"),
        Entry(
            .psiStr, "psi_str", 1.0, 0.75...1.25, "", "calibrated", .calibrated,
            "stress on that gain"),
        Entry(
            .psiSl, "psi_sl", 1.0, 0.75...1.25, "", "calibrated", .calibrated,
            "sleep loss on that gain"),
        Entry(
            .psiZ, "psi_Z", 0.4, 0.3...0.5, "", "calibrated", .calibrated,
            "central sensitisation on that gain"),
        // Sensitisation and structure
        Entry(
            .tauS, "tau_S", 40.0, 32.0...48.0, "h", "sorensen_2018;itoh_2004", .published,
            "nociceptor sensitisation time constant"),
        Entry(
            .kS, "K_S", 1.9, 1.425...2.375, "", "calibrated", .calibrated,
            "mediator excess at half sensitisation"),
        Entry(
            .nS, "n_S", 4.0, 3.0...5.0, "", "calibrated", .calibrated,
            "steepness of the sensitisation"),
        Entry(
            .tauZ, "tau_Z", 144.0, 115.2...172.8, "h", "hayashi_2013", .published,
            "central sensitisation time constant"),
        Entry(
            .kZ, "K_Z", 2.0, 1.5...2.5, "", "calibrated", .calibrated,
            "input at half central sensitisation"),
        Entry(
            .nZ, "n_Z", 2.0, 1.0...3.0, "", "assumption", .assumed,
            "steepness of the central sensitisation"),
        Entry(
            .zSl, "z_sl", 0.25, 0.1875...0.3125, "", "calibrated", .calibrated,
            "sleep loss to central input"),
        Entry(
            .zStr, "z_str", 0.15, 0.1125...0.1875, "", "calibrated", .calibrated,
            "stress to central input"),
        Entry(
            .tauK, "tau_K", 240.0, 180.0...300.0, "h", "calibrated", .calibrated,
            "structural time constant"),
        // Creep and analgesia
        Entry(
            .tauX, "tau_X", 0.5, 0.4...0.6, "h", "from_memory", .fromMemory,
            "creep recovery time constant"),
        Entry(
            .xPress, "x_press", 20.0, 15.0...25.0, "1/h", "calibrated", .calibrated,
            "creep rate by pressure"),
        Entry(
            .xStretch, "x_stretch", 25.0, 18.75...31.25, "1/h", "calibrated", .calibrated,
            "creep rate by stretch"),
        Entry(
            .tauG, "tau_G", 2.0, 1.5...2.5, "h", "calibrated", .calibrated,
            "analgesia decay time"),
        Entry(
            .gPress, "g_press", 45.0, 33.75...56.25, "1/h", "calibrated", .calibrated,
            "analgesia build-up by pressure"),
        Entry(
            .gStretch, "g_stretch", 4.0, 3.0...5.0, "1/h", "calibrated", .calibrated,
            "analgesia build-up by stretch"),
        Entry(
            .gHeat, "g_heat", 0.15, 0.1125...0.1875, "1/h/degC", "calibrated", .calibrated,
            "analgesia build-up by heat per degC"),
        Entry(
            .gStr, "g_str", 0.6, 0.3...0.9, "", "assumption", .assumed,
            "loss of analgesia at full stress"),
        // Outputs
        Entry(
            .ppt0, "PPT0", 2.74, 2.192...3.288, "kg/cm2", "rosendal_2004", .published,
            "personal normal PPT"),
        Entry(
            .bS, "b_S", 0.4, 0.3...0.5, "", "calibrated", .calibrated,
            "peripheral sensitisation in PPT"),
        Entry(
            .bZ, "b_Z", 0.31, 0.2325...0.3875, "", "calibrated", .calibrated,
            "central sensitisation in PPT"),
        Entry(
            .bM, "b_M", 0.04, 0.03...0.05, "", "calibrated", .calibrated,
            "mediators in PPT"),
        Entry(
            .bC, "b_C", 0.14, 0.105...0.175, "", "calibrated", .calibrated,
            "contracture in PPT"),
        Entry(
            .bG, "b_G", 0.34, 0.272...0.408, "", "geri_2022;wilke_2018", .published,
            "analgesia in PPT"),
        Entry(
            .bHyd, "b_hyd", 0.04, 0.032...0.048, "1/%", "bear_2016", .published,
            "dehydration in PPT per %"),
        Entry(
            .bSl, "b_sl", 0.15, 0.12...0.18, "", "schrimpf_2015", .published,
            "sleep loss in PPT"),
        Entry(
            .cN, "c_N", 1.0, 0.5...1.5, "", "assumption", .assumed,
            "nociceptor gain"),
        Entry(
            .n0, "n_0", 0.25, 0.125...0.375, "", "assumption", .assumed,
            "unsensitised nociceptor response"),
        Entry(
            .nINoc, "n_I_noc", 0.15, 0.075...0.225, "", "assumption", .assumed,
            "direct ischaemic nociception"),
        Entry(
            .nG, "n_G", 0.2, 0.16...0.24, "", "lu_2022", .published,
            "analgesia on nociception"),
        Entry(
            .painH, "pain_h", 8.6, 6.88...10.32, "", "rosendal_2004", .published,
            "nociception at pain 5"),
        Entry(
            .painN, "pain_n", 2.0, 1.0...3.0, "", "assumption", .assumed,
            "steepness of pain"),
        Entry(
            .painZ, "pain_Z", 0.8, 0.4...1.2, "", "assumption", .assumed,
            "central amplification of pain"),
        Entry(
            .evH, "ev_h", 2.0, 1.0...3.0, "", "assumption", .assumed,
            "pressure over PPT giving pain 5"),
        Entry(
            .evN, "ev_n", 3.0, 1.5...4.5, "", "assumption", .assumed,
            "steepness of evoked pain"),
        Entry(
            .painHyd, "pain_hyd", 0.07, 0.056...0.084, "1/%", "hypohydration_thesis", .published,
            "dehydration on pain per %"),
        Entry(
            .mu0, "mu0", 6.2, 4.96...7.44, "kPa", "chen_2016", .published,
            "normal shear stiffness"),
        Entry(
            .muC, "mu_C", 6.0, 4.8...7.2, "kPa", "chen_2016", .published,
            "contracture stiffness"),
        Entry(
            .muK, "mu_K", 3.0, 2.4...3.6, "kPa", "chen_2016", .published,
            "structural stiffness"),
        Entry(
            .muX, "mu_X", 0.2, 0.1...0.3, "", "assumption", .assumed,
            "softening by creep"),
        Entry(
            .rom0, "ROM0", 45.0, 36.0...54.0, "deg", "from_memory", .fromMemory,
            "normal side-bend range"),
        Entry(
            .rC, "r_C", 7.0, 5.6...8.4, "deg", "from_memory", .fromMemory,
            "ROM lost by contracture"),
        Entry(
            .rK, "r_K", 4.0, 3.2...4.8, "deg", "from_memory", .fromMemory,
            "ROM lost by structure"),
        Entry(
            .rPain, "r_pain", 0.5, 0.25...0.75, "deg", "assumption", .assumed,
            "ROM lost per pain point"),
        Entry(
            .rX, "r_X", 5.0, 4.0...6.0, "deg", "wilke_2019", .published,
            "ROM gained at full creep"),
    ]
}
