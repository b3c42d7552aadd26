import Foundation
import Testing
import Unknot

@testable import UnknotEvaluation

@Suite("Reading cases")
struct CaseReadingTests {
    private let good = """
        {"id": "one", "drawing": [{"region": "groin", "side": "left"}], "tier": "A", "source": "a book", \
        "expected": {"kind": "myofascial", "muscles": [{"any_of": ["iliacus"], "side": "left", "role": "primary"}, \
        {"any_of": ["psoas_major"], "side": "left", "role": "secondary"}], "minimum_triage": "self_care", \
        "maximum_triage": "see_clinician", "warning_strength": "none"}}
        """

    private func read(_ text: String) throws -> [EvaluationCase] {
        try EvaluationCase.read(Data(text.utf8), file: "cases.jsonl")
    }

    @Test("a case has an intake, a tier and what is expected")
    func goodCase() throws {
        let cases = try read(good + "\n")
        let item = try #require(cases.first)
        #expect(cases.count == 1)
        #expect(item.id == "one")
        #expect(item.tier == "A")
        #expect(item.isMuscleCase)
        #expect(item.intake.drawing.map(\.place) == [BodyPlace("groin", .left)])
        #expect(item.primary.map(\.anyOf) == [["iliacus"]])
        #expect(item.secondary.map(\.anyOf) == [["psoas_major"]])
        #expect(item.minimumTriage == .selfCare)
        #expect(item.maximumTriage == .seeClinician)
    }

    @Test("blank lines and the line ends of Windows are passed over")
    func blankLines() throws {
        #expect(try read("\n  \n\(good)\r\n\r\n\(good)").count == 2)
        #expect(try read("").isEmpty)
    }

    @Test("a case without a name is named by its line, and trusted least")
    func nameless() throws {
        let item = try #require(try read("\n" + #"{"expected": {"kind": "serious"}}"#).first)
        #expect(item.id == "cases.jsonl:2")
        #expect(item.tier == "C")
        #expect(!item.isMuscleCase)
        #expect(item.primary.isEmpty)
    }

    @Test(
        "a bad case is named by file and line",
        arguments: [
            ("not json", "not one JSON value"),
            (#"{"expected": {"kind": "serious"}, "colour": 1}"#, "colour"),
            (#"{"expected": {"kind": "serious"}, "age": 500}"#, "age"),
            (#"{"id": "no expectation"}"#, "expectation"),
            (#"{"expected": {"kind": "magic"}}"#, "expectation"),
            (#"{"expected": {"kind": "serious", "minimum_triage": "soon"}}"#, "“soon” is no triage level"),
            (#"{"expected": {"kind": "serious", "maximum_triage": "never"}}"#, "“never” is no triage level"),
        ])
    func bad(line: String, reason: String) throws {
        let error = #expect(throws: CaseProblem.self) { try read("\(good)\n\n\(line)\n\(good)\n") }
        let description = try #require(error).description
        #expect(description.hasPrefix("cases.jsonl:3: "))
        #expect(description.contains(reason), "\(description)")
    }
}
