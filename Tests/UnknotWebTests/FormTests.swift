import SeededRandom
import Testing
import Unknot

@testable import UnknotWeb

@Suite("What visitors said, in form fields")
struct FormTests {
    @Test(arguments: UInt64(1)...40)
    func `fields give the same form again`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let atlas = try Site.engine.atlas
        var form = IntakeForm()
        form.places = atlas.regions.flatMap(\.places).shuffled(using: &random).prefix(
            .random(in: 0...9, using: &random)
        )
        .map { $0 }
        for place in form.places where Bool.random(using: &random) {
            form.feelings[place] = Feeling(
                intensity: [nil, 0, 10].randomElement(using: &random) ?? nil,
                quality: PainQuality.allCases.filter { _ in .random(using: &random) })
        }
        // Nothing said of a place is the same as no word of it.
        form.feelings = form.feelings.filter { $0.value != Feeling() }
        form.worst = form.places.filter { _ in .random(using: &random) }
        form.isComplete = .random(using: &random)
        form.intensity = [nil, 0, 10].randomElement(using: &random) ?? nil
        form.age = [nil, 0, 120].randomElement(using: &random) ?? nil
        form.sex = Sex.allCases.randomElement(using: &random)
        for sign in atlas.warningSigns.filter({ $0.combination == nil }).shuffled(using: &random).prefix(5) {
            form.answers[sign.id.rawValue] = .reply(Reply.allCases.randomElement(using: &random) ?? .no)
        }
        for movement in atlas.movements.shuffled(using: &random).prefix(4) {
            form.answers[movement.id.rawValue] = .effect(
                MovementEffect.allCases.randomElement(using: &random) ?? .worse)
        }
        form.presses = atlas.points.shuffled(using: &random).prefix(3).map {
            Press(
                $0.id, .left, tenderness: 4, isFamiliar: [nil, true, false].randomElement(using: &random) ?? nil,
                spreadsTo: [["sacrum", "coccyx"], []].randomElement(using: &random) ?? [],
                hasLump: [nil, true, false].randomElement(using: &random) ?? nil)
        }
        form.causes = atlas.causes.map(\.id).shuffled(using: &random).prefix(3).map { $0 }
        form.asked = [
            .places, .warnings(["saddle_numbness", "bladder_change"]), .causes, .ask("walking"),
            .press("piriformis_lateral", .right),
        ].shuffled(using: &random)
        form.skipped = ["groin_pain", "piriformis_lateral"]
        #expect(try IntakeForm(FormFields(form.fields), atlas: atlas) == form)
    }

    @Test func `no to all others leaves given answers alone`() throws {
        let form = try Site.form("answer.bowel_change=unknown&no_to_rest=bowel_change+saddle_numbness")
        #expect(form.answers == ["bowel_change": .reply(.unknown), "saddle_numbness": .reply(.no)])
    }

    @Test func `not knowing what a movement does is no answer, but it is not asked again`() throws {
        let form = try Site.form("answer.walking=unknown")
        #expect(form.answers.isEmpty)
        #expect(form.skipped == ["walking"])
    }

    @Test func `an answer given after all undoes the skip`() throws {
        #expect(try Site.form("skip=walking&answer.walking=worse").skipped.isEmpty)
    }

    @Test func `a place that is taken back is no longer the worst`() throws {
        #expect(try Site.form("place=sacrum:midline&worst=coccyx:midline").worst.isEmpty)
    }

    @Test func `a press without an outcome is no press`() throws {
        #expect(try Site.form("tenderness.piriformis_lateral:left=&familiar.piriformis_lateral:left=").presses.isEmpty)
    }

    @Test func `not sure is neither yes nor no`() throws {
        let point = "piriformis_lateral:left"
        let form = try Site.form("tenderness.\(point)=3&familiar.\(point)=unknown&lump.\(point)=unknown")
        #expect(form.presses.map(\.isFamiliar) == [nil])
        #expect(form.presses.map(\.hasLump) == [nil])
    }

    @Test func `where it spreads alone is no press`() throws {
        #expect(try Site.form("spread.piriformis_lateral:left=sacrum").presses.isEmpty)
    }

    @Test func `a sign of which one is not sure is unknown, unless it is ticked`() throws {
        let form = try Site.form(
            "unsure=bowel_change&unsure=saddle_numbness&answer.saddle_numbness=yes&no_to_rest=bowel_change")
        #expect(form.answers == ["bowel_change": .reply(.unknown), "saddle_numbness": .reply(.yes)])
    }

    @Test func `a screen left without an answer is not left behind`() throws {
        #expect(try Site.form("now=ask:walking").asked.isEmpty)
        #expect(try Site.form("now=ask:walking&answer.walking=worse").asked == [.ask("walking")])
        #expect(try Site.form("now=ask:walking&answer.walking=unknown").asked == [.ask("walking")])
        #expect(try Site.form("now=places").asked == [.places])
    }

    @Test func `going back takes the last screen and this one back`() throws {
        let form = try Site.form(
            "asked=ask:walking&asked=ask:sitting_long&answer.walking=worse&answer.sitting_long=better"
                + "&now=ask:groin_pain&answer.groin_pain=yes&back=yes")
        #expect(form.asked == [.ask("walking")])
        #expect(form.answers == ["walking": .effect(.worse)])
        #expect(form.reopened == .ask("sitting_long"))
        #expect(form.earlier["sitting_long"] == .effect(.better))
    }

    @Test func `going back from a list takes all its signs back and remembers them`() throws {
        let form = try Site.form(
            "asked=warnings:saddle_numbness+bowel_change&answer.saddle_numbness=yes&answer.bowel_change=no&back=yes")
        #expect(form.answers.isEmpty && form.asked.isEmpty)
        #expect(form.earlier == ["saddle_numbness": .reply(.yes), "bowel_change": .reply(.no)])
    }

    @Test func `going back at the start changes nothing`() throws {
        let form = try Site.form("place=sacrum:midline&back=yes")
        #expect(form.places == [BodyPlace("sacrum", .midline)] && form.reopened == nil)
    }

    @Test(arguments: [
        Screen.places, .causes, .warnings([]), .warnings(["a", "b"]), .ask("walking"), .press("p", .left),
    ])
    func `screens are told by their names`(screen: Screen) {
        #expect(Screen(screen.name) == screen)
    }

    @Test(arguments: ["", "places:", "ask", "ask:a:b", "press:a", "press:a:middle", "warnings", "else"])
    func `other names are no screens`(name: String) {
        #expect(Screen(name) == nil)
    }

    @Test func `the worst places carry the strength`() throws {
        let intake = try Site.form("place=sacrum:midline&place=coccyx:midline&worst=coccyx:midline&intensity=8").intake
        #expect(intake.drawing.map(\.strength) == [.lesser, .main])
        #expect(intake.drawing.map(\.intensity) == [nil, 8])
    }

    @Test func `with no worst place all carry it`() throws {
        let intake = try Site.form("place=sacrum:midline&place=coccyx:midline&intensity=8").intake
        #expect(intake.drawing.map(\.strength) == [nil, nil])
        #expect(intake.drawing.map(\.intensity) == [8, 8])
    }

    @Test func `every place has its own intensity and qualities`() throws {
        let intake = try Site.form(
            "place=sacrum:midline&place=heel:left&place=heel:right&intensity.sacrum.midline=7"
                + "&quality.sacrum.midline=stiff&quality.sacrum.midline=dull&quality.heel.left=numb"
        ).intake
        #expect(intake.drawing.map(\.intensity) == [7, nil, nil])
        #expect(intake.drawing.map(\.quality) == [[.dull, .stiff], [.numb], []])
        #expect(intake.drawing.allSatisfy { $0.strength == nil })
    }

    @Test func `the intensity of a place goes before that of all`() throws {
        let form = try Site.form("place=heel:left&place=heel:right&intensity=8&intensity.heel.left=3")
        #expect(form.intake.drawing.map(\.intensity) == [3, 8])
    }

    @Test func `what is said of a place that is not marked is dropped`() throws {
        let form = try Site.form("place=heel:left&intensity.heel.right=3&quality.sacrum.midline=dull")
        #expect(form.feelings.isEmpty)
    }

    @Test(arguments: [
        ("intensity.heel.left=11", "intensity.heel.left"), ("intensity.heel.left=x", "intensity.heel.left"),
        ("intensity.heel.left=1&intensity.heel.left=2", "intensity.heel.left"),
        ("quality.heel.left=wet", "quality.heel.left"),
        ("age=old", "age"), ("age=121", "age"), ("age=-1", "age"), ("age=4&age=5", "age"), ("age=4.5", "age"),
        ("sex=yes", "sex"), ("complete=maybe", "complete"), ("intensity=11", "intensity"), ("place=sacrum", "place"),
        ("place=sacrum:up", "place"), ("place=sacrum:midline&place=sacrum:midline", "place"),
        ("answer.walking=yes", "answer.walking"), ("answer.saddle_numbness=worse", "answer.saddle_numbness"),
        ("tenderness.piriformis_lateral:left=high", "tenderness.piriformis_lateral:left"),
        ("tenderness.piriformis_lateral:middle=3", "tenderness.piriformis_lateral:middle"),
        ("familiar.piriformis_lateral:left=maybe", "familiar.piriformis_lateral:left"),
        ("lump.piriformis_lateral:left=maybe", "lump.piriformis_lateral:left"),
        ("asked=nothing", "asked"), ("now=press:piriformis_lateral:middle", "now"), ("back=yes&back=yes", "back"),
        ("skip=nothing", "skip"), ("age=%FF", ""), ("age=%4", ""), ("age=%zz", ""),
    ])
    func `what does not fit is refused and named`(text: String, path: String) throws {
        let problem = #expect(throws: IntakeProblem.self) { try Site.form(text) }
        #expect(problem?.path == path)
        #expect(problem?.allowed.isEmpty == false)
    }

    @Test func `plus signs and percent signs are decoded`() throws {
        let fields = try FormFields(urlEncoded: Array("a+b=c%2Bd&empty=&bare&x=1=2".utf8))
        #expect(fields.all == [.init(name: "a b", value: "c+d"), .init(name: "x", value: "1=2")])
    }

    @Test func `a flood of fields is refused`() {
        let flood = Array(String(repeating: "a=1&", count: 2_001).utf8)
        #expect(throws: IntakeProblem.self) { try FormFields(urlEncoded: flood) }
    }
}
