public import UnknotRecord

/// What is known: regions, muscles, trigger points, referral, movements, causes, other sources of pain and warning
/// signs, each with its source. One version of it gives one answer to one record.
public struct Atlas: Sendable {
    /// The version that every answer names.
    public let version: String

    /// Areas of the body map, from head to foot.
    public let regions: [BodyRegion]
    /// Muscles, from head to foot.
    public let muscles: [Muscle]
    /// Trigger points, in the order of their muscles.
    public let points: [TriggerPoint]
    /// Where points send pain.
    public let referrals: [Referral]
    /// Movements, postures and activities.
    public let movements: [Movement]
    /// What movements do to the pain of muscles.
    public let movementLinks: [MovementLink]
    /// Activating and perpetuating causes.
    public let causes: [Cause]
    /// Which muscles a cause affects.
    public let causeLinks: [CauseLink]
    /// Movements that repeat a cause.
    public let causeMovements: [CauseMovement]
    /// Muscles that belong together.
    public let associations: [MuscleAssociation]
    /// Other sources of pain.
    public let hypotheses: [Hypothesis]
    /// Where they hurt.
    public let hypothesisRegions: [HypothesisRegion]
    /// What can be asked.
    public let questions: [Question]
    /// How findings bear on hypotheses.
    public let likelihoods: [FindingLikelihood]
    /// Warning signs and their combinations.
    public let warningSigns: [WarningSign]
    /// What stands above the lists of warning signs, in the order in which the lists are shown.
    public let warningHeadings: [WarningHeading]
    /// The locator's numbers.
    public let parameters: [ModelParameter]
    /// How often each muscle is affected.
    public let musclePriors: [MusclePrior]
    /// Sentences for people.
    public let phrases: Phrasebook
    /// How often points were found, study by study.
    public let prevalence: [Prevalence]
    /// How common pain and knots are in each part of the back.
    public let baseRates: [RegionBaseRate]
    /// What can be measured again and again, and what a change of it means.
    public let outcomeMeasures: [OutcomeMeasure]
    /// Publications and judgements.
    public let references: [Reference]
    /// Short pages to learn from.
    public let learning: Learning
    /// The drawing of the body.
    public let figure: BodyFigure
    /// How knots are cared for.
    public let care: CareKnowledge
    /// What brings knots on, and what keeps them away.
    public let prevention: PreventionKnowledge

    let neighbourTable: [RegionID: [RegionID]]
    let regionIndex: [RegionID: Int]
    let muscleIndex: [MuscleID: Int]
    let pointIndex: [PointID: Int]
    let referralsByPoint: [PointID: [Referral]]
    let movementIndex: [MovementID: Int]
    let questionIndex: [QuestionID: Int]
    let signIndex: [QuestionID: Int]
    let hypothesisIndex: [HypothesisID: Int]
    let causeIndex: [CauseID: Int]
    let referenceIndex: [ReferenceID: Int]
    let parameterIndex: [String: Int]
}

extension Atlas {
    /// The area with an id.
    public func region(_ id: RegionID) -> BodyRegion? { regionIndex[id].map { regions[$0] } }
    /// The muscle with an id.
    public func muscle(_ id: MuscleID) -> Muscle? { muscleIndex[id].map { muscles[$0] } }
    /// The trigger point with an id.
    public func point(_ id: PointID) -> TriggerPoint? { pointIndex[id].map { points[$0] } }
    /// The movement with an id.
    public func movement(_ id: MovementID) -> Movement? { movementIndex[id].map { movements[$0] } }
    /// The finding with an id.
    public func question(_ id: QuestionID) -> Question? { questionIndex[id].map { questions[$0] } }
    /// The warning sign with an id.
    public func warningSign(_ id: QuestionID) -> WarningSign? { signIndex[id].map { warningSigns[$0] } }
    /// What stands above the list of warning signs with an id.
    public func warningHeading(_ id: String) -> WarningHeading? { warningHeadings.first { $0.id == id } }
    /// The source of pain with an id.
    public func hypothesis(_ id: HypothesisID) -> Hypothesis? { hypothesisIndex[id].map { hypotheses[$0] } }
    /// The cause with an id.
    public func cause(_ id: CauseID) -> Cause? { causeIndex[id].map { causes[$0] } }
    /// The source with a key.
    public func reference(_ id: ReferenceID) -> Reference? { referenceIndex[id].map { references[$0] } }
    /// The locator's number with a name.
    public func parameter(_ name: String) -> ModelParameter? { parameterIndex[name].map { parameters[$0] } }

    /// The points of a muscle.
    public func points(of muscle: MuscleID) -> [TriggerPoint] { points.filter { $0.muscle == muscle } }
    /// Where a point sends pain.
    public func referrals(of point: PointID) -> [Referral] { referralsByPoint[point] ?? [] }
    /// Areas that touch an area on one side of the body; an area in the middle touches both copies of a paired one.
    public func neighbours(of region: RegionID) -> [RegionID] { neighbourTable[region] ?? [] }

    /// The places that touch a place.
    public func neighbours(of place: BodyPlace) -> [BodyPlace] {
        neighbours(of: place.region).flatMap { id -> [BodyPlace] in
            guard let region = region(id) else { return [] }
            return region.places.filter { $0.side == place.side || $0.side == .midline || place.side == .midline }
        }
    }
}
