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
    func `where nobody rested there are no numbers, and techniques stand in their order`() throws {
        let never = #"{"technique": [2, 1, 2, 1], "before": [6, 6, 6, 6], "after": [3, 5, 3, 5], "techniques": 4}"#
        let page = try Self.page(never)
        #expect(!page.contains("against rest") && page.contains("Quiet rest, no session yet"))
        #expect(page.contains("Technique 3, no session yet"))
        let one = try #require(page.firstRange(of: "Technique 1")?.lowerBound)
        #expect(try one < #require(page.firstRange(of: "Technique 2")?.lowerBound))
        let some = try Self.page(#"{"technique": [0, 1], "before": [6, 5], "after": [6, 3], "techniques": 3}"#)
        #expect(some.contains("Technique 1, 1 session: −") && !some.contains("Technique 2, no session yet:"))
    }

    @Test(arguments: [
        (0.01, 0.02, -0.004, "little about the next", "within a day", "does not change over the weeks"),
        (0.4, 1.0, -0.14, "somewhat worse", "in about a day", "falls by about 0.1 points a week"),
        (0.7, 1.6, 0.96, "one after the other", "one to two days", "rises by about 1 point a week"),
    ])
    func `the model speaks in words`(
        phi: Double, half: Double, trend: Double, days: String, fading: String, weeks: String
    ) {
        let words = CLIText.FairTest.model(autocorrelation: phi, halfLife: half, noise: 1.24, trend: trend)
        for part in [days, fading, weeks, "about 1.2 points"] { #expect(words.contains(part), "\(words)") }
        #expect(!words.contains("0.0") && !words.contains("−0"))
    }

    @Test
    func `a screen names the best so far and says that it is about tenderness`() throws {
        let page = try Self.page(Self.screen)
        #expect(page.hasPrefix("Best so far: Technique 1\n"))
        #expect(page.contains("tenderness") && page.contains("Quiet rest, 6 sessions"))
    }
}
