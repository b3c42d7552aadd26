public import UnknotAtlas

/// Prevention cannot be judged.
public enum PreventionError: Error, Hashable, Sendable {
    /// `prevention_parameters.csv` lacks a row.
    case missingParameter(String)
}

/// The numbers by which drivers and habits are judged, read once from `prevention_parameters.csv`, where each has its
/// range and reason.
public struct PreventionParameters: Hashable, Sendable {
    let shrinkModerate: Double
    let shrinkLow: Double
    let otherPlace: Double
    let traditionWeight: Double
    let muscleNamed: Double
    let anyMuscle: Double
    let unaskedShare: Double
    let mostInAll: Double
    let likelyFrom: Double
    let shareNeeded: Double
    let sittingHoursFrom: Double
    let sittingStretchFrom: Double
    let sleepHoursBelow: Double
    let sleepQualityBelow: Double
    let stressFrom: Double
    let loadFrom: Double
    let exerciseWeekBelow: Double
    let waterBelow: Double
    let easierFromPain: Double
    let enoughAWeek: Int
    let lapseKind: Int
    let lapseShorter: Int
    let lapsePause: Int

    /// Days of the journal that are looked at for causes.
    public let daysBack: Int
    /// Days with a number from which the journal says something about a cause.
    public let daysNeeded: Int
    /// Days back to which a pressed knot is one of now.
    public let knotsBack: Int
    /// Days after which the short check is offered again.
    public let checkHolds: Int
    /// Days over which a habit is counted.
    public let countedDays: Int

    /// Reads them.
    public init(_ knowledge: PreventionKnowledge) throws(PreventionError) {
        func read(_ name: String) throws(PreventionError) -> Double {
            guard let parameter = knowledge.parameter(name) else { throw PreventionError.missingParameter(name) }
            return parameter.value
        }
        shrinkModerate = try read("shrink_moderate")
        shrinkLow = try read("shrink_low")
        otherPlace = try read("other_place")
        traditionWeight = try read("tradition_weight")
        muscleNamed = try read("muscle_named")
        anyMuscle = try read("any_muscle")
        unaskedShare = try read("unasked_share")
        mostInAll = try read("most_in_all")
        likelyFrom = try read("likely_from")
        shareNeeded = try read("share_needed")
        sittingHoursFrom = try read("sitting_hours_from")
        sittingStretchFrom = try read("sitting_stretch_from")
        sleepHoursBelow = try read("sleep_hours_below")
        sleepQualityBelow = try read("sleep_quality_below")
        stressFrom = try read("stress_from")
        loadFrom = try read("load_from")
        exerciseWeekBelow = try read("exercise_week_below")
        waterBelow = try read("water_below")
        easierFromPain = try read("easier_from_pain")
        enoughAWeek = Int(try read("enough_a_week"))
        lapseKind = Int(try read("lapse_kind"))
        lapseShorter = Int(try read("lapse_shorter"))
        lapsePause = Int(try read("lapse_pause"))
        daysBack = Int(try read("days_back"))
        daysNeeded = Int(try read("days_needed"))
        knotsBack = Int(try read("knots_back"))
        checkHolds = Int(try read("check_holds_days"))
        countedDays = Int(try read("counted_days"))
    }
}
