import Testing
import Unknot

@Suite("Scenario files")
struct ScenarioDocumentTests {
    private func parse(_ text: String) throws -> ScenarioDocument.Named {
        try ScenarioDocument.parse(Array(text.utf8))
    }

    @Test("named starts, usual inputs and the extra keys of the reference files are understood")
    func accepted() throws {
        let named = try parse(
            """
            {"name": "a press", "doc": "…", "sampling": "…", "initial": "latent",
             "states": ["F","H","O","E","L","A","C","D","M","S","Z","K","X","G"],
             "segments": [{"seconds": 90, "inputs": {"load": 0, "press": 2, "dT": -1.5}}, {"seconds": 30}]}
            """)
        #expect(named.name == "a press")
        #expect(named.scenario.initial == .latent)
        #expect(named.scenario.segments.count == 2)
        let inputs = named.scenario.segments[0].inputs
        #expect(inputs.load == 0 && inputs.press == 2 && inputs.temperature == -1.5 && inputs.stress == 0.2)
        #expect(named.scenario.segments[1].inputs == .ordinary)
    }

    private static let segment = #"{"seconds": 60}"#
    private static let faults: [(text: String, path: String)] = [
        ("[]", ""), ("{", ""), (#"{"segments": [{"seconds": 1}]}"#, "initial"),
        (#"{"initial": "sore", "segments": [{"seconds": 1}]}"#, "initial"),
        (#"{"initial": [1, 2], "segments": [{"seconds": 1}]}"#, "initial"),
        (#"{"initial": [2,0,28,1,3,0,0,0,1,0,0,0,0,0], "segments": [{"seconds": 1}]}"#, "initial[0]"),
        (#"{"initial": [0,0,28,1,3,0,0,0,"x",0,0,0,0,0], "segments": [{"seconds": 1}]}"#, "initial[8]"),
        (#"{"initial": "healthy", "segments": []}"#, "segments"), (#"{"initial": "healthy"}"#, "segments"),
        (#"{"initial": "healthy", "segments": [{"seconds": -1}]}"#, "segments[0].seconds"),
        (#"{"initial": "healthy", "segments": [{"seconds": 0}]}"#, "segments[0].seconds"),
        (#"{"initial": "healthy", "segments": [{"seconds": NaN}]}"#, ""),
        (#"{"initial": "healthy", "segments": [{"seconds": 1e999}]}"#, "segments[0].seconds"),
        (#"{"initial": "healthy", "segments": [{"inputs": {}}]}"#, "segments[0].seconds"),
        (#"{"initial": "healthy", "segments": [{"seconds": 1, "inputs": {"lode": 1}}]}"#, "segments[0].inputs.lode"),
        (#"{"initial": "healthy", "segments": [{"seconds": 1, "inputs": {"load": 1.5}}]}"#, "segments[0].inputs.load"),
        (#"{"initial": "healthy", "segments": [{"seconds": 1, "inputs": {"load": "x"}}]}"#, "segments[0].inputs.load"),
        (#"{"initial": "healthy", "segments": [{"seconds": 1, "input": {}}]}"#, "segments[0].input"),
        (#"{"initial": "healthy", "segment": [{"seconds": 1}]}"#, "segment"),
        (#"{"initial": "healthy", "states": ["F"], "segments": [{"seconds": 1}]}"#, "states"),
        (#"{"initial": "healthy", "initial": "latent", "segments": [{"seconds": 1}]}"#, "initial"),
        (#"{"initial": "healthy", "segments": [{"seconds": 1e8}, {"seconds": 1e8}]}"#, "segments[1].seconds"),
    ]

    @Test("every mistake is refused with its path and what is allowed", arguments: faults)
    func refused(text: String, path: String) throws {
        let problem = #expect(throws: IntakeProblem.self) { try parse(text) }
        // A number beyond the range of a double is no JSON number for some decoders: then the whole is refused.
        let paths = text.contains("1e999") ? [path, ""] : [path]
        #expect(paths.contains(try #require(problem).path))
        #expect(try #require(problem).allowed.isEmpty == false)
    }

    @Test("a year of hours and many segments are no mistake")
    func long() throws {
        let year = Array(repeating: #"{"seconds": 3600}"#, count: 8_766).joined(separator: ",")
        #expect(try parse(#"{"initial": "healthy", "segments": [\#(year)]}"#).scenario.segments.count == 8_766)
    }
}
