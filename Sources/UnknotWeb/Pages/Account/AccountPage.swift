import UnknotAccounts
import UnknotJournal

/// One's account: where it is signed in, another password, the way out.
struct AccountPage: Sendable {
    /// One browser.
    struct SessionRow: Sendable {
        let device: String
        let since: String
        let used: String
        let isThis: Bool
    }

    let accountName: String
    let accountRole: String
    let done: String?
    let problem: ProblemLine?
    let sessions: [SessionRow]
    let inputs: [InputField]

    init(
        _ signedIn: SignedIn, sessions: [AccountSession], done: String?, problem: FormProblem?, texts: PageTexts
    ) {
        accountName = signedIn.account.name.text
        accountRole = texts("role_\(signedIn.account.role.rawValue)")
        self.done = done.flatMap { texts.has($0) ? texts($0) : nil }
        self.problem = problem.map(ProblemLine.init)
        self.sessions = sessions.map {
            SessionRow(
                device: $0.device.escapable, since: UTCText($0.createdAt).minute,
                used: UTCText($0.usedAt).minute, isThis: $0.digest == signedIn.session.digest)
        }
        inputs = [
            InputField(
                "old", label: texts("account_old_password"), type: "password", autocomplete: "current-password",
                problem: problem),
            InputField(
                "password", label: texts("account_new_password"), type: "password", autocomplete: "new-password",
                hint: texts("account_password_hint"), problem: problem),
        ]
    }
}

/// The last question before an account is gone.
struct DeleteAccountPage: Sendable {
    let lost: [String]
    let problem: ProblemLine?
    let inputs: [InputField]

    init(_ owned: [Person], problem: FormProblem?, texts: PageTexts) {
        lost = owned.map { texts("delete_account_record", ["name": $0.name.escapable]) }
        self.problem = problem.map(ProblemLine.init)
        inputs = [
            InputField(
                "password", label: texts("account_password"), type: "password", autocomplete: "current-password",
                problem: problem)
        ]
    }
}
