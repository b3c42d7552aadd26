extension CalibrationTarget {
    /// What is measured on people at rest.
    static let levels: [CalibrationTarget] = [
        CalibrationTarget(
            "t01", .fitted, "healthy resting tissue PO2", "25-38", 25...38, "mmHg", "kunze_1976;brueckle_1990"
        ) { $0.healthy.state.oxygen },
        CalibrationTarget(
            "t02", .fitted, "knot-core PO2, latent", "about 5 (core of a nodule)", 3...8, "mmHg",
            "brueckle_1990;ts_vol1_1999", note: "value from memory; direction verified"
        ) { $0.latent.state.oxygen },
        CalibrationTarget(
            "t03", .fitted, "knot-core PO2, active", "about 5", 3...8, "mmHg", "brueckle_1990;ts_vol1_1999",
            note: "value from memory; direction verified"
        ) { $0.active.state.oxygen },
        CalibrationTarget(
            "t04", .fitted, "flow in the region of an active knot / healthy", "about 1 (no difference found)",
            0.7...1.1,
            "ratio", "rosendal_2004;moraska_2018"
        ) { $0.active.diagnostics.relativeFlow / $0.healthy.diagnostics.relativeFlow },
        CalibrationTarget(
            "t05", .fitted, "interstitial lactate, healthy", "3.1 (SEM 0.3)", 2.8...3.4, "mmol/L", "rosendal_2004"
        ) { $0.healthy.state.lactate },
        CalibrationTarget(
            "t06", .fitted, "interstitial lactate, active", "4.4 (SEM 0.3)", 4...5, "mmol/L", "rosendal_2004"
        ) { $0.active.state.lactate },
        CalibrationTarget(
            "t07", .checked, "interstitial pH, healthy", "7.38 (0.02)", 7.34...7.42, "", "street_2001"
        ) { $0.healthy.diagnostics.acidity },
        CalibrationTarget(
            "t08", .checked, "interstitial pH, active", "not below 7.0", 7...7.42, "", "street_2001;shah_2008",
            note: "contested: the model refuses the very low published values"
        ) { $0.active.diagnostics.acidity },
        CalibrationTarget(
            "t09", .fitted, "press threshold, healthy upper trapezius", "269 (SEM 17)", 252...286, "kPa",
            "rosendal_2004"
        ) { $0.healthy.outputs.pressThreshold * CalibrationBench.kilopascals },
        CalibrationTarget(
            "t10", .fitted, "press threshold, active", "143 (SEM 18)", 125...175, "kPa", "rosendal_2004;geri_2022"
        ) { $0.active.outputs.pressThreshold * CalibrationBench.kilopascals },
        CalibrationTarget(
            "t11", .checked, "press threshold, healthy minus active", "105 (61-149)", 61...149, "kPa", "geri_2022"
        ) { ($0.healthy.outputs.pressThreshold - $0.active.outputs.pressThreshold) * CalibrationBench.kilopascals },
        CalibrationTarget(
            "t12", .fitted, "press threshold, latent / healthy", "0.80-1.0", 0.8...1, "ratio",
            "valera_2021;kobylarz_2025", note: "contested: one study no difference, one lower"
        ) { $0.latent.outputs.pressThreshold / $0.healthy.outputs.pressThreshold },
        CalibrationTarget(
            "t13", .fitted, "spontaneous pain, active", "3.3 (SEM 0.5)", 2.8...3.8, "0-10", "rosendal_2004"
        ) { $0.active.outputs.pain },
        CalibrationTarget(
            "t14", .fitted, "spontaneous pain, latent", "0 by definition", 0...0.5, "0-10", "ts_vol1_1999"
        ) { $0.latent.outputs.pain },
        CalibrationTarget(
            "t15", .fitted, "shear stiffness, no band", "6.6 (SD 2.1)", 4.5...8.7, "kPa", "chen_2016"
        ) { $0.healthy.outputs.firmness },
        CalibrationTarget(
            "t16", .fitted, "shear stiffness, taut band", "11.5 (SD 2.4)", 9.1...13.9, "kPa", "chen_2016"
        ) { $0.active.outputs.firmness },
        CalibrationTarget(
            "t17", .checked, "stiffness, active / latent", "1 (no difference)", 0.85...1.15, "ratio", "valera_2021"
        ) { $0.active.outputs.firmness / $0.latent.outputs.firmness },
        CalibrationTarget(
            "t18", .fitted, "range lost, active (side bending of the neck)", "5-12", 5...12, "deg", "from_memory"
        ) { $0.model.parameters[.rom0] - $0.active.outputs.range },
    ]
}
