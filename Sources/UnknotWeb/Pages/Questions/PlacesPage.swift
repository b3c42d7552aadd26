import Unknot

/// How bad it is in each marked place, and how it feels: offered once when the drawing says nothing of it.
struct PlacesPage: Sendable {
    /// One marked place.
    struct PlaceRow: Sendable {
        let placeName: String
        let scale: [Choice]
        let qualities: [Choice]
        let isDescribed: Bool
    }

    let frame: InterviewFrame
    let rows: [PlaceRow]

    init(_ form: IntakeForm, atMost: Int, kit: PageKit) {
        frame = InterviewFrame(
            form, screen: .places, atMost: atMost, hasResult: false, hiding: Self.isShown, kit: kit)
        rows = form.places.map { place in
            let feeling = form.feelings[place]
            let key = IntakeForm.key(of: place)
            return PlaceRow(
                placeName: kit.engine.text.place(place).capitalizedFirst,
                scale: Choice.scale(name: IntakeForm.Field.intensityOf + key, chosen: feeling?.intensity),
                qualities: PainQuality.allCases.map { quality in
                    Choice(
                        name: IntakeForm.Field.qualityOf + key, value: quality.rawValue,
                        label: kit.texts("quality_\(quality.rawValue)"),
                        isChosen: feeling?.quality.contains(quality) ?? false)
                },
                isDescribed: feeling?.quality.isEmpty == false
            )
        }
    }

    private static func isShown(_ name: String) -> Bool {
        name.hasPrefix(IntakeForm.Field.intensityOf) || name.hasPrefix(IntakeForm.Field.qualityOf)
    }
}

extension Page<PlacesPage> {
    static func places(_ form: IntakeForm, atMost: Int, kit: PageKit) -> Self {
        Page(
            template: "places", title: kit.texts("places_heading"), view: PlacesPage(form, atMost: atMost, kit: kit))
    }
}
