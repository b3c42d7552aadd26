import Hummingbird
import UnknotAccounts
import UnknotJournal
import UnknotRecord

/// With accounts: finds out who is signed in, whose record they chose, and what they may do with it.
struct AccountVisits: RouterMiddleware {
    typealias Context = VisitContext

    let accounts: Accounts
    let cookies: VisitCookies
    /// Whether what a proxy on this machine says about where a request comes from is believed.
    let isBehindProxy: Bool

    func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard AccessRules.rule(request, context)?.looksUpVisit ?? false else { return try await next(request, context) }
        var context = context
        if isBehindProxy { context.address = Self.address(behindProxy: request, context) }
        guard let token = request.cookies[cookies.session]?.value,
            let signedIn = try await accounts.signedIn(token)
        else { return try await next(request, context) }
        context.signedIn = signedIn
        let records = try await accounts.records(of: signedIn.account.id)
        let chosen = request.cookies[VisitCookies.person].flatMap { PersonID($0.value) }
        context.visit = (records.first { $0.person.id == chosen } ?? records.first).map(Visit.init) ?? .nobody
        var response = try await next(request, context)
        // A handler that signs in or out has the last word.
        let isSet = response.headers[values: .setCookie].contains { $0.hasPrefix("\(cookies.session)=") }
        if signedIn.isRenewed && !isSet { response.setCookie(cookies.session(signedIn)) }
        return response
    }

    /// The last address that the proxy wrote down, which is the one that it saw itself.
    private static func address(behindProxy request: Request, _ context: Context) -> String? {
        guard let peer = context.address, (try? LoopbackHost(peer)) != nil, let name = HTTPFields.forwardedFor else {
            return context.address
        }
        let last = request.headers[values: name].last?.split(separator: ",").last
        return last.map { $0.filter { !$0.isWhitespace } } ?? context.address
    }
}
