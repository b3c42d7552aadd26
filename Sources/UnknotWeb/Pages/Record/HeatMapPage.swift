import Unknot
import UnknotJournal

/// The drawings of a period on one body: how often each place hurt.
struct HeatMapPage: Sendable {
    /// One view of the body.
    struct Panel: Sendable {
        let panelName: String
        let viewBox: String
        let silhouette: String
        let guides: [GuideDrawing]
        let fills: [FillDrawing]
        let corners: [SideCorner]
    }

    /// What a tone with its pattern means.
    struct Key: Sendable {
        let keyClass: String
        let keyPattern: String
        let keyName: String
    }

    /// One place in the list.
    struct Line: Sendable {
        let heatName: String
        let heatShare: String
    }

    let recordWays: [RecordWay]
    let ranges: [PickLink]
    let heatWords: String
    let hasHeat: Bool
    let heatPanels: [Panel]
    let keys: [Key]
    let heatLines: [Line]

    /// How many days are looked back; 0 for all.
    static let ranges = [30, 90, 365, 0]
    /// Tones from rarely to nearly always.
    static let steps = 5

    init(_ noted: [Noted], days: Int, kit: RecordKit) {
        let texts = kit.texts
        recordWays = RecordWay.all(here: "map", texts: texts)
        ranges = Self.ranges.map { range in
            PickLink(
                linkAddress: "/record/map?days=\(range)",
                linkName: texts(range == 0 ? "map_range_all" : "map_range", ["days": String(range)]),
                linkIsChosen: range == days)
        }
        let first = kit.today.advanced(by: 1 - days)
        let drawn = DrawingDays(noted.filter { days == 0 || ($0.day >= first && $0.day <= kit.today) })
        hasHeat = !drawn.days.isEmpty
        let period = texts(days == 0 ? "map_period_all" : "map_period", ["days": String(days)])
        heatWords =
            drawn.total == 0
            ? texts("map_no_drawings", ["period": period])
            : texts(
                drawn.days.isEmpty ? "map_no_marks" : drawn.total == 1 ? "map_one_day" : "map_words",
                ["period": period, "days": String(drawn.total)])
        let steps = drawn.days.mapValues { Self.step($0, of: drawn.total) }
        heatPanels = hasHeat ? [BodyRegion.View.back, .front].map { Self.panel($0, steps, kit) } : []
        keys = (1...Self.steps).filter(steps.values.contains).map { step in
            Key(
                keyClass: "fill heat-\(step)", keyPattern: "url(#heat-pattern-\(step))",
                keyName: Self.keyName(step, drawn, texts))
        }
        heatLines = drawn.days
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { place, count in
                Line(
                    heatName: kit.atlas.region(place.region) == nil
                        ? place.region.rawValue.escapable : kit.kit.engine.text.place(place).capitalizedFirst,
                    heatShare: texts("map_share", ["count": String(count), "days": String(drawn.total)]))
            }
    }

    /// What a step means: a share, or with few drawings the number of days itself.
    private static func keyName(_ step: Int, _ drawn: DrawingDays, _ texts: PageTexts) -> String {
        guard drawn.total <= steps,
            let count = drawn.days.values.first(where: { Self.step($0, of: drawn.total) == step })
        else { return texts("map_step_\(step)") }
        return texts("map_share", ["count": String(count), "days": String(drawn.total)])
    }

    /// 1 up to a fifth of the days, 5 above four fifths.
    static func step(_ count: Int, of total: Int) -> Int {
        min(max((count * steps + total - 1) / max(total, 1), 1), steps)
    }

    private static func panel(_ view: BodyRegion.View, _ steps: [BodyPlace: Int], _ kit: RecordKit) -> Panel {
        let panel = kit.kit.engine.figure.panel(view)
        return Panel(
            panelName: kit.texts("figure_\(view.rawValue)"), viewBox: panel.viewBox.description,
            silhouette: panel.silhouette, guides: panel.guides.map(GuideDrawing.init),
            fills: panel.regions.compactMap { shape in
                guard let step = steps[shape.place], kit.atlas.region(shape.place.region)?.view == view else {
                    return nil
                }
                return FillDrawing(shape, class: "heat-\(step)", pattern: "heat-pattern-\(step)", kit: kit.kit)
            },
            corners: SideCorner.both(of: panel, kit.kit))
    }
}

extension Page<HeatMapPage> {
    static func heatMap(_ noted: [Noted], days: Int, kit: RecordKit) -> Self {
        Page(
            template: "heatmap", title: kit.texts("map_over_time"), view: HeatMapPage(noted, days: days, kit: kit),
            modules: ["today.js"])
    }
}
