import SeededRandom
import Testing
import Unknot
import UnknotJournal

@testable import UnknotWeb

@Suite("What a plan is made from, in form fields")
struct PlanFormTests {
    @Test(arguments: UInt64(1)...40)
    func `fields give the same form again`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let atlas = try Site.engine.atlas
        var form = PlanForm(intake: try Site.form(Site.lowBackAndButtock))
        form.health = atlas.care.healthChecks.map(\.id).filter { _ in Int.random(in: 0..<8, using: &random) == 0 }
        form.asked = Set(atlas.care.healthChecks.map(\.id).filter { _ in .random(using: &random) })
            .union(form.health)
        form.tools = CareTool.allCases.filter { !$0.isAlwaysThere && .random(using: &random) }
        form.hasHelper = .random(using: &random)
        form.place = CareSetting.allCases.randomElement(using: &random) ?? .car
        form.minutes = Double(Int.random(in: 1...180, using: &random))
        form.isFlare = .random(using: &random)
        form.isSetUp = .random(using: &random)
        form.told = [nil, LocalDay("2026-11-21")].randomElement(using: &random) ?? nil
        form.signsShown = [nil, Moment(milliseconds: 1_790_000_000_123)].randomElement(using: &random) ?? nil
        #expect(try PlanForm(FormFields(form.fields), atlas: atlas) == form)
    }

    @Test func `without a word of it there are ten minutes at home, with bare hands`() throws {
        let form = try Self.form("")
        #expect(form == PlanForm(intake: try Site.form(Site.lowBackAndButtock)))
        let request = form.request()
        #expect(request.place == .home && request.minutes == 10 && request.tools.isEmpty && !request.hasHelper)
        #expect(request.intake.drawing == form.intake.intake.drawing)
    }

    @Test func `signs that a no to another question covers are settled for the plan and not carried on`() throws {
        let atlas = try Site.engine.atlas
        let covered = try #require(atlas.warningSigns.first { $0.askedWith != nil && $0.combination == nil })
        let asking = try #require(covered.askedWith)
        let form = try Self.form("answer.\(asking)=no")
        #expect(form.request().intake.answers[covered.id.rawValue] == .reply(.no))
        #expect(!form.fields.contains { $0.name == "answer.\(covered.id)" })
    }

    @Test func `a flare is short, whatever time there is`() throws {
        #expect(try Self.form("plan.flare=yes&plan.minutes=20").request().minutes == 3)
        #expect(try Self.form("plan.flare=yes&plan.minutes=2").request().minutes == 2)
    }

    @Test func `what a screen asked and nobody ticked does not apply`() throws {
        let form = try Self.form("plan.answering=epilepsy+pregnancy&plan.health=pregnancy")
        #expect(form.answering == ["epilepsy", "pregnancy"] && form.asked == ["epilepsy", "pregnancy"])
        #expect(form.health == ["pregnancy"])
        #expect(try PlanForm(FormFields(form.fields), atlas: Site.engine.atlas).answering.isEmpty)
    }

    @Test func `what applies was asked`() throws {
        let form = try Self.form("plan.health=pregnancy&plan.asked=epilepsy+hip_replacement")
        #expect(form.health == ["pregnancy"])
        #expect(form.asked == ["pregnancy", "epilepsy", "hip_replacement"])
    }

    @Test(arguments: [
        ("plan.health=headache", "plan.health"), ("plan.asked=headache", "plan.asked"),
        ("plan.tool=hammer", "plan.tool"), ("plan.tool=fingers", "plan.tool"), ("plan.place=moon", "plan.place"),
        ("plan.place=home&plan.place=car", "plan.place"), ("plan.minutes=0", "plan.minutes"),
        ("plan.minutes=181", "plan.minutes"), ("plan.minutes=ten", "plan.minutes"),
        ("plan.helper=perhaps", "plan.helper"), ("plan.flare=1", "plan.flare"),
        ("plan.again=all", "plan.again"), ("plan.told=monday", "plan.told"), ("plan.answering=x", "plan.answering"),
        ("plan.colour=red", "plan.colour"), ("plan.signs_shown=now", "plan.signs_shown"),
    ])
    func `what does not fit is refused by name`(fields: String, path: String) throws {
        let problem = #expect(throws: IntakeProblem.self) { try Self.form(fields) }
        #expect(problem?.path == path)
        #expect(problem?.allowed.isEmpty == false)
    }

    private static func form(_ fields: String) throws -> PlanForm {
        try PlanForm(
            FormFields(urlEncoded: Array("\(Site.lowBackAndButtock)&\(fields)".utf8)), atlas: Site.engine.atlas)
    }
}
