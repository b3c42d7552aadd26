import Foundation
import HTTPTypes
import Hummingbird
import Unknot
import UnknotAccounts
import UnknotJournal
import UnknotRecord

/// Whose records there are: add a person, name, choose and delete one.
struct PeopleController {
    let journal: any JournalStore
    /// nil where there are no accounts.
    let accounts: Accounts?
    let desk: FormDesk
    let cookies: VisitCookies
    let clock: @Sendable () -> Moment

    private var texts: PageTexts { desk.kit.texts }

    func addRoutes(to router: Router<VisitContext>) {
        let people = router.group("record/people")
        people.get(use: list)
        people.post(use: add)
        people.post("choose", use: choose)
        people.post("rename", use: rename)
        people.post("delete", use: delete)
    }

    // MARK: Showing

    @Sendable private func list(_ request: Request, context: VisitContext) async throws -> Response {
        try await show(context)
    }

    private func show(
        _ context: VisitContext, done: String? = nil, problem: FormProblem? = nil, typed: String = ""
    ) async throws -> Response {
        let view = PeoplePage(
            try await records(context), chosen: context.visit.person?.id, done: done, problem: problem, typed: typed,
            hasAccounts: accounts != nil, texts: texts)
        return try desk.pages.response(
            Page(template: "people", title: texts("people_title"), view: view),
            status: problem == nil ? .ok : .badRequest)
    }

    private func records(_ context: VisitContext) async throws -> [Accounts.Record] {
        guard let accounts else { return try await journal.persons().map { Accounts.Record(person: $0, share: nil) } }
        guard let signedIn = context.signedIn else { return [] }
        return try await accounts.records(of: signedIn.account.id)
    }

    // MARK: Changing

    @Sendable private func add(_ request: Request, context: VisitContext) async throws -> Response {
        let fields = try await desk.fields(of: request)
        let isForMe = try fields.value("who") == "me"
        let typed = PersonName.trimmed(try fields.value("name") ?? "")
        let name = typed.isEmpty && isForMe ? texts("people_me") : typed
        guard let problem = PersonName.problem(name, texts: texts) else {
            var random = SystemRandomNumberGenerator()
            let now = clock()
            let person = Person(id: PersonID(at: now, using: &random), name: name, createdAt: now)
            if let accounts {
                guard let signedIn = context.signedIn else { throw Refusal.notFound }
                try await accounts.store.add(person, ownedBy: signedIn.account.id)
            } else {
                try await journal.add(person)
            }
            return chosen(person.id, leadingTo: "/record/people")
        }
        return try await show(context, problem: problem, typed: typed)
    }

    @Sendable private func choose(_ request: Request, context: VisitContext) async throws -> Response {
        let record = try await record(of: desk.fields(of: request), context)
        return chosen(record.person.id, leadingTo: "/today")
    }

    @Sendable private func rename(_ request: Request, context: VisitContext) async throws -> Response {
        let fields = try await desk.fields(of: request)
        let record = try await owned(fields, context)
        let name = PersonName.trimmed(try fields.value("name") ?? "")
        if let problem = PersonName.problem(name, id: "name-\(record.person.id)", texts: texts) {
            return try await show(context, problem: problem)
        }
        try await journal.rename(record.person.id, to: name)
        return .leading(to: "/record/people")
    }

    /// The first time shows what would be lost; the second time, with the name typed, it is done.
    @Sendable private func delete(_ request: Request, context: VisitContext) async throws -> Response {
        let fields = try await desk.fields(of: request)
        let record = try await owned(fields, context)
        let typed = try fields.value("confirm").map(PersonName.trimmed)
        guard typed == PersonName.trimmed(record.person.name) else {
            let written = try await journal.statistics(of: record.person.id).written
            let view = DeletePersonPage(record.person, written: written, isWrong: typed != nil, texts: texts)
            return try desk.pages.response(
                Page(template: "deleteperson", title: texts("delete_person_title"), view: view),
                status: typed == nil ? .ok : .badRequest)
        }
        let removed = try await journal.erase(record.person.id)
        var context = context
        if context.visit.person?.id == record.person.id { context.visit.person = nil }
        var response = try await show(
            context,
            done: texts("people_deleted", ["name": record.person.name.escapable, "count": String(removed)]))
        if request.cookies[VisitCookies.person]?.value == record.person.id.description {
            response.setCookie(cookies.noneChosen)
        }
        return response
    }

    private func chosen(_ person: PersonID, leadingTo path: String) -> Response {
        var response = Response.leading(to: path)
        response.setCookie(cookies.chosen(person))
        return response
    }

    /// The record that a form means, if the visitor may see it; another one is as good as none.
    private func record(of fields: FormFields, _ context: VisitContext) async throws -> Accounts.Record {
        let id = try fields.value("person").flatMap { PersonID($0) }
        guard let record = try await records(context).first(where: { $0.person.id == id }) else {
            throw Refusal.notFound
        }
        return record
    }

    /// The same, if it is the visitor's own.
    private func owned(_ fields: FormFields, _ context: VisitContext) async throws -> Accounts.Record {
        let record = try await record(of: fields, context)
        guard record.share == nil else { throw Refusal.notShared }
        return record
    }
}

/// What a person may be called: 1 to 100 characters.
enum PersonName {
    private static let longest = 100

    static func trimmed(_ name: String) -> String {
        name.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    static func problem(_ name: String, id: String = "name", texts: PageTexts) -> FormProblem? {
        if name.isEmpty { return FormProblem(id, texts("people_name_missing")) }
        let isPlain = !name.unicodeScalars.contains { $0.properties.generalCategory == .control }
        if name.count <= longest, name.unicodeScalars.count <= 4 * longest, isPlain { return nil }
        return FormProblem(id, texts("people_name_bad"))
    }
}
