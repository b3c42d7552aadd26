import Unknot
import UnknotJournal

/// The history of one knot: found, pressed, released, come back.
struct KnotCard: Sendable {
    /// One thing that happened, for the table.
    struct Line: Sendable {
        let lineWhen: String
        let lineWhat: String
    }

    let knotID: String
    let knotName: String
    let knotPlace: String?
    let knotAddress: String?
    let facts: [String]
    let knotChart: KnotChart?
    /// The latest events; the record has them all.
    let lines: [Line]
    let linesTitle: String
    let pressForm: EntryFormView?

    /// How many events a card lists.
    private static let mostLines = 40

    /// The name of a card on its page.
    static func anchor(_ point: PointID, _ side: BodySide) -> String {
        "knot-\(point.rawValue)-\(side.rawValue)"
    }

    /// - Parameter entry: The name for a press that is written down here; nil for those who may only read.
    init(_ history: KnotHistory, drawnDays: Int, entry: EntryID?, kit: RecordKit) {
        let words = KnotWords(kit)
        knotID = Self.anchor(history.point, history.side)
        knotName = kit.name(of: history.point, history.side)
        knotPlace = kit.place(of: history.point, history.side)
        knotAddress = kit.atlas.point(history.point).map { "/atlas/points/\($0.id)" }
        facts = words.facts(history, drawnDays: drawnDays)
        knotChart = KnotChart(history, kit: kit)
        lines = history.events.suffix(Self.mostLines).reversed().map { words.line($0, of: history) }
        linesTitle = kit.texts(
            lines.count == history.events.count ? "knot_lines" : "knot_lines_latest",
            ["count": String(lines.count), "all": String(history.events.count)])
        let id = "press-\(knotID)"
        pressForm = entry.map { entry in
            EntryFormView(
                .press, id: id, back: .knots, entry: entry.description,
                fixed: [
                    EntryForm.Field.point: history.point.rawValue, EntryForm.Field.side: history.side.rawValue,
                ],
                when: WhenView(
                    id: id, TypedTime(), latest: kit.today.description, isOpen: false, hint: kit.texts("when_hint")),
                kit: kit)
        }
    }
}

/// Puts the history of a knot into words.
struct KnotWords {
    private let kit: RecordKit
    private var texts: PageTexts { kit.texts }

    init(_ kit: RecordKit) {
        self.kit = kit
    }

    /// What can be said in a few lines.
    func facts(_ history: KnotHistory, drawnDays: Int) -> [String] {
        var facts = [texts("knot_found", ["day": kit.dates.medium(history.found)])]
        if let last = history.lastTenderness {
            facts.append(
                texts(
                    history.isQuiet == true ? "knot_last_quiet" : "knot_last",
                    ["value": kit.number(last.value), "day": kit.dates.medium(last.day)]))
        }
        if history.releases > 0 {
            facts.append(
                texts(
                    history.releases == 1 ? "knot_released_once" : "knot_released",
                    [
                        "count": String(history.releases),
                        "minutes": kit.number((history.secondsReleased / 60).rounded(.up)),
                    ]))
        }
        if let last = history.returns.last {
            facts.append(
                texts(
                    history.returns.count == 1 ? "knot_returned_once" : "knot_returned",
                    ["count": String(history.returns.count), "day": kit.dates.medium(last)]))
        }
        if drawnDays > 0 {
            facts.append(texts(drawnDays == 1 ? "knot_drawn_once" : "knot_drawn", ["count": String(drawnDays)]))
        }
        return facts
    }

    /// One event.
    func line(_ event: KnotHistory.Event, of history: KnotHistory) -> KnotCard.Line {
        let what: String
        switch event.what {
        case .pressed(let press):
            what = texts("knot_line_press", ["what": EntryWords(kit).feeling(press)])
        case .released(let seconds, let session):
            let change =
                EntryWords(kit).change(session, at: history.point, history.side).map { texts("words_and") + $0 } ?? ""
            what = texts("knot_line_release", ["seconds": kit.number(seconds)]) + change
        }
        return KnotCard.Line(lineWhen: kit.dates.medium(event.day), lineWhat: what)
    }
}
