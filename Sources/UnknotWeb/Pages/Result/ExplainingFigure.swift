import Unknot

/// The body with every drawn place in the tone and pattern of the knot that explains most of it.
struct ExplainingFigure: Sendable {
    /// One view of the body.
    struct Panel: Sendable {
        let panelName: String
        let viewBox: String
        let silhouette: String
        let guides: [GuideDrawing]
        let fills: [FillDrawing]
        let muscles: [MuscleDrawing]
        let knots: [KnotMark]
        let corners: [SideCorner]
    }

    /// A spot of a candidate.
    struct KnotMark: Sendable {
        let knotNumber: Int
        let knotX: String
        let knotY: String
        let numberX: String
        let numberY: String
    }

    /// A line under the figure that says what a pattern means.
    struct LegendLine: Sendable {
        let swatch: Swatch
        let legendName: String
        let legendNote: String
    }

    let panels: [Panel]
    let legend: [LegendLine]
    /// The same in words.
    let description: String

    init(_ form: IntakeForm, answer: LocateAnswer, candidates: [Candidate], kit: PageKit) {
        let painting = Painting(form, answer: answer, candidates: candidates)
        let views = BodyRegion.View.allCases.reversed().filter { view in
            painting.fills.keys.contains { kit.engine.atlas.region($0.region)?.view == view }
        }
        panels = views.map { Self.panel($0, painting, kit) }
        legend = Self.legend(painting, candidates, kit)
        description = painting.order.map { place in
            kit.texts(
                "figure_place",
                [
                    "place": kit.engine.text.place(place).capitalizedFirst,
                    "cause": Self.cause(painting.fills[place], candidates, kit),
                ])
        }.joined(separator: " ")
    }

    private static func cause(_ fill: Painting.Tone?, _ candidates: [Candidate], _ kit: PageKit) -> String {
        switch fill {
        case .candidate(let rank): candidates[rank - 1].nameInText(kit)
        case .other: kit.texts("legend_other")
        case .unexplained, nil: kit.texts("legend_unexplained")
        }
    }

    private static func legend(_ painting: Painting, _ candidates: [Candidate], _ kit: PageKit) -> [LegendLine] {
        var lines = candidates.enumerated().compactMap { index, candidate -> LegendLine? in
            guard candidate.isKnot else { return nil }
            let count = painting.fills.values.count { $0 == .candidate(index + 1) }
            let key = count == 0 ? "legend_none" : count == 1 ? "legend_one" : "legend_some"
            return LegendLine(
                swatch: Swatch(rank: index + 1, isDrawn: true), legendName: candidate.name(kit).capitalizedFirst,
                legendNote: kit.texts(
                    key, ["count": String(count), "all": String(painting.fills.count)]))
        }
        for (tone, key) in [(Painting.Tone.other, "legend_other"), (.unexplained, "legend_unexplained")]
        where painting.fills.values.contains(tone) {
            lines.append(
                LegendLine(
                    swatch: Swatch(tone: tone), legendName: kit.texts(key).capitalizedFirst, legendNote: ""))
        }
        return lines
    }

    private static func panel(_ view: BodyRegion.View, _ painting: Painting, _ kit: PageKit) -> Panel {
        let whole = kit.engine.figure.panel(view)
        let homes = whole.regions.filter { shape in
            painting.fills[shape.place] != nil && kit.engine.atlas.region(shape.place.region)?.view == view
        }
        let box = painting.frame(around: homes, in: whole, kit)
        let panel = kit.engine.figure.part(of: view, box)
        return Panel(
            panelName: kit.texts("figure_\(view.rawValue)"),
            viewBox: box.description,
            silhouette: panel.silhouette,
            guides: panel.guides.map(GuideDrawing.init),
            fills: homes.compactMap { shape in
                painting.fills[shape.place].map {
                    FillDrawing(shape, class: $0.name, pattern: "pattern-\($0.name)", kit: kit)
                }
            },
            muscles: painting.muscles(in: view, kit),
            knots: painting.knots(in: view, kit),
            corners: SideCorner.both(of: panel, kit)
        )
    }
}

/// A small sample of a tone and pattern, with the number of the candidate where there is one.
struct Swatch: Sendable {
    let isDrawn: Bool
    let swatchClass: String
    let swatchPattern: String
    let swatchNumber: String

    /// - Parameters:
    ///   - rank: The place in the ranking.
    ///   - isDrawn: Whether the figure shows it.
    init(rank: Int, isDrawn: Bool) {
        self.init(Painting.Tone.candidate(rank), number: String(rank), isDrawn: isDrawn)
    }

    init(tone: Painting.Tone) {
        self.init(tone, number: "", isDrawn: true)
    }

    private init(_ tone: Painting.Tone, number: String, isDrawn: Bool) {
        self.isDrawn = isDrawn
        swatchClass = tone.name
        swatchPattern = "url(#pattern-\(tone.name))"
        swatchNumber = number
    }
}
