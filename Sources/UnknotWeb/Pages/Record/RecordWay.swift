/// A page of the record, for the line of links on top of each.
struct RecordWay: Sendable {
    let wayAddress: String
    let wayName: String
    let wayIsHere: Bool

    /// The pages by the keys of their names.
    private static let pages = [
        ("entries", "/record"), ("knots", "/record/knots"), ("map", "/record/map"),
        ("questionnaires", "/record/questionnaires"), ("people", "/record/people"),
        ("preferences", "/record/preferences"),
    ]

    /// All pages.
    ///
    /// - Parameter here: The key of the page that is shown.
    static func all(here: String, texts: PageTexts) -> [RecordWay] {
        pages.map { key, address in
            RecordWay(wayAddress: address, wayName: texts("record_way_\(key)"), wayIsHere: key == here)
        }
    }
}

/// A link among several of which one is chosen.
struct PickLink: Sendable {
    let linkAddress: String
    let linkName: String
    let linkIsChosen: Bool
}
