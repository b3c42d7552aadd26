/// A fact that combinations of warning signs use and that nobody is asked, because the intake already holds it.
public enum DerivedFact: String, CaseIterable, Hashable, Sendable {
    /// The sex given is female.
    case female
    /// No age was given.
    case ageNotGiven = "age_not_given"
    /// Younger than 16.
    case ageUnder16 = "age_under_16"
    /// Younger than 20.
    case ageUnder20 = "age_under_20"
    /// 50 or older.
    case ageOver50 = "age_over_50"
    /// 55 or older.
    case ageOver55 = "age_over_55"
    /// 60 or older.
    case ageOver60 = "age_over_60"
    /// 65 or older.
    case ageOver65 = "age_over_65"
    /// 70 or older.
    case ageOver70 = "age_over_70"
    /// Any injury that a warning sign asks about.
    case majorOrMinorInjury = "major_or_minor_injury"
    /// An area of the belly is drawn.
    case drawnBelly = "drawn_belly"
    /// An area of the chest is drawn.
    case drawnChest = "drawn_chest"
    /// An area below the knee is drawn.
    case drawnBelowKnee = "drawn_below_knee"
    /// Areas of both legs are drawn.
    case drawnBothLegs = "drawn_both_legs"
    /// The middle of the spine is drawn.
    case drawnMidlineSpine = "drawn_midline_spine"
    /// An area of the upper or mid back is drawn.
    case drawnMidBack = "drawn_mid_back"
    /// An area of the low back is drawn.
    case drawnLowBack = "drawn_low_back"
}
