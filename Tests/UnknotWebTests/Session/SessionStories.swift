import Unknot
import UnknotJournal

@testable import UnknotWeb

/// Fields of plans that lead to a session.
enum SessionStories {
    /// Every warning question answered no.
    private static var noSigns: String {
        get throws {
            try Site.engine.atlas.warningSigns.map(\.id.rawValue).filter { !$0.hasPrefix("combo_") }
                .map { "answer.\($0)=no" }.joined(separator: "&")
        }
    }

    /// A low back with a ball at hand, ten minutes at home.
    static var lowBack: String {
        get throws { "\(Site.lowBackAndButtock)&\(try noSigns)&plan.tool=ball&plan.minutes=10&plan.set_up=yes" }
    }

    /// A stiff neck without tools.
    static var neck: String {
        get throws {
            "place=neck_side:left&place=shoulder_top:left&complete=yes&age=35&\(try noSigns)&plan.minutes=20&plan.set_up=yes"
        }
    }

    /// The session that fields lead to.
    static func held(_ fields: String) throws -> HeldSession {
        let form = try PlanForm(FormFields(urlEncoded: Array(fields.utf8)), atlas: Site.engine.atlas)
        return try HeldSession(form.request(), form: form, engine: Site.engine)
    }

    /// What a form says of a session.
    static func said(_ fields: String, of held: HeldSession) throws -> SessionForm {
        try held.form(FormFields(urlEncoded: Array(fields.utf8)), length: .centimetre)
    }

    /// Pages that together show everything that they can show.
    static func pages() throws -> (sessions: [Page<SessionPage>], after: [Page<AfterSessionPage>]) {
        let kit = try DayChartTests.kit(now: "2026-11-21T20:00:00+01:00")
        let problem = IntakeProblem(path: "session.seconds", message: "Found “x”.", allowed: "a number")
        var random = SystemRandomNumberGenerator()
        let id = EntryID(at: kit.now, using: &random)
        var sessions: [Page<SessionPage>] = []
        var after: [Page<AfterSessionPage>] = []
        for story in [try lowBack + "&plan.helper=yes", try neck, try neck + "&plan.flare=yes"] {
            let held = try held(story)
            sessions += [.session(held, id: nil, kit: kit), .session(held, id: id, problem: problem, kit: kit)]
            let spots = held.ratings.spots.map {
                "session.before.\($0.name)=6&session.after.\($0.name)=3"
            }
            let rest =
                "&session.before.tightness=5&session.after.tightness=4&session.before.movement=3&session.after.movement=2"
            for fields in ["", spots.joined(separator: "&") + rest] {
                let session = try said(fields, of: held).record(plan: held.plan, id: id, ratings: held.ratings)
                let next = try Site.engine.plan(held.next(after: session))
                after.append(.afterSession(session, held: held, next: next, isKept: !fields.isEmpty, kit: kit))
            }
        }
        return (sessions, after)
    }
}
