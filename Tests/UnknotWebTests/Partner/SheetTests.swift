import HTTPTypes
import Testing
import Unknot

@testable import UnknotWeb

@Suite("Printed sheets")
struct SheetTests {
    @Test func `the partner's sheet says all that the page says`() async throws {
        let text = try await Site.post("/release/sheet", form: PartnerScene.form()).visibleText
        for part in ["For whoever helps", "How long", "How hard", "Which way", "Never press", "More", "Stop"] {
            #expect(text.contains(part), "\(part)")
        }
        let steps = try PartnerScene.steps().filter(\.isForPartner)
        for step in steps {
            #expect(text.contains(try #require(Site.engine.atlas.point(step.point)).landmarks))
            #expect(text.contains("At most \(step.pressure?.upperBound ?? 0) of 10"))
        }
    }

    @Test func `the therapist's sheet tells how likely, and of the health only what the person lets it`() async throws {
        let form =
            try PartnerScene.form(
                "plan.helper=yes&plan.minutes=15&plan.health=widespread_pain_or_very_sensitive_to_touch")
            + "&sheet.for=therapist"
        let label = try #require(Site.engine.atlas.care.healthCheck("widespread_pain_or_very_sensitive_to_touch"))
            .plainLabel
        let bare = try await Site.post("/release/sheet", form: form)
        #expect(bare.visibleText.contains("Worth palpating") && bare.visibleText.contains(" %"))
        #expect(!bare.visibleText.contains(label))
        let full = try await Site.post("/release/sheet", form: form + "&sheet.health=yes")
        #expect(full.visibleText.contains(label))
        for page in [bare, full] { #expect(page.text.matches(of: /<h1[ >]/).count == 1) }
    }

    @Test(arguments: [
        ("sheet.for=nurse", "sheet.for"), ("sheet.health=no", "sheet.health"), ("sheet.colour=red", "sheet.colour"),
        ("sheet.for=partner&sheet.for=therapist", "sheet.for"),
    ])
    func `what does not fit is refused by name`(field: String, path: String) throws {
        let problem = #expect(throws: IntakeProblem.self) {
            try SheetForm(FormFields(urlEncoded: Array(field.utf8)))
        }
        #expect(problem?.path == path)
    }
}
