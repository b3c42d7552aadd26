extension KnotParameter {
    /// Fatigue, perfusion, oxygen, energy.
    static let tissueEntries: [Entry] = [
        // Fatigue and hydration
        Entry(
            .fFat, "F_fat", 27.18, 21.74...32.62, "1/h", "freylaw_2012", .published,
            "fatigue rate, trunk"),
        Entry(
            .rFat, "R_fat", 2.7, 2.16...3.24, "1/h", "freylaw_2012", .published,
            "recovery rate, trunk"),
        Entry(
            .rRest, "r_rest", 15.0, 12.0...18.0, "", "looft_2018", .published,
            "rest recovery multiplier"),
        Entry(
            .mLow, "m_low", 0.07, 0.0525...0.0875, "fraction MVC", "calibrated", .calibrated,
            "low-force attenuation of fatigue"),
        Entry(
            .lOn, "l_on", 0.002, 0.001...0.003, "fraction MVC", "assumption", .assumed,
            "load above which the muscle counts as working"),
        Entry(
            .tauH, "tau_H", 4.0, 3.2...4.8, "h", "from_memory", .fromMemory,
            "time constant of hydration"),
        // Perfusion
        Entry(
            .q0, "Q0", 3.0, 2.4...3.6, "mL/100g/min", "from_memory", .fromMemory,
            "resting flow"),
        Entry(
            .pa, "Pa", 93.0, 74.4...111.6, "mmHg", "from_memory", .fromMemory,
            "mean arterial pressure"),
        Entry(
            .pv, "Pv", 8.0, 6.4...9.6, "mmHg", "from_memory", .fromMemory,
            "venous outflow pressure"),
        Entry(
            .p0, "p0", 14.0, 11.2...16.8, "mmHg", "sjogaard_1986", .published,
            "resting intramuscular pressure"),
        Entry(
            .pMvc, "p_mvc", 200.0, 160.0...240.0, "mmHg", "jarvholm_1988", .published,
            "intramuscular pressure per unit activation"),
        Entry(
            .kPump, "k_pump", 0.25, 0.125...0.375, "", "assumption", .assumed,
            "share of the pressure of activation in purely dynamic work"),
        Entry(
            .pC, "p_C", 40.0, 30.0...50.0, "mmHg", "calibrated", .calibrated,
            "extra pressure at full contracture"),
        Entry(
            .kTr, "k_tr", 0.15, 0.075...0.225, "", "assumption", .assumed,
            "share of surface pressure reaching the knot"),
        Entry(
            .kDyn, "k_dyn", 0.7, 0.35...1.05, "", "assumption", .assumed,
            "relief of occlusion by rolling"),
        Entry(
            .wC, "w_c", 0.05, 0.04...0.06, "", "from_memory", .fromMemory,
            "capillary-venular share of resting resistance"),
        Entry(
            .rho, "rho", 10.75, 8.062...13.44, "", "calibrated", .calibrated,
            "outflow-resistance gain of contracture"),
        Entry(
            .cRho, "C_rho", 0.35, 0.2625...0.4375, "", "calibrated", .calibrated,
            "contracture at half of the gain of outflow resistance"),
        Entry(
            .nRho, "n_rho", 3.0, 2.25...3.75, "", "calibrated", .calibrated,
            "steepness of the outflow resistance"),
        Entry(
            .oRef, "O_ref", 29.0, 23.2...34.8, "mmHg", "kunze_1976", .published,
            "PO2 at which vasomotor tone is 1"),
        Entry(
            .vMax, "v_max", 30.0, 24.0...36.0, "ratio", "laaksonen_2010", .published,
            "maximal vasodilation (conductance)"),
        Entry(
            .oV, "O_v", 9.0, 6.75...11.25, "mmHg", "calibrated", .calibrated,
            "PO2 at half vasodilation"),
        Entry(
            .nV, "n_v", 3.5, 2.625...4.375, "", "calibrated", .calibrated,
            "steepness of the vasodilation"),
        Entry(
            .mFf, "m_ff", 0.25, 0.2...0.3, "fraction MVC", "laaksonen_2010", .published,
            "activation at half feed-forward hyperaemia"),
        Entry(
            .kT, "kT", 0.25, 0.2...0.3, "1/degC", "wenger_1985;koch_2021", .published,
            "log flow per degree of tissue temperature"),
        Entry(
            .kSym, "k_sym", 0.15, 0.075...0.225, "", "assumption", .assumed,
            "vasoconstriction at full stress"),
        Entry(
            .hQ, "h_Q", 0.02, 0.01...0.03, "1/%", "assumption", .assumed,
            "flow loss per % body mass"),
        // Oxygen
        Entry(
            .ca, "Ca", 0.2, 0.16...0.24, "mL/mL", "from_memory", .fromMemory,
            "arterial O2 content"),
        Entry(
            .sa, "Sa", 0.97, 0.776...1.164, "", "from_memory", .fromMemory,
            "arterial saturation"),
        Entry(
            .p50, "P50", 26.8, 21.44...32.16, "mmHg", "from_memory", .fromMemory,
            "Hb P50"),
        Entry(
            .nH, "nH", 2.7, 2.16...3.24, "", "from_memory", .fromMemory,
            "Hb Hill exponent"),
        Entry(
            .v0, "V0", 0.27, 0.216...0.324, "mL/100g/min", "hamaoka_2003", .published,
            "resting O2 demand"),
        Entry(
            .vA, "V_A", 11.0, 8.8...13.2, "mL/100g/min", "laaksonen_2010", .published,
            "O2 demand per unit activation"),
        Entry(
            .vC, "V_C", 0.335, 0.2513...0.4188, "mL/100g/min", "calibrated", .calibrated,
            "O2 demand per unit contracture"),
        Entry(
            .vR, "V_r", 4.0, 3.0...5.0, "mL/100g/min", "calibrated", .calibrated,
            "PCr-resynthesis drive"),
        Entry(
            .pM, "P_m", 3.1, 2.325...3.875, "mmHg", "calibrated", .calibrated,
            "effective half-saturation PO2 of respiration (heterogeneous tissue)"),
        Entry(
            .kKr, "K_kr", 9.4e-10, 7.52e-10...1.128e-09, "mL O2/cm/s/mmHg", "from_memory", .fromMemory,
            "Krogh diffusion constant"),
        Entry(
            .r0Kr, "R0_kr", 0.003, 0.0024...0.0036, "cm", "mcguire_secomb_2003", .published,
            "Krogh cylinder radius at rest"),
        Entry(
            .rcKr, "rc_kr", 0.00027, 0.000216...0.000324, "cm", "from_memory", .fromMemory,
            "capillary radius"),
        Entry(
            .kapN, "kap_N", 0.75, 0.5625...0.9375, "", "calibrated", .calibrated,
            "perfused-capillary loss at full contracture"),
        Entry(
            .thKr, "th_kr", 0.5, 0.25...0.75, "", "assumption", .assumed,
            "mean over edge Krogh drop"),
        Entry(
            .alphaT, "alpha_t", 0.0031, 0.00248...0.00372, "mL/100g/mmHg", "from_memory", .fromMemory,
            "dissolved O2"),
        Entry(
            .vb, "Vb", 3.0, 2.4...3.6, "mL/100g", "from_memory", .fromMemory,
            "blood volume"),
        Entry(
            .mbO, "MbO", 1.1, 0.88...1.32, "mL/100g", "from_memory", .fromMemory,
            "O2 capacity of myoglobin"),
        Entry(
            .p50Mb, "P50Mb", 2.4, 1.92...2.88, "mmHg", "richardson_1999", .published,
            "myoglobin P50"),
        // Energy and lactate
        Entry(
            .phosphocreatine, "PCr", 25.0, 20.0...30.0, "mmol/kg", "from_memory", .fromMemory,
            "phosphocreatine"),
        Entry(
            .epsE, "epsE", 0.1, 0.05...0.15, "", "assumption", .assumed,
            "low-energy cut-off"),
        Entry(
            .g1, "g1", 0.52, 0.39...0.65, "mL O2-eq/100g/min", "calibrated", .calibrated,
            "glycolysis gain (linear)"),
        Entry(
            .g2, "g2", 40.0, 30.0...50.0, "mL O2-eq/100g/min", "calibrated", .calibrated,
            "glycolysis gain (emergency)"),
        Entry(
            .nGlycolysis, "n_g", 6.0, 4.5...7.5, "", "calibrated", .calibrated,
            "steepness of the emergency glycolysis"),
        Entry(
            .lA, "L_a", 1.0, 0.8...1.2, "mmol/L", "from_memory", .fromMemory,
            "arterial lactate"),
        Entry(
            .l0, "L0", 3.1, 2.48...3.72, "mmol/L", "rosendal_2004", .published,
            "resting interstitial lactate"),
        Entry(
            .kL, "k_L", 6.0, 4.8...7.2, "1/h", "street_2001", .published,
            "lactate clearance rate"),
        Entry(
            .qL, "q_L", 0.7, 0.35...1.05, "", "assumption", .assumed,
            "flow-dependent share of clearance"),
        Entry(
            .betPH, "bet_pH", 20.0, 15.0...25.0, "mmol/L per pH", "calibrated", .calibrated,
            "interstitial buffering"),
        Entry(
            .restingPH, "pH0", 7.38, 5.904...8.856, "", "street_2001", .published,
            "resting interstitial pH"),
    ]
}
