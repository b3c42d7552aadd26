import UnknotDynamics

extension CalibrationTarget {
    /// What happens over days and weeks.
    static let courses: [CalibrationTarget] = [
        CalibrationTarget(
            "t26", .fitted, "active, stress and lost sleep removed: pain after 21 d", "back to latent in 1-3 weeks",
            0...0.7, "0-10", "travell_simons_course", note: "expert opinion, from memory"
        ) { (bench) throws(SolverFailure) in
            let later = try bench.atRest(bench.end(bench.settledActive, days: 21, .ordinary), .ordinary)
            return later.outputs.pain
        },
        CalibrationTarget(
            "t27", .checked, "active, stress and lost sleep kept: pain after 28 d / at the start",
            "unchanged over a control period of 4 weeks", 0.9...1.1, "ratio", "cagnie_2013"
        ) { (bench) throws(SolverFailure) in
            let later = try bench.atRest(bench.end(bench.settledActive, days: 28, .perpetuating), .perpetuating)
            return later.outputs.pain / bench.active.outputs.pain
        },
        CalibrationTarget(
            "t28", .checked, "latent in ordinary life: contracture after 180 d", "above 0.5", 0.5...0.8, "",
            "ts_vol1_1999"
        ) { (bench) throws(SolverFailure) in
            try bench.end(bench.settledLatent, days: 180, .ordinary).contracture
        },
        CalibrationTarget(
            "t29", .checked, "12 sessions in 6 weeks: threshold before the last / before the first",
            "above 1 (cumulative, sustained)", 1.1...2, "ratio", "moraska_2017"
        ) { (bench) throws(SolverFailure) in
            let sessions = try sessions(bench)
            return sessions.lastBefore / sessions.firstBefore
        },
        CalibrationTarget(
            "t30", .checked, "12 sessions in 6 weeks: immediate gain of the last", "above 0", 0.05...2, "kg/cm2",
            "moraska_2017"
        ) { (bench) throws(SolverFailure) in
            let sessions = try sessions(bench)
            return sessions.lastAfter - sessions.lastBefore
        },
        CalibrationTarget(
            "t31", .fitted, "soreness after exercise: threshold at 48 h", "-24 (largest at 48 h)", -30 ... -18, "%",
            "doms_2017;itoh_2004"
        ) { (bench) throws(SolverFailure) in
            let sore = try sore(bench, hours: 48)
            return 100 * (sore.outputs.pressThreshold / bench.healthy.outputs.pressThreshold - 1)
        },
        CalibrationTarget(
            "t32", .checked, "soreness after exercise: threshold at 7 d", "back to normal", -6...2, "%", "itoh_2004"
        ) { (bench) throws(SolverFailure) in
            let sore = try sore(bench, hours: 168)
            return 100 * (sore.outputs.pressThreshold / bench.healthy.outputs.pressThreshold - 1)
        },
        CalibrationTarget(
            "t33", .checked, "soreness after exercise: contracture at 10 d", "no knot", 0...0.1, "", "itoh_2004"
        ) { (bench) throws(SolverFailure) in try sore(bench, hours: 240).state.contracture },
        CalibrationTarget(
            "t34", .checked, "soreness after exercise: contracture at 24 h", "a ropy band, gone by day 7", 0.03...0.3,
            "", "itoh_2004", note: "the model's band is weak, its label none"
        ) { (bench) throws(SolverFailure) in try sore(bench, hours: 24).state.contracture },
        CalibrationTarget(
            "t35", .fitted, "1 h of typing in a held posture: contracture", "trigger points found after 1 h",
            0.25...0.6, "", "hoyle_2011"
        ) { (bench) throws(SolverFailure) in try typed(bench).contracture },
        CalibrationTarget(
            "t36", .checked, "the same, 18 h later: contracture", "gone (young, unconsolidated)", 0...0.1, "",
            "assumption"
        ) { (bench) throws(SolverFailure) in
            try bench.end(typed(bench), seconds: 64_800, .ordinary).contracture
        },
    ]

    /// An active knot under mild stress, pressed four times at 2 kg/cm² twice a week: thresholds in kg/cm².
    private static func sessions(
        _ bench: CalibrationBench
    ) throws(SolverFailure) -> (firstBefore: Double, lastBefore: Double, lastAfter: Double) {
        let life = KnotInputs { $0.stress = 0.3 }
        var state = bench.settledActive
        var first = 0.0
        var before = 0.0
        var after = 0.0
        for session in 0..<12 {
            let patient = try bench.atRest(state, life)
            before = patient.outputs.pressThreshold
            if session == 0 { first = before }
            state = try bench.pressed(patient.state, patient.inputs, pressure: 2, times: 4)
            after = bench.threshold(state, patient.inputs)
            state = try bench.end(state, days: 3.5, life)
        }
        return (first, before, after)
    }

    /// A healthy muscle some hours after unaccustomed exercise.
    private static func sore(
        _ bench: CalibrationBench, hours: Double
    ) throws(SolverFailure) -> CalibrationBench.Subject {
        let exercise = KnotInputs {
            $0.load = 0.3
            $0.held = 0.1
            $0.damage = 2
        }
        let tired = try bench.end(bench.settledHealthy, seconds: 1_800, exercise)
        return try bench.atRest(bench.end(tired, seconds: hours * 3_600, .ordinary), .ordinary)
    }

    private static func typed(_ bench: CalibrationBench) throws(SolverFailure) -> KnotState {
        let typing = KnotInputs {
            $0.load = 0.05
            $0.held = 0.9
            $0.stress = 0.3
        }
        return try bench.end(bench.settledHealthy, seconds: 3_600, typing)
    }
}
