import Testing
import Unknot

@Suite("Four weeks in a person's words")
struct KnotRoutineTests {
    /// Settings at their ends and between.
    static let routines: [KnotRoutine] = {
        var full = KnotRoutine()
        (full.start, full.breaks) = (.active, .none)
        (full.water, full.sleep, full.stress, full.held, full.load) = (3, 3, 10, 12, 8)
        (full.blow, full.overstretch, full.press, full.pressSeconds) = (10, 60, 5, 180)
        (full.pressesAWeek, full.rollsAWeek, full.heatAWeek, full.stretchesAWeek, full.restDays) = (14, 14, 14, 14, 0)
        var idle = KnotRoutine()
        (idle.restDays, idle.held) = (7, 12)
        var some = KnotRoutine()
        (some.pressesAWeek, some.heatAWeek, some.rollsAWeek, some.held) = (3, 9, 1, 8)
        return [KnotRoutine(), full, idle, some]
    }()

    @Test(arguments: routines)
    func `is 28 whole days within the limits of the model`(routine: KnotRoutine) {
        let timeline = routine.timeline
        #expect(abs(timeline.scenario.hours - 28 * 24) < 1e-6)
        for segment in timeline.scenario.segments {
            #expect(KnotInput.allCases.allSatisfy { $0.range.contains(segment.inputs[$0]) })
        }
        #expect(KnotInput.allCases.allSatisfy { $0.range.contains(routine.average[$0]) })
    }

    @Test(arguments: routines)
    func `its moments are in order and lie where they are said to`(routine: KnotRoutine) {
        let timeline = routine.timeline
        let hours = timeline.scenario.sampleHours
        #expect(hours.count == timeline.scenario.sampleCount)
        #expect(zip(timeline.moments, timeline.moments.dropFirst()).allSatisfy { $0 < $1 })
        #expect(timeline.now <= timeline.tonight && timeline.tonight < timeline.firstDay)
        #expect(abs(hours[timeline.moments[timeline.tonight]] - 16) < 1e-6)
        let lastEvening: Double = 27 * 24 + 16
        let end = timeline.moments.last.map { hours[$0] } ?? 0
        #expect(abs(end - lastEvening) < 1e-6)
    }

    @Test func `does as often a week as was said`() {
        for times in 0...14 {
            var routine = KnotRoutine()
            routine.pressesAWeek = times
            let presses = routine.timeline.scenario.segments.count { $0.inputs.press > 0 }
            #expect(presses == times * 4)
        }
    }

    @Test func `every cause and remedy reaches the scenario`() {
        let plain = KnotRoutine()
        let changes: [(inout KnotRoutine) -> Void] = [
            { $0.start = .latent }, { $0.water = 2 }, { $0.sleep = 5 }, { $0.stress = 8 }, { $0.held = 6 },
            { $0.blow = 5 }, { $0.overstretch = 20 }, { $0.pressesAWeek = 3 }, { $0.rollsAWeek = 3 },
            { $0.heatAWeek = 3 }, { $0.stretchesAWeek = 3 },
        ]
        for (index, change) in changes.enumerated() {
            var routine = plain
            change(&routine)
            #expect(routine.timeline.scenario != plain.timeline.scenario, "change \(index)")
        }
    }

    @Test func `an outlook keeps what single runs show`() throws {
        let scenario = KnotScenario(
            initial: .latent,
            segments: [KnotSegment(seconds: 90, KnotInputs { $0.press = 2 }), KnotSegment(seconds: 7_200, .rest)])
        let settings = SolverSettings(relative: 1e-4)
        let outlook = KnotOutlook(scenario, at: [0, 1, 3], members: 3, settings: settings)
        #expect(outlook.members == 3 && outlook.hours == [0, 90.0 / 3_600, 7_290.0 / 3_600])
        let ensemble = KnotEnsemble(drawing: 3, through: scenario)
        let ends = try ensemble.members.map { member in
            try #require(try KnotModel(member.parameters).simulate(scenario, settings).samples.last).state.contracture
        }
        #expect(outlook.lastContractures == ends)
        let band = try #require(outlook.bands[.contracture]?.last)
        #expect(band.median == ends.sorted()[1])
        #expect(KnotLabel.allCases.allSatisfy { outlook.labels[$0]?.count == 3 })
    }

    @Test func `parts of an outlook join to the whole`() {
        let scenario = KnotScenario(initial: .latent, segments: [KnotSegment(seconds: 90, KnotInputs { $0.press = 2 })])
        let settings = SolverSettings(relative: 1e-4)
        let whole = KnotOutlook(scenario, at: [0, 1], members: 7, settings: settings)
        let parts = [0..<3, 3..<7].map { KnotOutlook.Part(scenario, at: [0, 1], members: $0, settings) }
        let joined = KnotOutlook(scenario, at: [0, 1], of: parts)
        #expect(joined.members == 7 && joined.lastContractures == whole.lastContractures)
        for quantity in KnotOutlook.Quantity.allCases { #expect(joined.bands[quantity] == whole.bands[quantity]) }
        #expect(joined.labels == whole.labels)
    }
}
