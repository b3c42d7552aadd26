import UnknotAtlas
public import UnknotCare
public import UnknotRecord

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Engine {
    /// Reads what is known of one person about what may drive their knots.
    ///
    /// - Throws: ``IntakeProblem`` for the first thing that is wrong.
    public func driverInquiry(json bytes: [UInt8]) throws(IntakeProblem) -> (id: String?, inquiry: DriverInquiry) {
        let document = try CausesDocument(bytes, atlas: atlas)
        return (document.id, try document.inquiry())
    }

    /// What may drive somebody's knots, as JSON with keys in alphabetical order.
    ///
    /// - Parameter triggers: What happened in the hours before, so that what studies say about it is told too.
    public func json(
        for answer: DriverAnswer, of inquiry: DriverInquiry, id: String?, pretty: Bool = false
    ) throws -> Data {
        try Self.encoder(pretty: pretty).encode(DriversDocument(answer, inquiry, id: id, self))
    }
}

/// What may drive somebody's knots on every interface.
private struct DriversDocument: Encodable {
    struct DriverPart: Encodable {
        let cause: String
        let name: String
        let standing: String
        let strength: String
        let evidence: String
        let exposure: Double
        let weight: Double
        let reasons: [String]
        let studies: [StudyPart]
        let habit: HabitPart?
        let heldBack: HeldBackPart?

        enum CodingKeys: String, CodingKey {
            case cause, name, standing, strength, evidence, exposure, weight, reasons, studies, habit
            case heldBack = "held_back"
        }
    }

    struct StudyPart: Encodable {
        let factor: String
        let text: String
        let quality: String
        let source: String
        let status: String
    }

    struct HabitPart: Encodable {
        let id: String
        let name: String
        let action: String
        let dose: String
        let when: String
        let easier: String
        let verdict: String
        let verdictText: String

        enum CodingKeys: String, CodingKey {
            case id, name, dose, when, easier, verdict
            case action = "do"
            case verdictText = "verdict_text"
        }
    }

    struct HeldBackPart: Encodable {
        let habit: String
        let because: String
    }

    struct BeforePart: Encodable {
        let trigger: String
        let text: String
        let size: Double?
        let interval: [Double]?
        let source: String
        let status: String
    }

    let id: String?
    let knowledge: String
    let drivers: [DriverPart]
    let past: [DriverPart]
    let unasked: [String]
    let before: [BeforePart]
    let capped: Bool
    let manyEpisodes: Bool
    let limits: [String]

    enum CodingKeys: String, CodingKey {
        case id, knowledge, drivers, past, unasked, before, capped, limits
        case manyEpisodes = "many_episodes"
    }

    init(_ answer: DriverAnswer, _ inquiry: DriverInquiry, id: String?, _ engine: Engine) {
        self.id = id
        knowledge = answer.knowledge
        drivers = answer.drivers.map { DriverPart($0, engine) }
        past = answer.past.map { DriverPart($0, engine) }
        unasked = answer.unasked.map(\.rawValue)
        let happened = inquiry.onsets.reduce(into: Set<TriggerID>()) { $0.formUnion($1.before) }
        before = engine.driverDesk.readings(happened.sorted(), age: inquiry.age).map { reading in
            BeforePart(
                trigger: reading.trigger.id.rawValue, text: engine.driverText.reading(reading),
                size: reading.factor.size, interval: reading.factor.interval.map { [$0.lowerBound, $0.upperBound] },
                source: reading.factor.source.rawValue, status: reading.factor.status.rawValue)
        }
        capped = answer.isCapped
        manyEpisodes = answer.hasManyEpisodes
        limits = engine.driverText.limits
    }
}

extension DriversDocument.DriverPart {
    init(_ driver: Driver, _ engine: Engine) {
        let text = engine.driverText
        cause = driver.cause.rawValue
        name = text.name(driver.cause)
        standing = driver.standing.rawValue
        strength = driver.strength.rawValue
        evidence = text.strength(driver.strength)
        exposure = driver.exposure
        weight = (driver.weight * 1e6).rounded() / 1e6
        reasons = driver.reasons.map(text.reason)
        studies = driver.studies.map { study in
            .init(
                factor: study.factor, text: text.study(study), quality: study.quality.rawValue,
                source: study.source.rawValue, status: study.status.rawValue)
        }
        habit = driver.habit.flatMap(engine.atlas.prevention.habit).map { habit in
            .init(
                id: habit.id.rawValue, name: habit.name, action: habit.action, dose: habit.dose, when: habit.when,
                easier: habit.easier, verdict: habit.verdict.rawValue, verdictText: text.verdict(habit.verdict))
        }
        heldBack = driver.heldBack.map { .init(habit: $0.habit.rawValue, because: $0.because.rawValue) }
    }
}
