import Foundation
import Testing
import Unknot

@testable import UnknotCLI

@Suite("unknot causes")
struct CausesProcessTests {
    private static let input = """
        {"id": "me", "muscles": ["trapezius_upper"], "applies": ["heavy_lifting", "stress", "phone_cradling", "dehydration", "whiplash"],
         "onsets": [{"before": ["heavy_load"]}], "episodes": 4}
        """

    @Test
    func `says what may drive the knots, how sure that is, and which habit fits`() throws {
        let run = try Program.run(["causes", "-"], input: Self.input)
        #expect(run.status == 0 && run.errors.isEmpty)
        let parts = [
            "Worth trying first", "Doubtful", "Evidence: none", "Free the shoulder", "IN THE HOURS BEFORE", "whiplash",
        ]
        for part in parts {
            #expect(run.text.contains(part) || run.text.contains(part.capitalized), "\(part)\n\(run.text)")
        }
        let json = try Program.run(["causes", "-", "--json"], input: Self.input)
        let hasMany = try json.object()["many_episodes"] as? Bool
        #expect(json.status == 0 && hasMany == true)
    }

    @Test
    func `says what is wrong with the input`() throws {
        let run = try Program.run(["causes", "-"], input: #"{"applies": ["stres"]}"#)
        #expect(run.status == 2 && run.text.isEmpty && run.errors.contains("stress"))
        let json = try Program.run(["causes", "-", "--json"], input: "{")
        #expect(json.status == 2)
    }

    @Test
    func `reads the journal, also an empty one`() throws {
        try Program.withFolder { folder in
            let here = ["UNKNOT_DATA": folder.path, "HOME": folder.path]
            let empty = try Program.run(["causes"], environment: here)
            #expect(empty.status == 0 && empty.text.contains("Nothing is known yet"), "\(empty.errors)")
            let added = try Program.run(["journal", "add", "causes", "--applies", "cold,stress"], environment: here)
            #expect(added.status == 0, "\(added.errors)")
            let run = try Program.run(["causes", "--json"], environment: here)
            let drivers = try #require(run.object()["drivers"] as? [[String: Any]])
            #expect(Set(drivers.compactMap { $0["cause"] as? String }) == ["cold", "stress"], "\(run.errors)")
        }
    }

    @Test("no line is wider than the terminal", arguments: [40, 60, 80, 100])
    func width(_ width: Int) throws {
        let engine = try SharedEngine.get()
        let asked = try engine.driverInquiry(json: Array(Self.input.utf8))
        var view = DriverView(engine: engine, terminal: Terminal(width: width), isVerbose: true)
        for line in view.text(for: engine.driverDesk.drivers(asked.inquiry), asked.inquiry).split(separator: "\n") {
            #expect(line.count <= width, "\(line)")
        }
    }
}
