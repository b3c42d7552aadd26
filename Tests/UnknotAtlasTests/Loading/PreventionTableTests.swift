import Testing
import UnknotAtlas
import UnknotRecord

@Suite("Tables of prevention")
struct PreventionTableTests {
    private let atlas: Atlas
    private var known: PreventionKnowledge { atlas.prevention }

    init() throws {
        atlas = try Atlas.builtIn()
    }

    @Test
    func `rows are read with all that they say`() throws {
        let tiny = try Atlas.load(files: TinyTables.files).prevention
        let loads = try #require(tiny.riskFactors(of: "lifting").first)
        #expect(loads.ratio == 2 && loads.interval == 1.5...3 && loads.zones == [.lowBack, .midBack])
        #expect(loads.quality == .moderate && loads.status == .verified && !loads.isNull)
        let strolls = try #require(tiny.habit("strolls"))
        #expect(strolls.counted?.measure == .exercise && strolls.counted?.least == 10)
        #expect(tiny.habits(against: "fall").map(\.id) == ["half_loads"])
        let half = try #require(tiny.habit("half_loads"))
        #expect(tiny.findings(of: half).map(\.practice) == ["less_load", "belts"])
        #expect(half.cues == ["I see it", "I pack"] && half.notWith == ["weak_bones"])
    }

    @Test(
        "the row of the nearest age speaks, and the one for all where no age is known",
        arguments: [
            (18, "load_age_20"), (39, "load_age_20"), (41, "load_age_60"), (90, "load_age_60"), (nil, "load_any_age"),
        ])
    func ages(age: Int?, factor: String) throws {
        let tiny = try Atlas.load(files: TinyTables.files).prevention
        let heavy = try #require(tiny.trigger("heavy"))
        #expect(tiny.riskFactor(of: heavy, age: age)?.factor == factor)
    }

    @Test(
        "what does not fit is refused where it stands",
        arguments: [
            Breakage("risk_factors.csv", 2, "causes", "flying", says: "“flying” is not known"),
            Breakage("risk_factors.csv", 2, "measure", "odds", says: "odds_ratio"),
            Breakage("risk_factors.csv", 2, "size", "-2", says: "no ratio above 0"),
            Breakage("risk_factors.csv", 2, "size", "9", says: "outside of its interval"),
            Breakage("risk_factors.csv", 6, "size", "2", says: "no number"),
            Breakage("risk_factors.csv", 2, "null_result", "perhaps", says: "yes, no"),
            Breakage("risk_factors.csv", 2, "quality", "superb", says: "moderate"),
            Breakage("risk_factors.csv", 2, "source_key", "nobody", says: "“nobody” is not known"),
            Breakage("risk_factors.csv", 2, "number_status", "heard", says: "from_memory"),
            Breakage("prevention.csv", 2, "verdict", "helps", says: "plausible_untested"),
            Breakage("prevention.csv", 2, "found", "", says: "is empty"),
            Breakage("triggers.csv", 2, "factors", "load_age_20|ghosts", says: "“ghosts” is not known"),
            Breakage("triggers.csv", 2, "factors", "", says: "is empty"),
            Breakage("triggers.csv", 2, "habit", "fly", says: "“fly” is not known"),
            Breakage("triggers.csv", 2, "window", "week", says: "two_hours, day"),
            Breakage("habits.csv", 2, "causes", "", says: "is empty"),
            Breakage("habits.csv", 2, "evidence", "belts|braces", says: "“braces” is not known"),
            Breakage("habits.csv", 2, "technique", "magic", says: "“magic” is not known"),
            Breakage("habits.csv", 2, "not_with", "bad_luck", says: "“bad_luck” is not known"),
            Breakage("habits.csv", 2, "minutes_a_day", "61", says: "0.0 to 60.0"),
            Breakage("habits.csv", 3, "counts", "sleep:7", says: "exercise:10"),
            Breakage("habits.csv", 3, "counts", "exercise:0", says: "exercise:10"),
            Breakage("prevention_parameters.csv", 2, "value", "0.9", says: "0.1 to 0.4"),
        ])
    func broken(breakage: Breakage) throws {
        try breakage.expectRefused()
    }

    @Test
    func
        `every cause that can be changed has a habit, and every habit names what was studied or says that nothing was`()
    {
        let without = atlas.causes.filter { $0.modifiable != "no" && known.habits(against: $0.id).isEmpty }
        #expect(without.map(\.id) == ["infection_illness"] || without.isEmpty, "\(without.map(\.id))")
        let claimed: Set<PreventionFinding.Verdict> = [
            .works, .worksSmall, .probablyWorks, .probablyWorksSmall, .promising, .worksForSleep,
        ]
        for habit in known.habits where claimed.contains(habit.verdict) {
            let verdicts = known.findings(of: habit).map(\.verdict)
            #expect(verdicts.contains { claimed.contains($0) }, "\(habit.id) claims more than was found")
        }
    }

    @Test
    func `hydration, belts and lessons claim nothing`() throws {
        #expect(known.riskFactors(of: "dehydration").allSatisfy { $0.ratio == nil })
        #expect(known.habit("drink_to_thirst")?.verdict == .noEvidence)
        for practice in ["back_belt", "shoe_insoles", "education_alone", "lifting_technique_training"] {
            #expect(known.findings.first { $0.practice == practice }?.verdict == .noEffect)
        }
    }

    @Test
    func `the triggers have the numbers that were read`() throws {
        let lifting = try #require(known.trigger("heavy_load"))
        #expect(known.riskFactor(of: lifting, age: 22)?.size == 13.6)
        #expect(known.riskFactor(of: lifting, age: 42)?.size == 6)
        #expect(known.riskFactor(of: lifting, age: 70)?.size == 2.7)
        #expect(known.riskFactor(of: lifting, age: nil)?.size == 5)
        let sitting = try #require(known.trigger("sitting_day"))
        #expect(known.riskFactor(of: sitting, age: nil)?.interval == 2.0...9.7)
        // Ratios of the hours before are never those of a longer time.
        #expect(known.riskFactors.filter { $0.measure == .triggerOddsRatio }.allSatisfy { $0.ratio == nil })
    }
}
