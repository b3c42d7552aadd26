import HTTPTypes
import Hummingbird
import Unknot
import UnknotJournal

/// Questionnaires: which there are, how each went, and one form each.
struct QuestionnaireController {
    private let desk: RecordDesk

    init(desk: RecordDesk) {
        self.desk = desk
    }

    func addRoutes(to router: Router<VisitContext>) {
        router.get("record/questionnaires", use: list)
        router.get("record/questionnaires/:name", use: open)
        router.post("record/questionnaires/:name", use: keep)
    }

    @Sendable private func list(_ request: Request, context: VisitContext) async throws -> Response {
        try await desk.answer {
            let journal = try desk.journal(context, .see)
            let kit = try await desk.kit(request, journal)
            let noted = try await journal?.values(EntryQuery(kinds: [.questionnaire])) ?? []
            let notice = try await desk.notice(request, journal, back: .questionnaires, context, kit)
            let canWrite = context.visit.rights.contains(.write)
            return try await desk.page { .questionnaires(noted, notice: notice, canWrite: canWrite, kit: kit) }
        }
    }

    @Sendable private func open(_ request: Request, context: VisitContext) async throws -> Response {
        try await desk.answer {
            let questionnaire = try Self.questionnaire(context)
            let journal = try desk.journal(context, .write)
            let kit = try await desk.kit(request, journal)
            let last = try await last(questionnaire, in: journal)
            let id = desk.stamps.next().id
            return try await desk.page { .questionnaire(questionnaire, last: last, id: id, kit: kit) }
        }
    }

    /// Keeps what was filled in. What does not fit comes back with the form as it was.
    @Sendable private func keep(_ request: Request, context: VisitContext) async throws -> Response {
        let fields = try await desk.desk.fields(of: request)
        return try await desk.answer {
            let questionnaire = try Self.questionnaire(context)
            let kit = try await desk.kit(request, desk.journal(context, .write))
            let form = try QuestionnaireForm(questionnaire, fields)
            do {
                let value = RecordValue.questionnaire(try form.record(kit.texts))
                let moment = try form.time.moment(now: kit.now, in: kit.zone)
                let journal = try await desk.journalForWriting(context)
                let entry = try await journal.keep(value, id: form.id, at: moment, in: kit.zone)
                return .seeOther("\(EntryForm.Way.questionnaires.address)?done=\(entry.id)")
            } catch let problem as IntakeProblem {
                let id = desk.stamps.next().id
                return try await desk.page(status: .badRequest) {
                    .questionnaire(questionnaire, last: nil, form: form, problem: problem, id: id, kit: kit)
                }
            }
        }
    }

    private static func questionnaire(_ context: VisitContext) throws(Refusal) -> Questionnaire {
        guard let name = context.parameters.get("name"), let questionnaire = Questionnaire(rawValue: name) else {
            throw Refusal.notFound
        }
        return questionnaire
    }

    /// How it was filled in the last time: activities that a person named are asked again.
    private func last(_ questionnaire: Questionnaire, in journal: Journal?) async throws -> QuestionnaireRecord? {
        guard questionnaire.namesItsItems else { return nil }
        for noted in try await journal?.values(EntryQuery(kinds: [.questionnaire], limit: 100)) ?? [] {
            if case .questionnaire(let record)? = noted.value, record.questionnaire == questionnaire { return record }
        }
        return nil
    }
}
