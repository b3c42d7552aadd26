import Testing
import Unknot

@testable import UnknotWeb

/// Themes only order the health check: nothing may get lost in them.
@Suite struct HealthThemeTests {
    @Test func everyQuestionStandsInOneTheme() throws {
        let checks = try Site.engine.atlas.care.healthChecks
        let shown = HealthTheme.grouped(checks).flatMap(\.checks).map(\.id)
        #expect(shown.count == checks.count)
        #expect(Set(shown) == Set(checks.map(\.id)))
    }

    @Test func whatBleedsComesFirst() throws {
        let checks = try Site.engine.atlas.care.healthChecks.reversed()
        #expect(HealthTheme.grouped(Array(checks)).first?.checks.first?.id == "anticoagulant_medicine")
    }

    @Test func themesWithoutQuestionsAreNotShown() {
        #expect(HealthTheme.grouped([]).isEmpty)
    }
}
