public import UnknotAtlas
public import UnknotRecord

/// Lets through what is safe for one person: the only source of ``SafeTreatment``.
///
/// There is one only for somebody whose warning signs were answered and call for nobody.
public struct CareGate: Sendable {
    /// The proof that the warning signs were weighed.
    public let clearance: Clearance
    /// What holds of the health check.
    public let checks: [HealthCheck]
    private let atlas: Atlas

    init(_ atlas: Atlas, clearance: Clearance, checks: [HealthCheck]) {
        self.atlas = atlas
        self.clearance = clearance
        self.checks = checks
    }

    /// What is safe at a knot and what was taken out, in the order of the tables.
    public func treatments(
        at id: PointID,
        _ side: BodySide
    ) -> (safe: [SafeTreatment], refused: [RefusedTreatment]) {
        guard let point = atlas.point(id), let group = atlas.care.group(of: id) else { return ([], []) }
        var safe: [SafeTreatment] = []
        var refused: [RefusedTreatment] = []
        let knot = Knot(point: point, side: side, group: group)
        let uses = atlas.care.uses(at: point).map { (Optional($0.use), $0.technique) }
        let named = Set(uses.map(\.1.id))
        let general = atlas.care.generalTechniques(at: point).filter { !named.contains($0.id) }.map {
            (GroupTechnique?.none, $0)
        }
        for (use, technique) in uses + general {
            let places = atlas.care.forbiddenPlaces(technique, at: point, on: side)
            let against = holding(technique, use, knot)
            if places.isEmpty && !against.contains(where: { $0.severity == .block }) {
                safe.append(treatment(technique, use, knot, cautions: against))
            }
            refused += places.map {
                RefusedTreatment(technique: technique.id, reason: .place($0.id), isOnlyPutLast: false)
            }
            refused += against.map { check in
                RefusedTreatment(
                    technique: technique.id, reason: .health(check.check.id),
                    isOnlyPutLast: check.severity == .caution)
            }
        }
        return (safe, refused)
    }

    private struct Knot {
        let point: TriggerPoint
        let side: BodySide
        let group: MuscleGroup
    }

    /// A health check that speaks against something, and how strongly.
    private struct Objection {
        let check: HealthCheck
        let severity: HealthCheck.Severity
    }

    /// What of the health check speaks against a technique at a knot.
    private func holding(_ technique: Technique, _ use: GroupTechnique?, _ knot: Knot) -> [Objection] {
        checks.compactMap { check in
            if use?.notWith.contains(check.id) == true { return Objection(check: check, severity: .block) }
            guard check.techniques.contains(technique.id), reaches(check, technique, knot) else { return nil }
            return Objection(check: check, severity: check.severity)
        }
    }

    /// Whether a health check holds where a technique works or moves.
    private func reaches(_ check: HealthCheck, _ technique: Technique, _ knot: Knot) -> Bool {
        check.scopes.contains { id in
            guard let scope = atlas.care.place(id, for: .scope), !scope.isEverywhere else { return true }
            return touchedRegions(technique, knot).contains { region, side in
                side.map { scope.contains(region, on: $0) }
                    ?? BodySide.allCases.contains { scope.contains(region, on: $0) }
            }
        }
    }

    /// The regions on which a technique works, and those that it moves to their end; no side means both.
    private func touchedRegions(_ technique: Technique, _ knot: Knot) -> [(RegionID, BodySide?)] {
        var regions: [(RegionID, BodySide?)] = [(knot.point.surfaceRegion, knot.side)]
        let areas = technique.areas.compactMap { atlas.care.place($0, for: .area) }
        switch technique.cover {
        case .spot: break
        case .area:
            for area in areas where area.regions.keys.contains(knot.point.surfaceRegion) {
                regions += area.regions.keys.map { ($0, knot.side) }
            }
        case .allAreas: regions += areas.flatMap { $0.regions.keys }.map { ($0, nil) }
        }
        if technique.movesToTheEnd {
            for moves in knot.group.moves.compactMap({ atlas.care.place($0, for: .moves) }) {
                regions += moves.regions.keys.map { ($0, knot.side) }
            }
        }
        return regions
    }

    private func treatment(
        _ technique: Technique,
        _ use: GroupTechnique?,
        _ knot: Knot,
        cautions: [Objection]
    ) -> SafeTreatment {
        let here = checks.filter { reaches($0, technique, knot) && ($0.pressureCeiling != nil || $0.doseFactor < 1) }
        let changing = technique.touch.isByHand ? here : []
        let named = cautions.map(\.check)
        let place = atlas.care.pressureCeiling(at: knot.point, on: knot.side)
        // What is used although something warns of it stays at the lightest.
        let ceilings = changing.compactMap(\.pressureCeiling) + [place].compactMap(\.self) + named.map { _ in 2 }
        return SafeTreatment(
            technique: technique,
            point: knot.point,
            side: knot.side,
            group: knot.group,
            use: use,
            pressure: technique.pressure.map { range in
                let most = min(range.upperBound, ceilings.min() ?? 10)
                return min(range.lowerBound, most)...most
            },
            doseFactor: (changing + named).map(\.doseFactor).min() ?? 1,
            stretch: stretch(knot),
            changedBy: checks.filter { check in (changing + named).contains { $0.id == check.id } },
            isLastResort: !cautions.isEmpty
        )
    }

    /// The stretch of a group, unless something forbids it or stretching as such there.
    private func stretch(_ knot: Knot) -> MuscleGroup.Stretch? {
        guard let stretch = knot.group.stretch, let technique = atlas.care.technique(Self.stretching) else {
            return nil
        }
        let isForbidden = checks.contains { check in
            stretch.notWith.contains(check.id)
                || check.techniques.contains(Self.stretching) && reaches(check, technique, knot)
        }
        return isForbidden ? nil : stretch
    }

    private static let stretching: TechniqueID = "stretch_hold"
}

extension Technique {
    /// Whether it takes the muscle to the end of its length.
    fileprivate var movesToTheEnd: Bool {
        kind == .stretch || kind == .contractRelax || kind == .sequence
            || ["hook_press_then_stretch", "pin_and_move", "ice_stroke_stretch"].contains(id.rawValue)
    }
}
