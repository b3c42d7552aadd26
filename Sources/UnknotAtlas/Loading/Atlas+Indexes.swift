import UnknotRecord

extension Atlas {
    /// Builds the look-ups. Ids are unique by the time this is used: a table with a repeated id never becomes an atlas.
    init(
        version: String,
        regions: [BodyRegion],
        muscles: [Muscle],
        points: [TriggerPoint],
        referrals: [Referral],
        movements: [Movement],
        movementLinks: [MovementLink],
        causes: [Cause],
        causeLinks: [CauseLink],
        causeMovements: [CauseMovement],
        associations: [MuscleAssociation],
        hypotheses: [Hypothesis],
        hypothesisRegions: [HypothesisRegion],
        questions: [Question],
        likelihoods: [FindingLikelihood],
        warningSigns: [WarningSign],
        warningHeadings: [WarningHeading],
        parameters: [ModelParameter],
        musclePriors: [MusclePrior],
        phrases: Phrasebook,
        prevalence: [Prevalence],
        baseRates: [RegionBaseRate],
        outcomeMeasures: [OutcomeMeasure],
        references: [Reference],
        learning: Learning,
        neighbours: [RegionID: [RegionID]],
        figure: BodyFigure,
        care: CareKnowledge,
        prevention: PreventionKnowledge
    ) {
        self.version = version
        self.regions = regions
        self.muscles = muscles
        self.points = points
        self.referrals = referrals
        self.movements = movements
        self.movementLinks = movementLinks
        self.causes = causes
        self.causeLinks = causeLinks
        self.causeMovements = causeMovements
        self.associations = associations
        self.hypotheses = hypotheses
        self.hypothesisRegions = hypothesisRegions
        self.questions = questions
        self.likelihoods = likelihoods
        self.warningSigns = warningSigns
        self.warningHeadings = warningHeadings
        self.parameters = parameters
        self.musclePriors = musclePriors
        self.phrases = phrases
        self.prevalence = prevalence
        self.baseRates = baseRates
        self.outcomeMeasures = outcomeMeasures
        self.references = references
        self.learning = learning
        self.figure = figure
        self.care = care
        self.prevention = prevention
        neighbourTable = neighbours
        regionIndex = Self.index(regions.map(\.id))
        muscleIndex = Self.index(muscles.map(\.id))
        pointIndex = Self.index(points.map(\.id))
        referralsByPoint = Dictionary(grouping: referrals, by: \.point)
        movementIndex = Self.index(movements.map(\.id))
        questionIndex = Self.index(questions.map(\.id))
        signIndex = Self.index(warningSigns.map(\.id))
        hypothesisIndex = Self.index(hypotheses.map(\.id))
        causeIndex = Self.index(causes.map(\.id))
        referenceIndex = Self.index(references.map(\.id))
        parameterIndex = Self.index(parameters.map(\.name))
    }

    private static func index<ID: Hashable>(_ ids: [ID]) -> [ID: Int] {
        Dictionary(zip(ids, ids.indices)) { first, _ in first }
    }
}
