#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A plan as it stands on every interface.
struct PlanDocument: Encodable {
    let id: EchoedID
    let knowledge: String
    let status: String
    let because: [String]
    let advice: [String]
    let ask: [String]
    let steps: [StepPart]
    let leftOut: [LeftOutPart]
    let stopRule: String
    let flare: Bool
    let seconds: Int
    let remarks: [String]
    let evidence: [EvidencePart]
    let therapist: TherapistPart

    /// The id of the request; null where it had none.
    struct EchoedID: Encodable {
        let text: String?

        func encode(to encoder: any Encoder) throws {
            var field = encoder.singleValueContainer()
            if let text { try field.encode(text) } else { try field.encodeNil() }
        }
    }

    struct StepPart: Encodable {
        let muscle: String
        let point: String
        let side: String
        let technique: String
        let name: String
        let role: String
        let tool: String
        let who: String
        let seconds: Int
        let repetitions: Int
        let rest: Int
        let timesADay: Int
        let days: Int
        let pressure: String
        let pressureMost: Int?
        let position: String
        let find: String
        let instructions: [String]
        let stretch: String?
        let stopWhen: [String]
        let why: [WordsPart]
        let grade: String

        enum CodingKeys: String, CodingKey {
            case muscle, point, side, technique, name, role, tool, who, seconds, repetitions, rest, days, pressure
            case position, find, instructions, stretch, why, grade
            case timesADay = "times_a_day"
            case pressureMost = "pressure_most"
            case stopWhen = "stop_when"
        }

        func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(muscle, forKey: .muscle)
            try fields.encode(point, forKey: .point)
            try fields.encode(side, forKey: .side)
            try fields.encode(technique, forKey: .technique)
            try fields.encode(name, forKey: .name)
            try fields.encode(role, forKey: .role)
            try fields.encode(tool, forKey: .tool)
            try fields.encode(who, forKey: .who)
            try fields.encode(seconds, forKey: .seconds)
            try fields.encode(repetitions, forKey: .repetitions)
            try fields.encode(rest, forKey: .rest)
            try fields.encode(timesADay, forKey: .timesADay)
            try fields.encode(days, forKey: .days)
            try fields.encode(pressure, forKey: .pressure)
            // What does not press, and what has no stretch, says so by null.
            try fields.encode(pressureMost, forKey: .pressureMost)
            try fields.encode(position, forKey: .position)
            try fields.encode(find, forKey: .find)
            try fields.encode(instructions, forKey: .instructions)
            try fields.encode(stretch, forKey: .stretch)
            try fields.encode(stopWhen, forKey: .stopWhen)
            try fields.encode(why, forKey: .why)
            try fields.encode(grade, forKey: .grade)
        }
    }

    struct WordsPart: Encodable {
        let id: String
        let text: String
    }

    struct LeftOutPart: Encodable {
        let technique: String?
        let muscle: String?
        let point: String?
        let side: String?
        let because: String
        let text: String
    }

    struct EvidencePart: Encodable {
        let techniques: [String]
        let treatment: String
        let outcome: String
        let comparator: String
        let effect: Double?
        let low: Double?
        let high: Double?
        let unit: String
        let people: Int?
        let null: Bool
        let quality: String
        let source: String
        let citation: String
        let status: String
        let note: String
    }

    struct TherapistPart: Encodable {
        let palpate: [PalpationPart]
        let tried: [TrialPart]
    }

    struct PalpationPart: Encodable {
        let point: String
        let side: String
        let probability: Double
        let landmarks: String
    }

    struct TrialPart: Encodable {
        let point: String
        let side: String
        let technique: String
        let sessions: Int
        let meanGain: Double?
        let stopped: Int

        enum CodingKeys: String, CodingKey {
            case point, side, technique, sessions, stopped
            case meanGain = "mean_gain"
        }
    }

    enum CodingKeys: String, CodingKey {
        case id, knowledge, status, because, advice, ask, steps, flare, seconds, remarks, evidence, therapist
        case leftOut = "left_out"
        case stopRule = "stop_rule"
    }
}

extension PlanDocument {
    init(_ plan: Plan, text: PlanText, atlas: Atlas) {
        id = EchoedID(text: plan.id)
        knowledge = plan.knowledge
        status = plan.status.rawValue
        because = plan.triage.reasons.map(\.id)
        advice = plan.triage.reasons.map(\.advice).distinct
        ask = plan.ask.map(\.rawValue)
        steps = plan.steps.map { StepPart($0, text) }
        leftOut = plan.leftOut.map { LeftOutPart($0, text) }
        stopRule = text.stopRule
        flare = plan.isForFlare
        seconds = plan.seconds
        remarks = plan.remarks.map(text.remark).distinct
        evidence = plan.evidence.map { EvidencePart($0, atlas) }
        therapist = TherapistPart(
            palpate: plan.therapist.palpate.map {
                PalpationPart(
                    point: $0.point.rawValue, side: $0.side.rawValue, probability: $0.probability.inSixDecimals,
                    landmarks: atlas.point($0.point)?.landmarks ?? "")
            },
            tried: plan.therapist.tried.map {
                TrialPart(
                    point: $0.point.rawValue, side: $0.side.rawValue, technique: $0.technique.rawValue,
                    sessions: $0.sessions, meanGain: $0.meanGain?.inSixDecimals, stopped: $0.stopped)
            }
        )
    }
}

extension PlanDocument.StepPart {
    init(_ step: PlanStep, _ text: PlanText) {
        let treatment = step.treatment
        muscle = treatment.point.muscle.rawValue
        point = treatment.point.id.rawValue
        side = treatment.side.rawValue
        technique = step.technique.id.rawValue
        name = step.technique.name
        role = step.role.rawValue
        tool = step.technique.tool.rawValue
        who = step.technique.performer.rawValue
        seconds = step.seconds
        repetitions = step.repetitions
        rest = step.rest
        timesADay = step.technique.timesADay
        days = step.technique.days
        pressure = text.pressure(step)
        pressureMost = treatment.pressure?.upperBound
        position = text.position(step)
        find = treatment.point.landmarks
        instructions = text.instructions(step)
        stretch = step.stretch.map(text.stretch)
        stopWhen = text.stopWhen(step)
        why = step.reasons.map { .init(id: $0.rawValue, text: text.reason($0)) }
        grade = step.technique.grade.rawValue
    }
}

extension PlanDocument.LeftOutPart {
    init(_ leftOut: LeftOut, _ text: PlanText) {
        switch leftOut.subject {
        case .technique(let id):
            technique = id.rawValue
            muscle = nil
            point = nil
            side = nil
        case .knot(let muscleID, let pointID, let knotSide):
            technique = nil
            muscle = muscleID.rawValue
            point = pointID.rawValue
            side = knotSide.rawValue
        }
        because = leftOut.because
        self.text = text.because(leftOut)
    }
}

extension PlanDocument.EvidencePart {
    init(_ effect: TreatmentEffect, _ atlas: Atlas) {
        techniques = effect.techniques.map(\.rawValue)
        treatment = effect.treatment
        outcome = effect.outcome
        comparator = effect.comparator
        self.effect = effect.size
        low = effect.interval?.lowerBound
        high = effect.interval?.upperBound
        unit = effect.unit
        people = effect.people
        null = effect.isNull
        quality = effect.quality.rawValue
        source = effect.source.rawValue
        citation = atlas.reference(effect.source)?.citation ?? ""
        status = effect.status.rawValue
        note = effect.note
    }
}

extension Array where Element: Equatable {
    /// Each element once, in order.
    fileprivate var distinct: [Element] {
        reduce(into: []) { list, next in
            if !list.contains(next) { list.append(next) }
        }
    }
}

extension Double {
    /// More would be noise of the arithmetic.
    fileprivate var inSixDecimals: Double { (self * 1e6).rounded() / 1e6 }
}
