import SeededRandom
import Testing
import UnknotRecord

@Suite("Questionnaires, units and measures")
struct QuestionnaireTests {
    @Test("PEG is the mean of three")
    func peg() throws {
        #expect(try QuestionnaireRecord(.peg, answers: [7, 5, 6]).score == 6)
        #expect(try QuestionnaireRecord(.peg, answers: [1, 1, 2]).score == 4.0 / 3)
    }

    @Test("Roland-Morris is the count of true sentences")
    func rolandMorris() throws {
        let answers = (0..<24).map { $0 % 3 == 0 ? 1.0 : 0 }
        #expect(try QuestionnaireRecord(.rmdq, answers: answers).score == 8)
        #expect(try QuestionnaireRecord(.rmdq, answers: Array(repeating: 1, count: 24)).score == 24)
        #expect(try QuestionnaireRecord(.rmdq, answers: Array(repeating: 0, count: 24)).score == 0)
    }

    @Test("a score that stands on paper is kept without its answers, where the sentences are not shipped")
    func scoreAlone() throws {
        let record = try QuestionnaireRecord(.rmdq, score: 7)
        #expect(record.score == 7 && record.answers.isEmpty)
        let json = #"{"name":"rmdq","score":7,"version":1}"#
        #expect(RecordValue.questionnaire(record).json == json)
        #expect(try RecordValue(kind: .questionnaire, json: Array(json.utf8)) == .questionnaire(record))
        for wrong in [25, -1, 6.5] {
            #expect(throws: IntakeProblem.self) { try QuestionnaireRecord(.rmdq, score: wrong) }
        }
        for text in [
            #"{"name":"peg","score":7}"#, #"{"name":"rmdq","score":7,"answers":[1]}"#, #"{"name":"rmdq","score":"7"}"#,
        ] {
            #expect(throws: IntakeProblem.self) {
                try RecordValue(kind: .questionnaire, json: Array(text.utf8))
            }
        }
    }

    @Test("PSFS is the mean of the activities that were named")
    func psfs() throws {
        #expect(try QuestionnaireRecord(.psfs, answers: [2, 5], items: ["stairs", "sitting"]).score == 3.5)
    }

    @Test("one question is its own score", arguments: [(Questionnaire.bothersomeness, 4.0), (.change, -5)])
    func single(questionnaire: Questionnaire, answer: Double) throws {
        #expect(try QuestionnaireRecord(questionnaire, answers: [answer]).score == answer)
    }

    @Test("units of a gauge agree with one another")
    func gauge() throws {
        let kilograms = try GaugeReading(4, .kilogramsPerSquareCentimetre).pressure
        #expect(abs(kilograms.kilopascals - 392.266) < 1e-9)
        let newtons = try GaugeReading(39.2266, .newtons).pressure
        #expect(abs(newtons.kilopascals - 392.266) < 1e-9)
        #expect(abs(ForceUnit.kilogram.value(of: kilograms) - 4) < 1e-12)
        #expect(abs(ForceUnit.newton.value(of: kilograms) - 39.2266) < 1e-12)
        #expect(abs(ForceUnit.pound.value(of: kilograms) - 8.818_490_487_395_1) < 1e-9)
        #expect(Pressure(kilopascals: 1) < Pressure(kilopascals: 2))
        #expect(abs(kilograms.kilogramsPerSquareCentimetre - 4) < 1e-12)
    }

    @Test("an inch is 2.54 cm, there and back")
    func inch() {
        #expect(LengthUnit.inch.value(ofCentimetres: 25.4) == 10)
        #expect(LengthUnit.inch.centimetres(of: 2) == 5.08)
        #expect(LengthUnit.centimetre.value(ofCentimetres: 7) == 7)
        #expect(ForceUnit.pound.newtons(of: 1) == 4.448_221_615_260_5)
    }

    @Test("a measure is found in entries of its kinds only", arguments: EntryKind.allCases)
    func kinds(kind: EntryKind) throws {
        let point = Measure.tenderness("infraspinatus_tp1", .left)
        let measures: [Measure] = [
            .painNow, .painAverage, .painWorst, point, .pressure("infraspinatus_tp1", .right), .fingertipToFloor,
            .degrees(.neckTurnLeft), .quarters(.neckBendLeft), .stiffness, .tightness, .own("x"), .sleepHours,
            .sleepQuality, .water, .sittingHours, .sittingStretch, .load, .stress, .exercise, .release,
            .questionnaire(.peg),
        ]
        var records = RandomRecords(seed: 11)
        for _ in 0..<50 {
            let value = try records.value(of: kind)
            for measure in measures where measure.number(in: value) != nil {
                // Average pain is also told to fair tests, of another day; a series of days finds it there.
                #expect(measure.kinds.subtracting([.fairTestDay]) == [kind])
                #expect(measure.kinds.contains(.fairTestDay) == (measure == .painAverage))
                if let scale = measure.scale, let number = measure.number(in: value) { #expect(scale.contains(number)) }
            }
        }
    }

    @Test("a measure gives the number that was recorded")
    func numbers() throws {
        let press = RecordValue.press(
            try PressRecord(point: "a_tp1", side: .left, tenderness: 6, gauge: GaugeReading(30, .newtons)))
        #expect(Measure.tenderness("a_tp1", .left).number(in: press) == 6)
        #expect(Measure.tenderness("a_tp1", .right).number(in: press) == nil)
        #expect(Measure.tenderness("b_tp1", .left).number(in: press) == nil)
        #expect(Measure.pressure("a_tp1", .left).number(in: press) == 300)
        let bend = RecordValue.movement(try MovementRecord(.neckBendLeft, .quarters(3)))
        #expect(Measure.quarters(.neckBendLeft).number(in: bend) == 3)
        #expect(Measure.quarters(.neckBendRight).number(in: bend) == nil)
        #expect(Measure.degrees(.neckBendLeft).number(in: bend) == nil)
        let own = RecordValue.own(try OwnRecord(name: "stairs", value: 4))
        #expect(Measure.own("stairs").number(in: own) == 4)
        #expect(Measure.own("Stairs").number(in: own) == nil)
        let session = RecordValue.session(try SessionRecord(seconds: 90, steps: [], ended: .finished))
        #expect(Measure.release.number(in: session) == 1.5)
    }

    @Test("the step of a rule is the last one at or below the start")
    func rule() throws {
        let rule = try #require(
            ChangeRule(
                steps: [.init(from: 0, change: 1), .init(from: 4.5, change: 2)], isHigherBetter: false))
        #expect(rule.smallest(from: -3) == 1)
        #expect(rule.smallest(from: 4.4) == 1)
        #expect(rule.smallest(from: 4.5) == 2)
        #expect(rule.smallest(from: 99) == 2)
    }

    @Test("a rule without sense is none")
    func noRule() {
        #expect(ChangeRule(steps: [], isHigherBetter: true) == nil)
        #expect(ChangeRule(steps: [.init(from: 0, change: 0)], isHigherBetter: true) == nil)
        #expect(ChangeRule(steps: [.init(from: 0, change: .nan)], isHigherBetter: true) == nil)
        #expect(
            ChangeRule(steps: [.init(from: 1, change: 1), .init(from: 1, change: 2)], isHigherBetter: true) == nil)
    }

    @Test("an id made after another sorts after it, whatever the clock does", arguments: 1...20)
    func monotonic(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var last = EntryID(at: Moment(milliseconds: 1_700_000_000_000), using: &random)
        for _ in 0..<2_000 {
            let moment = Moment(milliseconds: 1_700_000_000_000 + Int64.random(in: -5...5, using: &random))
            let next = EntryID(after: last, at: moment, using: &random)
            #expect(last < next)
            #expect(next.description.utf8.count == 36)
            let version = next.description.dropFirst(14).first
            #expect(version == "7")
            #expect("89ab".contains(next.description.dropFirst(19).first ?? "x"))
            last = next
        }
    }

    @Test("when the random part is used up, the id goes on into the next millisecond")
    func carry() throws {
        var random = SplitMix64(seed: 1)
        let last = try #require(EntryID("018bcfe5-6800-7fff-bfff-ffffffffffff"))
        let next = EntryID(after: last, at: Moment(milliseconds: 0), using: &random)
        #expect(last < next)
        #expect(next.description.hasPrefix("018bcfe5-6801-7000-8"))
    }
}
