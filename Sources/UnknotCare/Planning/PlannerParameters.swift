import UnknotAtlas

/// The planner cannot be made.
public enum PlannerError: Error, Hashable, Sendable {
    /// `planner_parameters.csv` lacks a row.
    case missingParameter(String)
}

/// The numbers of the planner, read once from `planner_parameters.csv`, where each has its range and reason.
struct PlannerParameters: Sendable {
    let knotFrom: Double
    let keyShare: Double
    let minutesForTwoKnots: Double
    let minutesForThreeKnots: Double
    let flareMinutes: Double
    let gentleFromTenderness: Double
    let grades: [Technique.Grade: Double]
    let directOnKnot: Double
    let ownTool: Double
    let partnerOutOfReach: Double
    let partnerWithTool: Double
    let relativeShare: Double
    let gentleFits: Double
    let gainWeight: Double
    let noGainCost: Double
    let worseCost: Double
    let tendernessNoise: Double
    let sureBy: Double
    let sessionsBeforeChange: Int
    let sessionsBeforeRest: Int
    let sessionsBeforeClinician: Int
    let restDays: Int
    let lightAfterWorse: Double
    let restSeconds: Int
    let shortestPress: Int
    let clinicianAfterWeeks: Int

    init(_ care: CareKnowledge) throws(PlannerError) {
        func read(_ name: String) throws(PlannerError) -> Double {
            guard let parameter = care.parameter(name) else { throw PlannerError.missingParameter(name) }
            return parameter.value
        }
        knotFrom = try read("knot_from")
        keyShare = try read("key_share")
        minutesForTwoKnots = try read("minutes_for_two_knots")
        minutesForThreeKnots = try read("minutes_for_three_knots")
        flareMinutes = try read("flare_minutes")
        gentleFromTenderness = try read("gentle_from_tenderness")
        let moderate = try read("grade_moderate")
        let low = try read("grade_low")
        let veryLow = try read("grade_very_low")
        grades = [
            .moderate: moderate, .moderateSingleTrial: moderate, .moderateForAcute: moderate, .low: low,
            .veryLow: veryLow, .moderateAnyPainVeryLowBack: veryLow, .insufficient: 0,
        ]
        directOnKnot = try read("direct_on_knot")
        ownTool = try read("own_tool")
        partnerOutOfReach = try read("partner_out_of_reach")
        partnerWithTool = try read("partner_with_tool")
        relativeShare = try read("relative_share")
        gentleFits = try read("gentle_fits")
        gainWeight = try read("gain_weight")
        noGainCost = try read("no_gain_cost")
        worseCost = try read("worse_cost")
        tendernessNoise = try read("tenderness_noise")
        sureBy = try read("sure_by")
        sessionsBeforeChange = Int(try read("sessions_before_change"))
        sessionsBeforeRest = Int(try read("sessions_before_rest"))
        sessionsBeforeClinician = Int(try read("sessions_before_clinician"))
        restDays = Int(try read("rest_days"))
        lightAfterWorse = try read("light_after_worse")
        restSeconds = Int(try read("rest_seconds"))
        shortestPress = Int(try read("shortest_press"))
        clinicianAfterWeeks = Int(try read("clinician_after_weeks"))
    }
}
