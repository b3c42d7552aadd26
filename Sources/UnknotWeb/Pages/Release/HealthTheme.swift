import Unknot

/// What a few questions of the health check have in common, so that a long list reads as a few short ones.
///
/// It only orders what is shown: a question that no theme names is placed by where and how soon it is asked again, so
/// none is ever lost.
enum HealthTheme: String, CaseIterable, Sendable {
    case medicines
    case bones
    case place
    case now
    case body

    /// Questions of a theme, those that apply to most people first.
    private var known: [HealthID] {
        switch self {
        case .medicines:
            [
                "anticoagulant_medicine", "antiplatelet_medicine_aspirin_clopidogrel",
                "uncontrolled_high_blood_pressure", "uncontrolled_high_blood_pressure_neck", "long_term_oral_steroids",
                "unstable_heart_disease", "bleeding_disorder_or_low_platelets", "past_clot_or_high_clot_risk",
                "carotid_disease_stroke_or_tia", "active_cancer_treatment", "pacemaker_or_implanted_stimulator",
            ]
        case .bones:
            [
                "osteoporosis_or_past_fragility_fracture", "recent_fracture_under_12_weeks",
                "inflammatory_spine_disease_or_flare", "spondylolisthesis_or_spinal_stenosis",
                "spinal_surgery_or_implant", "hip_replacement", "shoulder_dislocation_or_instability",
                "acute_whiplash_or_neck_injury", "rheumatoid_neck_or_unstable_upper_neck",
                "hypermobility_or_connective_tissue_disorder", "myositis_ossificans",
            ]
        case .place:
            [
                "shooting_or_tingling_pain_when_pressed", "numb_skin_or_neuropathy", "fresh_injury_under_72_hours",
                "big_bruise_or_muscle_tear", "new_bruise_after_session", "soreness_lasting_over_48_hours",
                "open_wound_or_healing_burn", "skin_infection_or_rash_or_shingles", "recent_surgery_under_12_weeks",
                "varicose_veins",
            ]
        case .now:
            [
                "pain_over_7_of_10_at_rest", "cannot_feel_or_report_pressure",
                "sciatica_with_numbness_or_weakness",
            ]
        case .body:
            [
                "pregnancy", "pregnancy_low_back_and_legs", "pregnancy_belly_and_groin", "high_risk_pregnancy",
                "age_over_75_or_frail", "widespread_pain_or_very_sensitive_to_touch",
            ]
        }
    }

    /// The theme of a question, with its place in it.
    static func placed(_ check: HealthCheck) -> (theme: HealthTheme, rank: Int) {
        for theme in allCases {
            if let rank = theme.known.firstIndex(of: check.id) { return (theme, rank) }
        }
        let theme: HealthTheme = check.scopes.contains("local") ? .place : check.askAgainDays <= 7 ? .now : .body
        return (theme, theme.known.count)
    }

    /// Questions by theme, in the order in which they are shown; themes without any are left out.
    static func grouped(_ checks: [HealthCheck]) -> [(theme: HealthTheme, checks: [HealthCheck])] {
        let all = checks.enumerated().map { index, check in
            let spot = placed(check)
            return (theme: spot.theme, rank: spot.rank, index: index, check: check)
        }
        return allCases.compactMap { theme in
            let own = all.filter { $0.theme == theme }.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }
            return own.isEmpty ? nil : (theme, own.map(\.check))
        }
    }
}
