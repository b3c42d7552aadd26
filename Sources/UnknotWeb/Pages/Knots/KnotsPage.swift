import Unknot
import UnknotJournal

/// The history of every knot that somebody pressed or worked on.
struct KnotsPage: Sendable {
    let recordWays: [RecordWay]
    let notice: NoticeView?
    let problem: ProblemNote?
    let knots: [KnotCard]
    let hasKnots: Bool

    /// - Parameters:
    ///   - noted: Presses, sessions and drawings.
    ///   - id: Gives each form a name for its entry; nil for those who may only read.
    init(
        _ noted: [Noted], notice: NoticeView?, problem: IntakeProblem? = nil, id: (() -> EntryID)?, kit: RecordKit
    ) {
        recordWays = RecordWay.all(here: "knots", texts: kit.texts)
        self.notice = notice
        self.problem = problem.map { ProblemNote($0, of: .press, kit: kit) }
        let drawn = DrawingDays(noted)
        let rule = kit.atlas.outcomeMeasure("press_tenderness_0_10")?.rule
        knots = (rule.map { KnotHistory.all(in: noted, rule: $0) } ?? []).map { history in
            let place = kit.kit.place(of: history.point, history.side)
            return KnotCard(
                history, drawnDays: place.flatMap { drawn.days[$0] } ?? 0, entry: id?(), kit: kit)
        }
        hasKnots = !knots.isEmpty
    }
}

/// On how many days each place was marked on a drawing.
struct DrawingDays {
    /// Days with a mark, by place.
    let days: [BodyPlace: Int]
    /// Days with a drawing, marked or not.
    let total: Int

    init(_ noted: [Noted]) {
        var marked: [LocalDay: Set<BodyPlace>] = [:]
        for entry in noted {
            guard case .drawing(let drawing)? = entry.value else { continue }
            // A place with intensity 0 was said not to hurt.
            marked[entry.day, default: []].formUnion(drawing.marks.filter { $0.intensity != 0 }.map(\.place))
        }
        total = marked.count
        days = marked.values.reduce(into: [:]) { counts, places in
            for place in places { counts[place, default: 0] += 1 }
        }
    }
}

extension Page<KnotsPage> {
    static func knots(
        _ noted: [Noted], notice: NoticeView?, problem: IntakeProblem? = nil, id: (() -> EntryID)?, kit: RecordKit
    ) -> Self {
        Page(
            template: "knots", title: kit.texts("knots_title"),
            view: KnotsPage(noted, notice: notice, problem: problem, id: id, kit: kit), modules: ["today.js"])
    }
}
