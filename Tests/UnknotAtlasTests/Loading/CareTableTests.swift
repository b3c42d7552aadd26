import Testing
import UnknotAtlas
import UnknotRecord

@Suite("Tables of care")
struct CareTableTests {
    @Test
    func `they read into techniques, groups, places, checks and effects`() throws {
        let care = try Atlas.load(files: TinyTables.files).care
        #expect(care.techniques.map(\.id) == ["press", "ball", "hands", "breathe"])
        let press = try #require(care.technique("press"))
        #expect(press.pressure == 3...5)
        #expect(press.settings == [.home, .bed])
        #expect(press.steps == ["Press {pressure}", "Let go"])
        #expect(care.technique("breathe")?.pressure == nil)
        #expect(care.group(of: "longus_lower")?.id == "longi")
        #expect(care.group(of: "longus_upper")?.stretch?.notWith == ["weak_bones"])
        #expect(care.group(of: "brevis_tp1")?.stretch == nil)
        #expect(care.place("low", for: .area)?.regions.count == 2)
        #expect(care.place("low_part", for: .scope)?.contains("back_low", on: .right) == false)
        #expect(care.healthCheck("ill")?.urgency == .sameDay)
        #expect(care.healthCheck("weak_bones")?.urgency == .seeClinicianSoon)
        #expect(care.healthCheck("weak_bones")?.ages == 70...120)
        #expect(care.effects(of: "ball").map(\.isNull) == [true])
        #expect(care.effects(of: "press").map(\.isNull) == [true, false])
    }

    @Test
    func `what may not be touched is no use, however it is listed`() throws {
        let atlas = try Atlas.load(files: TinyTables.files)
        let lower = try #require(atlas.point("longus_lower"))
        let upper = try #require(atlas.point("longus_upper"))
        #expect(atlas.care.uses(at: lower).map(\.technique.id) == [])
        #expect(atlas.care.uses(at: upper).map(\.technique.id) == ["ball", "hands"])
        let press = try #require(atlas.care.technique("press"))
        #expect(atlas.care.forbiddenPlaces(press, at: lower, on: .left).map(\.id) == ["bones"])
        #expect(atlas.care.generalTechniques(at: lower).map(\.id) == ["breathe"])
    }

    @Test(
        "a bad row is refused where it stands",
        arguments: [
            Breakage("techniques.csv", 2, "tool", "hammer", says: "“hammer” is not one of"),
            Breakage("techniques.csv", 2, "who", "dog", says: "“dog” is not one of self, partner, clinician"),
            Breakage("techniques.csv", 2, "places", "home|moon", says: "“moon” is not one of"),
            Breakage("techniques.csv", 2, "dose_seconds", "-1", says: "“-1” is not a number"),
            Breakage("techniques.csv", 2, "pressure_high", "9", says: "“9” is not a number from 0.0 to 6.0"),
            Breakage("techniques.csv", 2, "pressure_low", "6", says: "6.0 is more than 5.0"),
            Breakage("techniques.csv", 2, "areas", "nowhere", says: "“nowhere” is not known"),
            Breakage("techniques.csv", 2, "avoid_where", "bones|nowhere", says: "“nowhere” is not known"),
            Breakage("techniques.csv", 2, "steps", "", says: "“steps” is empty"),
            Breakage("techniques.csv", 2, "source_key", "nobody", says: "“nobody” is not known"),
            Breakage("techniques.csv", 5, "anywhere", "maybe", says: "“maybe” is not one of yes, no"),
            Breakage("techniques.csv", 5, "anywhere", "no", says: "Nothing says on which muscle"),
            Breakage("techniques.csv", 3, "id", "press", says: "already stands in line 2"),
            Breakage("muscle_groups.csv", 2, "points", "longus_upper|nemo", says: "“nemo” is not known"),
            Breakage("muscle_groups.csv", 3, "points", "brevis_tp1|longus_upper", says: "already belongs to “longi”"),
            Breakage("muscle_groups.csv", 3, "no_partner_because", "", says: "Nothing for a partner at “brevis_tp1”"),
            Breakage("muscle_groups.csv", 2, "reach", "long", says: "“long” is not one of"),
            Breakage("muscle_groups.csv", 2, "moves", "nowhere", says: "“nowhere” is not known"),
            Breakage("muscle_groups.csv", 2, "stretch_seconds", "", says: "is not a number"),
            Breakage("muscle_groups.csv", 2, "stretch_places", "", says: "“stretch_places” is empty"),
            Breakage("muscle_techniques.csv", 3, "places", "moon", says: "“moon” is not one of"),
            Breakage("muscle_groups.csv", 2, "stretch_not_with", "nothing", says: "“nothing” is not known"),
            Breakage("muscle_techniques.csv", 2, "group", "nemo", says: "“nemo” is not known"),
            Breakage("muscle_techniques.csv", 2, "technique_id", "nemo", says: "“nemo” is not known"),
            Breakage("muscle_techniques.csv", 2, "technique_id", "press", says: "cannot be used at longus_upper"),
            Breakage("muscle_techniques.csv", 2, "points", "brevis_tp1", says: "“brevis_tp1” is not known"),
            Breakage("muscle_techniques.csv", 2, "how", "", says: "“how” is empty"),
            Breakage("contraindications.csv", 2, "technique_ids_blocked", "press|nemo", says: "“nemo” is not known"),
            Breakage("contraindications.csv", 2, "scope", "nowhere", says: "“nowhere” is not known"),
            Breakage("contraindications.csv", 2, "scope", "", says: "“scope” is empty"),
            Breakage("contraindications.csv", 2, "sign", "combo_both", says: "“combo_both” is not known"),
            Breakage("contraindications.csv", 2, "from_facts", "nobody_knows", says: "“nobody_knows” is not known"),
            Breakage("contraindications.csv", 2, "from_facts", "fever &", says: "it ends where an id is expected"),
            Breakage("contraindications.csv", 3, "implies", "nothing", says: "“nothing” is not known"),
            Breakage("contraindications.csv", 3, "triage_level", "soon", says: "“soon” is not one of"),
            Breakage("contraindications.csv", 3, "dose_factor", "2", says: "“2” is not a number"),
            Breakage("place_regions.csv", 2, "region_id", "nowhere", says: "“nowhere” is not known"),
            Breakage("place_regions.csv", 2, "side", "left", says: "The midline “spine” has no side"),
            Breakage("place_regions.csv", 7, "region_id", "", says: "cannot be everywhere and somewhere"),
            Breakage("place_regions.csv", 7, "never", "touched", says: "says something else in an earlier row"),
            Breakage("effects.csv", 2, "effect_size", "3", says: "3.0 lies outside of its interval"),
            Breakage("effects.csv", 2, "maps_to", "press|nemo", says: "“nemo” is not known"),
            Breakage("effects.csv", 2, "null_result", "", says: "is not one of yes, no"),
            Breakage("planner_parameters.csv", 2, "value", "7", says: "“7” is not a number"),
        ])
    func refused(breakage: Breakage) throws {
        try breakage.expectRefused()
    }

    @Test
    func `what presses has a strength, and what does not has none`() throws {
        let problems = try Breakage("techniques.csv", 2, "touch", "none", says: "").problems()
        #expect(problems.contains { $0.file == "techniques.csv" && $0.line == 2 && $0.reason.contains("Exactly what") })
    }

    @Test
    func `a technique whose own area it avoids is refused`() {
        // The only region of the area “mid” becomes one that the technique avoids.
        let problems = TinyTables.problems("place_regions.csv") { $0 + "avoid_where,bones,back_mid,,,touched,,book,\n" }
        let reason = "“mid” is all in places that it avoids."
        #expect(problems.contains { $0.file == "techniques.csv" && $0.line == 2 && $0.reason == reason })
        #expect(problems.contains { $0.file == "muscle_techniques.csv" && $0.line == 4 })
    }
}
