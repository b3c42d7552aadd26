public import UnknotRecord

/// What works slowly: it takes weeks to do something and does not fade within days, so that days with and without it
/// cannot be told apart. A test by days would say "no difference" of the very things that prevent most.
///
/// Source: the project's evidence file on trials in one person, section 3; which techniques build up is by their own
/// evidence in `Knowledge/techniques.csv` (courses of 10 to 26 weeks).
public enum SlowBuilders {
    /// Techniques that build up over weeks.
    public static let techniques: Set<TechniqueID> = ["strength_elastic_2min", "strength_back_hip", "walk"]

    /// Words in a routine of one's own that speak of such a thing.
    private static let words = [
        "strength", "strong", "weights", "gym", "muscle building", "build muscle", "training plan", "workout programme",
        "workout program", "fitness programme", "fitness program", "lose weight", "weight loss", "couch to",
    ]

    /// Whether a routine in a person's own words is about something that builds up.
    public static func isNamed(in routine: String) -> Bool {
        let text = routine.lowercased()
        return words.contains { text.contains($0) }
    }
}
