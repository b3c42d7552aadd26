import Unknot

/// Rules that fill a place on the figure as soon as its box is ticked: no script is needed for that.
enum MapStyle {
    /// The rules for every place of an atlas.
    static func sheet(_ atlas: Atlas) -> String {
        let rules = atlas.regions.flatMap(\.places).map { place in
            let shape = "[data-place=\"\(place.region.rawValue) \(place.side.rawValue)\"]"
            return "form:has(#place-\(name(of: place)):checked) \(shape)"
        }
        let fill = rules.joined(separator: ",\n") + " { fill: url(#hatch); stroke: var(--pain-edge); }"
        // Hundreds of such rules take time, and with scripts nothing needs them.
        return "@media (scripting: none) {\n\(fill)\n}\n"
    }

    /// The name of a place in the page and in the style sheet.
    static func name(of place: BodyPlace) -> String {
        "\(place.region.rawValue)-\(place.side.rawValue)"
    }
}
