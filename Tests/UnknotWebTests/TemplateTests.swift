import HTTPTypes
import Testing
import Unknot

@testable import UnknotWeb

@Suite("Templates and views")
struct TemplateTests {
    /// Pages that together show everything that pages can show.
    private func walk() throws -> TemplateWalk {
        let kit = try Site.kit
        var walk = TemplateWalk(templates: Resources.texts(ending: ".mustache"))
        func visit<View>(_ page: Page<View>) {
            let frame = Frame(
                text: kit.texts.all, styleSheet: "/a.css", icon: "/a.svg", modules: page.modules, title: page.title,
                view: page.view)
            walk.walk(page.template, over: frame)
        }
        let problem = IntakeProblem(path: "age", message: "Found “x”.", allowed: "a number")
        visit(.problem(Refusal(.badRequest, problem), texts: kit.texts))
        var form = try Site.form(Site.lowBackAndButtock)
        form.worst = [form.places[0]]
        form.feelings[form.places[0]] = Feeling(intensity: 6, quality: [.dull])
        form.answers = ["steroids": .reply(.yes), "first_pain_over_50": .reply(.yes), "walking": .effect(.worse)]
        visit(.first(form, problem: problem, kit: kit))

        var answer = try kit.engine.locate(form.intake)
        let steps = try kit.engine.locator.usefulSteps(form.intake, most: 20)
        visit(
            .questions(
                form, signs: answer.triage.unasked, steps: steps.map(\.kind), problem: problem, kit: kit))
        answer.unexplained = [form.places[0]]
        answer.isExact = false
        for step in steps {
            answer.next = step
            visit(.result(form, answer: answer, kit: kit))
        }
        (answer.next, answer.isDone) = (nil, true)
        answer.muscles = answer.muscles.prefix(1).map {
            RankedMuscle(muscle: $0.muscle, side: $0.side, probability: 0.1)
        }
        visit(.result(form, answer: answer, kit: kit))
        for query in ["", "low back", "zzz"] { visit(.atlas(query, kit: kit)) }
        for muscle in kit.engine.atlas.muscles { visit(.entry(AtlasWriter(kit).entry(muscle))) }
        for point in kit.engine.atlas.points.prefix(5) { visit(.entry(AtlasWriter(kit).entry(point))) }
        for region in kit.engine.atlas.regions.prefix(5) { visit(.entry(AtlasWriter(kit).entry(region))) }
        form.answers["saddle_numbness"] = .reply(.yes)
        visit(.emergency(form, answer: try kit.engine.locate(form.intake), kit: kit))
        return walk
    }

    @Test func `every key has a field`() throws {
        #expect(try walk().missing == [])
    }

    @Test func `every field is shown by some template`() throws {
        let walk = try walk()
        #expect(walk.fields.subtracting(walk.used) == [])
    }

    @Test func `every tag is reached by some page`() throws {
        let walk = try walk()
        #expect(walk.tags.subtracting(walk.reached) == [])
    }

    @Test func `no template has a raw section`() {
        for (name, text) in Resources.texts(ending: ".mustache") {
            #expect(!text.contains("{{{") && !text.contains("{{&"), "\(name)")
        }
    }

    @Test func `every page names its language and has one main heading`() throws {
        let renderer = try PageRenderer(Site.engine.atlas)
        let kit = try Site.kit
        var form = IntakeForm()
        form.places = [BodyPlace("paraspinal_l4_s1", .left)]
        let answer = try kit.engine.locate(form.intake)
        let pages = [
            try renderer.html(.first(form, kit: kit)),
            try renderer.html(.questions(form, signs: answer.triage.unasked, steps: [], kit: kit)),
            try renderer.html(.result(form, answer: answer, kit: kit)),
            try renderer.html(.problem(.notFound, texts: kit.texts)),
        ]
        for page in pages {
            #expect(page.contains("<html lang=\"en\">"))
            #expect(page.matches(of: /<h1[ >]/).count == 1)
            #expect(page.matches(of: /<main[ >]/).count == 1)
            #expect(headingsAreInOrder(page))
        }
    }

    /// No level of heading is left out on the way down.
    private func headingsAreInOrder(_ page: String) -> Bool {
        let levels = page.matches(of: /<h([1-6])[ >]/).compactMap { Int($0.output.1) }
        return zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 }
    }

    @Test func `no id stands twice on a page`() throws {
        let renderer = try PageRenderer(Site.engine.atlas)
        let kit = try Site.kit
        var form = IntakeForm()
        form.places = [BodyPlace("paraspinal_l4_s1", .left), BodyPlace("sacrum", .midline)]
        let answer = try kit.engine.locate(form.intake)
        for page in [
            try renderer.html(.first(form, kit: kit)),
            try renderer.html(.questions(form, signs: answer.triage.unasked, steps: [], kit: kit)),
        ] {
            let ids = page.matches(of: /\sid="([^"]+)"/).map { String($0.output.1) }
            #expect(Set(ids).count == ids.count)
        }
    }
}
