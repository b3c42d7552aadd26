public import UnknotRecord

/// What is known about caring for knots: techniques, how they are used where, and what forbids them.
public struct CareKnowledge: Sendable {
    /// Techniques, direct work first.
    public let techniques: [Technique]
    /// Points that are worked on alike.
    public let groups: [MuscleGroup]
    /// How techniques are used on groups, preferred ones first.
    public let uses: [GroupTechnique]
    /// What blocks or changes techniques, gravest first.
    public let healthChecks: [HealthCheck]
    /// Parts of the body that these tables name.
    public let places: [CarePlace]
    /// What studies found.
    public let effects: [TreatmentEffect]
    /// The planner's numbers.
    public let parameters: [ModelParameter]
    /// Drawings of the techniques.
    public let drawings: TechniqueDrawings

    private let techniqueIndex: [TechniqueID: Int]
    private let groupOfPoint: [PointID: Int]
    private let usesOfGroup: [MuscleGroupID: [GroupTechnique]]
    private let healthIndex: [HealthID: Int]
    private let placeIndex: [CarePlace.Use: [CarePlaceID: CarePlace]]
    private let anyMuscle: [Technique]
    private let avoidedAround: [RegionID: [CarePlace]]
    private let ceilingsAround: [RegionID: [CarePlace]]

    init(
        techniques: [Technique],
        groups: [MuscleGroup],
        uses: [GroupTechnique],
        healthChecks: [HealthCheck],
        places: [CarePlace],
        effects: [TreatmentEffect],
        parameters: [ModelParameter],
        drawings: TechniqueDrawings
    ) {
        self.drawings = drawings
        self.techniques = techniques
        self.groups = groups
        self.uses = uses
        self.healthChecks = healthChecks
        self.places = places
        self.effects = effects
        self.parameters = parameters
        techniqueIndex = Dictionary(zip(techniques.map(\.id), techniques.indices)) { first, _ in first }
        groupOfPoint = Dictionary(
            groups.indices.flatMap { index in groups[index].points.map { ($0, index) } }
        ) { first, _ in first }
        usesOfGroup = Dictionary(grouping: uses, by: \.group)
        healthIndex = Dictionary(zip(healthChecks.map(\.id), healthChecks.indices)) { first, _ in first }
        placeIndex = Dictionary(grouping: places, by: \.use).mapValues { places in
            Dictionary(places.map { ($0.id, $0) }) { first, _ in first }
        }
        anyMuscle = techniques.filter(\.isForAnyMuscle)
        avoidedAround = Self.byRegion(places.filter { $0.use == .avoid })
        ceilingsAround = Self.byRegion(places.filter { $0.use == .ceiling })
    }

    private static func byRegion(_ places: [CarePlace]) -> [RegionID: [CarePlace]] {
        var byRegion: [RegionID: [CarePlace]] = [:]
        for place in places {
            for region in place.regions.keys { byRegion[region, default: []].append(place) }
        }
        return byRegion
    }

    /// The technique with an id.
    public func technique(_ id: TechniqueID) -> Technique? { techniqueIndex[id].map { techniques[$0] } }
    /// The health check with an id.
    public func healthCheck(_ id: HealthID) -> HealthCheck? { healthIndex[id].map { healthChecks[$0] } }
    /// The place with an id, for one use.
    public func place(_ id: CarePlaceID, for use: CarePlace.Use) -> CarePlace? { placeIndex[use]?[id] }
    /// The group of a point.
    public func group(of point: PointID) -> MuscleGroup? { groupOfPoint[point].map { groups[$0] } }
    /// The planner's number with a name.
    public func parameter(_ name: String) -> ModelParameter? { parameters.first { $0.name == name } }

    /// How techniques are used at a point, with the technique.
    public func uses(at point: TriggerPoint) -> [(use: GroupTechnique, technique: Technique)] {
        guard let group = group(of: point.id) else { return [] }
        return (usesOfGroup[group.id] ?? []).compactMap { use in
            guard let technique = technique(use.technique), use.points.isEmpty || use.points.contains(point.id),
                technique.reaches(point)
            else { return nil }
            return (use, technique)
        }
    }

    /// Techniques that need no word for each muscle and whose areas hold a point.
    public func generalTechniques(at point: TriggerPoint) -> [Technique] {
        anyMuscle.filter { technique in
            technique.reaches(point)
                && technique.areas.contains { area in
                    guard let place = place(area, for: .area) else { return false }
                    return place.isEverywhere || place.regions.keys.contains(point.surfaceRegion)
                }
        }
    }

    /// The places in which nobody works as a technique does, for a point on a side: those that it avoids, and those
    /// that nobody touches or presses at all.
    public func forbiddenPlaces(_ technique: Technique, at point: TriggerPoint, on side: BodySide) -> [CarePlace] {
        (avoidedAround[point.surfaceRegion] ?? []).filter { place in
            guard place.contains(point, on: side) else { return false }
            if technique.avoids.contains(place.id) && technique.touch != .none { return true }
            switch place.never {
            case .touched?: return technique.touch.isByHand || technique.touch == .current
            case .pressed?: return technique.touch == .press || technique.touch == .current
            case nil: return false
            }
        }
    }

    /// The most that anything may be pressed at a point, 0 to 10.
    public func pressureCeiling(at point: TriggerPoint, on side: BodySide) -> Int? {
        (ceilingsAround[point.surfaceRegion] ?? []).filter { $0.contains(point, on: side) }
            .compactMap(\.pressureCeiling).min()
    }

    /// The areas of techniques that hold a region; those that are everywhere are not among them.
    public func areas(holding region: RegionID) -> [CarePlace] {
        places.filter { $0.use == .area && $0.regions.keys.contains(region) }
    }

    /// What studies found about a technique.
    public func effects(of technique: TechniqueID) -> [TreatmentEffect] {
        effects.filter { $0.techniques.contains(technique) }
    }
}
