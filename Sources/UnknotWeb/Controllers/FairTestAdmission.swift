import Hummingbird
import NIOPosix
import Unknot
import UnknotJournal

/// Whether a fair test may be laid out now, and of what: warning signs and health come first, as before any plan.
enum FairTestAdmission: Sendable {
    /// Nobody said yet where it hurts.
    case tell
    /// Warning questions or questions about health are open.
    case ask
    /// Something comes first.
    case stop(Triage)
    /// A danger sign was answered yes on an earlier day or just now, and stands.
    case stopped(HealthHistory.Stop)
    /// It may; when that was asked, and what there is at the first knot, if there is one.
    case open(screenedOn: LocalDay, FairTestOffers?)

    /// Asks the journal.
    static func now(
        _ request: Request, _ context: VisitContext, _ records: RecordDesk
    ) async throws -> FairTestAdmission {
        guard let shelf = try await ReleaseShelf.own(request, context, records) else { return .tell }
        if let stop = shelf.health.stop { return .stopped(stop) }
        guard let form = try await shelf.told() else { return .tell }
        let history = try await shelf.history()
        let engine = shelf.kit.kit.engine
        return try await NIOThreadPool.singleton.runIfActive {
            let whole = shelf.adding(to: form)
            switch try ReleaseFlow(engine: engine).next(whole, history: history, today: shelf.kit.today) {
            case .warnings, .means, .health: return .ask
            case .stop(let triage): return .stop(triage)
            case .plan:
                let offers = try engine.fairTestOffers(for: whole.request(history: history))
                return .open(screenedOn: whole.told ?? shelf.kit.today, offers)
            }
        }
    }
}

/// Whether a test that runs may go on: what speaks against it wins over what was drawn, always.
enum FairTestSafety: Hashable, Sendable {
    /// Nothing speaks against it, as far as it is known.
    case clear
    /// The warning questions were answered too long ago to say.
    case askAgain
    /// Something does.
    case blocked

    /// Asks the journal about a test.
    static func now(of test: FairTestShelf.Kept, _ journal: Journal, kit: RecordKit) async throws -> FairTestSafety {
        let shelf = try await ReleaseShelf(journal, kit: kit)
        // Older answers say nothing against a danger sign that stands.
        if shelf.health.stop != nil { return .blocked }
        guard let form = try await shelf.told() else { return .clear }
        let engine = shelf.kit.kit.engine
        return try await NIOThreadPool.singleton.runIfActive {
            let whole = shelf.adding(to: form)
            let wanted = whole.request()
            if try engine.locator.triage(wanted.intake).level > .selfCare { return .blocked }
            let knot = test.record.point.flatMap { point in
                test.record.side.map { (point: point, side: $0) }
            }
            guard let offers = try engine.fairTestOffers(for: wanted, at: knot) else { return .askAgain }
            return test.record.techniques.allSatisfy(offers.allows) ? .clear : .blocked
        }
    }
}

extension FairTestRecord {
    /// The techniques of the knowledge base that it uses; quiet rest is none.
    var techniques: [TechniqueID] {
        switch course {
        case .days(let days): days.technique.map { [$0] } ?? []
        case .sessions(let sessions): sessions.techniques.filter { $0 != Self.quietRest }
        }
    }
}

extension ReleaseShelf {
    /// What somebody plans from, also when they answered the warning questions without beginning a session: whoever got
    /// past all of them since the last drawing, and not too long ago, answered none of them with yes.
    fileprivate func told() async throws -> PlanForm? {
        guard var form = try await form() else { return nil }
        guard form.told == nil, health.stop == nil, let answered = health.signsAnswered,
            try await drawn().map({ $0 <= answered }) ?? true, holds(answered)
        else { return form }
        for sign in kit.atlas.warningSigns where sign.combination == nil {
            if form.intake.answers[sign.id.rawValue] == nil { form.intake.answers[sign.id.rawValue] = .reply(.no) }
        }
        (form.told, form.isSetUp) = (answered, true)
        return form
    }
}
