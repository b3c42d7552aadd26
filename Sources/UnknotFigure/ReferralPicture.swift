public import UnknotAtlas
public import UnknotRecord

/// What a picture of one trigger point shows: its place, its muscle, and the regions to which it sends pain.
public struct ReferralPicture: Sendable {
    /// The point.
    public let point: PointID
    /// Its side.
    public let side: BodySide
    /// The views that are needed, the one with the point first.
    public let panels: [FigurePanel]
    /// Where the point lies.
    public let spot: PointSpot
    let zones: [BodyPlace: Referral.Zone]
    private let muscles: [BodyRegion.View: MuscleShape]

    /// How constant the pain in a place is; `nil` where the point sends none.
    public func zone(of place: BodyPlace) -> Referral.Zone? { zones[place] }

    /// The muscle of the point in one view.
    public func muscle(in view: BodyRegion.View) -> MuscleShape? { muscles[view] }

    /// The regions of a view that have pain of one kind.
    public func regions(_ zone: Referral.Zone, in panel: FigurePanel) -> [RegionShape] {
        panel.regions.filter { zones[$0.place] == zone }
    }

    fileprivate init?(_ point: TriggerPoint, _ side: BodySide, atlas: Atlas, painter: FigurePainter) {
        guard let spot = painter.spot(of: point.id, side) else { return nil }
        var zones: [BodyPlace: Referral.Zone] = [:]
        for referral in atlas.referrals(of: point.id) {
            for place in referral.places(for: side) where zones[place] != .essential {
                zones[place] = referral.zone
            }
        }
        let homes = Set(zones.keys.compactMap { atlas.region($0.region)?.view })
        let views = [spot.view] + BodyRegion.View.allCases.filter { $0 != spot.view && homes.contains($0) }
        self.point = point.id
        self.side = side
        self.spot = spot
        self.zones = zones
        panels = views.map(painter.panel)
        muscles = Dictionary(
            uniqueKeysWithValues: views.compactMap { view in
                painter.muscle(point.muscle, side, in: view).map { (view, $0) }
            })
    }
}

extension FigurePainter {
    /// The picture of a trigger point; `nil` when the atlas does not know it.
    public func referral(of point: PointID, _ side: BodySide, atlas: Atlas) -> ReferralPicture? {
        atlas.point(point).flatMap { ReferralPicture($0, side, atlas: atlas, painter: self) }
    }
}
