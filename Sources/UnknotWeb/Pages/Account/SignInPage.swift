import UnknotAccounts
import UnknotJournal

/// The way in.
struct SignInPage: Sendable {
    let done: String?
    let problem: ProblemLine?
    let next: String?
    let inputs: [InputField]
    /// The way to a new account; nil when the operator makes them.
    let registerLink: String?

    init(
        next: LocalPath?, name: String, done: String?, problem: FormProblem?, registrationIsOpen: Bool,
        texts: PageTexts
    ) {
        self.done = done.flatMap { texts.has($0) ? texts($0) : nil }
        self.problem = problem.map(ProblemLine.init)
        self.next = next?.text
        inputs = [
            InputField(
                "name", label: texts("account_name"), value: name, autocomplete: "username", problem: problem),
            InputField(
                "password", label: texts("account_password"), type: "password", autocomplete: "current-password",
                problem: problem),
        ]
        registerLink = registrationIsOpen ? "/account/register" + (next.map { "?next=\($0.text)" } ?? "") : nil
    }
}

/// What was typed to make an account, without the password.
struct RegisterForm: Sendable {
    var name = ""
    var called = ""
    var role = AccountRole.person
    var next: LocalPath?

    init(next: LocalPath?) {
        self.next = next
    }

    init(_ fields: FormFields) throws {
        name = try fields.value("name") ?? ""
        called = PersonName.trimmed(try fields.value("called") ?? "")
        role = try fields.value("role").flatMap(AccountRole.init) ?? .person
        next = try fields.value("next").flatMap { LocalPath($0) }
    }
}

/// A new account.
struct RegisterPage: Sendable {
    let isOpen: Bool
    let problem: ProblemLine?
    let next: String?
    let roles: [Choice]
    let inputs: [InputField]

    init(_ form: RegisterForm, problem: FormProblem?, isOpen: Bool, texts: PageTexts) {
        self.isOpen = isOpen
        self.problem = problem.map(ProblemLine.init)
        next = form.next?.text
        roles = AccountRole.allCases.map {
            Choice(
                name: "role", value: $0.rawValue, label: texts("register_role_\($0.rawValue)"),
                isChosen: $0 == form.role)
        }
        inputs = [
            InputField(
                "name", label: texts("account_name"), value: form.name, autocomplete: "username",
                hint: texts("account_name_hint"), problem: problem),
            InputField(
                "password", label: texts("account_password"), type: "password", autocomplete: "new-password",
                hint: texts("account_password_hint"), problem: problem),
            InputField(
                "called", label: texts("register_called"), value: form.called, autocomplete: "nickname",
                hint: texts("register_called_hint"), problem: problem, isRequired: false),
        ]
    }
}

/// A new password by a code.
struct ResetPage: Sendable {
    let problem: ProblemLine?
    let inputs: [InputField]

    init(name: String, problem: FormProblem?, texts: PageTexts) {
        self.problem = problem.map(ProblemLine.init)
        inputs = [
            InputField(
                "name", label: texts("account_name"), value: name, autocomplete: "username", problem: problem),
            InputField("code", label: texts("reset_code"), hint: texts("reset_code_hint"), problem: problem),
            InputField(
                "password", label: texts("account_new_password"), type: "password", autocomplete: "new-password",
                hint: texts("account_password_hint"), problem: problem),
        ]
    }
}
