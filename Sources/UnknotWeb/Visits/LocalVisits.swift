import Hummingbird
import UnknotJournal
import UnknotRecord

/// Alone on one machine there are no accounts: whoever can reach the server may do everything with the person that they
/// chose, or with the only one there is.
struct LocalVisits: RouterMiddleware {
    typealias Context = VisitContext

    /// The cookie that holds the id of the chosen person.
    static let cookie = "unknot_person"

    let store: any JournalStore

    func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var context = context
        let persons = try await store.persons()
        let chosen = request.cookies[Self.cookie].flatMap { PersonID($0.value) }
        // With nobody there yet, the first entry makes somebody.
        let person = persons.first { $0.id == chosen } ?? persons.first
        context.visit = Visit(person: person, rights: [.see, .write, .manage])
        return try await next(request, context)
    }
}
