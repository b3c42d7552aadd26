import HTTPTypes
import Hummingbird
import Unknot
import UnknotAccounts
import UnknotJournal

/// Sharing one's record by a link, seeing who looked, and taking a link that somebody else made.
struct ShareController {
    let accounts: Accounts
    let desk: FormDesk
    let cookies: VisitCookies
    /// Where browsers see us; nil when they see us where they ask.
    let publicOrigin: String?

    private var texts: PageTexts { desk.kit.texts }

    func addRoutes(to router: Router<VisitContext>) {
        router.get("share", use: list)
        router.post("share", use: make)
        router.post("share/revoke", use: revoke)
        router.get("shared/:token", use: offer)
        router.post("shared/:token", use: accept)
    }

    // MARK: One's own links

    /// More accesses than this are not read.
    private static let mostAccesses = 200

    @Sendable private func list(_ request: Request, context: VisitContext) async throws -> Response {
        try await show(context)
    }

    private func show(_ context: VisitContext, newLink: String? = nil) async throws -> Response {
        guard let person = context.visit.person else { throw Refusal.notFound }
        let shares = try await accounts.store.shares(of: person.id)
        var names: [AccountID: String] = [:]
        for account in Set(shares.compactMap(\.acceptedBy)) {
            names[account] = try await accounts.store.account(account)?.name.text
        }
        let accesses = try await accounts.store.accesses(of: person.id, limit: Self.mostAccesses)
        let view = SharePage(
            person, shares: shares, names: names, accesses: accesses, newLink: newLink, now: accounts.now,
            texts: texts)
        return try desk.pages.response(Page(template: "share", title: texts("share_title"), view: view))
    }

    @Sendable private func make(_ request: Request, context: VisitContext) async throws -> Response {
        let fields = try await desk.fields(of: request)
        guard let person = context.visit.person else { throw Refusal.notFound }
        guard let scope = try fields.value("scope").flatMap(ShareScope.init) else {
            throw IntakeProblem(path: "scope", message: "This is not offered.", allowed: "summary, see, write")
        }
        guard let days = try fields.value("days").flatMap({ Int($0) }), SharePage.lengths.contains(days) else {
            throw IntakeProblem(
                path: "days", message: "This is not offered.",
                allowed: SharePage.lengths.map(String.init).joined(separator: ", "))
        }
        let label = PersonName.trimmed(try fields.value("label") ?? "")
        let (_, token) = try await accounts.share(person.id, scope: scope, label: label, days: days)
        let origin = publicOrigin ?? "http://\(request.head.authority ?? "localhost")"
        return try await show(context, newLink: "\(origin)/shared/\(token.text)")
    }

    @Sendable private func revoke(_ request: Request, context: VisitContext) async throws -> Response {
        let fields = try await desk.fields(of: request)
        guard let person = context.visit.person, let id = try fields.value("share").flatMap({ ShareID($0) }) else {
            throw Refusal.notFound
        }
        try await accounts.revoke(id, of: person.id)
        return .leading(to: "/share")
    }

    // MARK: Somebody else's link

    @Sendable private func offer(_ request: Request, context: VisitContext) async throws -> Response {
        let token = context.parameters.get("token") ?? ""
        do {
            let offer = try await accounts.offer(token, to: context.signedIn?.account.id)
            let view = OfferPage(
                offer, token: token, account: context.signedIn?.account,
                registrationIsOpen: accounts.settings.registrationIsOpen, texts: texts)
            return try desk.pages.response(Page(template: "offer", title: texts("offer_title"), view: view))
        } catch let problem as AccountProblem {
            return try refused(problem)
        }
    }

    @Sendable private func accept(_ request: Request, context: VisitContext) async throws -> Response {
        guard let account = context.signedIn?.account else { throw Refusal.notFound }
        do {
            let person = try await accounts.accept(context.parameters.get("token") ?? "", by: account.id)
            var response = Response.leading(to: "/record/people")
            response.setCookie(cookies.chosen(person))
            return response
        } catch let problem as AccountProblem {
            return try refused(problem)
        }
    }

    private func refused(_ problem: AccountProblem) throws -> Response {
        let problem = FormProblem(problem, field: "", texts: texts)
        let view = NoOfferPage(noOffer: problem.problemText)
        return try desk.pages.response(
            Page(template: "nooffer", title: texts("offer_title"), view: view), status: .notFound)
    }
}
