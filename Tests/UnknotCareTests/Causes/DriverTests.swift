import RealModule
import SeededRandom
import Testing
import Unknot

@Suite("What drives the knots of one person")
struct DriverTests {
    private let engine: Engine
    private var atlas: Atlas { engine.atlas }
    private var desk: DriverDesk { engine.driverDesk }

    init() throws {
        engine = try CareEngine.get()
    }

    @Test
    func `nobody and nothing gives nothing`() {
        let answer = desk.drivers(DriverInquiry())
        #expect(answer.isEmpty && answer.unasked.isEmpty && !answer.isCapped && !answer.hasManyEpisodes)
    }

    @Test
    func `with a muscle alone nothing is claimed; what tradition names for it is worth asking`() {
        let answer = desk.drivers(DriverInquiry(muscles: ["trapezius_upper"]))
        #expect(answer.isEmpty)
        #expect(!answer.unasked.isEmpty && answer.unasked.count <= 6)
        let named = Set(atlas.causeLinks.filter { $0.muscle == "trapezius_upper" }.map(\.cause))
        #expect(answer.unasked.allSatisfy { named.contains($0) })
        #expect(!answer.unasked.contains("whiplash"), "what cannot be changed is not asked for")
    }

    @Test
    func `the weight is the mean of shrunken logs, a study without a link counting as nothing`() throws {
        // Sleep: three pooled ratios of low quality about the low back or any muscle; the fourth is not usable.
        let answer = desk.drivers(DriverInquiry(said: ["poor_sleep": true]))
        let sleep = try #require(answer.drivers.first)
        let mean = 0.25 * (Double.log(1.52) + .log(1.39) + .log(1.55)) / 3
        #expect(sleep.weight.isApproximatelyEqual(to: mean + 0.02, absoluteTolerance: 1e-12))
        #expect(sleep.strength == .low && sleep.reasons == [.said, .everyMuscle])
        // Stress: one ratio of 1.32, three studies without a link.
        let stress = try #require(desk.drivers(DriverInquiry(said: ["stress": true])).drivers.first)
        #expect(stress.strength == .contested && stress.standing == .possible)
        let expected = 0.25 * Double.log(1.32) / 4 + 0.02
        #expect(stress.weight.isApproximatelyEqual(to: expected, absoluteTolerance: 1e-12))
    }

    @Test
    func `a study of the low back counts half for the neck`() throws {
        let low = try #require(
            desk.drivers(DriverInquiry(muscles: ["quadratus_lumborum"], said: ["driving": true])).drivers.first)
        let neck = try #require(
            desk.drivers(DriverInquiry(muscles: ["splenius_capitis"], said: ["driving": true])).drivers.first)
        let links = Set(atlas.causeLinks.filter { $0.cause == "driving" }.compactMap(\.muscle))
        let (isLow, isNeck) = (links.contains("quadratus_lumborum"), links.contains("splenius_capitis"))
        let bare = (low.weight - (isLow ? 0.1 : 0), neck.weight - (isNeck ? 0.1 : 0))
        #expect(bare.0.isApproximatelyEqual(to: bare.1 * 2, absoluteTolerance: 1e-12))
    }

    @Test
    func `too little to drink is never more than doubtful, however sure the person is`() throws {
        var inquiry = DriverInquiry(muscles: ["trapezius_upper"], said: ["dehydration": true])
        inquiry.days[.water] = Array(repeating: 0.2, count: 28)
        let answer = desk.drivers(inquiry)
        let water = try #require(answer.drivers.first)
        #expect(water.standing == .doubtful && water.strength == .none)
        #expect(water.habit == "drink_to_thirst")
        inquiry.said["cold"] = true
        #expect(desk.drivers(inquiry).drivers.last?.cause == "dehydration", "what is doubtful comes last")
    }

    @Test
    func `a journal speaks from five days on, and only when most days agree`() {
        func answer(_ hours: [Double]) -> DriverAnswer { desk.drivers(DriverInquiry(days: [.sittingHours: hours])) }
        #expect(answer([9, 9, 9, 9]).isEmpty)
        #expect(answer([9, 9, 9, 2, 2]).drivers.map(\.cause) == ["sitting_prolonged"])
        #expect(answer([9, 9, 2, 2, 2]).isEmpty)
        #expect(answer([]).isEmpty && answer(Array(repeating: 0, count: 28)).isEmpty)
        let reasons = answer([9, 9, 9, 2, 2]).drivers.first?.reasons.first
        #expect(reasons == .journal(.sittingHours, days: 3, of: 5, mean: 6.2))
    }

    @Test
    func `who writes no exercise down is not called inactive`() {
        func answer(_ minutes: [Double], covered: Int) -> DriverAnswer {
            desk.drivers(DriverInquiry(days: [.exercise: minutes], daysCovered: covered))
        }
        #expect(answer([], covered: 28).isEmpty)
        #expect(answer([20], covered: 28).isEmpty)
        #expect(answer([20, 20], covered: 7).isEmpty)
        #expect(answer([20, 20], covered: 28).drivers.map(\.cause) == ["inactivity"])
        #expect(answer([60, 60, 60, 60], covered: 28).isEmpty)
    }

    @Test
    func `no beats nothing, and a journal that says otherwise is shown with it`() throws {
        #expect(desk.drivers(DriverInquiry(said: ["stress": false])).isEmpty)
        var inquiry = DriverInquiry(said: ["stress": false])
        inquiry.days[.stress] = Array(repeating: 9, count: 10)
        let stress = try #require(desk.drivers(inquiry).drivers.first)
        #expect(stress.reasons.contains(.deniedButRecorded))
    }

    @Test
    func `what happened before one time counts half, and before every time fully`() throws {
        let once = DriverInquiry(onsets: [.init(before: ["heavy_load"])])
        let lifting = try #require(desk.drivers(once).drivers.first)
        #expect(lifting.cause == "heavy_lifting" && lifting.exposure == 0.5)
        #expect(lifting.reasons.first == .before(times: 1, of: 1))
        let twice = DriverInquiry(onsets: [.init(before: ["heavy_load"]), .init(before: ["far_from_body"])])
        #expect(desk.drivers(twice).drivers.first?.exposure == 1)
        let never = DriverInquiry(onsets: [.init(before: [], notBefore: ["heavy_load"])])
        #expect(desk.drivers(never).isEmpty)
    }

    @Test
    func `what happened and cannot be changed stands apart and has no habit against it`() throws {
        let answer = desk.drivers(DriverInquiry(said: ["whiplash": true, "stress": true]))
        #expect(answer.past.map(\.cause) == ["whiplash"] && answer.drivers.map(\.cause) == ["stress"])
    }

    @Test
    func `a habit that health speaks against is held back with the reason, and another takes its place`() throws {
        let free = try #require(desk.drivers(DriverInquiry(said: ["inactivity": true])).drivers.first)
        #expect(free.habit == "daily_walk" && free.heldBack == nil)
        let held = try #require(
            desk.drivers(DriverInquiry(said: ["inactivity": true], health: ["unstable_heart_disease"])).drivers.first)
        #expect(held.heldBack?.habit == "daily_walk" && held.heldBack?.because == "unstable_heart_disease")
        #expect(held.habit != "daily_walk")
        if let habit = held.habit.flatMap(atlas.prevention.habit) {
            #expect(!habit.notWith.contains("unstable_heart_disease"))
        }
    }

    @Test
    func `three earlier times speak for staying active, two do not`() {
        #expect(desk.drivers(DriverInquiry(episodes: 3)).hasManyEpisodes)
        #expect(!desk.drivers(DriverInquiry(episodes: 2)).hasManyEpisodes)
    }

    @Test("whatever somebody says, the answer claims no more than it may", arguments: 0..<20)
    func properties(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<40 {
            let inquiry = Self.random(atlas, using: &random)
            let answer = desk.drivers(inquiry)
            let all = answer.drivers + answer.past
            #expect(answer == desk.drivers(inquiry))
            #expect(Set(all.map(\.cause)).count == all.count)
            #expect(answer.drivers.reduce(0) { $0 + $1.weight } <= 1.39 + 1e-9)
            for driver in all {
                #expect((0...1).contains(driver.exposure) && driver.weight >= 0 && !driver.reasons.isEmpty)
                if driver.standing == .likely { #expect([.moderate, .low, .veryLow].contains(driver.strength)) }
                if driver.strength == .none { #expect(driver.standing == .doubtful) }
                if let habit = driver.habit.flatMap(atlas.prevention.habit) {
                    #expect(habit.causes.contains(driver.cause) && inquiry.health.isDisjoint(with: habit.notWith))
                }
            }
            // A no to everything leaves only what was recorded.
            var denied = inquiry
            denied.said = Dictionary(uniqueKeysWithValues: atlas.causes.map { ($0.id, false) })
            denied.onsets = []
            denied.days = [:]
            #expect(desk.drivers(denied).isEmpty && desk.drivers(denied).unasked.isEmpty)
        }
    }

    private static func random(_ atlas: Atlas, using random: inout SplitMix64) -> DriverInquiry {
        var inquiry = DriverInquiry(
            muscles: atlas.muscles.map(\.id).shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random))
                .map(\.self))
        for cause in atlas.causes where Int.random(in: 0..<3, using: &random) == 0 {
            inquiry.said[cause.id] = Bool.random(using: &random)
        }
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            let triggers = atlas.prevention.triggers.map(\.id)
            inquiry.onsets.append(
                .init(before: Set(triggers.filter { _ in Int.random(in: 0..<4, using: &random) == 0 })))
        }
        for measure in DriverInquiry.measures where Bool.random(using: &random) {
            // All zeros, all tens, and anything between.
            let fixed: [Double?] = [0, 10, nil]
            let value = fixed.randomElement(using: &random) ?? nil
            inquiry.days[measure] = (0..<Int.random(in: 0...28, using: &random)).map { _ in
                value ?? Double.random(in: 0...10, using: &random)
            }
        }
        inquiry.daysCovered = Int.random(in: 0...28, using: &random)
        inquiry.episodes = Int.random(in: 0...5, using: &random)
        inquiry.health = Set(atlas.care.healthChecks.map(\.id).shuffled(using: &random).prefix(2))
        return inquiry
    }
}

@Suite("Habits for drivers")
struct HabitDeskTests {
    private let engine: Engine

    init() throws {
        engine = try CareEngine.get()
    }

    @Test
    func `one habit for each driver, none twice, none that is there already`() {
        let answer = engine.driverDesk.drivers(
            DriverInquiry(said: ["sitting_prolonged": true, "posture_sustained": true, "stress": true]))
        let all = engine.habitDesk.suggestions(for: answer.drivers, besides: [], most: 3)
        #expect(Set(all.map(\.habit)) == ["sitting_breaks", "slow_breathing"])
        let rest = engine.habitDesk.suggestions(for: answer.drivers, besides: ["sitting_breaks"], most: 3)
        #expect(rest.map(\.habit) == ["slow_breathing"])
        #expect(engine.habitDesk.suggestions(for: answer.drivers, besides: [], most: 0).isEmpty)
    }

    @Test
    func `whatever blocks a technique speaks against the habit that is one, and what follows from it does too`() throws
    {
        let habit = try #require(engine.atlas.prevention.habit("gentle_press"))
        let technique = try #require(habit.technique)
        let blocking = engine.atlas.care.healthChecks.filter {
            $0.severity == .block && $0.techniques.contains(technique)
        }
        #expect(blocking.count > 30)
        for check in engine.atlas.care.healthChecks {
            let isBlocked =
                blocking.contains { $0.id == check.id || check.implies.contains($0.id) }
                || habit.notWith.contains(check.id)
            let objection = engine.habitDesk.objection(to: habit, [check.id])
            if isBlocked { #expect(objection != nil, "\(check.id)") }
            if check.implies.isEmpty, !isBlocked { #expect(objection == nil, "\(check.id)") }
        }
        #expect(engine.habitDesk.objection(to: habit, []) == nil)
        #expect(engine.habitDesk.objection(to: habit, ["pregnancy"]) != nil)
        // A habit that is none is only spoken against by what it names.
        let breaks = try #require(engine.atlas.prevention.habit("sitting_breaks"))
        #expect(engine.habitDesk.objection(to: breaks, Set(engine.atlas.care.healthChecks.map(\.id))) == nil)
    }

    @Test(
        "after days without a word one is met kindly",
        arguments: [
            (0, LapseStage.none), (2, .none), (3, .kind), (6, .kind), (7, .shorter), (13, .shorter), (14, .pause),
            (900, .pause),
        ])
    func lapse(days: Int, stage: LapseStage) {
        #expect(engine.habitDesk.stage(daysAway: days) == stage)
    }

    @Test(
        "from pain of 7 on the one-minute form is offered",
        arguments: [(nil, false), (0.0, false), (6.9, false), (7, true), (10, true)])
    func easier(pain: Double?, isEasier: Bool) {
        #expect(engine.habitDesk.isEasierDay(pain: pain) == isEasier)
        #expect(engine.habitDesk.isEnough(3) && !engine.habitDesk.isEnough(2))
    }
}

@Suite("Drivers in words and as JSON")
struct DriverWordsTests {
    private let engine: Engine

    init() throws {
        engine = try CareEngine.get()
    }

    @Test
    func `there is a sentence for everything that can be said`() {
        let (atlas, text) = (engine.atlas, engine.driverText)
        var said = atlas.prevention.riskFactors.map(text.study)
        for trigger in atlas.prevention.triggers {
            for age in [nil, 20, 40, 60] {
                said += engine.driverDesk.readings([trigger.id], age: age).map(text.reading)
            }
        }
        said += Driver.Standing.allCases.map(text.standing) + CauseStrength.allCases.map(text.strength)
        said +=
            PreventionFinding.Verdict.allCases.map(text.verdict) + TreatmentEffect.Quality.allCases.map(text.quality)
        said += DriverInquiry.measures.map { text.reason(.journal($0, days: 3, of: 7, mean: 6.25)) }
        said += [
            Driver.Reason.said, .deniedButRecorded, .before(times: 1, of: 1), .before(times: 2, of: 3), .everyMuscle,
        ]
        .map(text.reason)
        said += [text.reason(.muscle("trapezius_upper"))] + text.limits
        said += atlas.prevention.habits.map { text.plan($0, cue: $0.cues.first) + text.plan($0, cue: nil) }
        for sentence in said {
            #expect(!sentence.contains("{") && !sentence.contains("_"), "\(sentence)")
        }
    }

    @Test
    func `a very wide interval is called unsure, and what was not read says so`() throws {
        let distracted = try #require(engine.driverDesk.readings(["distracted"], age: nil).first)
        #expect(engine.driverText.reading(distracted).contains("very unsure"))
        let pets = try #require(engine.driverDesk.readings(["people_or_animals"], age: nil).first)
        #expect(engine.driverText.reading(pets).contains("not read how much"))
        let alcohol = try #require(engine.driverDesk.readings(["alcohol"], age: nil).first)
        #expect(engine.driverText.reading(alcohol).contains("No clear link"))
    }

    @Test(
        "what is wrong with the input is named",
        arguments: [
            (#"{"muscles": ["trapezius_uper"]}"#, "muscles[0]", "trapezius_upper"),
            (#"{"applies": ["stress"], "denied": ["stress"]}"#, "denied[0]", "each id once"),
            (#"{"onsets": [{"before": ["heavy_lod"]}]}"#, "onsets[0].before[0]", "heavy_load"),
            (#"{"days": {"stress": [11]}}"#, "days.stress[0]", "0 to 10"),
            (#"{"days": {"mood": [1]}}"#, "days.mood", "sitting_hours"),
            (#"{"age": 3.5}"#, "age", "whole number"), (#"{"health": ["luck"]}"#, "health[0]", "id of"),
            (#"{"why": 1}"#, "why", "muscles"), ("[]", "", "object"),
        ])
    func refused(json: String, path: String, allowed: String) {
        do {
            _ = try engine.driverInquiry(json: Array(json.utf8))
            Issue.record("\(json) was read")
        } catch {
            #expect(error.path == path && error.allowed.contains(allowed), "\(error)")
        }
    }

    @Test
    func `JSON names strength, reasons, studies and habit`() throws {
        let asked = try engine.driverInquiry(
            json: Array(
                #"{"id": "x", "muscles": ["trapezius_upper"], "applies": ["dehydration", "phone_cradling"], "onsets": [{"before": ["tired"]}], "days": {"sitting_hours": [8, null, 9, 9, 9, 9]}}"#
                    .utf8))
        #expect(asked.id == "x" && asked.inquiry.daysCovered == 6 && asked.inquiry.days[.sittingHours]?.count == 5)
        let answer = engine.driverDesk.drivers(asked.inquiry)
        let json = String(decoding: try engine.json(for: answer, of: asked.inquiry, id: asked.id), as: UTF8.self)
        for part in [
            #""id":"x""#, #""cause":"dehydration""#, #""standing":"doubtful""#, #""trigger":"tired""#, "suri_2018",
            #""habit":{"#, #""capped":false"#,
        ] {
            #expect(json.contains(part), "\(part)")
        }
    }
}
