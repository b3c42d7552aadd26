import HTTPTypes
import Hummingbird
import NIOCore
import UnknotAccounts
import UnknotJournal
import UnknotRecord

/// Sees to it that a form writes into the record for which its page was opened.
///
/// The chosen person stands in a cookie, which all tabs of a browser share. Every form that writes into a record carries
/// the person for whom it was made; when somebody else was chosen meanwhile, nothing is written, and a page names both and
/// offers to go on with either. Programs say whose record they mean by other means and are not concerned.
struct RecordGuard: RouterMiddleware {
    typealias Context = VisitContext

    let store: any JournalStore
    /// nil where there are no accounts.
    let accounts: Accounts?
    let pages: PageRenderer
    let cookies: VisitCookies
    let origin: SameOrigin

    /// The field with the person for whom a form was made.
    static let field = "record_person"
    /// The field with the person into whose record somebody wants to write after all.
    static let wish = "record_wish"

    func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard AccessRules.rule(request, context)?.writesRecord ?? false,
            request.mediaType == "application/x-www-form-urlencoded", origin.allows(request),
            accounts == nil || context.signedIn != nil
        else { return try await marked(next(request, context), context, path: request.uri.path) }
        var (request, context) = (request, context)
        let form = try await sent(&request)
        let meant = form.wish ?? form.person
        guard let meant, meant != context.visit.person?.id.description else {
            return try await marked(next(request, context), context, path: request.uri.path)
        }
        let records = try await records(context)
        let record = records.first { $0.person.id.description == meant }
        guard form.wish != nil, let record else {
            return try await refusal(of: form, for: record, request, context)
        }
        context.visit = Visit(record)
        var response = try await marked(next(request, context), context, path: request.uri.path)
        // What comes next is about the same person.
        response.setCookie(cookies.chosen(record.person.id))
        return response
    }

    // MARK: In

    /// What a form says about persons, and the fields of the page.
    private struct Sent {
        var person: String?
        var wish: String?
        var rest: [FormFields.Field] = []
    }

    /// Takes what is about persons out of the form.
    private func sent(_ request: inout Request) async throws -> Sent {
        let bytes = try await request.bytes()
        var (sent, kept) = (Sent(), [ArraySlice<UInt8>]())
        for part in bytes.split(separator: UInt8(ascii: "&")) {
            let field = try FormFields(urlEncoded: Array(part)).all.first
            switch field?.name {
            case Self.field: sent.person = sent.person ?? field?.value
            case Self.wish: sent.wish = sent.wish ?? field?.value
            default:
                kept.append(part)
                if let field { sent.rest.append(field) }
            }
        }
        request.body = RequestBody(buffer: ByteBuffer(bytes: kept.joined(separator: [UInt8(ascii: "&")])))
        return sent
    }

    /// The records that the visit may open.
    private func records(_ context: Context) async throws -> [Accounts.Record] {
        guard let accounts else { return try await store.persons().map { Accounts.Record(person: $0, share: nil) } }
        guard let signedIn = context.signedIn else { return [] }
        return try await accounts.records(of: signedIn.account.id)
    }

    // MARK: Out

    /// The page that says so, with the form as it was filled in. Nothing was written.
    private func refusal(
        of form: Sent, for record: Accounts.Record?, _ request: Request, _ context: Context
    ) async throws -> Response {
        let rest = form.rest.filter { $0.name != FormGuard.field }
        // What exists already, and what is settled about a record, stays with the record of its page.
        let rule = AccessRules.rule(request, context)
        let isNew = rule?.need != .right(.manage) && !(context.endpointPath?.contains("{id}") ?? true)
        let chosen = isNew ? context.visit.person : nil
        let page = OtherRecordPage(
            meant: record?.person, chosen: context.visit.person,
            ways: [record?.person, chosen].compactMap { $0 }.filter { Visit.mayWrite($0, record, context.visit) },
            action: request.uri.string, fields: rest, texts: pages.texts)
        let response = try pages.response(
            Page(template: "otherrecord", title: pages.texts("other_record_title"), view: page), status: .conflict)
        guard let signedIn = context.signedIn else { return response }
        var random = SystemRandomNumberGenerator()
        let token = FormToken.make(for: signedIn.token.text, using: &random)
        return try await response.withPage { FormGuard.page($0, with: token, path: request.uri.path) }
    }

    /// A page whose forms say for whom they were made.
    private func marked(_ response: Response, _ context: Context, path: String) async throws -> Response {
        guard let person = context.visit.person?.id.description else { return response }
        return try await response.withPage { page in
            PageForms.inserting(into: page, path: path) {
                AccessRules.writesRecord($0) || AccessRules.notes($0) ? (Self.field, person) : nil
            }
        }
    }
}

extension Visit {
    /// Whether a visit may write into the record of somebody: the one of a form, or the one that was chosen.
    fileprivate static func mayWrite(_ person: Person, _ record: Accounts.Record?, _ chosen: Visit) -> Bool {
        if let record, record.person.id == person.id { return Visit(record).rights.contains(.write) }
        return chosen.person?.id == person.id && chosen.rights.contains(.write)
    }
}
