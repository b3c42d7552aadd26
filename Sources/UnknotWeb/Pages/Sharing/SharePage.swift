import UnknotAccounts
import UnknotJournal
import UnknotRecord

/// The links by which a record is shared, and who looked at it.
struct SharePage: Sendable {
    /// One link.
    struct LinkRow: Sendable {
        let linkID: String
        let linkName: String
        let linkScope: String
        let linkState: String
        let linkTaker: String?
        let isActive: Bool
    }

    /// Somebody who looked.
    struct AccessRow: Sendable {
        let accessWhen: String
        let accessWho: String
        let accessRole: String
        let accessWhat: String
        let accessTimes: Int
    }

    let intro: String
    let newLink: String?
    let scopes: [Choice]
    let lengthChoices: [Choice]
    let inputs: [InputField]
    let hasLinks: Bool
    let links: [LinkRow]
    let hasAccesses: Bool
    let accesses: [AccessRow]

    /// How many days a link may be made for.
    static let lengths = [7, 30, 90, 365]

    init(
        _ person: Person, shares: [Share], names: [AccountID: String], accesses: [AccessNote], newLink: String?,
        now: Moment, texts: PageTexts
    ) {
        intro = texts("share_intro", ["name": person.name.escapable])
        self.newLink = newLink
        scopes = ShareScope.allCases.map {
            Choice(
                name: "scope", value: $0.rawValue, label: texts("scope_\($0.rawValue)").capitalizedFirst,
                isChosen: $0 == .summary)
        }
        lengthChoices = Self.lengths.map {
            Choice(name: "days", value: String($0), label: texts("share_days_\($0)"), isChosen: $0 == 30)
        }
        inputs = [
            InputField(
                "label", label: texts("share_label"), hint: texts("share_label_hint"), isRequired: false)
        ]
        links = shares.map { Self.row($0, names, now, texts) }
        hasLinks = !shares.isEmpty
        self.accesses = accesses.map {
            AccessRow(
                accessWhen: UTCText($0.lastAt).minute, accessWho: $0.who,
                accessRole: texts("role_\($0.role.rawValue)"), accessWhat: texts("accessed_\($0.page.rawValue)"),
                accessTimes: $0.times)
        }
        hasAccesses = !accesses.isEmpty
    }

    private static func row(
        _ share: Share, _ names: [AccountID: String], _ now: Moment, _ texts: PageTexts
    ) -> LinkRow {
        let state =
            if let revoked = share.revokedAt {
                texts("share_revoked", ["date": UTCText(revoked).day])
            } else if share.isInForce(at: now) {
                texts("share_until", ["date": UTCText(share.endsAt).day])
            } else {
                texts("share_ended", ["date": UTCText(share.endsAt).day])
            }
        let taker = share.acceptedBy.map { names[$0] ?? texts("share_taker_gone") }
        let isActive = share.isInForce(at: now)
        return LinkRow(
            linkID: share.id.description,
            linkName: share.label.isEmpty ? texts("share_unnamed") : share.label.escapable,
            linkScope: texts("scope_\(share.scope.rawValue)").capitalizedFirst, linkState: state,
            linkTaker: taker.map { texts("share_taken", ["name": $0]) } ?? (isActive ? texts("share_not_taken") : nil),
            isActive: isActive)
    }
}

/// What somebody else's link offers.
struct OfferPage: Sendable {
    let intro: String
    let until: String
    let action: String
    /// As whom one would take it; nil when nobody is signed in.
    let asWhom: String?
    let signInLink: String
    let registerLink: String?

    init(_ offer: Offer, token: String, account: Account?, registrationIsOpen: Bool, texts: PageTexts) {
        intro = texts(
            "offer_intro",
            ["name": offer.person.name.escapable, "scope": texts("scope_\(offer.share.scope.rawValue)")])
        until = texts("offer_until", ["date": UTCText(offer.share.endsAt).day])
        action = "/shared/\(token)"
        asWhom = account.map { texts("offer_as", ["name": $0.name.text]) }
        signInLink = "/account/sign-in?next=/shared/\(token)"
        registerLink = registrationIsOpen ? "/account/register?next=/shared/\(token)" : nil
    }
}

/// A link that offers nothing.
struct NoOfferPage: Sendable {
    let noOffer: String
}
