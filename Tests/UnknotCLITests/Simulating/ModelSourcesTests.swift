import Testing
import Unknot

@Suite("Sources of the knot model")
struct ModelSourcesTests {
    /// What stands where no source could be named.
    private static let words: Set = ["calibrated", "assumption", "from_memory"]

    @Test("every source that a constant or a target names is in the table of references")
    func resolve() throws {
        let known = Set(try Atlas.builtIn().references.map { "\($0.id)" })
        let constants = KnotParameter.allCases.map { "\($0.entry.source)" }
        let targets = CalibrationTarget.all.map { "\($0.source)" }
        let named = Set((constants + targets).flatMap { $0.split(separator: ";").map(String.init) })
        #expect(named.subtracting(Self.words).subtracting(known).isEmpty)
        #expect(named.subtracting(Self.words).count == 39)
    }

    @Test("a constant is published where it names a source, and only there")
    func status() {
        for parameter in KnotParameter.allCases {
            let isWord = Self.words.contains("\(parameter.entry.source)")
            #expect((parameter.entry.status == .published) != isWord)
        }
    }
}
