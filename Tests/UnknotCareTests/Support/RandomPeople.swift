import Foundation
import SeededRandom
import Unknot

@testable import UnknotLocator

/// Somebody with random knots, health, tools, time and past.
struct RandomPerson {
    let request: PlanRequest
    let answer: LocateAnswer
    let triage: Triage

    /// The knots are drawn by chance instead of located, which is a thousand times as fast and reaches every point.
    init(_ bench: PlanBench, using random: inout SplitMix64) {
        let atlas = bench.atlas
        var intake = Intake()
        if Bool.random(using: &random) { intake.age = Int.random(in: 5...95, using: &random) }
        if Bool.random(using: &random) { intake.sex = Sex.allCases.randomElement(using: &random) }
        for region in atlas.regions.shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random)) {
            guard let place = region.places.randomElement(using: &random) else { continue }
            let intensity = Bool.random(using: &random) ? Double(Int.random(in: 0...10, using: &random)) : nil
            intake.drawing.append(PainMark(place, intensity: intensity))
        }
        // Most have answered everything; a few said yes, do not know, or nothing.
        let hasAnswered = Int.random(in: 0..<8, using: &random) > 0
        for sign in atlas.warningSigns where sign.combination == nil && hasAnswered {
            intake.answers[sign.id.rawValue] = .reply(.no)
        }
        if Int.random(in: 0..<12, using: &random) == 0 {
            let sign = atlas.warningSigns.filter { $0.combination == nil }.randomElement(using: &random)
            let answer: Answer? = [.reply(.yes), .reply(.unknown), nil].randomElement(using: &random) ?? nil
            if let sign { intake.answers[sign.id.rawValue] = answer }
        }
        for movement in ["reaching_behind_back", "reaching_across_chest"]
        where Int.random(in: 0..<6, using: &random) == 0 {
            intake.answers[movement] = .effect(.restricted)
        }
        let points = Self.points(atlas, using: &random)
        for point in points where Int.random(in: 0..<3, using: &random) == 0 {
            intake.presses.append(
                Press(point.point, point.side, tenderness: Double(Int.random(in: 0...10, using: &random))))
        }
        request = PlanRequest(
            id: "someone",
            intake: intake,
            health: Array(
                atlas.care.healthChecks.map(\.id).shuffled(using: &random)
                    .prefix([0, 0, 0, 1, 1, 2, 3].randomElement(using: &random) ?? 0)),
            tools: CareTool.allCases.filter { _ in Int.random(in: 0..<3, using: &random) == 0 },
            hasHelper: .random(using: &random),
            place: CareSetting.allCases.randomElement(using: &random) ?? .home,
            minutes: Double([1, 2, 3, 4, 5, 7, 10, 15, 20, 30, 60].randomElement(using: &random) ?? 10),
            history: Self.history(atlas, points, using: &random)
        )
        answer = LocateAnswer(
            id: nil, knowledge: atlas.version, triage: bench.triage(intake),
            muscles: points.map { RankedMuscle(muscle: $0.muscle, side: $0.side, probability: $0.probability) },
            points: points, alternatives: [], unexplained: [], next: nil, isDone: true, isExact: true)
        triage = answer.triage
    }

    private init(request: PlanRequest, answer: LocateAnswer, triage: Triage) {
        self.request = request
        self.answer = answer
        self.triage = triage
    }

    /// The same person with everything on the other side.
    func mirrored(_ bench: PlanBench) -> RandomPerson {
        let request = request.mirrored
        return RandomPerson(request: request, answer: answer.mirrored, triage: bench.triage(request.intake))
    }

    private static func points(_ atlas: Atlas, using random: inout SplitMix64) -> [RankedPoint] {
        var probability = 0.95
        return atlas.points.shuffled(using: &random).prefix(Int.random(in: 0...8, using: &random)).map { point in
            probability *= Double.random(in: 0.4...1, using: &random)
            return RankedPoint(
                point: point.id, muscle: point.muscle, side: BodySide.allCases.randomElement(using: &random) ?? .left,
                probability: probability, state: RankedPoint.State.allCases.randomElement(using: &random) ?? .notSure,
                explains: [], reasonsFor: [], reasonsAgainst: [])
        }
    }

    private static func history(
        _ atlas: Atlas, _ points: [RankedPoint], using random: inout SplitMix64
    ) -> [PastTreatment] {
        guard !points.isEmpty, Bool.random(using: &random) else { return [] }
        return (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in
            guard let point = points.prefix(2).randomElement(using: &random),
                let technique = atlas.care.techniques.prefix(12).randomElement(using: &random)
            else { return nil }
            let before = Double(Int.random(in: 0...10, using: &random))
            return PastTreatment(
                point.point, point.side, technique: technique.id, before: before,
                after: max(0, min(10, before + Double(Int.random(in: -3...2, using: &random)))),
                ending: Int.random(in: 0..<10, using: &random) == 0 ? .stopped : .finished,
                daysAgo: Int.random(in: 0...20, using: &random))
        }
    }
}

/// What makes plans, made once.
struct PlanBench {
    let atlas: Atlas
    let planner: Planner
    let text: PlanText
    let desk: CareDesk
    private let signs: TriageDesk

    init() throws {
        atlas = try Atlas.builtIn()
        planner = try Planner(atlas)
        text = PlanText(atlas)
        desk = CareDesk(atlas)
        signs = TriageDesk(atlas)
    }

    /// The warning signs alone.
    func triage(_ intake: Intake) -> Triage {
        signs.triage(intake, facts: KnownFacts(intake, atlas: atlas), sources: [])
    }

    /// The plan of somebody who may have one, with what the desk decided.
    func plan(_ person: RandomPerson) -> (plan: Plan?, admission: CareAdmission) {
        let admission = desk.admit(person.request, triage: person.triage)
        guard case .cleared(let gate) = admission.outcome else { return (nil, admission) }
        return (planner.plan(person.request, for: person.answer, admission: admission, through: gate), admission)
    }
}

/// How many people the properties are checked on: 3,000, or 100,000 with `UNKNOT_SOAK=1`.
enum Crowd {
    static let batches = 20
    static var size: Int {
        (ProcessInfo.processInfo.environment["UNKNOT_SOAK"] == "1" ? 100_000 : 3_000) / batches
    }
}
