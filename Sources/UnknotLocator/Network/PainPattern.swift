import UnknotAtlas
package import UnknotRecord

/// Where a source of pain is felt, with imprecise drawing blended in.
package struct PainPattern: Sendable {
    /// Strength for each place where the source hurts.
    package let felt: [BodyPlace: LinkStrength]
    /// Strength for each place as it is drawn, none below the smallest link.
    let strengths: [BodyPlace: LinkStrength]

    /// The strengths in the order of their places: sums and products over them must not depend on hashing.
    var ordered: [(key: BodyPlace, value: LinkStrength)] {
        strengths.sorted { $0.key < $1.key }
    }

    /// The pattern of a trigger point on one side.
    init(of point: TriggerPoint, on side: BodySide, atlas: Atlas, _ parameters: LocatorParameters) {
        var direct: [BodyPlace: LinkStrength] = [:]
        for referral in atlas.referrals(of: point.id) {
            let strength = referral.zone == .essential ? parameters.essential : parameters.spillover
            for place in referral.places(for: side) { direct[place] = strength }
        }
        // Published patterns often leave out the point's own spot.
        if let surface = atlas.region(point.surfaceRegion) {
            let place = BodyPlace(surface.id, surface.laterality == .midline ? .midline : RegionSide(side))
            if direct[place] == nil { direct[place] = parameters.ownSpot }
            // Local pain does not keep to one area of the map.
            for neighbour in atlas.neighbours(of: place) where direct[neighbour] == nil {
                direct[neighbour] = parameters.aroundSpot
            }
        }
        self.init(direct: direct, atlas: atlas, parameters)
    }

    /// The pattern of a muscle in which each point is active with some chance.
    init(ofSeveral patterns: [PainPattern], each chance: Double) {
        func join(_ part: (PainPattern) -> [BodyPlace: LinkStrength]) -> [BodyPlace: LinkStrength] {
            patterns.map(part).reduce(into: [:]) { joined, strengths in
                for (place, strength) in strengths {
                    joined[place] = joined[place, default: .none].or(strength.scaled(by: chance))
                }
            }
        }
        felt = join(\.felt)
        strengths = join(\.strengths)
    }

    /// The pattern of another source, on one side if it has one.
    init(of hypothesis: Hypothesis, on side: BodySide?, atlas: Atlas, _ parameters: LocatorParameters) {
        var direct: [BodyPlace: LinkStrength] = [:]
        for link in atlas.hypothesisRegions where link.hypothesis == hypothesis.id {
            let strength = LinkStrength(any: link.strength, main: link.strength * parameters.sourceMainShare)
            let places: [BodyPlace] =
                switch (link.side, side) {
                case (.midline, _): [BodyPlace(link.region, .midline)]
                case (.same, .some(let side)): [BodyPlace(link.region, RegionSide(side))]
                case (.opposite, .some(let side)): [BodyPlace(link.region, RegionSide(side.opposite))]
                case (_, _): [BodyPlace(link.region, .left), BodyPlace(link.region, .right)]
                }
            for place in places { direct[place] = strength }
        }
        self.init(direct: direct, atlas: atlas, parameters)
    }

    /// Moves a share of every strength to the neighbours of its place: people draw one region off.
    private init(direct: [BodyPlace: LinkStrength], atlas: Atlas, _ parameters: LocatorParameters) {
        var blended: [BodyPlace: LinkStrength] = [:]
        for (place, strength) in direct.sorted(by: { $0.key < $1.key }) {
            let neighbours = atlas.neighbours(of: place)
            let kept = neighbours.isEmpty ? 1 : 1 - parameters.drawingShift
            blended[place, default: .none] = blended[place, default: .none].or(strength.scaled(by: kept))
            let moved = strength.scaled(by: parameters.drawingShift / Double(max(neighbours.count, 1)))
            for neighbour in neighbours {
                blended[neighbour, default: .none] = blended[neighbour, default: .none].or(moved)
            }
        }
        felt = direct
        strengths = blended.filter { $0.value.any >= parameters.smallestLink }
    }
}
