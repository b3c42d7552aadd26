import HTTPTypes
import Hummingbird
import Unknot
import UnknotAccounts
import UnknotJournal

/// Lets a request through to its handler if the rule of its route is kept, and notes who looks at whose record.
struct Doorkeeper: RouterMiddleware {
    typealias Context = VisitContext

    /// nil where there are no accounts.
    let accounts: Accounts?
    let origin: SameOrigin

    func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        // No such page: the answer to that says nothing about anybody.
        guard context.endpointPath != nil else { return try await next(request, context) }
        guard let rule = AccessRules.rule(request, context) else { throw Refusal.notFound }
        if rule.changes, !origin.allows(request) { throw Refusal.otherSite }
        switch rule.need {
        case .nothing, .open: return try await next(request, context)
        case .account:
            if accounts != nil, context.signedIn == nil { return try signInFirst(request) }
            return try await next(request, context)
        case .right(let right):
            if accounts != nil, context.signedIn == nil { return try signInFirst(request) }
            guard let accounts, let signedIn = context.signedIn else { return try await next(request, context) }
            guard let person = context.visit.person else { return try noRecord(request) }
            guard context.visit.rights.contains(right) else { throw Refusal.notShared }
            if context.visit.share != nil, let page = rule.page {
                // Before it is shown: what cannot be noted is not seen.
                try await accounts.note(page, of: person.id, by: signedIn.account)
            }
            return try await next(request, context)
        }
    }

    private func signInFirst(_ request: Request) throws -> Response {
        if KnownRoutes.isForPrograms(request.uri.path) { throw Refusal.signInFirst }
        let next = LocalPath(request.uri.path).map { "?next=\($0.text)" } ?? ""
        return .leading(to: "/account/sign-in" + (request.method == .post ? "" : next))
    }

    /// Signed in, but without a record of one's own and without one that is shared.
    private func noRecord(_ request: Request) throws -> Response {
        if KnownRoutes.isForPrograms(request.uri.path) || request.method == .post { throw Refusal.notFound }
        return .leading(to: "/record/people")
    }
}

/// A path of ours that somebody may be sent on to: never another site.
struct LocalPath: Hashable, Sendable {
    let text: String

    init?(_ text: String) {
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
        guard isPlain, text.hasPrefix("/"), !text.hasPrefix("//"), text.utf8.count <= 200 else { return nil }
        self.text = text
    }
}

extension Response {
    /// Leads on to a page that is to be got.
    static func leading(to path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path])
    }
}
