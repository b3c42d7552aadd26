import UnknotAtlas
import UnknotLocator
import UnknotRecord
import UnknotSafety

/// Chooses what is done at one knot: every treatment gets points by stated rules, and the most wins.
struct TechniqueChoice {
    /// What is asked of a knot.
    struct Situation {
        /// The request.
        let request: PlanRequest
        /// How the knot answered so far.
        let response: KnotResponse
        /// Whether only the gentle fits: very tender, very strong pain, or a flare.
        let isGentle: Bool
        /// Whether nothing may touch the knot now.
        let isResting: Bool
        /// Whether the plan is the short one for a flare.
        let isFlare: Bool
        /// What was done there before.
        let tried: [Technique]
    }

    /// A treatment with its points.
    struct Scored {
        let treatment: SafeTreatment
        let points: Double
        let reasons: [ChoiceReason]
    }

    private let parameters: PlannerParameters

    init(_ parameters: PlannerParameters) {
        self.parameters = parameters
    }

    /// What this person can do here and now, best first; those that are equal stay in the order of the tables.
    func ranked(_ treatments: [SafeTreatment], _ situation: Situation) -> [Scored] {
        let possible = treatments.filter { isAtHand($0, situation.request) && isDirect($0) && fits($0, situation) }
        // What something warns of is used only when nothing else is left.
        let usual = possible.filter { !$0.isLastResort }
        return (usual.isEmpty ? possible : usual)
            .map { scored($0, situation) }
            .enumerated()
            .sorted { ($1.element.points, $0.offset) < ($0.element.points, $1.offset) }
            .map(\.element)
    }

    /// Whether tool, place and helper are there, and an arm that reaches.
    func isAtHand(_ treatment: SafeTreatment, _ request: PlanRequest) -> Bool {
        let technique = treatment.technique
        let settings = treatment.use?.settings ?? []
        return request.has(technique.tool) && technique.settings.contains(request.place)
            && (settings.isEmpty || settings.contains(request.place))
            && (technique.performer != .partner || request.hasHelper) && armReaches(treatment, request)
    }

    /// A movement that cannot be done fully takes away the arm that would have to do it.
    private func armReaches(_ treatment: SafeTreatment, _ request: PlanRequest) -> Bool {
        let technique = treatment.technique
        guard technique.performer == .person, technique.touch.isByHand,
            technique.tool == .fingers || technique.tool == .miniRoller || technique.tool == .massageStickRoller
        else { return true }
        func isRestricted(_ movement: String) -> Bool {
            request.intake.answers[movement] == .effect(.restricted)
        }
        switch treatment.group.reach {
        case .none, .either, .sameFront: return true
        case .sameBehind: return !isRestricted("reaching_behind_back")
        case .oppositeFront, .oppositeOverShoulder, .oppositeUnderArm: return !isRestricted("reaching_across_chest")
        }
    }

    /// Whether it is meant for this knot, and not for the body as a whole.
    private func isDirect(_ treatment: SafeTreatment) -> Bool {
        treatment.use != nil && treatment.technique.performer != .clinician
            && treatment.technique.id.rawValue != "strength_back_hip" && treatment.technique.tool != .elasticBand
    }

    private func fits(_ treatment: SafeTreatment, _ situation: Situation) -> Bool {
        let technique = treatment.technique
        if situation.isResting && technique.touch.isByHand { return false }
        if situation.isFlare && technique.touch == .press { return false }
        // Steps such as a broad massage take their time or are not worth beginning.
        return Double(technique.seconds) * 0.5 <= situation.request.minutes * 60
    }

    private func scored(_ treatment: SafeTreatment, _ situation: Situation) -> Scored {
        let technique = treatment.technique
        var points = parameters.grades[technique.grade] ?? 0
        var reasons: [ChoiceReason] = []
        let isSoft = technique.touch == .light || technique.kind == .positionalRelease
        if technique.touch.isByHand && !situation.isGentle {
            points += parameters.directOnKnot
            reasons.append(.direct)
        }
        if situation.isGentle && isSoft {
            points += parameters.gentleFits
            reasons.append(.gentle)
        }
        if !technique.tool.isAlwaysThere {
            points += parameters.ownTool
            reasons.append(.tool)
        }
        if technique.performer == .partner && [.none, .sameBehind].contains(treatment.group.reach) {
            points += parameters.partnerOutOfReach
            reasons.append(.partner)
        }
        if technique.performer == .partner && !technique.tool.isAlwaysThere { points += parameters.partnerWithTool }
        if technique.grade != .veryLow && technique.grade != .insufficient { reasons.append(.evidence) }
        let verdict = situation.response.verdict(on: technique.id)
        if case .gain(let mean) = verdict {
            points += parameters.gainWeight * min(mean, 3)
            reasons.insert(.helped, at: 0)
        }
        points -= cost(verdict)
        // What did not help with this tool is hardly a change when it is done a little differently.
        let relatives = situation.tried.filter { $0.id != technique.id && $0.isRelative(of: technique) }
        if case .open = verdict {
            let costs = relatives.map { cost(situation.response.verdict(on: $0.id)) }
            points -= parameters.relativeShare * (costs.max() ?? 0)
        }
        if treatment.isLastResort { reasons.append(.lastResort) }
        return Scored(treatment: treatment, points: points, reasons: reasons)
    }

    private func cost(_ verdict: KnotResponse.Verdict) -> Double {
        switch verdict {
        case .open, .gain: 0
        case .noGain: parameters.noGainCost
        case .worse: parameters.worseCost
        }
    }
}

extension Technique {
    /// Whether it does nearly the same: the same tool in the same hands, with the same touch.
    fileprivate func isRelative(of other: Technique) -> Bool {
        touch.isByHand && tool == other.tool && touch == other.touch && performer == other.performer
    }
}
