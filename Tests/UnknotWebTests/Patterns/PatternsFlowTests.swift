import HTTPTypes
import Testing
import Unknot
import UnknotJournal

@testable import UnknotWeb

@Suite("Patterns in the browser")
struct PatternsFlowTests {
    private func diary(_ days: Int, pain: (_ isAfter: Bool, _ day: Int) -> Int) async throws -> Answer {
        let diary = try await Diary(now: "2026-09-21T20:00:00+02:00")
        for noted in try PatternPages.entries(days, pain: pain) {
            try await diary.write(
                noted.entry.kind, noted.entry.payload, at: noted.entry.happenedAt.text(in: noted.zone))
        }
        return try await diary.get("/prevent/patterns")
    }

    @Test func `nobody yet: it says from how many days on there is something to see`() async throws {
        let page = try await Diary().get("/prevent/patterns")
        #expect(page.status == .ok)
        #expect(page.visibleText.contains("0 of 30 days with pain written down."))
        #expect(page.text.contains("<a class=\"button\" href=\"/today\">"))
        #expect(page.visibleText.contains("Why this is not proof"))
    }

    @Test func `what went with more pain is no proof, has an interval, and is offered as a fair test`() async throws {
        let page = try await diary(80) { isAfter, day in (isAfter ? 6 : 3) + day % 2 }
        #expect(page.visibleText.contains("The day after drinking little water your pain was higher by about"))
        #expect(page.visibleText.contains("By the model the difference lies between +"))
        #expect(page.visibleText.contains("hardly any evidence from studies"))
        #expect(page.text.contains("href=\"/prevent/tests/new\""))
        #expect(page.visibleText.contains("it does not tell the cause"))
        for claim in ["causes", "because of", "proves", "nothing to it", "all else alike"] {
            #expect(!page.visibleText.contains(claim))
        }
    }

    @Test func `how long and how well somebody slept is one thing`() throws {
        let page = try #require(try PatternPages.all().last).view
        let nights = try #require(page.patternCards.first)
        #expect(page.patternCards.count == 1 && nights.patternTitle == "Nights")
        #expect(nights.patternLines.count == 2 && nights.patternIsOne != nil && nights.patternCanTest)
        #expect(nights.patternLines[1].patternFigures.contains("seldom"))
    }

    @Test func `nothing that stands out is the usual result, and nothing is offered`() async throws {
        let page = try await diary(60) { _, day in 2 + day % 5 }
        #expect(page.visibleText.contains("Nothing stood out clearly enough. That is the usual result."))
        #expect(!page.text.contains("/prevent/tests/new"))
    }

    @Test("pain at an end of the scale tells nothing", arguments: [0, 10])
    func ends(pain: Int) async throws {
        let page = try await diary(40) { _, _ in pain }
        #expect(page.visibleText.contains("On 100 % of the days your pain was 0 or 10."))
    }
}
