import Testing
import UnknotAtlas

@Suite("Broken tables")
struct BrokenTableTests {
    @Test("the tiny tables load before they are broken")
    func unbroken() {
        #expect(TinyTables.problems(TinyTables.files) == [])
    }

    @Test("a missing table is named", arguments: TinyTables.files.keys.sorted())
    func missing(file: String) {
        var files = TinyTables.files
        files[file] = nil
        #expect(TinyTables.problems(files).contains { $0.file == file && $0.reason.contains("missing") })
    }

    @Test("an empty table is refused", arguments: TinyTables.files.keys.sorted())
    func empty(file: String) {
        #expect(TinyTables.problems(file) { _ in "" }.contains { $0.file == file && $0.line == 1 && $0.column == 1 })
    }

    @Test(
        "an id that stands twice is refused, with the line of the first",
        arguments: [
            Breakage("muscles.csv", 3, "id", "longus", says: "already stands in line 2"),
            Breakage("regions.csv", 3, "id", "back_low", says: "line 2"),
            Breakage("trigger_points.csv", 3, "id", "longus_upper", says: "line 2"),
            Breakage("references.csv", 3, "key", "book", says: "line 2"),
            Breakage("causes_vocabulary.csv", 3, "id", "lifting", says: "line 2"),
            Breakage("hypotheses.csv", 3, "id", "root", says: "line 2"),
            Breakage("hypothesis_regions.csv", 3, "region_id", "back_low", says: "line 2"),
            Breakage("questions.csv", 4, "id", "fever", says: "line 2"),
            Breakage("red_flags.csv", 3, "id", "chills", says: "line 2"),
            Breakage("muscle_priors.csv", 3, "muscle_id", "longus", says: "line 2"),
            Breakage("warning_screens.csv", 3, "id", "soon", says: "line 2"),
            Breakage("outcome_measures.csv", 3, "name", "ache", says: "line 2"),
            Breakage("outcome_items.csv", 3, "order", "2", says: "line 2"),
            Breakage("warning_screens.csv", 3, "order", "10", says: "line 2"),
        ])
    func duplicate(breakage: Breakage) throws {
        try breakage.expectRefused()
    }

    @Test("a pair of neighbours stands once, whichever way round")
    func duplicateNeighbours() {
        let problems = TinyTables.problems("region_neighbours.csv") { $0 + "spine,back_low\n" }
        #expect(problems.map(\.line) == [4])
        #expect(problems.first?.reason.contains("line 3") == true)
    }

    @Test(
        "an id that nothing has is refused where it stands",
        arguments: [
            Breakage("trigger_points.csv", 2, "muscle_id", "nemo", says: "“nemo” is not known"),
            Breakage("trigger_points.csv", 2, "surface_region", "nowhere", says: "“nowhere” is not known"),
            Breakage("trigger_points.csv", 3, "sources", "book;nobody", says: "“nobody” is not known"),
            Breakage("referrals.csv", 2, "trigger_point_id", "nemo", says: "“nemo”"),
            Breakage("referrals.csv", 2, "region_id", "nowhere", says: "“nowhere”"),
            Breakage("referrals.csv", 2, "source", "nobody", says: "“nobody”"),
            Breakage("region_neighbours.csv", 3, "region_a", "nowhere", says: "“nowhere”"),
            Breakage("region_neighbours.csv", 3, "region_b", "nowhere", says: "“nowhere”"),
            Breakage("muscles.csv", 2, "base_rate_source", "nobody", says: "“nobody”"),
            Breakage("movements.csv", 2, "muscle_id", "nemo", says: "“nemo”"),
            Breakage("movements.csv", 2, "movement_or_activity", "flying", says: "“flying”"),
            Breakage("movements.csv", 2, "source", "nobody", says: "“nobody”"),
            Breakage("causes.csv", 3, "muscle_id", "nemo", says: "“nemo”"),
            Breakage("causes.csv", 2, "activating_or_perpetuating_cause", "sin", says: "“sin”"),
            Breakage("cause_movements.csv", 2, "movement_id", "flying", says: "“flying”"),
            Breakage("outcome_measures.csv", 2, "sources", "book|nobody", says: "“nobody”"),
            Breakage("outcome_items.csv", 2, "measure", "itch", says: "“itch”"),
            Breakage("outcome_items.csv", 2, "source", "nobody", says: "“nobody”"),
            Breakage("cause_movements.csv", 2, "cause_id", "sin", says: "“sin”"),
            Breakage("associations.csv", 2, "muscle_a", "nemo", says: "“nemo”"),
            Breakage("associations.csv", 2, "muscle_b", "nemo", says: "“nemo”"),
            Breakage("hypotheses.csv", 3, "regions", "nowhere", says: "“nowhere”"),
            Breakage("hypothesis_regions.csv", 2, "hypothesis_id", "nothing", says: "“nothing”"),
            Breakage("hypothesis_regions.csv", 2, "region_id", "nowhere", says: "“nowhere”"),
            Breakage("questions.csv", 2, "sets_flag", "nobody", says: "“nobody”"),
            Breakage("questions.csv", 2, "same_as", "nobody", says: "“nobody”"),
            Breakage("questions.csv", 2, "implied_by", "nobody", says: "“nobody”"),
            Breakage("questions.csv", 3, "implied_by", "movement:flying=worse", says: "flying"),
            Breakage("questions.csv", 3, "same_as", "movement:bending=worst", says: "worst"),
            Breakage("questions.csv", 3, "drawn_as", "nowhere", says: "“nowhere”"),
            Breakage("findings.csv", 2, "finding", "nobody", says: "“nobody”"),
            Breakage("findings.csv", 2, "hypothesis", "nothing", says: "“nothing”"),
            Breakage("red_flags.csv", 2, "source_key", "nobody", says: "“nobody”"),
            Breakage("red_flags.csv", 2, "same_as", "nobody", says: "“nobody”"),
            Breakage("red_flags.csv", 6, "combination_of", "fever & nobody", says: "“nobody”"),
            Breakage("red_flags.csv", 6, "combination_of", "fever & cause:sin", says: "“cause:sin”"),
            Breakage("muscle_priors.csv", 2, "inconstant_points", "brevis_tp1", says: "no point of “longus”"),
            Breakage("locator_parameters.csv", 2, "source", "nobody", says: "“nobody”"),
        ])
    func unknownID(breakage: Breakage) throws {
        try breakage.expectRefused()
    }

    @Test(
        "a number out of range, or no number, is refused",
        arguments: [
            Breakage("hypotheses.csv", 2, "prior", "1.5", says: "from 0.0 to 1.0"),
            Breakage("hypotheses.csv", 2, "prior", "", says: "not a number"),
            Breakage("hypotheses.csv", 2, "prior", "7%", says: "“7%” is not a number"),
            Breakage("hypotheses.csv", 2, "prior", "nan", says: "not a number"),
            Breakage("hypotheses.csv", 2, "prior_low", "0.9", says: "0.9 is more than 0.1"),
            Breakage("hypotheses.csv", 3, "age_max", "130", says: "from 0.0 to 120.0"),
            Breakage("hypotheses.csv", 3, "age_min", "95", says: "95.0 is more than 90.0"),
            Breakage("hypotheses.csv", 2, "see_clinician_above", "2", says: "from 0.0 to 1.0"),
            Breakage("hypothesis_regions.csv", 2, "strength", "-0.1", says: "from 0.0 to 1.0"),
            Breakage("findings.csv", 2, "p_finding_given_hypothesis", "1e999", says: "not a number"),
            Breakage("findings.csv", 2, "p_finding_given_not", "1.01", says: "from 1e-06 to 0.999999"),
            Breakage("muscles.csv", 2, "base_rate", "40", says: "from 0.0 to 1.0"),
            Breakage("red_flags.csv", 2, "lr_plus", "-1", says: "from 0.0"),
            Breakage("red_flags.csv", 2, "post_test_probability", "1.2", says: "from 0.0 to 1.0"),
            Breakage("red_flags.csv", 2, "order", "", says: "not a number"),
            Breakage("locator_parameters.csv", 2, "value", "0.5", says: "from 0.01 to 0.03"),
            Breakage("muscle_priors.csv", 2, "prior", "0.5", says: "from 0.02 to 0.1"),
            Breakage("prevalence.csv", 2, "active_percent", "142", says: "from 0.0 to 100.0"),
            Breakage("region_base_rates.csv", 2, "value", "a lot", says: "“a lot” is not a number"),
        ])
    func number(breakage: Breakage) throws {
        try breakage.expectRefused()
    }

    @Test(
        "a word that is not in the vocabulary is refused",
        arguments: [
            Breakage("regions.csv", 2, "view", "side", says: "not one of front, back"),
            Breakage("regions.csv", 2, "laterality", "single", says: "not one of paired, midline"),
            Breakage("regions.csv", 2, "zone", "lowback", says: "not one of head, neck"),
            Breakage("muscles.csv", 2, "body_region", "back", says: "not one of"),
            Breakage("muscles.csv", 2, "depth", "very deep", says: "not one of superficial"),
            Breakage("muscles.csv", 2, "self_palpable", "maybe", says: "not one of yes, partly, no"),
            Breakage("trigger_points.csv", 2, "self_access", "ball;hammer", says: "“hammer” is not one of fingers"),
            Breakage("trigger_points.csv", 2, "self_access", "", says: "or none"),
            Breakage("referrals.csv", 2, "zone", "certain", says: "not one of essential, spillover"),
            Breakage("referrals.csv", 2, "side", "left", says: "not one of same, opposite, both, midline"),
            Breakage("movements.csv", 2, "effect", "bad", says: "not one of worse, better"),
            Breakage("associations.csv", 2, "kind", "friend", says: "not one of satellite"),
            Breakage("hypotheses.csv", 2, "category", "nerve", says: "not one of nerve_root"),
            Breakage("hypotheses.csv", 2, "sided", "both", says: "not one of yes, no"),
            Breakage("hypotheses.csv", 2, "zones", "low_back|tail", says: "“tail” is not a zone"),
            Breakage("hypotheses.csv", 2, "number_status", "guess", says: "not one of verified, from_memory, estimate"),
            Breakage("questions.csv", 2, "kind", "ask", says: "not one of answer"),
            Breakage("questions.csv", 3, "asked_zones", "low_back|tail", says: "“tail” is not a zone"),
            Breakage("red_flags.csv", 2, "urgency", "soon", says: "not one of emergency_now"),
            Breakage("red_flags.csv", 3, "zones", "tail", says: "“tail” is not a zone"),
            Breakage("red_flags.csv", 3, "ask_not_sex", "men", says: "not one of female"),
            Breakage("references.csv", 3, "verified", "perhaps", says: "not one of yes, from_memory"),
        ])
    func word(breakage: Breakage) throws {
        try breakage.expectRefused()
    }

    @Test(
        "a row that states a fact needs its source, and every row its texts",
        arguments: [
            Breakage("trigger_points.csv", 2, "sources", "", says: "A source is needed"),
            Breakage("referrals.csv", 2, "source", "", says: "A source is needed"),
            Breakage("movements.csv", 2, "source", "", says: "A source is needed"),
            Breakage("causes.csv", 2, "source", "", says: "A source is needed"),
            Breakage("associations.csv", 2, "source", "", says: "A source is needed"),
            Breakage("cause_movements.csv", 2, "source", "", says: "“source” is empty"),
            Breakage("hypotheses.csv", 2, "source", "", says: "“source” is empty"),
            Breakage("findings.csv", 2, "source_key", "", says: "“source_key” is empty"),
            Breakage("muscles.csv", 2, "base_rate_source", "", says: "“base_rate_source” is empty"),
            Breakage("red_flags.csv", 2, "advice_plain", "", says: "“advice_plain” is empty"),
            Breakage("questions.csv", 2, "reason_plain", "", says: "“reason_plain” is empty"),
            Breakage("regions.csv", 2, "plain_name", "", says: "“plain_name” is empty"),
            Breakage("locator_parameters.csv", 2, "note", "", says: "“note” is empty"),
            Breakage("regions.csv", 2, "id", "Back Low", says: "lower snake case"),
            Breakage("regions.csv", 2, "id", "", says: "“id” is empty"),
        ])
    func required(breakage: Breakage) throws {
        try breakage.expectRefused()
    }

    @Test(
        "an area in the middle takes the side midline, and no other area does",
        arguments: [
            Breakage("referrals.csv", 2, "side", "midline", says: "“midline” does not fit the paired “back_low”"),
            Breakage("referrals.csv", 4, "side", "same", says: "“same” does not fit the midline “spine”"),
            Breakage("hypothesis_regions.csv", 3, "side", "both", says: "does not fit the midline “spine”"),
            Breakage("region_neighbours.csv", 2, "region_b", "back_low", says: "no neighbour of itself"),
        ])
    func midline(breakage: Breakage) throws {
        try breakage.expectRefused()
    }

    @Test(
        "a combination that cannot be read is refused with the reason",
        arguments: [
            Breakage("red_flags.csv", 6, "combination_of", "fever &", says: "ends where an id is expected"),
            Breakage("red_flags.csv", 6, "combination_of", "3 of (chills | fever)", says: "3 of 2"),
            Breakage("red_flags.csv", 6, "combination_of", "", says: "Exactly the combo_ rows"),
            Breakage("red_flags.csv", 2, "combination_of", "fever", says: "Exactly the combo_ rows"),
        ])
    func combination(breakage: Breakage) throws {
        try breakage.expectRefused()
    }

    @Test(
        "what is missing elsewhere is named at the row that lacks it",
        arguments: [
            Breakage("referrals.csv", 2, "zone", "spillover", says: "longus_upper"),
            Breakage("trigger_points.csv", 4, "muscle_id", "longus", says: "brevis"),
            Breakage("muscle_priors.csv", 3, "muscle_id", "longus", says: "brevis"),
        ])
    func lacking(breakage: Breakage) throws {
        let problems = try breakage.problems()
        #expect(problems.contains { $0.reason.contains("“\(breakage.says)” has no") })
    }

    @Test(
        "a warning sign without a list or a label, or one that asking less would lose, is refused",
        arguments: [
            Breakage("red_flags.csv", 2, "screen", "", says: "“screen” is empty"),
            Breakage("red_flags.csv", 2, "screen", "never", says: "“never” is not known"),
            Breakage("red_flags.csv", 2, "label_plain", "", says: "“label_plain” is empty"),
            Breakage("red_flags.csv", 6, "screen", "soon", says: "never asked"),
            Breakage("red_flags.csv", 6, "label_plain", "Both", says: "never asked"),
            Breakage("red_flags.csv", 6, "ask_if", "chills", says: "never asked"),
            Breakage("red_flags.csv", 3, "ask_if", "nobody", says: "“nobody” is not known"),
            Breakage("red_flags.csv", 3, "ask_if", "age_not_given &", says: "ends where an id is expected"),
            Breakage("red_flags.csv", 5, "ask_if", "chills", says: "An emergency is always asked"),
            Breakage("red_flags.csv", 4, "asked_with", "nobody", says: "“nobody” is not known"),
            Breakage("red_flags.csv", 4, "asked_with", "combo_both", says: "not known"),
            Breakage("red_flags.csv", 4, "asked_with", "faint", says: "another urgency"),
            Breakage("red_flags.csv", 4, "asked_with", "shakes", says: "not always asked itself"),
            Breakage("red_flags.csv", 2, "asked_with", "pregnant", says: "not always asked itself"),
            Breakage("warning_screens.csv", 2, "title", "", says: "“title” is empty"),
            Breakage("warning_screens.csv", 2, "lead_plain", "", says: "“lead_plain” is empty"),
            Breakage("warning_screens.csv", 2, "order", "first", says: "not a number"),
        ])
    func warningScreens(breakage: Breakage) throws {
        try breakage.expectRefused()
    }

    @Test(
        "a sign may be asked with another only where that one is asked too",
        arguments: [
            Breakage("red_flags.csv", 2, "zones", "mid_back", says: "is not asked everywhere"),
            Breakage("red_flags.csv", 2, "ask_age_min", "18", says: "is not asked everywhere"),
            Breakage("red_flags.csv", 2, "ask_age_max", "60", says: "is not asked everywhere"),
            Breakage("red_flags.csv", 2, "ask_not_sex", "male", says: "is not asked everywhere"),
        ])
    func narrower(breakage: Breakage) throws {
        let problems = try breakage.problems()
        #expect(problems.map(\.line) == [4])
        #expect(problems.allSatisfy { $0.reason.contains(breakage.says) })
    }

    @Test("all bad rows of all tables are reported together, in compiler style")
    func together() throws {
        var files = TinyTables.files
        files["movements.csv"]? += "nemo,bending,worse,book\nlongus,flying,worst,book\nlongus\n"
        files["causes.csv"]? += "longus,sin,nobody\n"
        let problems = TinyTables.problems(files)
        let places = problems.map { "\($0.file):\($0.line):\($0.column)" }
        #expect(
            Set(places) == [
                "movements.csv:3:1", "movements.csv:4:8", "movements.csv:4:15", "movements.csv:5:1", "causes.csv:4:8",
                "causes.csv:4:12",
            ])
        let text = AtlasError(problems: problems).description
        #expect(text.split(separator: "\n").count == problems.count)
        #expect(text.contains("movements.csv:3:1: “nemo” is not known."))
    }
}
