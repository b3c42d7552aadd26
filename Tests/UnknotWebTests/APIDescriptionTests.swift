import HTTPTypes
import Testing
import Unknot
import UnknotRecord

@testable import UnknotWeb

/// The whole document is checked against live answers in `Tests/Browser/test_api_description.py`.
@Suite("openapi.yaml")
struct APIDescriptionTests {
    private let description: String

    init() throws {
        description = try Resources.text(of: "openapi.yaml")
    }

    @Test func `it is served as it stands`() async throws {
        let response = try await Site.ask(.get, "/api/openapi.yaml")
        #expect(response.headers[.contentType] == "application/yaml; charset=utf-8")
        #expect(response.text == description)
    }

    @Test(arguments: [
        "/api/entries", "/api/locate", "/api/plan", "/api/simulate", "/api/openapi.yaml", "/health", "/metrics",
        "/ready",
    ])
    func `it describes every address for programs`(path: String) {
        #expect(description.contains("\n  \(path):\n"))
        #expect(KnownRoutes.methods(of: path) != nil)
    }

    @Test func `it names every field of an intake`() {
        for key in IntakeDocument.keys { #expect(description.contains("\n        \(key):\n"), "\(key)") }
    }

    @Test(arguments: [
        Sex.allCases.map(\.rawValue), BodySide.allCases.map(\.rawValue), RegionSide.allCases.map(\.rawValue),
        MarkStrength.allCases.map(\.rawValue), PainQuality.allCases.map(\.rawValue),
        TriageLevel.allCases.map(\.rawValue), RankedPoint.State.allCases.map(\.rawValue),
        Plan.Status.allCases.map(\.rawValue), PlanStep.Role.allCases.map(\.rawValue),
        CareTool.allCases.map(\.rawValue), CareSetting.allCases.map(\.rawValue),
        PastTreatment.Ending.allCases.map(\.rawValue), Technique.Performer.allCases.map(\.rawValue),
        TreatmentEffect.Quality.allCases.map(\.rawValue), EvidenceStatus.allCases.map(\.rawValue),
    ])
    func `it lists every word of an enumeration in its order`(words: [String]) {
        #expect(description.contains("enum: [\(words.joined(separator: ", "))]"))
    }

    @Test func `it names every field of a request for a plan`() {
        for key in PlanRequestDocument.keys + PlanRequestDocument.historyKeys {
            #expect(description.contains("\n        \(key):"), "\(key)")
        }
    }

    @Test func `it lists every answer`() {
        let words = Reply.allCases.map(\.rawValue) + MovementEffect.allCases.map(\.rawValue)
        // YAML readers of old take a bare yes or no for a truth value.
        let list = words.map { ["yes", "no"].contains($0) ? "\"\($0)\"" : $0 }.joined(separator: ", ")
        #expect(description.contains("enum: [\(list)]"))
    }

    @Test func `it names every input of a scenario with its range`() {
        for input in KnotInput.allCases {
            let (low, high) = (Int(input.range.lowerBound), Int(input.range.upperBound))
            let expected = "\n            \(input.name): {type: number, minimum: \(low), maximum: \(high)"
            #expect(description.contains(expected), "\(input.name)")
        }
    }

    @Test func `it states how much one request may ask for`() {
        let limits = SimulationLimits.served
        for text in [
            "at most \(Int(limits.days)) days, \(limits.segments) segments and \(limits.members) members",
            "\(Int(limits.hours)). What takes", "maxItems: \(limits.segments)", "maximum: \(limits.members)}",
        ] {
            #expect(description.contains(text), "\(text)")
        }
    }

    @Test func `it names every kind of entry and how many may be sent`() {
        #expect(description.contains("enum: [\(EntryKind.allCases.map(\.rawValue).joined(separator: ", "))]"))
        #expect(description.contains("maxItems: \(EntriesController.mostAdded)"))
        #expect(description.contains("maximum: \(EntryPage.mostEntries), default: \(EntryPage.usualLimit)"))
    }

    @Test func `it states the largest body`() {
        #expect(description.contains("at most \(IntakeDocument.maximumBytes) bytes"))
    }
}
