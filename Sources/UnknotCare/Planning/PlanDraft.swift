import UnknotAtlas
import UnknotLocator
import UnknotRecord
import UnknotSafety

/// A plan while it is made.
struct PlanDraft {
    let atlas: Atlas
    let parameters: PlannerParameters
    let request: PlanRequest
    let answer: LocateAnswer
    let admission: CareAdmission
    let gate: CareGate

    private(set) var steps: [PlanStep] = []
    private(set) var leftOut: [LeftOut] = []
    private(set) var remarks: [PlanRemark] = []
    private var options: [Knot: [SafeTreatment]] = [:]

    /// A point on a side.
    struct Knot: Hashable {
        let point: PointID
        let side: BodySide
    }

    init(
        atlas: Atlas,
        parameters: PlannerParameters,
        request: PlanRequest,
        answer: LocateAnswer,
        admission: CareAdmission,
        gate: CareGate
    ) {
        self.atlas = atlas
        self.parameters = parameters
        self.request = request
        self.answer = answer
        self.admission = admission
        self.gate = gate
    }

    var isFlare: Bool { request.minutes <= parameters.flareMinutes }
    private var choice: TechniqueChoice { TechniqueChoice(parameters) }

    /// Makes all of it.
    mutating func finished() -> Plan {
        let knots = chosenKnots()
        guard !knots.isEmpty else { return plan() }
        let general = PlanCompany(draft: self, knots: knots)
        var budget = Int(request.minutes * 60)
        if let first = general.preparation(budget: budget) {
            steps.append(first)
            budget -= first.totalSeconds
        }
        let closing = general.reserved(budget: budget)
        work(on: knots, budget: budget - closing)
        let rest = Int(request.minutes * 60) - steps.map(\.totalSeconds).reduce(0, +)
        steps += PlanCompany(draft: self, knots: knots).afterwards(budget: rest)
        steps += referral(knots)
        remark(knots)
        return plan()
    }

    /// A spot waits for another one of its muscle only where that one is worked on; else it shares that one's reason.
    private var reasonsLeftOut: [LeftOut] {
        leftOut.map { entry in
            guard entry.because == LeftOut.KnotReason.sameMuscle.rawValue,
                case .knot(let muscle, _, let side) = entry.subject
            else { return entry }
            let reason = leftOut.first { other in
                guard case .knot(muscle, _, side) = other.subject else { return false }
                return other.because != entry.because
            }
            return LeftOut(subject: entry.subject, because: reason?.because ?? entry.because)
        }
    }

    private func plan() -> Plan {
        Plan(
            id: request.id,
            knowledge: atlas.version,
            status: steps.isEmpty ? .noSafeTechnique : .plan,
            triage: admission.triage,
            ask: admission.ask,
            checks: admission.checks,
            steps: steps,
            leftOut: reasonsLeftOut,
            evidence: evidence(),
            isForFlare: isFlare,
            remarks: remarks,
            therapist: therapistSheet()
        )
    }

    // MARK: Knots

    private mutating func chosenKnots() -> [RankedPoint] {
        let choice = KnotChoice(atlas, parameters)
        let (worth, others) = choice.candidates(answer.points)
        leftOut += others
        var workable: [RankedPoint] = []
        for knot in worth {
            let (safe, refused) = gate.treatments(at: knot.point, knot.side)
            options[Knot(point: knot.point, side: knot.side)] = safe
            if bestFit(for: knot, within: Int(request.minutes * 60)) != nil {
                workable.append(knot)
            } else {
                let blocking = refused.first { !$0.isOnlyPutLast }
                leftOut.append(knot.leftOut(blocking == nil ? .nothingAtHand : .healthCheck))
            }
            note(refused)
        }
        let ordered = choice.inOrder(workable)
        let chosen = ordered.prefix(isFlare ? 1 : choice.count(minutes: request.minutes))
        for knot in ordered.dropFirst(chosen.count) {
            let hasKey = !choice.keys(of: knot, among: Array(chosen)).isEmpty
            leftOut.append(knot.leftOut(hasKey ? .keyFirst : .notEnoughTime))
        }
        return Array(chosen)
    }

    /// Techniques that were taken out, each with each reason once.
    private mutating func note(_ refused: [RefusedTreatment]) {
        for refusal in refused {
            let entry = LeftOut(subject: .technique(refusal.technique), because: refusal.reason.id)
            if !leftOut.contains(entry) { leftOut.append(entry) }
        }
    }

    /// What is safe at a knot.
    func safe(at knot: RankedPoint) -> [SafeTreatment] {
        options[Knot(point: knot.point, side: knot.side)] ?? []
    }

    // MARK: Work

    func response(of knot: RankedPoint) -> KnotResponse {
        KnotResponse(request.history, point: knot.point, side: knot.side, parameters)
    }

    private func situation(_ knot: RankedPoint) -> TechniqueChoice.Situation {
        let response = response(of: knot)
        let press = request.intake.presses.first { $0.point == knot.point && $0.side == knot.side }
        let isStrong = gate.checks.contains { $0.id == "pain_over_7_of_10_at_rest" }
        let isTender = (press?.tenderness ?? 0) >= parameters.gentleFromTenderness
        return TechniqueChoice.Situation(
            request: request, response: response,
            isGentle: isStrong || isTender || isFlare || response.isIrritated,
            isResting: response.stage != .goOn, isFlare: isFlare,
            tried: response.techniques.compactMap(atlas.care.technique))
    }

    private func ranked(_ knot: RankedPoint) -> [TechniqueChoice.Scored] {
        choice.ranked(safe(at: knot), situation(knot))
    }

    /// The best treatment of which at least the least dose fits.
    private func bestFit(for knot: RankedPoint, within budget: Int) -> (TechniqueChoice.Scored, Dose)? {
        for scored in ranked(knot) {
            if let dose = dose(scored, within: budget) { return (scored, dose) }
        }
        return nil
    }

    private func dose(_ scored: TechniqueChoice.Scored, within budget: Int) -> Dose? {
        let technique = scored.treatment.technique.id
        let knot = scored.treatment
        let response = KnotResponse(request.history, point: knot.point.id, side: knot.side, parameters)
        let factor = response.verdict(on: technique) == .worse ? parameters.lightAfterWorse : 1
        return Dose(
            scored.treatment, within: budget, factor: factor, stretchIn: isFlare ? nil : request.place, parameters)
    }

    /// Time is shared evenly; what one knot leaves over goes to those after it.
    private mutating func work(on knots: [RankedPoint], budget: Int) {
        var left = budget
        for (index, knot) in knots.enumerated() {
            let share = left / (knots.count - index)
            guard let (scored, dose) = bestFit(for: knot, within: share) else {
                leftOut.append(knot.leftOut(.notEnoughTime))
                continue
            }
            let changed = changes(of: knot, to: scored)
            let step = PlanStep(
                treatment: scored.treatment,
                role: scored.treatment.technique.touch.isByHand ? .release : .ease,
                seconds: dose.seconds,
                repetitions: dose.repetitions,
                rest: dose.rest,
                stretch: dose.stretch,
                reasons: changed ? [.change] + scored.reasons : scored.reasons
            )
            steps.append(step)
            left -= step.totalSeconds
        }
    }

    /// Notes what is given up or made lighter at a knot, and says whether something is given up for something else.
    private mutating func changes(of knot: RankedPoint, to scored: TechniqueChoice.Scored) -> Bool {
        let response = response(of: knot)
        var hasChanged = false
        for technique in response.techniques {
            switch response.verdict(on: technique) {
            case .noGain where technique != scored.treatment.technique.id:
                remarks.append(.changed(technique))
                hasChanged = true
            case .worse:
                remarks.append(.lighter(technique))
                hasChanged = hasChanged || technique != scored.treatment.technique.id
            default: break
            }
        }
        return hasChanged
    }

    // MARK: What goes with it

    /// A professional, where the knot has outlasted what one can do.
    private func referral(_ knots: [RankedPoint]) -> [PlanStep] {
        let stuck = knots.first { knot in
            if case .seeSomebody = response(of: knot).stage { return true }
            return false
        }
        guard let stuck,
            let treatment = safe(at: stuck).first(where: {
                $0.technique.performer == .clinician && $0.technique.id == "clinician_trp_therapy"
            })
        else { return [] }
        return [
            PlanStep(
                treatment: treatment, role: .refer, seconds: 0, repetitions: 1, rest: 0, stretch: nil,
                reasons: [.change])
        ]
    }

    private mutating func remark(_ knots: [RankedPoint]) {
        for knot in knots {
            switch response(of: knot).stage {
            case .goOn: break
            case .rest(let sessions): remarks.append(.rest(days: parameters.restDays, sessions: sessions))
            case .seeSomebody(let sessions): remarks.append(.seeSomebodyNow(sessions: sessions))
            }
        }
        for check in gate.checks { remarks.append(.instead(check.id)) }
        let unsure = atlas.warningSigns.count { request.intake.answers[$0.id.rawValue] == .reply(.unknown) }
        if unsure > 0 { remarks.append(.unsure(unsure)) }
        if let other = answer.alternatives.first, other.probability > answer.muscles.first?.probability ?? 0 {
            remarks.append(.likelier(other.hypothesis, other.side))
        }
        remarks.append(.seeSomebodyAfter(weeks: parameters.clinicianAfterWeeks))
    }

    private func evidence() -> [TreatmentEffect] {
        let used = Set(steps.map(\.technique.id))
        return atlas.care.effects.filter { effect in effect.techniques.contains { used.contains($0) } }
    }

    private func therapistSheet() -> TherapistSheet {
        TherapistSheet(
            palpate: answer.points.map {
                TherapistSheet.Palpation(point: $0.point, side: $0.side, probability: $0.probability)
            },
            tried: TriedTreatments(request.history).trials
        )
    }
}
