import HTTPTypes
import Testing
import Unknot

@testable import UnknotWeb

@Suite("Templates and views")
struct TemplateTests {
    /// A walk over pages that together show everything that pages can show; all tests look at the same one.
    private static let walked = Result { try walk() }

    private static func walk() throws -> TemplateWalk {
        let kit = try Site.kit
        var walk = TemplateWalk(templates: Resources.texts(ending: ".mustache"))
        func visit<View>(_ page: Page<View>) {
            let frame = Frame(
                text: kit.texts.all, styleSheet: "/a.css", partSheet: "/b.css", icon: "/a.svg",
                modules: page.modules, preloads: page.modules, hasJournal: true, title: page.title, view: page.view)
            walk.walk(page.template, over: frame)
        }
        let problem = IntakeProblem(path: "age", message: "Found “x”.", allowed: "a number")
        visit(.problem(Refusal(.badRequest, problem), texts: kit.texts))
        var form = try Site.form(Site.lowBackAndButtock)
        form.worst = [form.places[0]]
        form.feelings[form.places[0]] = Feeling(intensity: 6, quality: [.dull])
        form.answers = ["steroids": .reply(.yes), "first_pain_over_50": .reply(.yes), "walking": .effect(.worse)]
        visit(.first(form, problem: problem, kit: kit))

        form.presses = [Press("quadratus_lumborum_deep_upper", .left, tenderness: 4)]
        form.asked = [.places, .press("quadratus_lumborum_deep_upper", .left)]
        form.feelings[form.places[0]] = Feeling(intensity: 4, quality: [.dull])
        form.causes = ["sitting_prolonged"]

        // The interview.
        let neck = try Site.form("place=shoulder_top:left&place=neck_side:left")
        visit(.places(form, atMost: 2, kit: kit))
        visit(.places(neck, atMost: 1, kit: kit))
        visit(.causes(form, offered: form.causes, atMost: 1, kit: kit))
        form.earlier = [
            "saddle_numbness": .reply(.yes), "bladder_change": .reply(.unknown), "walking": .effect(.worse),
        ]
        let signs = try kit.engine.locator.turn(Intake(drawing: form.intake.drawing), phase: .questions)
        if case .warnings(let screen) = signs.step { visit(.warnings(form, screen: screen, atMost: 3, kit: kit)) }
        let steps = try kit.engine.locator.usefulSteps(form.intake, most: 20)
        for step in steps {
            form.earlier = [step.id: .reply(.unknown)]
            if let page = Page.question(form, step: step, atMost: 9, kit: kit) { visit(page) }
            form.earlier = [step.id: .effect(.worse)]
            if let page = Page.question(form, step: step, atMost: 9, kit: kit) { visit(page) }
        }

        // Presses and results.
        var answer = try kit.engine.locate(form.intake)
        let before = try kit.engine.locate(#require(form.beforeLastPress).form.intake)
        let presses = steps.filter(\.isPress)
        visit(.press(form, answer: answer, before: before, steps: presses, kit: kit))
        visit(.press(form, answer: answer, before: nil, steps: [], kit: kit))
        let neckAnswer = try kit.engine.locate(neck.intake)
        for step in try kit.engine.locator.presses(neck.intake, most: 8) {
            visit(.press(neck, answer: neckAnswer, before: nil, steps: [step], kit: kit))
        }
        visit(.result(neck, answer: neckAnswer, turn: nil, presses: [], kit: kit))
        answer.unexplained = [form.places[0]]
        answer.isExact = false
        visit(.result(form, answer: answer, turn: signs, presses: presses, kit: kit))
        visit(.result(form, answer: answer, turn: signs, presses: [], kit: kit))
        for query in ["", "low back", "zzz"] { visit(.atlas(query, kit: kit)) }
        for muscle in kit.engine.atlas.muscles { visit(.entry(AtlasWriter(kit).entry(muscle))) }
        for point in kit.engine.atlas.points.prefix(5) { visit(.entry(AtlasWriter(kit).entry(point))) }
        for region in kit.engine.atlas.regions.prefix(5) { visit(.entry(AtlasWriter(kit).entry(region))) }
        for page in TechniquePages.libraries(kit) { visit(page) }
        for page in TechniquePages.entries(kit) { visit(page) }
        for query in ["", "water", "zzz"] { visit(.learn(query, kit: kit)) }
        for page in kit.engine.atlas.learning.pages { visit(.learnPage(page, kit: kit)) }
        for preset in [Preset.deskWeek, .pressDaily] {
            visit(.understand(try UnderstandPageTests.quickView(RoutineForm(preset)), kit: kit))
        }
        // With more members they differ, so that a middle is shown.
        visit(.understand(try UnderstandPageTests.quickView(RoutineForm(.together), members: 16), kit: kit))
        visit(.result(form, answer: answer, turn: signs, presses: [], canKeep: true, kit: kit))
        visit(.press(form, answer: answer, before: before, steps: presses, canKeep: true, kit: kit))

        // The journal.
        for page in try JournalPages.today() { visit(page) }
        for page in try JournalPages.knots() { visit(page) }
        for page in try JournalPages.maps() { visit(page) }
        for page in try JournalPages.records() { visit(page) }
        for page in try JournalPages.entries() { visit(page) }
        for page in try JournalPages.preferences() { visit(page) }
        for page in try JournalPages.questionnaires() { visit(page) }
        for page in try JournalPages.questionnaireForms() { visit(page) }
        for page in try ForecastPages.pages() { visit(page) }

        // Fair tests.
        for page in try FairTestScenes.lists() { visit(page) }
        for page in try FairTestScenes.designs() { visit(page) }
        for page in try FairTestScenes.pages() { visit(page) }
        for page in try FairTestScenes.sheets() { visit(page) }
        for page in try RemindersPages.all() { visit(page) }
        for page in try RemindersPages.due() { visit(page) }
        // Prevention.
        for page in try PreventPages.hubs() { visit(page) }
        for page in try PreventPages.checks() { visit(page) }
        for page in try PreventPages.hours() { visit(page) }
        for page in try PreventPages.habits() { visit(page) }
        for page in try PatternPages.all() { visit(page) }

        // Sessions.
        let sessions = try SessionStories.pages()
        for page in sessions.sessions { visit(page) }
        for page in sessions.after { visit(page) }

        // The way to a plan.
        for page in try ReleasePages.means() { visit(page) }
        for page in try ReleasePages.health() { visit(page) }
        for page in try ReleasePages.stops() { visit(page) }
        for page in try ReleasePages.starts() { visit(page) }
        for page in try ReleasePages.warnings() { visit(page) }
        for page in try ReleasePages.plans() { visit(page) }
        let planned = try ReleaseStory.told()
        let located = try kit.engine.locate(planned.intake)
        visit(.result(planned, answer: located, turn: nil, presses: presses, kit: kit))
        visit(.press(planned, answer: located, before: nil, steps: [], kit: kit))

        // Persons, accounts and sharing.
        for page in try PeoplePages.people() { visit(page) }
        for page in try PeoplePages.otherRecords() { visit(page) }
        for page in try PeoplePages.deletingPersons() { visit(page) }
        for page in try PeoplePages.signingIn() { visit(page) }
        for page in try PeoplePages.registering() { visit(page) }
        for page in try PeoplePages.resetting() { visit(page) }
        for page in try PeoplePages.accounts() { visit(page) }
        for page in try PeoplePages.deletingAccounts() { visit(page) }
        for page in try PeoplePages.sharing() { visit(page) }
        for page in try PeoplePages.offers() { visit(page) }
        for page in try PeoplePages.noOffers() { visit(page) }

        // Sessions for two, and sheets.
        for page in try PartnerScene.guestPages() { visit(page) }
        for page in try PartnerScene.hostPages() { visit(page) }
        visit(PartnerScene.gonePage())
        visit(try PartnerScene.partnerSheet())
        for page in try PartnerScene.therapistSheets() { visit(page) }

        form.answers["saddle_numbness"] = .reply(.yes)
        let stopped = try kit.engine.locate(form.intake)
        for isNoted in [false, true] {
            visit(.emergency(form, triage: stopped.triage, isNoted: isNoted, kit: kit))
            visit(.result(form, answer: stopped, turn: nil, presses: [], isNoted: isNoted, kit: kit))
        }
        return walk
    }

    @Test func `every key has a field`() throws {
        #expect(try Self.walked.get().missing == [])
    }

    @Test func `every field is shown by some template`() throws {
        let walk = try Self.walked.get()
        // What surrounds a page is shown by one of the layouts.
        func plain(_ fields: Set<String>) -> Set<String> {
            Set(fields.map { $0.replacing(/^Frame<.*>/, with: "Frame") })
        }
        #expect(plain(walk.fields).subtracting(plain(walk.used)) == [])
    }

    @Test func `every tag is reached by some page`() throws {
        let walk = try Self.walked.get()
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
        let others =
            try PeoplePages.html(renderer) + ReleasePages.html(renderer) + FairTestScenes.html(renderer) + [
                renderer.html(.problem(.notFound, texts: kit.texts))
            ]
        for page in try pages(form, renderer, kit) + others {
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
        for page in try pages(form, renderer, kit) + PeoplePages.html(renderer) + ReleasePages.html(renderer)
            + FairTestScenes.html(renderer)
        {
            let ids = page.matches(of: /\sid="([^"]+)"/).map { String($0.output.1) }
            #expect(Set(ids).count == ids.count)
        }
    }

    /// One page of each kind for a form.
    private func pages(_ form: IntakeForm, _ renderer: PageRenderer, _ kit: PageKit) throws -> [String] {
        let answer = try kit.engine.locate(form.intake)
        let turn = try kit.engine.locator.turn(form.intake, phase: .questions)
        guard case .warnings(let screen) = turn.step else { throw Refusal.failed }
        let steps = try kit.engine.locator.usefulSteps(form.intake, most: 20)
        let question = try #require(steps.lazy.compactMap { Page.question(form, step: $0, atMost: 3, kit: kit) }.first)
        let presses = steps.filter(\.isPress)
        return try [
            renderer.html(.first(form, kit: kit)),
            renderer.html(.places(form, atMost: 5, kit: kit)),
            renderer.html(.warnings(form, screen: screen, atMost: 4, kit: kit)),
            renderer.html(.causes(form, offered: ["sitting_prolonged"], atMost: 3, kit: kit)),
            renderer.html(question),
            renderer.html(.result(form, answer: answer, turn: turn, presses: presses, kit: kit)),
            renderer.html(.press(form, answer: answer, before: answer, steps: presses, kit: kit)),
            renderer.html(.press(form, answer: answer, before: nil, steps: [], kit: kit)),
            renderer.html(.learn("water", kit: kit)),
            renderer.html(.understand(UnderstandPageTests.quickView(RoutineForm(.heat)), kit: kit)),
        ] + JournalPages.today().map(renderer.html) + JournalPages.knots().map(renderer.html)
            + JournalPages.maps().map(renderer.html) + JournalPages.records().map(renderer.html)
            + RemindersPages.all().map(renderer.html) + RemindersPages.due().map(renderer.html)
            + PatternPages.all().map(renderer.html)
            + JournalPages.entries().map(renderer.html) + JournalPages.preferences().map(renderer.html)
            + PreventPages.hubs().map(renderer.html) + PreventPages.checks().map(renderer.html)
            + PreventPages.hours().map(renderer.html) + PreventPages.habits().map(renderer.html)
            + PartnerScene.guestPages().map(renderer.html) + PartnerScene.hostPages().map(renderer.html)
            + PartnerScene.therapistSheets().map(renderer.html)
            + kit.engine.atlas.learning.pages.map { try renderer.html(.learnPage($0, kit: kit)) }
            + [renderer.html(PartnerScene.partnerSheet()), renderer.html(PartnerScene.gonePage())]
    }
}
