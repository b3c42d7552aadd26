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
    /// The warning questions were answered too long ago to say, but the routine is an everyday habit that asks for no more
    /// care than any day does.
    case remind
    /// The warning questions have no answer that still counts, or nobody said where it hurts.
    case askAgain
    /// Something new was noted, and the warning questions were not answered since.
    case newSymptom
    /// Something that was said of health or of a danger sign does.
    case blocked

    /// Whether what was drawn is kept back, and nothing begins.
    var isHeld: Bool {
        switch self {
        case .clear, .remind: false
        case .askAgain, .newSymptom, .blocked: true
        }
    }

    /// Asks the journal about a test.
    ///
    /// What speaks against it counts first, whatever else is open: what applied of health when it was last asked holds
    /// until it is answered with no, however long ago that was.
    static func now(of test: FairTestShelf.Kept, _ journal: Journal, kit: RecordKit) async throws -> FairTestSafety {
        let shelf = try await ReleaseShelf(journal, kit: kit)
        // Older answers say nothing against a danger sign that stands.
        if shelf.health.stop != nil { return .blocked }
        let form = try await shelf.told()
        let engine = shelf.kit.kit.engine
        return try await NIOThreadPool.singleton.runIfActive {
            let whole = form.map(shelf.adding)
            var wanted = whole?.request() ?? PlanRequest(intake: Intake())
            let known = Set(wanted.health).union(shelf.health.lastApplied)
            wanted.health = engine.atlas.care.healthChecks.map(\.id).filter(known.contains)
            let knot = test.record.point.flatMap { point in
                test.record.side.map { (point: point, side: $0) }
            }
            let standing = try engine.fairTestStanding(of: test.record.techniques, for: wanted, at: knot)
            if standing == .forbidden { return .blocked }
            if shelf.hasNewSymptom { return .newSymptom }
            if standing == .clear, whole != nil { return .clear }
            return test.record.isEverydayHabit(kit.texts) ? .remind : .askAgain
        }
    }
}

extension FairTestRecord {
    /// Whether its routine is one of the everyday habits that are offered and load nothing. Warmth is none of them, for it
    /// is not for everybody, and words of one's own can mean anything.
    func isEverydayHabit(_ texts: PageTexts) -> Bool {
        guard case .days(let days) = course, days.technique == nil else { return false }
        return FairPlanForm.Idea.allCases.contains {
            $0 != .warmth && texts("fair_idea_\($0.rawValue)") == days.routine
        }
    }

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
