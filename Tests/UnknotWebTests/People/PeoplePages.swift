import Testing
import UnknotAccounts
import UnknotJournal
import UnknotRecord

@testable import UnknotWeb

/// Pages about persons, accounts and sharing that together show everything that they can show.
enum PeoplePages {
    private static let now = Moment(milliseconds: 1_795_000_000_000)
    private static let later = Moment(milliseconds: 1_799_000_000_000)

    private static var texts: PageTexts { get throws { try Site.kit.texts } }

    private static func person(_ name: String) throws -> Person {
        Person(id: try #require(PersonID("0190b6a1-7c3e-7abc-8def-0123456789ab")), name: name, createdAt: now)
    }

    private static func account(_ role: AccountRole = .person) throws -> Account {
        Account(
            id: try #require(AccountID("0190b6a1-7c3e-7abc-8def-0123456789ac")),
            name: try #require(AccountName("ada")), role: role, verifier: "", createdAt: now)
    }

    private static func share(
        takenBy account: AccountID? = nil, revoked: Moment? = nil, ends: Moment = later
    ) throws -> Share {
        Share(
            person: try person("").id, id: try #require(ShareID("0190b6a1-7c3e-7abc-8def-0123456789ad")), digest: "",
            scope: .see, label: account == nil ? "" : "Physio", madeAt: now, endsAt: ends, acceptedBy: account,
            acceptedAt: account.map { _ in now }, revokedAt: revoked)
    }

    static func people() throws -> [Page<PeoplePage>] {
        let texts = try texts
        let (ada, bob) = (try person("Ada"), try person("Bob"))
        let records = [
            Accounts.Record(person: ada, share: nil), Accounts.Record(person: bob, share: try share()),
        ]
        let problem = FormProblem("name", "No.")
        return [
            PeoplePage(
                records, chosen: ada.id, done: "Done.", problem: problem, typed: "x", hasAccounts: true, texts: texts),
            PeoplePage([], chosen: nil, done: nil, problem: nil, typed: "", hasAccounts: false, texts: texts),
        ].map { Page(template: "people", title: "People", view: $0) }
    }

    static func deletingPersons() throws -> [Page<DeletePersonPage>] {
        try [false, true].map {
            Page(
                template: "deleteperson", title: "Delete",
                view: DeletePersonPage(try person("Ada"), written: 3, isWrong: $0, texts: try texts))
        }
    }

    static func otherRecords() throws -> [Page<OtherRecordPage>] {
        let (ada, bob) = (try person("Ada"), try person("Bob"))
        let fields = [FormFields.Field(name: "kind", value: "pain")]
        return [
            OtherRecordPage(
                meant: ada, chosen: bob, ways: [ada, bob], action: "/today", fields: fields, texts: try texts),
            OtherRecordPage(
                meant: nil, chosen: nil, ways: [], action: "/today", fields: fields, texts: try texts),
        ].map { Page(template: "otherrecord", title: "Whose", view: $0) }
    }

    static func signingIn() throws -> [Page<SignInPage>] {
        let problem = FormProblem(.tooManyTries(seconds: 90), field: "name", texts: try texts)
        return [
            SignInPage(
                next: LocalPath("/share"), name: "ada", done: "sign_in_done_reset", problem: problem,
                registrationIsOpen: true, texts: try texts),
            SignInPage(
                next: nil, name: "", done: "nonsense", problem: nil, registrationIsOpen: false, texts: try texts),
        ].map { Page(template: "signin", title: "Sign in", view: $0) }
    }

    static func registering() throws -> [Page<RegisterPage>] {
        let problem = FormProblem(.badPassword(.isCommon), field: "name", texts: try texts)
        return [
            RegisterPage(RegisterForm(next: LocalPath("/share")), problem: problem, isOpen: true, texts: try texts),
            RegisterPage(RegisterForm(next: nil), problem: nil, isOpen: false, texts: try texts),
        ].map { Page(template: "register", title: "Register", view: $0) }
    }

    static func resetting() throws -> [Page<ResetPage>] {
        let problem = FormProblem(.wrongCode, field: "name", texts: try texts)
        return [Page(template: "reset", title: "Reset", view: ResetPage(name: "", problem: problem, texts: try texts))]
    }

    static func accounts() throws -> [Page<AccountPage>] {
        let account = try account()
        let session = AccountSession(
            account: account.id, digest: "1", createdAt: now, usedAt: now, endsAt: later, device: "Firefox")
        var random = SystemRandomNumberGenerator()
        let token = SessionToken(of: account.id, using: &random)
        let signedIn = SignedIn(account: account, session: session, token: token)
        let problem = FormProblem(.wrongPassword, field: "old", texts: try texts)
        return [
            Page(
                template: "account", title: "Account",
                view: AccountPage(
                    signedIn, sessions: [session], done: "account_done_password", problem: problem, texts: try texts))
        ]
    }

    static func deletingAccounts() throws -> [Page<DeleteAccountPage>] {
        let problem = FormProblem(.wrongPassword, field: "password", texts: try texts)
        return [
            Page(
                template: "deleteaccount", title: "Delete",
                view: DeleteAccountPage([try person("Ada")], problem: problem, texts: try texts))
        ]
    }

    static func sharing() throws -> [Page<SharePage>] {
        let account = try account(.therapist)
        let shares = [
            try share(), try share(takenBy: account.id), try share(takenBy: account.id, revoked: now),
            try share(ends: now),
        ]
        let seen = AccessNote(
            person: try person("").id, account: account.id, who: "kim", role: .therapist, page: .entries, times: 3,
            lastAt: now)
        return [
            SharePage(
                try person("Ada"), shares: shares, names: [account.id: "kim"], accesses: [seen],
                newLink: "/shared/x", now: now, texts: try texts),
            SharePage(
                try person("Ada"), shares: [], names: [:], accesses: [], newLink: nil, now: now, texts: try texts),
        ].map { Page(template: "share", title: "Share", view: $0) }
    }

    static func offers() throws -> [Page<OfferPage>] {
        var offers: [OfferPage] = []
        for account in [nil, try account()] {
            offers.append(
                OfferPage(
                    Offer(person: try person("Ada"), share: try share()), token: "x", account: account,
                    registrationIsOpen: true, texts: try texts))
        }
        return offers.map { Page(template: "offer", title: "Offer", view: $0) }
    }

    static func noOffers() throws -> [Page<NoOfferPage>] {
        [Page(template: "nooffer", title: "Offer", view: NoOfferPage(noOffer: "It ended."))]
    }

    /// All of them as HTML.
    static func html(_ renderer: PageRenderer) throws -> [String] {
        try people().map(renderer.html) + deletingPersons().map(renderer.html) + signingIn().map(renderer.html)
            + registering().map(renderer.html) + resetting().map(renderer.html) + accounts().map(renderer.html)
            + deletingAccounts().map(renderer.html) + sharing().map(renderer.html) + offers().map(renderer.html)
            + noOffers().map(renderer.html)
    }
}
