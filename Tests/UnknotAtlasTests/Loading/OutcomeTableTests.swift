import Testing
import UnknotAtlas
import UnknotRecord

@Suite("Outcome measures")
struct OutcomeTableTests {
    private let atlas: Atlas

    init() throws {
        atlas = try Atlas.builtIn()
    }

    @Test("a rule is read with its steps, and items in their order")
    func tiny() throws {
        let atlas = try Atlas.load(files: TinyTables.files)
        let ache = try #require(atlas.outcomeMeasure("ache"))
        #expect(ache.range == 0...10)
        #expect(ache.rule.steps == [.init(from: 0, change: 1), .init(from: 4.5, change: 2)])
        #expect(!ache.rule.isHigherBetter)
        #expect(ache.changeMeaning == .smallestNoticed)
        #expect(ache.loincCode == "1-8")
        #expect(ache.items.map(\.question) == ["How bad was it?", "And now?"])
        #expect(ache.items.map(\.wording) == [.original, .own])
        #expect(ache.items.map(\.wordingStatus) == [.fromMemory, .estimate])
        let reach = try #require(atlas.outcomeMeasure("reach"))
        #expect(reach.rule.isHigherBetter)
        #expect(reach.loincCode == nil)
        #expect(reach.items.isEmpty)
        #expect(atlas.outcomeMeasure("itch") == nil)
    }

    @Test(
        "a rule that cannot be followed is refused where it stands",
        arguments: [
            Breakage("outcome_measures.csv", 2, "change_from", "0:1|4.5", says: "“4.5”"),
            Breakage("outcome_measures.csv", 2, "change_from", "0:x", says: "“0:x”"),
            Breakage("outcome_measures.csv", 2, "change_from", "0:1|11:2", says: "“11:2”"),
            Breakage("outcome_measures.csv", 2, "change_from", "0:11", says: "“0:11”"),
            Breakage("outcome_measures.csv", 2, "change_from", "0:0", says: "above 0"),
            Breakage("outcome_measures.csv", 2, "change_from", "0:1|5:2|4:3", says: "rise"),
            Breakage("outcome_measures.csv", 2, "change_from", "1:1", says: "lowest value"),
            Breakage("outcome_measures.csv", 2, "change_from", "", says: "first step"),
            Breakage("outcome_measures.csv", 2, "better", "more", says: "lower, higher"),
            Breakage("outcome_measures.csv", 2, "change_means", "much", says: "smallest_noticed, noise"),
            Breakage("outcome_measures.csv", 2, "low", "20", says: "more than"),
            Breakage("outcome_items.csv", 2, "labels", "None", says: "two ends"),
            Breakage("outcome_items.csv", 2, "wording", "mine", says: "original, own"),
            Breakage("outcome_items.csv", 2, "wording_status", "heard", says: "verified, from_memory, estimate"),
            Breakage("outcome_items.csv", 2, "order", "0", says: "“0”"),
        ])
    func broken(breakage: Breakage) throws {
        try breakage.expectRefused()
    }

    @Test(
        "pain counts as changed by one, two or three points, by where it started",
        arguments: [(0, 1), (1, 1), (4, 1), (4.4, 1), (4.5, 2), (5, 2), (7, 2), (7.4, 2), (8, 3), (10, 3)])
    func pain(start: Double, change: Double) throws {
        let rule = try #require(atlas.changeRule(for: .painNow))
        #expect(rule.smallest(from: start) == change)
    }

    @Test(
        "every questionnaire has its row, with the range of its score and the same direction",
        arguments: Questionnaire.allCases)
    func questionnaires(questionnaire: Questionnaire) throws {
        let measure = try #require(atlas.outcomeMeasure(questionnaire.outcome))
        #expect(measure.range == questionnaire.scoreRange)
        #expect(measure.rule.isHigherBetter == questionnaire.isHigherBetter)
        // Each activity that the person names is asked the same question.
        let asked = questionnaire.namesItsItems ? 1...1 : questionnaire.itemCounts
        #expect(questionnaire.takesScoreAlone == measure.items.isEmpty)
        #expect(measure.items.isEmpty || asked == measure.items.count...measure.items.count)
    }

    @Test(
        "what a measure names is there",
        arguments: [
            Measure.painNow, .painAverage, .painWorst, .tenderness("p", .left), .pressure("p", .left),
            .fingertipToFloor,
            .degrees(.neckTurnLeft), .sleepQuality, .questionnaire(.peg),
        ])
    func named(measure: Measure) {
        #expect(atlas.changeRule(for: measure) != nil)
    }

    @Test(
        "what has no known meaning of a change gives none",
        arguments: [Measure.own("x"), .water, .quarters(.neckTurnLeft)])
    func unknown(measure: Measure) {
        #expect(atlas.changeRule(for: measure) == nil)
    }

    @Test(
        "instruments that need a licence are not shipped",
        arguments: ["odi", "ndi", "promis", "psqi", "isi", "startback", "eq5d", "oswestry"])
    func licensed(name: String) {
        #expect(!atlas.outcomeMeasures.contains { $0.name.contains(name) })
    }
}
