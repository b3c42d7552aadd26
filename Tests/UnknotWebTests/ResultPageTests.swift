import HTTPTypes
import Testing
import Unknot

@testable import UnknotWeb

@Suite("The result")
struct ResultPageTests {
    private static let safe: String = {
        let signs = (try? Site.engine.locate(Site.form(Site.lowBackAndButtock).intake).triage.unasked) ?? []
        return Site.lowBackAndButtock + signs.map { "&answer.\($0)=no" }.joined()
    }()

    private func page(_ form: IntakeForm, _ change: (inout LocateAnswer) -> Void = { _ in }) throws -> ResultPage {
        let kit = try Site.kit
        var answer = try kit.engine.locate(form.intake)
        change(&answer)
        return ResultPage(form, answer: answer, turn: nil, presses: [], kit: kit)
    }

    @Test func `knots and other sources stand in one ranking, each told in full`() async throws {
        let text = try await Site.post("/result", form: Self.safe).visibleText
        let answer = try Site.engine.locate(Site.form(Self.safe).intake)
        let kit = try Site.kit
        for candidate in Candidate.leading(answer) {
            #expect(text.contains(candidate.name(kit).capitalizedFirst))
        }
        for part in [
            "What speaks for it", "You marked left", "What would settle it", "What it would explain",
            "Where this comes from", "How sure is this?", "33 %", "Press to find out",
        ] {
            #expect(text.contains(part), "\(part)")
        }
    }

    @Test(arguments: [
        Site.lowBackAndButtock, "place=shoulder_top:left", "place=sacrum:midline&place=groin:right",
        "place=calf_upper:left&age=70",
    ])
    func `three to five candidates are shown, most probable first`(form: String) throws {
        let answer = try Site.engine.locate(Site.form(form).intake)
        let leading = Candidate.leading(answer)
        #expect((3...5).contains(leading.count))
        #expect(leading.map(\.probability) == leading.map(\.probability).sorted(by: >))
        let all = answer.muscles.map(\.probability) + answer.alternatives.map(\.probability)
        #expect(leading.first?.probability == all.max())
    }

    @Test func `every candidate says what would settle it and where it comes from`() throws {
        for card in try page(Site.form(Site.lowBackAndButtock)).candidates {
            #expect(!card.settles.isEmpty)
            #expect(!card.sources.isEmpty, "\(card.cardName)")
            #expect(card.sources.allSatisfy { !$0.sourceStatus.isEmpty })
        }
    }

    @Test func `muscles and spots lead to their pages in the atlas`() async throws {
        let page = try await Site.post("/result", form: Self.safe).text
        for kind in ["muscles", "points"] {
            let links = page.matches(of: /href="(\/atlas\/[a-z]+\/[a-z0-9_]+)"/).map { String($0.output.1) }
                .filter { $0.hasPrefix("/atlas/\(kind)/") }
            #expect(!links.isEmpty)
            for link in Set(links).prefix(2) { #expect(try await Site.ask(.get, link).status == .ok, "\(link)") }
        }
    }

    @Test func `triage stands above everything else`() async throws {
        let form = Site.lowBackAndButtock + "&answer.fever_with_back_pain=yes"
        let text = try await Site.post("/result", form: form).visibleText
        let level = try #require(text.firstRange(of: "Get medical advice today."))
        let headline = try #require(text.firstRange(of: "What it could be"))
        #expect(level.lowerBound < headline.lowerBound)
    }

    @Test func `an open warning sign is said, and none when all are answered`() async throws {
        let open = try await Site.post("/result", form: Site.lowBackAndButtock).visibleText
        #expect(open.contains("have not been answered"))
        let answered = try await Site.post("/result", form: Self.safe).visibleText
        #expect(!answered.contains("have not been answered"))
    }

    @Test func `the table of published cases marks how much is known here`() throws {
        var form = try Site.form(Site.lowBackAndButtock)
        #expect(try page(form).honesty.trials.map(\.isHere) == [true, false, false])
        #expect(try page(form).honesty.drawingAlone != nil)
        form.answers["walking"] = .effect(.worse)
        #expect(try page(form).honesty.trials.map(\.isHere) == [false, true, false])
        form.presses = [Press("quadratus_lumborum_deep_upper", .left, tenderness: 3)]
        #expect(try page(form).honesty.trials.map(\.isHere) == [false, false, true])
        #expect(try page(form).honesty.drawingAlone == nil)
    }

    @Test func `when no candidate is likely the headline says that nothing stands out`() throws {
        let form = try Site.form(Site.lowBackAndButtock)
        for (probability, isOpen) in [(0.19, true), (0.2, false)] {
            let page = try page(form) { answer in
                answer.alternatives = []
                answer.muscles = answer.muscles.prefix(1).map {
                    RankedMuscle(muscle: $0.muscle, side: $0.side, probability: probability)
                }
            }
            #expect((page.headline == "Nothing stands out yet") == isOpen)
            #expect((try Site.engine.text.words(for: probability) == "unlikely") == isOpen)
        }
    }

    @Test func `what stays unexplained is named`() throws {
        let form = try Site.form(Site.lowBackAndButtock)
        #expect(try !page(form) { $0.unexplained = [] }.hasUnexplained)
        #expect(
            try page(form) { $0.unexplained = [form.places[0]] }.unexplained == ["Left beside the spine, lowest back"])
    }

    @Test func `other sources are told what speaks for and against them`() throws {
        let form = try Site.form(Site.lowBackAndButtock + "&answer.pain_below_knee=yes")
        let answer = try Site.engine.locate(form.intake)
        let source = try #require(answer.alternatives.first { $0.hypothesis == "radiculopathy" })
        let reasons = try ReasonLines.lines(source, form: form, kit: Site.kit)
        #expect(reasons.speakingFor.contains { $0.hasPrefix("You said yes to:") })
    }
}
