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
        let page = try await Site.ask(.get, "/")
        let files = Set(page.text.matches(of: /"(\/assets\/[^"]+)"/).map { String($0.output.1) })
        var assets = 0
        for file in files { assets += try await Site.ask(.get, file).bytes.count }
        // It compresses to a fifth; 200 KB is the limit. Styles of later parts are not loaded here.
        #expect(files.count > 5 && page.bytes.count < 240_000 && assets < 130_000)
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

    @Test func `an emergency says what to do and nothing of knots`() async throws {
        let form = Site.lowBackAndButtock + "&answer.saddle_numbness=yes"
        let response = try await Site.post("/result", form: form)
        let text = response.visibleText
        #expect(response.status == .ok)
        #expect(text.contains("Get help now."))
        #expect(!text.contains("%") && !text.contains("What it could be") && !text.contains("Press to"))
        for muscle in try Site.engine.atlas.muscles { #expect(!text.contains(muscle.name)) }
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

    @Test(arguments: ["/questions", "/result", "/press"])
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

    @Test(arguments: ["/questions", "/result", "/press"])
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

    @Test func `a press on the result page counts`() async throws {
        let point = "quadratus_lumborum_deep_upper:left"
        let form = Site.lowBackAndButtock + "&tenderness.\(point)=7&familiar.\(point)=yes"
        let text = try await Site.post("/result", form: form).visibleText
        #expect(text.contains("Pressing it brought on your usual pain (tenderness 7 of 10)."))
        #expect(!text.contains("From a drawing alone"))
    }

    @Test(arguments: ["saddle_numbness=yes", "steroids=yes", "walking=worse", "first_pain_over_50=yes"])
    func `no id or key is ever shown`(answer: String) async throws {
        for path in ["/questions", "/result", "/press"] {
            let text = try await Site.post(path, form: Site.lowBackAndButtock + "&answer.\(answer)").visibleText
            #expect(text.matches(of: /\b[a-z0-9]+_[a-z0-9_]+\b/).map { String($0.output) } == [])
        }
        let first = try await Site.ask(.get, "/").visibleText
        #expect(first.matches(of: /\b[a-z0-9]+_[a-z0-9_]+\b/).isEmpty)
    }
}
