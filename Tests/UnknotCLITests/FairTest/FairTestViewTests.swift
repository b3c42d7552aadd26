import Testing
import Unknot

@testable import UnknotCLI

@Suite("Fair test for a person")
struct FairTestViewTests {
    private static let golden = """
        {"x": [1,1,1,1,0,0,0,0,0,0,0,0,1,1,1,1,1,1,1,1,0,0,0,0,1,1,1,1,0,0,0,0],
         "y": [2,2,3,4,5,null,6,6,6,7,6,5,4,3,4,4,4,null,null,4,5,4,5,5,4,4,6,4,4,4,5,6]
        """
    private static let screen = """
        {"technique": [0,1,2,2,0,1,1,2,0,0,2,1,2,1,0,1,0,2],
         "before": [6,5,7,6,5,6,4,6,5,7,5,5,6,4,6,5,4,5], "after": [5,3,5,5,5,4,3,4,5,6,4,3,5,3,5,4,4,4]}
        """

    private static func page(_ json: String, _ terminal: Terminal = Terminal()) throws -> String {
        var view = FairTestView(text: try SharedEngine.get().fairTestText, terminal: terminal)
        return view.page(for: try FairTestDocument.parse(Array(json.utf8)).request)
    }

    @Test("no line is wider than the terminal", arguments: [40, 57, 80, 100], [golden + "}", screen])
    func width(_ width: Int, json: String) throws {
        for line in try Self.page(json, Terminal(width: width)).split(separator: "\n") {
            #expect(line.count <= width, "\(line)")
        }
    }

    @Test
    func `the verdict comes first, with interval, days and what it cannot say`() throws {
        let page = try Self.page(Self.golden + "}")
        #expect(page.hasPrefix("Likely helps you\n"))
        #expect(page.contains("29 of 32 days") && page.contains("−1.9"))
        #expect(page.contains(ProbabilityBar.percent(0.977)) && page.contains("what you expected"))
    }

    @Test
    func `too little says what is missing and shows no chances`() throws {
        let page = try Self.page(#"{"x": [1, 0], "y": [3, 4]}"#)
        #expect(page.hasPrefix("No verdict yet\n"))
        #expect(page.contains("at least 20") && !page.contains(CLIText.FairTest.chancesTitle))
    }

    @Test
    func `another prior is for ranking only`() throws {
        let page = try Self.page(Self.golden + #", "prior": {"mean": -0.5, "sd": 0.7}}"#)
        #expect(page.hasPrefix("No verdict yet\n") && page.contains("ranking only"))
    }

    @Test
    func `a screen names the best so far and says that it is about tenderness`() throws {
        let page = try Self.page(Self.screen)
        #expect(page.hasPrefix("Best so far: Technique 1\n"))
        #expect(page.contains("tenderness") && page.contains("Quiet rest, 6 sessions"))
    }
}
