import SeededRandom
import Testing
import UnknotPhysiology

@Suite("Programmes and parameters")
struct ProgrammeTests {
    @Test("every programme has a name of its own, and all its inputs are allowed")
    func programmes() throws {
        #expect(Set(KnotProgramme.all.map { "\($0.name)" }).count == KnotProgramme.all.count)
        for programme in KnotProgramme.all {
            #expect(!programme.segments.isEmpty)
            for segment in programme.segments {
                for input in KnotInput.allCases { #expect(input.range.contains(segment.inputs[input])) }
            }
            let found = try #require(KnotProgramme.named("\(programme.name)"))
            #expect(found.segments == programme.segments)
        }
        #expect(KnotProgramme.named("massage gun") == nil)
    }

    @Test("inputs keep what is written to them")
    func inputs() {
        for (place, input) in KnotInput.allCases.enumerated() {
            var inputs = KnotInputs()
            #expect(inputs[input] == input.usual)
            inputs[input] = Double(place)
            for other in KnotInput.allCases where other != input { #expect(inputs[other] == other.usual) }
            #expect(inputs[input] == Double(place))
        }
    }

    @Test("139 constants stand in the order of their table, inside their ranges, with a source")
    func table() {
        #expect(KnotParameter.allCases.count == 139)
        for parameter in KnotParameter.allCases {
            let entry = parameter.entry
            #expect(entry.parameter == parameter)
            #expect(entry.range.contains(entry.value))
            #expect(!"\(entry.source)".isEmpty && !"\(entry.meaning)".isEmpty)
        }
        let counts = Dictionary(grouping: KnotParameter.allCases, by: \.entry.status).mapValues(\.count)
        #expect(counts[.calibrated] == 59 && counts[.assumed] == 29 && counts[.fromMemory] == 20)
    }

    @Test("draws keep to their ranges, and none spread gives the nominal constants")
    func draws() {
        var random = SplitMix64(seed: 5)
        #expect(KnotParameters.drawn(spread: 0, using: &random) == .nominal)
        for _ in 0..<50 {
            let drawn = KnotParameters.drawn(using: &random)
            for parameter in KnotParameter.allCases {
                let entry = parameter.entry
                let lowest = entry.value * entry.value / entry.range.upperBound
                #expect(drawn[parameter] >= lowest * 0.999 && drawn[parameter] <= entry.range.upperBound * 1.001)
            }
        }
    }

    @Test("samples are hourly at most", arguments: [(90.0, 1), (3_600, 1), (3_601, 2), (86_400, 24)])
    func samples(seconds: Double, count: Int) {
        #expect(KnotSegment(seconds: seconds, .ordinary).samples == count)
    }
}
