import Hummingbird
import Unknot
import UnknotJournal

/// What a journal holds that plans are made from.
struct ReleaseShelf: Sendable {
    private let journal: Journal
    let kit: RecordKit
    /// What was said of health.
    let health: HealthHistory
    /// When a fair test last brought something new, such as numbness: older answers to the warning questions are void.
    private let newSymptom: Moment?
    /// Whether the warning questions were not answered since something new came up.
    var hasNewSymptom: Bool { newSymptom != nil && health.signsAnswered == nil }

    init(_ journal: Journal, kit: RecordKit) async throws {
        (self.journal, self.kit) = (journal, kit)
        let noted = try await journal.values(EntryQuery(kinds: [.health], limit: Self.mostAnswers))
        newSymptom = try await journal.newSymptom()
        health = HealthHistory(noted, today: kit.today, signsVoidBefore: newSymptom)
    }

    /// What whoever asks has, when the journal is their own: what others share is theirs to tell.
    static func own(
        _ request: Request, _ context: VisitContext, _ records: RecordDesk?
    ) async throws -> ReleaseShelf? {
        guard let records, context.visit.share == nil, context.visit.rights.contains(.write),
            let journal = records.journal(context)
        else { return nil }
        return try await ReleaseShelf(journal, kit: records.kit(request, journal))
    }

    /// How many health entries are read: more than anybody has within a year.
    private static let mostAnswers = 500

    /// What sessions did, oldest first.
    func history() async throws -> [PastTreatment] {
        try await journal.treatments(kit)
    }

    /// What somebody with a journal plans from now: the story of the last plan, or of a drawing that is newer, with the
    /// tools and the place of the last plan; nil when there is neither, or when it hurts nowhere any more.
    func form() async throws -> PlanForm? {
        let noted = try await journal.values(EntryQuery(kinds: [.plan], limit: 1)).first
        let drawn = try await journal.values(EntryQuery(kinds: [.drawing], limit: 1)).first
        var former: PlanRequest?
        if let noted, case .plan(let record)? = noted.value { former = record.request }
        var form: PlanForm?
        if let former, let noted, noted.entry.happenedAt >= drawn?.entry.happenedAt ?? noted.entry.happenedAt {
            // Answers that were carried from one plan to the next are as old as the first of them.
            let told = health.signsAnswered.map { min($0, noted.day) }
            let holds = health.stop == nil && (told.map(holds) ?? false)
            form = PlanForm(intake: IntakeForm(former.intake, keepsSigns: holds, atlas: kit.atlas))
            form?.told = holds ? told : nil
        } else if let drawn, case .drawing(let drawing)? = drawn.value {
            let intake = Intake(
                age: former?.intake.age, sex: former?.intake.sex, drawing: drawing.marks,
                drawingComplete: drawing.isComplete)
            form = PlanForm(intake: IntakeForm(intake, keepsSigns: false, atlas: kit.atlas))
        }
        guard var form, !form.intake.intake.painfulMarks.isEmpty else { return nil }
        if let former {
            (form.tools, form.hasHelper, form.place) = (former.tools, former.hasHelper, former.place)
            (form.minutes, form.isSetUp) = (former.minutes, true)
        }
        return form
    }

    /// The day of the latest drawing.
    func drawn() async throws -> LocalDay? {
        try await journal.values(EntryQuery(kinds: [.drawing], limit: 1)).first?.day
    }

    /// Whether answers to the warning questions of a day still count.
    func holds(_ day: LocalDay) -> Bool { day.days(to: kit.today) < Self.signsHold(kit.atlas) }

    private static func signsHold(_ atlas: Atlas) -> Int {
        atlas.care.parameter("signs_again_days").map { Int($0.value) } ?? 0
    }

    /// The form with what the journal says of health and nobody has to say again. What the form says itself counts more.
    func adding(to form: PlanForm) -> PlanForm {
        let checks = kit.atlas.care.healthChecks
        let days = Dictionary(uniqueKeysWithValues: checks.map { ($0.id, $0.askAgainDays) })
        let holding = health.holding { days[$0] ?? 0 }
        var form = form
        // No older no counts against a danger sign that stands: only answers that were asked for after it.
        if let stop = health.stop, form.signsShown.map({ $0 < stop.at }) ?? true {
            form = form.askingSigns(at: kit.now, atlas: kit.atlas)
        }
        var applying = Set(form.health)
        for (id, applies) in holding where days[id] != nil && !form.asked.contains(id) {
            form.asked.insert(id)
            if applies { applying.insert(id) }
        }
        form.health = checks.map(\.id).filter(applying.contains)
        return form
    }

    /// Writes down what was just answered of health, that the warning questions were, and that one of them stopped.
    func keep(_ form: PlanForm, before screen: ReleaseFlow.Screen) async throws {
        // Only on the way past all warning questions are they answered.
        var isPast = false
        var stop: HealthRecord.Stop?
        switch screen {
        case .warnings: break
        case .stop(let triage): stop = HealthRecord.Stop(triage)
        case .means, .health, .plan: isPast = true
        }
        if stop == health.stop?.what, health.stop?.day == kit.today { stop = nil }
        let isAnew = isPast && form.told == nil
        let answersSigns = isAnew && (health.signsAnswered != kit.today || health.stop != nil)
        guard !form.answering.isEmpty || answersSigns || stop != nil else { return }
        let applying = Set(form.health)
        let record = try HealthRecord(
            applies: form.answering.filter(applying.contains),
            denied: form.answering.filter { !applying.contains($0) }, signsAnswered: isAnew, stopped: stop)
        try await keep(record)
    }

    /// Writes down that warning signs stop, as an interview found; nothing where none does.
    func keep(_ triage: Triage) async throws {
        guard let stop = HealthRecord.Stop(triage) else { return }
        if stop == health.stop?.what, health.stop?.day == kit.today { return }
        try await keep(HealthRecord(stopped: stop))
    }

    private func keep(_ record: HealthRecord) async throws {
        let value = RecordValue.health(record)
        // The page read again is not another answer, unless a danger sign came between.
        let latest = try await journal.values(EntryQuery(kinds: [.health], limit: 5)).map(\.entry)
        let isSame = latest.contains { entry in
            entry.payload == value.json && newSymptom.map { entry.recordedAt > $0 } ?? true
                && kit.now.milliseconds - entry.happenedAt.milliseconds < TodayController.sameFor
        }
        let changesStop = record.stopped != nil || record.signsAnswered && health.stop != nil
        guard !isSame || changesStop else { return }
        _ = try await journal.add(value, at: kit.now, zone: kit.zone.description)
    }
}

extension HealthRecord.Stop {
    /// What a triage calls for before any self-care; nil when it calls for nothing.
    init?(_ triage: Triage) {
        guard let level = Level(rawValue: triage.level.rawValue) else { return nil }
        var because: [QuestionID] = []
        for reason in triage.reasons where !because.contains(QuestionID(reason.id)) {
            because.append(QuestionID(reason.id))
        }
        // A reason that cannot be kept must not keep the stop from being kept.
        guard let stop = (try? Self(level, because: because)) ?? (try? Self(level)) else { return nil }
        self = stop
    }
}

extension Journal {
    /// When something new was last noted on a day or after a session of a fair test. An entry that was only changed is no
    /// other word; one that was taken away still asks for the warning questions.
    fileprivate func newSymptom() async throws -> Moment? {
        let kinds: Set<EntryKind> = [.fairTestDay, .fairTestSession]
        let noted = try await values(EntryQuery(kinds: kinds, includesReplaced: true))
        let new = noted.filter { noted in
            switch noted.value {
            case .fairTestDay(let record)?: record.harms.contains(.newSymptom)
            case .fairTestSession(let record)?: record.harms.contains(.newSymptom)
            default: false
            }
        }
        let ids = Set(new.map(\.entry.id))
        return new.filter { noted in noted.entry.replaces.map { !ids.contains($0) } ?? true }
            .map(\.entry.recordedAt).max()
    }

    /// What the latest 300 sessions did, oldest first, as far as the knowledge base knows of it.
    func treatments(_ kit: RecordKit) async throws -> [PastTreatment] {
        let noted = try await values(EntryQuery(kinds: [.session], limit: 300))
        return TreatmentHistory.treatments(in: noted, today: kit.today)
            .filter { kit.atlas.point($0.point) != nil && kit.atlas.care.technique($0.technique) != nil }
    }
}
