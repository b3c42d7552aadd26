import Hummingbird
import UnknotJournal
import UnknotRecord

/// Alone on one machine there are no accounts: whoever can reach the server may do everything with the person that they
/// chose, or with the only one there is.
struct LocalVisits: RouterMiddleware {
    typealias Context = VisitContext

    let store: any JournalStore

    func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard AccessRules.rule(request, context)?.looksUpVisit ?? false else { return try await next(request, context) }
        var context = context
        let persons = try await store.persons()
        let chosen = request.cookies[VisitCookies.person].flatMap { PersonID($0.value) }
        // With nobody there yet, the first entry makes somebody.
        context.visit = Visit(person: persons.first { $0.id == chosen } ?? persons.first, rights: Visit.all)
        return try await next(request, context)
    }
}
