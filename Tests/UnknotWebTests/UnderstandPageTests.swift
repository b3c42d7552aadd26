import Foundation
import HTTPTypes
import Testing
import Unknot

@testable import UnknotWeb

@Suite("The page that explains a knot")
struct UnderstandPageTests {
    /// A view without the hours of computing that 28 days in a build without optimisation take.
    static func quickView(_ form: RoutineForm, members: Int = 4) throws -> UnderstandPage {
        let timeline = form.routine.timeline
        let outlook = KnotOutlook(
            timeline.scenario, at: timeline.moments, members: members, settings: SolverSettings(relative: 1e-2))
        return UnderstandPage(form, outlook, timeline, kit: try Site.kit)
    }

    @Test func `works without scripts, says what it is and shows ranges`() async throws {
        let page = try await Site.ask(.get, "/understand")
        #expect(page.status == .ok)
        #expect(page.headers[.cacheControl] == "no-store")
        for text in [
            "This is a model of a theory that experts dispute. It is not a measurement of you.",
            "Blood flow did not rise", "Less tender is not less pain", "Water is a weak cause",
            "runs with the model’s unsure numbers", "In four weeks", "Moraska", "Quintner",
        ] {
            #expect(page.visibleText.contains(text), "\(text)")
        }
        #expect(!page.text.contains("understand_preset") && !page.text.contains(">understand_"))
        #expect(!page.text.contains("nan") && !page.text.contains("inf "))
        #expect(page.text.matches(of: /<path class="curve-band" d="M/).count == 20)
    }

    @Test func `a posted setting stays, with its value in words`() async throws {
        let page = try await Site.post(
            "/understand", form: "start=latent&sleep=55&presses=7&press_strength=25&breaks=none")
        #expect(page.status == .ok)
        let text = page.visibleText
        for words in ["5.5 hours", "every day", "2.5 kg on 1 cm²"] { #expect(text.contains(words), "\(words)") }
        #expect(page.text.contains(#"id="start-latent" name="start" value="latent" checked"#))
        // None of the examples is the one that is shown.
        #expect(page.text.components(separatedBy: "aria-current").count == 2, "only where one is, in the navigation")
    }

    @Test(arguments: [
        "sleep=8", "sleep=x", "stress=11", "stress=-1", "presses=15", "start=dead", "breaks=never", "preset=magic",
        "stress=1&stress=2", "age=40",
    ])
    func `a setting that does not fit is refused`(form: String) async throws {
        let page = try await Site.post("/understand", form: form)
        #expect(page.status == .badRequest)
        #expect(page.headers[.contentType] == "text/html; charset=utf-8")
    }

    @Test(arguments: Preset.allCases)
    func `an example fits its sliders and has its name`(preset: Preset) throws {
        let routine = preset.routine
        for slider in RoutineForm.causes + RoutineForm.care {
            let value = slider.read(routine) * slider.divisor
            #expect(
                slider.range.contains(Int(value.rounded())) && abs(value - value.rounded()) < 1e-9, "\(slider.name)")
            #expect(Int(value.rounded() - Double(slider.range.lowerBound)) % slider.step == 0, "\(slider.name)")
        }
        #expect(try Site.kit.texts.has("understand_preset_\(preset.rawValue)"))
        let form = try RoutineForm(FormFields(urlEncoded: Array("preset=\(preset.rawValue)&stress=9".utf8)))
        #expect(form.preset == preset && form.routine == routine)
    }

    @Test func `every slider moves what it is named after`() throws {
        for slider in RoutineForm.causes + RoutineForm.care {
            for number in [slider.range.lowerBound, slider.range.upperBound] {
                let form = try RoutineForm(FormFields(urlEncoded: Array("\(slider.name)=\(number)".utf8)))
                #expect(slider.read(form.routine) == Double(number) / slider.divisor)
            }
        }
    }
}
