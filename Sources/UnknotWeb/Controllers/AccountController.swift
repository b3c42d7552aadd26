import HTTPTypes
import Hummingbird
import Unknot
import UnknotAccounts
import UnknotJournal

/// Signing in and out, and what belongs to an account.
struct AccountController {
    let accounts: Accounts
    let desk: FormDesk
    let cookies: VisitCookies

    private var texts: PageTexts { desk.kit.texts }

    func addRoutes(to router: Router<VisitContext>) {
        let group = router.group("account")
        group.get(use: show)
        group.get("sign-in", use: askWho)
        group.post("sign-in", use: signIn)
        group.get("register", use: askToRegister)
        group.post("register", use: register)
        group.get("reset", use: askForCode)
        group.post("reset", use: reset)
        group.post("password", use: changePassword)
        group.post("sign-out", use: signOut)
        group.post("sign-out-everywhere", use: signOutEverywhere)
        group.get("delete", use: askToDelete)
        group.post("delete", use: delete)
    }

    // MARK: Coming in

    @Sendable private func askWho(_ request: Request, context: VisitContext) async throws -> Response {
        let done = request.uri.queryParameters["done"].map { "sign_in_done_\($0)" }
        let next = request.uri.queryParameters["next"].flatMap { LocalPath(String($0)) }
        return try signInPage(next: next, done: done)
    }

    private func signInPage(
        next: LocalPath?, name: String = "", done: String? = nil, problem: FormProblem? = nil
    ) throws -> Response {
        let view = SignInPage(
            next: next, name: name, done: done, problem: problem,
            registrationIsOpen: accounts.settings.registrationIsOpen, texts: texts)
        return try page("signin", "sign_in_title", view, problem)
    }

    @Sendable private func signIn(_ request: Request, context: VisitContext) async throws -> Response {
        let fields = try await desk.fields(of: request)
        let name = try fields.value("name") ?? ""
        let next = try fields.value("next").flatMap { LocalPath($0) }
        do {
            let signedIn = try await accounts.signIn(
                name, password: fields.value("password") ?? "", address: context.address,
                device: DeviceName(request.headers[.userAgent] ?? "", texts: texts).text)
            // What was signed in here before is over: nobody keeps two sessions in one browser.
            if let earlier = context.signedIn { try await accounts.signOut(earlier) }
            return welcome(signedIn, next)
        } catch let problem as AccountProblem {
            return try signInPage(next: next, name: name, problem: FormProblem(problem, field: "name", texts: texts))
        }
    }

    private func welcome(_ signedIn: SignedIn, _ next: LocalPath?) -> Response {
        var response = Response.leading(to: next?.text ?? "/today")
        response.setCookie(cookies.session(signedIn))
        response.setCookie(cookies.noneChosen)
        return response
    }

    @Sendable private func askToRegister(_ request: Request, context: VisitContext) async throws -> Response {
        let next = request.uri.queryParameters["next"].flatMap { LocalPath(String($0)) }
        return try registerPage(RegisterForm(next: next))
    }

    private func registerPage(_ form: RegisterForm, problem: FormProblem? = nil) throws -> Response {
        let view = RegisterPage(
            form, problem: problem, isOpen: accounts.settings.registrationIsOpen, texts: texts)
        return try page("register", "register_title", view, problem)
    }

    @Sendable private func register(_ request: Request, context: VisitContext) async throws -> Response {
        let fields = try await desk.fields(of: request)
        let form = try RegisterForm(fields)
        do {
            let account = try await accounts.register(
                form.name, password: fields.value("password") ?? "", role: form.role, called: form.called,
                address: context.address)
            let device = DeviceName(request.headers[.userAgent] ?? "", texts: texts).text
            if let earlier = context.signedIn { try await accounts.signOut(earlier) }
            return welcome(try await accounts.open(account, device: device), form.next ?? LocalPath("/record/people"))
        } catch let problem as AccountProblem {
            return try registerPage(form, problem: FormProblem(problem, field: "name", texts: texts))
        }
    }

    // MARK: A new password by a code

    @Sendable private func askForCode(_ request: Request, context: VisitContext) throws -> Response {
        try page("reset", "reset_title", ResetPage(name: "", problem: nil, texts: texts), nil)
    }

    @Sendable private func reset(_ request: Request, context: VisitContext) async throws -> Response {
        let fields = try await desk.fields(of: request)
        let name = try fields.value("name") ?? ""
        do {
            try await accounts.reset(
                name, code: fields.value("code") ?? "", to: fields.value("password") ?? "", address: context.address)
            return .leading(to: "/account/sign-in?done=reset")
        } catch let problem as AccountProblem {
            let problem = FormProblem(problem, field: "name", texts: texts)
            return try page("reset", "reset_title", ResetPage(name: name, problem: problem, texts: texts), problem)
        }
    }

    // MARK: One's account

    @Sendable private func show(_ request: Request, context: VisitContext) async throws -> Response {
        let done = request.uri.queryParameters["done"].map { "account_done_\($0)" }
        return try await accountPage(context, done: done)
    }

    private func accountPage(
        _ context: VisitContext, done: String? = nil, problem: FormProblem? = nil
    ) async throws -> Response {
        let signedIn = try signedIn(context)
        let sessions = try await accounts.store.sessions(of: signedIn.account.id)
        let view = AccountPage(signedIn, sessions: sessions, done: done, problem: problem, texts: texts)
        return try page("account", "account_title", view, problem)
    }

    @Sendable private func changePassword(_ request: Request, context: VisitContext) async throws -> Response {
        let fields = try await desk.fields(of: request)
        let signedIn = try signedIn(context)
        do {
            try await accounts.changePassword(
                of: signedIn.account, from: fields.value("old") ?? "", to: fields.value("password") ?? "",
                address: context.address)
            var response = Response.leading(to: "/account?done=password")
            let renewed = try await accounts.open(signedIn.account, device: signedIn.session.device)
            response.setCookie(cookies.session(renewed))
            return response
        } catch let problem as AccountProblem {
            return try await accountPage(context, problem: FormProblem(problem, field: "old", texts: texts))
        }
    }

    @Sendable private func signOut(_ request: Request, context: VisitContext) async throws -> Response {
        try await accounts.signOut(signedIn(context))
        return goodbye("signed-out")
    }

    @Sendable private func signOutEverywhere(_ request: Request, context: VisitContext) async throws -> Response {
        try await accounts.signOutEverywhere(signedIn(context))
        return goodbye("everywhere")
    }

    @Sendable private func askToDelete(_ request: Request, context: VisitContext) async throws -> Response {
        try await deletePage(context)
    }

    private func deletePage(_ context: VisitContext, problem: FormProblem? = nil) async throws -> Response {
        let owned = try await accounts.store.persons(ownedBy: signedIn(context).account.id)
        let view = DeleteAccountPage(owned, problem: problem, texts: texts)
        return try page("deleteaccount", "delete_account_title", view, problem)
    }

    @Sendable private func delete(_ request: Request, context: VisitContext) async throws -> Response {
        let fields = try await desk.fields(of: request)
        do {
            try await accounts.delete(
                signedIn(context).account, password: fields.value("password") ?? "", address: context.address)
            return goodbye("deleted")
        } catch let problem as AccountProblem {
            return try await deletePage(context, problem: FormProblem(problem, field: "password", texts: texts))
        }
    }

    // MARK: Parts

    /// The door lets nobody in who is not signed in; this only takes the optional away.
    private func signedIn(_ context: VisitContext) throws -> SignedIn {
        guard let signedIn = context.signedIn else { throw Refusal.notFound }
        return signedIn
    }

    private func goodbye(_ done: String) -> Response {
        var response = Response.leading(to: "/account/sign-in?done=\(done)")
        response.setCookie(cookies.noSession)
        response.setCookie(cookies.noneChosen)
        return response
    }

    private func page<View: Sendable>(
        _ template: String, _ title: String, _ view: View, _ problem: FormProblem?
    ) throws -> Response {
        var response = try desk.pages.response(
            Page(template: template, title: texts(title), view: view), status: problem?.status ?? .ok)
        if let seconds = problem?.retryAfter { response.headers[.retryAfter] = String(seconds) }
        return response
    }
}
