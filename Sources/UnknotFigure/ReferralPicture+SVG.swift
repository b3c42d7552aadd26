public import UnknotAtlas
import UnknotRecord

extension ReferralPicture {
    /// A whole SVG document: title, the views side by side, and a legend. It needs nothing else and follows the
    /// reader's light or dark scheme.
    public func svg(_ atlas: Atlas) -> String {
        let words = atlas.phrases
        let point = atlas.point(point)
        let muscle = point.flatMap { atlas.muscle($0.muscle) }
        let side = words("side_\(side.rawValue)")
        let title = words("picture_title", ["muscle": Self.capitalized(muscle?.plainName ?? ""), "side": side])
        let name = words(
            "picture_point_name", ["muscle": muscle?.name ?? "", "point": point?.name ?? self.point.rawValue])
        let sheet = Sheet(panels: panels, title: title, name: name)
        var svg = SVGElement(
            "svg",
            [
                ("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", sheet.box.description), ("role", "img"),
                ("aria-labelledby", "title text"),
            ])
        svg.add(SVGElement("title", [("id", "title")], text: title))
        svg.add(SVGElement("desc", [("id", "text")], text: description(atlas)))
        svg.add(SVGElement("style", text: Self.style))
        svg.add(Self.patterns)
        svg.add(SVGElement("rect", [("class", "paper")] + sheet.box.attributes))
        svg.add(heading(sheet.title, "title", y: Sheet.margin + Sheet.titleSize, size: Sheet.titleSize))
        svg.add(heading(sheet.name, "name", y: sheet.nameY, size: Sheet.nameSize))
        for (panel, x) in zip(panels, sheet.middles) {
            svg.add(drawing(panel, x: x, y: sheet.bodyY, words))
        }
        svg.add(legend(y: sheet.legendY, words))
        return svg.document()
    }

    private static func capitalized(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }

    /// What the picture shows, in words.
    private func description(_ atlas: Atlas) -> String {
        let words = atlas.phrases
        return [Referral.Zone.essential, .spillover].compactMap { zone -> String? in
            let places = zones.filter { $0.value == zone }.map(\.key).sorted()
            guard !places.isEmpty else { return nil }
            let names = places.map { place in
                let name = atlas.region(place.region)?.plainName ?? place.region.rawValue
                guard let side = place.side.bodySide else { return name }
                return words("place_sided", ["side": words("side_\(side.rawValue)"), "region": name])
            }
            return words("picture_\(zone.rawValue)") + ": " + names.joined(separator: "; ") + "."
        }.joined(separator: " ")
    }

    private func heading(_ lines: [String], _ kind: String, y: Double, size: Double) -> SVGElement {
        let x = PathText.number(Sheet.margin)
        let spans = lines.enumerated().map { row, line in
            SVGElement(
                "tspan", [("x", x), ("dy", row == 0 ? "0" : PathText.number(size * Sheet.lineHeight))], text: line)
        }
        return SVGElement(
            "text", [("class", kind), ("font-size", PathText.number(size)), ("x", x), ("y", PathText.number(y))],
            spans)
    }

    private func drawing(_ panel: FigurePanel, x: Double, y: Double, _ words: Phrasebook) -> SVGElement {
        var group = SVGElement("g", [("transform", "translate(\(PathText.number(x)) \(PathText.number(y)))")])
        group.add(path("skin", panel.silhouette))
        if let muscle = muscle(in: panel.view) {
            group.add(path("muscle", muscle.outline))
            for fibre in muscle.fibres { group.add(path("fibre", fibre)) }
        }
        for zone in [Referral.Zone.spillover, .essential] {
            for region in regions(zone, in: panel) {
                group.add(path("\(zone.rawValue)-tone", region.path))
                group.add(path("\(zone.rawValue)-pattern", region.path))
            }
        }
        for guide in panel.guides { group.add(path(guide.kind.rawValue, guide.path)) }
        if panel.view == spot.view {
            let place = [("cx", PathText.number(spot.x)), ("cy", PathText.number(spot.y))]
            group.add(SVGElement("circle", [("class", "ring"), ("r", "11")] + place))
            group.add(SVGElement("circle", [("class", "knot"), ("r", "5")] + place))
        }
        let below = PathText.number(panel.viewBox.y + panel.viewBox.height + 22)
        group.add(
            SVGElement(
                "text", [("class", "label"), ("text-anchor", "middle"), ("x", "0"), ("y", below)],
                text: words("picture_view_\(panel.view.rawValue)")))
        for side in BodySide.allCases {
            let isOnTheLeft = panel.isOnTheLeft(side)
            group.add(
                SVGElement(
                    "text",
                    [
                        ("class", "label"), ("text-anchor", "middle"), ("x", isOnTheLeft ? "-135" : "135"),
                        ("y", "80"),
                    ],
                    text: words("picture_side_\(side.rawValue)")))
        }
        return group
    }

    private func legend(y: Double, _ words: Phrasebook) -> SVGElement {
        var group = SVGElement("g", [("transform", "translate(40 \(PathText.number(y)))")])
        for (row, key) in ["essential", "spillover"].enumerated() {
            let box = [("x", "0"), ("y", String(row * 44)), ("width", "44"), ("height", "28"), ("rx", "4")]
            group.add(SVGElement("rect", [("class", "\(key)-tone")] + box))
            group.add(SVGElement("rect", [("class", "\(key)-pattern")] + box))
            group.add(
                SVGElement(
                    "text", [("class", "label"), ("x", "58"), ("y", String(row * 44 + 21))],
                    text: words("picture_\(key)")))
        }
        group.add(SVGElement("circle", [("class", "ring"), ("cx", "22"), ("cy", "102"), ("r", "11")]))
        group.add(SVGElement("circle", [("class", "knot"), ("cx", "22"), ("cy", "102"), ("r", "5")]))
        group.add(
            SVGElement("text", [("class", "label"), ("x", "58"), ("y", "109")], text: words("picture_point")))
        return group
    }

    private func path(_ kind: String, _ data: String) -> SVGElement {
        SVGElement("path", [("class", kind), ("d", data)])
    }

    /// Hatching for what is nearly always felt, dots for what is sometimes felt: colour alone would not do.
    private static let patterns = SVGElement(
        "defs", [],
        [
            SVGElement(
                "pattern",
                [
                    ("id", "hatch"), ("width", "6"), ("height", "6"), ("patternUnits", "userSpaceOnUse"),
                    ("patternTransform", "rotate(45)"),
                ],
                [SVGElement("path", [("class", "hatch"), ("d", "M0 0V6")])]),
            SVGElement(
                "pattern",
                [("id", "dots"), ("width", "7"), ("height", "7"), ("patternUnits", "userSpaceOnUse")],
                [SVGElement("circle", [("class", "dot"), ("cx", "3.5"), ("cy", "3.5"), ("r", "1.3")])]),
        ])

    private static let style = """
        svg { color-scheme: light dark; --paper: #fbf8f2; --ink: #22201c; --soft: #6b6459; --skin: #f1e7d8; \
        --edge: #8d8069; --strong: #d9603b; --mark: #7d1f14; --pale: #f6c9a8; --dot: #a5452a; --muscle: #c98f7c; }
        @media (prefers-color-scheme: dark) { svg { --paper: #16181a; --ink: #f1ece3; --soft: #b5ac9d; \
        --skin: #2c2a27; --edge: #8c8271; --strong: #c9532f; --mark: #ffd9c2; --pale: #6b3a28; --dot: #f2a98a; \
        --muscle: #8a5546; } }
        text { font-family: system-ui, sans-serif; fill: var(--ink); }
        .title { font-weight: 600; }
        .name { font-style: italic; fill: var(--soft); }
        .label { font-size: 20px; fill: var(--soft); }
        .paper { fill: var(--paper); }
        .skin { fill: var(--skin); stroke: var(--edge); stroke-width: 1.6; stroke-linejoin: round; }
        .bone, .contour { fill: none; stroke: var(--edge); stroke-width: 1.1; stroke-linecap: round; }
        .bone { stroke-dasharray: 3 3; }
        .muscle { fill: var(--muscle); fill-opacity: 0.35; }
        .fibre { fill: none; stroke: var(--muscle); stroke-width: 0.9; }
        .essential-tone { fill: var(--strong); fill-opacity: 0.8; }
        .essential-pattern { fill: url(#hatch); stroke: var(--mark); stroke-width: 1; }
        .spillover-tone { fill: var(--pale); fill-opacity: 0.8; }
        .spillover-pattern { fill: url(#dots); stroke: var(--dot); stroke-width: 0.8; stroke-dasharray: 2 2; }
        .hatch { stroke: var(--mark); stroke-width: 1.4; }
        .dot { fill: var(--dot); }
        .ring { fill: var(--paper); stroke: var(--ink); stroke-width: 2; }
        .knot { fill: var(--ink); }
        """
}

/// Where things stand on the picture of a point.
private struct Sheet {
    static let margin = 40.0
    static let titleSize = 28.0
    static let nameSize = 20.0
    static let lineHeight = 1.25
    private static let panelWidth = 440.0

    /// The whole sheet.
    let box: FigureBox
    /// The headings, broken into lines that fit: SVG does not break lines by itself.
    let title: [String]
    let name: [String]
    let nameY: Double
    /// The top of the head.
    let bodyY: Double
    /// The middle line of each body.
    let middles: [Double]
    /// The top of the legend.
    let legendY: Double

    init(panels: [FigurePanel], title: String, name: String) {
        // One body alone still leaves room for the headings.
        let width = max(2, Double(panels.count)) * Self.panelWidth
        self.title = Self.lines(of: title, size: Self.titleSize, width: width)
        self.name = Self.lines(of: name, size: Self.nameSize, width: width)
        nameY = Self.margin + Double(self.title.count) * Self.titleSize * Self.lineHeight + Self.nameSize
        bodyY = nameY + Double(self.name.count) * Self.nameSize * Self.lineHeight + 20
        let height = panels.map { $0.viewBox.y + $0.viewBox.height }.max() ?? 0
        legendY = bodyY + height + 60
        box = FigureBox(x: 0, y: 0, width: width, height: legendY + 150)
        let step = width / Double(panels.count)
        middles = panels.indices.map { (Double($0) + 0.5) * step }
    }

    private static func lines(of text: String, size: Double, width: Double) -> [String] {
        // Letters of the usual fonts are a little more than half as wide as they are high.
        let most = Int((width - 2 * margin) / (size * 0.6))
        return text.split(separator: " ").reduce(into: [""]) { lines, word in
            let longer = lines[lines.count - 1] + (lines[lines.count - 1].isEmpty ? "" : " ") + word
            if longer.count <= most || lines[lines.count - 1].isEmpty {
                lines[lines.count - 1] = longer
            } else {
                lines.append(String(word))
            }
        }
    }
}

extension FigureBox {
    fileprivate var attributes: [(String, String)] {
        [
            ("x", PathText.number(x)), ("y", PathText.number(y)), ("width", PathText.number(width)),
            ("height", PathText.number(height)),
        ]
    }
}
