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
        let page = try await Site.ask(.get, "/").bytes.count
        let assets = try PageRenderer(Site.engine.atlas).assets.sizes.reduce(0, +)
        #expect(page < 240_000 && assets < 100_000, "shapes and names compress to a fifth; 200 KB is the limit")
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
        #expect(text.contains(try Site.engine.atlas.phrases("level_self_care")))
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
        let asks = try #require(text.firstRange(of: "About the pain"))
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

    @Test func `the questions about the pain are those the engine finds most useful`() async throws {
        let engine = try Site.engine
        let useful = try engine.locator.usefulSteps(Site.form(Site.lowBackAndButtock).intake, most: 20)
        let page = try await Site.post("/questions", form: Site.lowBackAndButtock).text
        let asks = try #require(page.firstRange(of: "About the pain"))
        let fields = page[asks.upperBound...].matches(of: /name="answer\.([^"]+)"/).map { String($0.output.1) }
        let asked = fields.enumerated().filter { $0.offset == 0 || fields[$0.offset - 1] != $0.element }.map(\.element)
        #expect(asked == useful.filter { !$0.isPress }.prefix(6).map(\.id))
    }

    @Test func `what was answered or passed over can be changed`() throws {
        let kit = try Site.kit
        let form = try Site.form(
            Site.lowBackAndButtock
                + "&answer.walking=worse&answer.groin_pain=no&skip=sitting_long&skip=piriformis_lateral")
        let page = QuestionsPage(form, signs: [], steps: [], kit: kit)
        let chosen = page.asks.flatMap(\.choices).filter(\.isChosen).map { "\($0.choiceName)=\($0.choiceValue)" }
        #expect(Set(chosen) == ["answer.walking=worse", "answer.groin_pain=no", "answer.sitting_long=unknown"])
        let carried = page.carried.map { "\($0.fieldName)=\($0.fieldValue)" }
        #expect(carried.contains("skip=piriformis_lateral") && !carried.contains("skip=sitting_long"))
        #expect(!carried.contains { $0.hasPrefix("answer.") })
    }

    @Test func `a warning question is not asked a second time for the pain`() throws {
        let page = QuestionsPage(
            IntakeForm(), signs: ["history_of_cancer"], steps: [.question("history_of_cancer")], kit: try Site.kit)
        #expect(page.signGroups.flatMap(\.signs).count == 1)
        #expect(page.asks.isEmpty)
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

    @Test func `the next step gives way when it is passed over`() async throws {
        let next = /<button[^>]* name="skip" value="([^"]+)">/
        var form = Site.lowBackAndButtock
        var offered: Set<String> = []
        for _ in 0..<5 {
            let page = try await Site.post("/result", form: form).text
            let id = try #require(page.firstMatch(of: next).map { String($0.output.1) })
            try #require(offered.insert(id).inserted, "\(id) was offered twice")
            let expected = try Site.engine.locator.locate(
                Site.form(form).intake, skipping: offered.subtracting([id])
            ).next
            #expect(id == expected?.id)
            form += "&skip=\(id)"
        }
    }

    @Test func `reasons of one kind share a line that names the first and counts the rest`() throws {
        let kit = try Site.kit
        let answer = try kit.engine.locate(Site.form(Site.lowBackAndButtock + "&answer.walking=worse").intake)
        for point in answer.points {
            for reasons in [point.reasonsFor, point.reasonsAgainst] {
                let lines = ReasonLines.lines(reasons, kit: kit)
                let blanks = reasons.filter { if case .blank = $0.kind { true } else { false } }
                guard blanks.count > 1 else { continue }
                let line = try #require(lines.first { $0.contains("No pain marked where this spot often hurts") })
                #expect(lines.filter { $0.contains("No pain marked") || $0.contains("did not mark") }.count == 1)
                #expect(line.split(separator: ";").count == min(blanks.count, 4))
                #expect(line.contains("\(blanks.count - 4) more") == (blanks.count > 4))
            }
        }
        #expect(ReasonLines.lines([], kit: kit).isEmpty)
    }

    @Test func `a reason alone is told as the engine tells it`() throws {
        let kit = try Site.kit
        let form = try Site.form("place=buttock_upper_lateral:left")
        let reasons = try #require(try kit.engine.locate(form.intake).points.first).reasonsFor
        #expect(reasons.count == 1)
        #expect(ReasonLines.lines(reasons, kit: kit) == reasons.map(kit.engine.text.reason))
    }

    @Test func `a page on which no muscle is likely says that nothing stands out`() throws {
        let kit = try Site.kit
        let form = try Site.form(Site.lowBackAndButtock)
        var answer = try kit.engine.locate(form.intake)
        let leader = try #require(answer.muscles.first)
        for (probability, isOpen) in [(0.19, true), (0.2, false)] {
            answer.muscles = [RankedMuscle(muscle: leader.muscle, side: leader.side, probability: probability)]
            #expect(ResultPage(form, answer: answer, kit: kit).nothingStandsOut == isOpen)
            #expect((kit.engine.text.words(for: probability) == "unlikely") == isOpen)
        }
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
