import HTTPTypes
import UnknotAccounts

/// What is wrong with a form, at which field, for people.
struct FormProblem: Sendable {
    /// The id of the field; empty when it is about the whole.
    let problemField: String
    let problemText: String
    /// The answer's status.
    let status: HTTPResponse.Status
    /// After how many seconds to try again.
    let retryAfter: Int?

    init(_ field: String, _ text: String, status: HTTPResponse.Status = .badRequest, retryAfter: Int? = nil) {
        problemField = field
        problemText = text
        self.status = status
        self.retryAfter = retryAfter
    }

    /// - Parameter field: Where a name or password that does not fit was typed.
    init(_ problem: AccountProblem, field: String, texts: PageTexts) {
        switch problem {
        case .badName: self.init("name", texts("account_bad_name"))
        case .nameTaken: self.init("name", texts("account_name_taken"))
        case .badPassword(let reason): self.init("password", texts(Self.key(reason)))
        case .wrongPassword: self.init(field, texts(field == "name" ? "account_wrong" : "account_wrong_password"))
        case .tooManyTries(let seconds):
            let minutes = (seconds + 59) / 60
            let wait =
                seconds < 60
                ? texts("account_wait_seconds", ["count": String(seconds)])
                : texts(minutes == 1 ? "account_wait_minute" : "account_wait_minutes", ["count": String(minutes)])
            self.init("", wait, status: .tooManyRequests, retryAfter: seconds)
        case .tooBusy: self.init("", texts("account_busy"), status: .serviceUnavailable, retryAfter: 10)
        case .registrationClosed: self.init("", texts("register_closed"), status: .forbidden)
        case .wrongCode: self.init("code", texts("account_wrong_code"))
        case .linkNotUsable: self.init("", texts("offer_not_usable"), status: .notFound)
        case .ownLink: self.init("", texts("offer_own"), status: .badRequest)
        case .noSuchAccount: self.init("name", texts("account_bad_name"))
        }
    }

    private static func key(_ problem: PasswordProblem) -> String {
        switch problem {
        case .tooShort: "password_too_short"
        case .tooLong: "password_too_long"
        case .isTheName: "password_is_name"
        case .isCommon: "password_is_common"
        }
    }
}

/// What is wrong, on top of a form, with the way to the field.
struct ProblemLine: Sendable {
    let problemLine: String
    /// Where it is; nil when it is about the whole.
    let problemLink: String?

    init(_ problem: FormProblem) {
        problemLine = problem.problemText
        problemLink = problem.problemField.isEmpty ? nil : "#\(problem.problemField)"
    }
}

/// A field to type in, with its name, a hint and what is wrong with it.
struct InputField: Sendable {
    let inputID: String
    let inputName: String
    let inputLabel: String
    let inputType: String
    let inputValue: String
    let inputAutocomplete: String
    let inputHint: String?
    let inputError: String?
    /// The ids of what describes it.
    let inputDescribed: String?
    let isRequired: Bool

    init(
        _ name: String, id: String? = nil, label: String, type: String = "text", value: String = "",
        autocomplete: String = "off", hint: String? = nil, problem: FormProblem? = nil, isRequired: Bool = true
    ) {
        let id = id ?? name
        inputID = id
        inputName = name
        inputLabel = label
        inputType = type
        inputValue = value.escapable
        inputAutocomplete = autocomplete
        inputHint = hint
        inputError = problem?.problemField == id ? problem?.problemText : nil
        let described = [hint.map { _ in "\(id)-hint" }, inputError.map { _ in "\(id)-error" }].compactMap { $0 }
        inputDescribed = described.isEmpty ? nil : described.joined(separator: " ")
        self.isRequired = isRequired
    }
}
