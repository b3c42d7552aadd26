import SeededRandom
import Testing
import UnknotRecord

@Suite("Requests for a plan as JSON")
struct PlanRequestTests {
    @Test("what is written reads back as the same request and is written the same again", arguments: 1...20)
    func roundTrip(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<50 {
            let request = PlanRequest.random(using: &random)
            let text = PlanRequestDocument.text(of: request)
            let read = try PlanRequestDocument.parse(Array(text.utf8))
            #expect(read == request)
            #expect(PlanRequestDocument.text(of: read) == text)
        }
    }

    @Test("what is at its usual value is left out")
    func usual() throws {
        #expect(PlanRequestDocument.text(of: PlanRequest(intake: Intake())) == #"{"intake":{}}"#)
    }

    @Test("a record keeps no id, and nothing that could not be read again")
    func record() throws {
        let request = PlanRequest(id: "case 7", intake: Intake(id: "case 8"), minutes: 12)
        let record = try PlanRecord(request: request, isFlare: true, knowledge: " 2026.1 ")
        #expect(record.request == PlanRequest(intake: Intake(), minutes: 12))
        #expect(record.knowledge == "2026.1")
        for minutes in [0, 181, .nan, .infinity] {
            let wrong = PlanRequest(intake: Intake(), minutes: minutes)
            let problem = #expect(throws: IntakeProblem.self) { try PlanRecord(request: wrong, knowledge: "1") }
            #expect(problem?.path == "request.minutes")
        }
    }

    @Test("a request of too many words is refused before it is kept")
    func size() throws {
        let name = String(repeating: "a", count: 190)
        let answers = (0..<2_000).map { ("\(name)\($0)", Answer.reply(.unknown)) }
        let wide = PlanRequest(intake: Intake(answers: Dictionary(uniqueKeysWithValues: answers)))
        let problem = #expect(throws: IntakeProblem.self) { try PlanRecord(request: wide, knowledge: "1") }
        #expect(problem?.path == "request" && problem?.allowed == "at most 261120 bytes")
    }
}

extension PlanRequest {
    /// A request with random content; its ids need not exist in any atlas.
    static func random(using random: inout SplitMix64) -> PlanRequest {
        var request = PlanRequest(intake: .random(using: &random))
        // An id that only the intake has becomes that of the request.
        request.id = request.intake.id
        request.health = (0..<Int.random(in: 0...3, using: &random)).map { HealthID("health_\($0)") }
        request.tools = CareTool.allCases.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
        request.hasHelper = .random(using: &random)
        request.place = CareSetting.allCases.randomElement(using: &random) ?? .home
        request.minutes = Bool.random(using: &random) ? 10 : .random(in: 1...180, using: &random)
        request.history = (0..<Int.random(in: 0...4, using: &random)).map { number in
            PastTreatment(
                PointID("point_\(number)"), Bool.random(using: &random) ? .left : .right,
                technique: TechniqueID("technique_\(number)"),
                before: [nil, 0, 6.5].randomElement(using: &random) ?? nil,
                after: [nil, 0, 10].randomElement(using: &random) ?? nil,
                ending: Bool.random(using: &random) ? .finished : .stopped,
                daysAgo: Int.random(in: 0...400, using: &random))
        }
        return request
    }
}
