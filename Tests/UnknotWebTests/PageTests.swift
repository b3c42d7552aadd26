import HTTPTypes
import Testing
import Unknot

@testable import UnknotWeb

@Suite("Pages")
struct PageTests {
    @Test func `the first page has a box for every place`() async throws {
        let response = try await Site.ask(.get, "/")
        #expect(response.status == .ok)
        #expect(response.headers[.contentType] == "text/html; charset=utf-8")
        #expect(response.visibleText.contains("Where does it hurt?"))
        for place in try Site.engine.atlas.regions.flatMap(\.places) {
            #expect(response.text.contains("value=\"\(IntakeForm.name(of: place))\""))
        }
    }

    @Test func `the first page stays small`() async throws {
        let size = try await Site.ask(.get, "/").bytes.count
        #expect(size < 120_000, "it must stay far below 200 KB with its style sheet, even uncompressed")
    }

    @Test func `the parts that hurt most often come first and stand open`() throws {
        let page = FirstPage(IntakeForm(), kit: try Site.kit)
        #expect(page.zones.prefix(2).map(\.zoneID) == ["low_back", "pelvis"])
        #expect(page.zones.filter(\.isOpen).count == 6)
        #expect(Set(page.zones.map(\.zoneID)) == Set(BodyRegion.Zone.allCases.map(\.rawValue)))
    }

    @Test func `a marked part is open`() throws {
        var form = IntakeForm()
        form.places = [BodyPlace("calf_upper", .left)]
        let leg = FirstPage(form, kit: try Site.kit).zones.first { $0.zoneID == "leg" }
        #expect(leg?.isOpen == true)
    }

    @Test func `low back and buttock on the left give a ranked, explained answer`() async throws {
        let response = try await Site.post("/result", form: Site.lowBackAndButtock)
        #expect(response.status == .ok)
        let text = response.visibleText
        #expect(text.contains("Nothing you said is a warning sign."))
        let leader = try #require(
            try Site.engine.locate(
                Intake(
                    age: 41,
                    drawing: [
                        PainMark(BodyPlace("paraspinal_l4_s1", .left)),
                        PainMark(BodyPlace("buttock_upper_lateral", .left)),
                    ])
            ).muscles.first)
        let muscle = try #require(try Site.engine.atlas.muscle(leader.muscle))
        #expect(text.contains(muscle.plainName.capitalizedFirst) && text.contains(muscle.name))
        for part in [
            "What speaks for it", "You marked left", "What it would explain", "What else it could be", "Next step",
            "How sure is this?", "have not been answered",
        ] {
            #expect(text.contains(part), "\(part)")
        }
    }

    @Test func `the safety check comes before the questions about the pain`() async throws {
        let text = try await Site.post("/questions", form: Site.lowBackAndButtock).visibleText
        let signs = try #require(text.firstRange(of: "First: is it safe?"))
        let asks = try #require(text.firstRange(of: "What changes the pain?"))
        #expect(signs.lowerBound < asks.lowerBound)
    }

    @Test func `every warning question that fits is asked, most dangerous first`() throws {
        let kit = try Site.kit
        var form = IntakeForm()
        form.places = [BodyPlace("paraspinal_l4_s1", .left)]
        let unasked = try kit.engine.locate(form.intake).triage.unasked
        let page = QuestionsPage(form, signs: unasked, steps: [], kit: kit)
        let asked = page.signGroups.flatMap(\.signs).map { $0.choices[0].choiceName }
        #expect(asked == unasked.map { "answer.\($0)" })
        #expect(page.signGroups.flatMap(\.signs).flatMap(\.choices).allSatisfy { !$0.isChosen })
    }

    @Test func `a handful of questions about the pain are asked`() throws {
        let engine = try Site.engine
        let form = try IntakeForm(FormFields(urlEncoded: Array(Site.lowBackAndButtock.utf8)), atlas: engine.atlas)
        let steps = StepFinder(engine: engine).questions(form, answer: try engine.locate(form.intake), most: 7)
        #expect((5...8).contains(steps.count))
        #expect(Set(steps).count == steps.count)
    }

    @Test func `an emergency says what to do and nothing of knots`() async throws {
        let form = Site.lowBackAndButtock + "&answer.saddle_numbness=yes"
        let response = try await Site.post("/result", form: form)
        let text = response.visibleText
        #expect(response.status == .ok)
        #expect(text.contains("Get help now."))
        #expect(!text.contains("%") && !text.contains("Muscles that may") && !text.contains("Next step"))
        for muscle in try Site.engine.atlas.muscles { #expect(!text.contains(muscle.name)) }
    }

    @Test func `after an emergency a slip can be mended`() async throws {
        let form = Site.lowBackAndButtock + "&answer.saddle_numbness=yes"
        let page = try await Site.post("/questions", form: form).text
        #expect(page.contains("name=\"answer.saddle_numbness\" value=\"yes\" checked"))
        #expect(!page.contains("type=\"hidden\" name=\"answer.saddle_numbness\""))
    }

    @Test func `a warning sign that is no emergency stands above the muscles`() async throws {
        let form = Site.lowBackAndButtock + "&answer.fever_with_back_pain=yes"
        let text = try await Site.post("/result", form: form).visibleText
        let level = try #require(text.firstRange(of: "Get medical advice today."))
        let muscles = try #require(text.firstRange(of: "Muscles that may hold the knot"))
        #expect(level.lowerBound < muscles.lowerBound)
    }

    @Test func `what was said is kept when going back`() async throws {
        let form = Site.lowBackAndButtock + "&worst=paraspinal_l4_s1:left&answer.walking=worse"
        let page = try await Site.post("/", form: form).text
        #expect(
            page.contains("id=\"place-paraspinal_l4_s1-left\" name=\"place\" value=\"paraspinal_l4_s1:left\" checked"))
        #expect(page.contains("type=\"hidden\" name=\"answer.walking\" value=\"worse\""))
        #expect(page.contains("value=\"41\""))
        #expect(!page.contains("type=\"hidden\" name=\"place\""))
    }

    @Test(arguments: ["/questions", "/result"])
    func `nothing marked leads back to the first page, which says so`(path: String) async throws {
        let response = try await Site.post(path, form: "age=30")
        #expect(response.status == .badRequest)
        #expect(response.visibleText.contains("Where it hurts:"))
        #expect(response.text.contains("role=\"alert\""))
        #expect(response.text.contains("value=\"30\""))
    }

    @Test(arguments: [
        ("age=200", "Age:"), ("place=sacrum:left", "Where it hurts:"), ("place=nowhere:left", "Where it hurts:"),
        ("place=sacrum:midline&intensity=11", "How strong the pain is:"),
        ("place=sacrum:midline&tenderness.x:left=high", "How tender it is:"),
        ("place=sacrum:midline&tenderness.x:left=3", "Presses:"),
        ("place=sacrum:midline&answer.nothing=yes", "answers.nothing:"),
    ])
    func `a form that does not fit is answered with a page that names the field`(
        form: String, name: String
    ) async throws {
        let response = try await Site.post("/result", form: form)
        #expect(response.status == .badRequest)
        #expect(response.headers[.contentType] == "text/html; charset=utf-8")
        #expect(response.visibleText.contains(name), "\(response.visibleText)")
        #expect(response.visibleText.contains("What fits here:"))
    }

    @Test func `a form that is too large is refused`() async throws {
        let response = try await Site.post("/result", form: "a=" + String(repeating: "x", count: 5_000_000))
        #expect(response.status == .contentTooLarge)
        #expect(response.visibleText.contains("That was too much"))
    }

    @Test(arguments: ["application/json", "multipart/form-data; boundary=x", "text/plain"])
    func `other kinds of forms are refused`(type: String) async throws {
        let response = try await Site.ask(.post, "/result", type: type, body: Array("age=4".utf8))
        #expect(response.status == .unsupportedMediaType)
    }

    @Test func `an address without a page says so`() async throws {
        let response = try await Site.ask(.get, "/nowhere")
        #expect(response.status == .notFound)
        #expect(response.visibleText.contains("There is nothing here"))
    }

    @Test(arguments: ["/questions", "/result"])
    func `steps that need a form are not pages of their own`(path: String) async throws {
        let response = try await Site.ask(.get, path)
        #expect(response.status == .methodNotAllowed)
        #expect(response.headers[.allow] == "POST")
    }

    @Test(arguments: ["/?age=41", "/nowhere?place=sacrum:midline"])
    func `nothing in an address is read or shown`(path: String) async throws {
        let page = try await Site.ask(.get, path).text
        #expect(!page.contains("sacrum:midline\" checked") && !page.contains("value=\"41\""))
    }

    @Test func `steps that are passed over give way to others and come to an end`() throws {
        let engine = try Site.engine
        let finder = StepFinder(engine: engine)
        var form = try IntakeForm(FormFields(urlEncoded: Array(Site.lowBackAndButtock.utf8)), atlas: engine.atlas)
        let answer = try engine.locate(form.intake)
        var offered: Set<String> = []
        while let offer = finder.replacement(form, answer: answer) {
            let name =
                switch offer {
                case .press(let point, let side): IntakeForm.name(of: point, side)
                case .ask(let step): step.id
                }
            try #require(offered.insert(name).inserted, "\(name) was offered twice")
            form.skipped.append(name)
        }
        #expect(offered.count > 3)
    }

    @Test func `a press on the result page counts`() async throws {
        let point = "quadratus_lumborum_deep_upper:left"
        let form = Site.lowBackAndButtock + "&tenderness.\(point)=7&familiar.\(point)=yes"
        let text = try await Site.post("/result", form: form).visibleText
        #expect(text.contains("Pressing it brought on your usual pain (tenderness 7 of 10)."))
        #expect(!text.contains("From a drawing alone"))
    }

    @Test(arguments: ["saddle_numbness=yes", "steroids=yes", "walking=worse", "first_pain_over_50=yes"])
    func `no id or key is ever shown`(answer: String) async throws {
        for path in ["/questions", "/result"] {
            let text = try await Site.post(path, form: Site.lowBackAndButtock + "&answer.\(answer)").visibleText
            #expect(text.matches(of: /\b[a-z0-9]+_[a-z0-9_]+\b/).map { String($0.output) } == [])
        }
        let first = try await Site.ask(.get, "/").visibleText
        #expect(first.matches(of: /\b[a-z0-9]+_[a-z0-9_]+\b/).isEmpty)
    }
}
