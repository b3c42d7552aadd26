import Unknot

/// "Where does it hurt?"
struct FirstPage: Sendable {
    /// One part of the body with its areas.
    struct ZoneGroup: Sendable {
        let zoneID: String
        let zoneName: String
        let isOpen: Bool
        let regions: [RegionRow]
    }

    /// One area.
    struct RegionRow: Sendable {
        let regionName: String
        let regionDescription: String
        let places: [PlaceBox]
    }

    /// One side of an area.
    struct PlaceBox: Sendable {
        let placeID: String
        let placeValue: String
        let placeName: String
        let sideName: String
        let isMarked: Bool
    }

    /// A way in which pain can feel.
    struct Kind: Sendable {
        let kindWord: String
        let kindName: String
    }

    let problem: ProblemNote?
    let map: MapView
    let zones: [ZoneGroup]
    let age: String
    let sexes: [Choice]
    let extents: [Choice]
    /// What was said of single places; the script reads and writes it.
    let feelings: [HiddenField]
    let levels: [Int]
    let kinds: [Kind]
    let carried: [HiddenField]

    init(_ form: IntakeForm, problem: IntakeProblem? = nil, kit: PageKit) {
        let texts = kit.texts
        self.problem = problem.map { ProblemNote($0, texts: texts) }
        map = MapView(form, kit: kit)
        zones = Self.order.map { Self.group($0, form, kit) }
        age = form.age.map(String.init) ?? ""
        sexes = Sex.allCases.map {
            Choice(
                name: IntakeForm.Field.sex, value: $0.rawValue, label: texts("sex_\($0.rawValue)"),
                isChosen: form.sex == $0)
        }
        extents = ["yes", "no"].map {
            Choice(
                name: IntakeForm.Field.complete, value: $0, label: texts("complete_\($0)"),
                isChosen: ($0 == "yes") == form.isComplete)
        }
        levels = Array(0...10)
        kinds = PainQuality.allCases.map { Kind(kindWord: $0.rawValue, kindName: texts("quality_\($0.rawValue)")) }
        let others = form.fields.filter { !IntakeForm.Field.first.contains($0.name) }
        feelings = others.filter(Self.isFeeling).map(HiddenField.init)
        carried = others.filter { !Self.isFeeling($0) }.map(HiddenField.init)
    }

    /// Where backs hurt most often comes first and stands open.
    private static let open: [BodyRegion.Zone] = [.lowBack, .pelvis, .neck, .shoulder, .upperBack, .midBack]
    private static let order = open + [.leg, .arm, .head, .chest, .abdomen]

    private static func isFeeling(_ field: FormFields.Field) -> Bool {
        field.name.hasPrefix(IntakeForm.Field.intensityOf) || field.name.hasPrefix(IntakeForm.Field.qualityOf)
    }

    private static func group(_ zone: BodyRegion.Zone, _ form: IntakeForm, _ kit: PageKit) -> ZoneGroup {
        let regions = kit.engine.atlas.regions.filter { $0.zone == zone }
        let isMarked = regions.contains { $0.places.contains { form.places.contains($0) } }
        return ZoneGroup(
            zoneID: zone.rawValue,
            zoneName: kit.texts("zone_\(zone.rawValue)"),
            isOpen: open.contains(zone) || isMarked,
            regions: regions.map { row($0, form, kit) }
        )
    }

    private static func row(_ region: BodyRegion, _ form: IntakeForm, _ kit: PageKit) -> RegionRow {
        RegionRow(
            regionName: region.plainName.capitalizedFirst,
            regionDescription: region.description,
            places: region.places.map { place in
                PlaceBox(
                    placeID: "place-\(MapStyle.name(of: place))",
                    placeValue: IntakeForm.name(of: place),
                    placeName: kit.engine.text.place(place),
                    sideName: kit.texts("side_\(place.side.rawValue)"),
                    isMarked: form.places.contains(place)
                )
            }
        )
    }
}

extension Page<FirstPage> {
    /// The first page with what was already said.
    static func first(_ form: IntakeForm, problem: IntakeProblem? = nil, kit: PageKit) -> Self {
        Page(
            template: "first", title: kit.texts("first_title"),
            view: FirstPage(form, problem: problem, kit: kit), modules: ["map.js"], hasParts: false)
    }
}
