import UnknotJournal
import UnknotRecord

/// Accounts and what belongs to them as rows of their tables.
enum AccountRow {
    static let account = "id, name, role, verifier, created_at, closed_at"
    static let session = "account, digest, created_at, used_at, ends_at, device"
    static let share =
        "person, id, digest, scope, label, made_at, ends_at, accepted_by, accepted_at, revoked_at"
    static let access = "person, account, who, role, page, times, last_at"

    static func values(_ account: Account) -> [SQLValue] {
        [
            .text(account.id.description), .text(account.name.text), .text(account.role.rawValue),
            .text(account.verifier), .integer(account.createdAt.milliseconds),
            .optional(account.closedAt?.milliseconds),
        ]
    }

    static func account(_ row: SQLRow) throws(JournalError) -> Account {
        guard let id = AccountID(try row.text(0)), let name = AccountName(try row.text(1)),
            let role = AccountRole(rawValue: try row.text(2))
        else { throw .damaged("an account has an id, a name or a role that is none") }
        return Account(
            id: id, name: name, role: role, verifier: try row.text(3), createdAt: try row.moment(4),
            closedAt: try row.optionalMoment(5))
    }

    static func values(_ session: AccountSession) -> [SQLValue] {
        [
            .text(session.account.description), .text(session.digest), .integer(session.createdAt.milliseconds),
            .integer(session.usedAt.milliseconds), .integer(session.endsAt.milliseconds), .text(session.device),
        ]
    }

    static func session(_ row: SQLRow) throws(JournalError) -> AccountSession {
        guard let account = AccountID(try row.text(0)) else { throw .damaged("a session belongs to no account") }
        return AccountSession(
            account: account, digest: try row.text(1), createdAt: try row.moment(2), usedAt: try row.moment(3),
            endsAt: try row.moment(4), device: try row.text(5))
    }

    static func values(_ share: Share) -> [SQLValue] {
        [
            .text(share.person.description), .text(share.id.description), .text(share.digest),
            .text(share.scope.rawValue), .text(share.label), .integer(share.madeAt.milliseconds),
            .integer(share.endsAt.milliseconds), .optional(share.acceptedBy?.description),
            .optional(share.acceptedAt?.milliseconds), .optional(share.revokedAt?.milliseconds),
        ]
    }

    /// A share whose columns begin at a place in the row.
    static func share(_ row: SQLRow, from start: Int = 0) throws(JournalError) -> Share {
        guard let person = PersonID(try row.text(start)), let id = ShareID(try row.text(start + 1)),
            let scope = ShareScope(rawValue: try row.text(start + 3))
        else { throw .damaged("a share has a person, an id or a scope that is none") }
        let account = try row.optionalText(start + 7)
        let acceptedBy = account.flatMap { AccountID($0) }
        guard (account == nil) == (acceptedBy == nil) else { throw .damaged("a share was taken by no account") }
        return Share(
            person: person, id: id, digest: try row.text(start + 2), scope: scope, label: try row.text(start + 4),
            madeAt: try row.moment(start + 5), endsAt: try row.moment(start + 6), acceptedBy: acceptedBy,
            acceptedAt: try row.optionalMoment(start + 8), revokedAt: try row.optionalMoment(start + 9))
    }

    static func access(_ row: SQLRow) throws(JournalError) -> AccessNote {
        guard let person = PersonID(try row.text(0)), let account = AccountID(try row.text(1)),
            let role = AccountRole(rawValue: try row.text(3)), let page = AccessedPage(rawValue: try row.text(4))
        else { throw .damaged("an access has a person, an account, a role or a page that is none") }
        return AccessNote(
            person: person, account: account, who: try row.text(2), role: role, page: page,
            times: Int(try row.integer(5)), lastAt: try row.moment(6))
    }

    static func person(_ row: SQLRow) throws(JournalError) -> Person {
        guard let id = PersonID(try row.text(0)) else { throw .damaged("a person's id is none") }
        return Person(id: id, name: try row.text(1), createdAt: try row.moment(2))
    }
}

extension SQLRow {
    /// The moment in a column.
    fileprivate func moment(_ column: Int) throws(JournalError) -> Moment {
        Moment(milliseconds: try integer(column))
    }

    /// The moment in a column, if there is one.
    fileprivate func optionalMoment(_ column: Int) throws(JournalError) -> Moment? {
        try optionalInteger(column).map { Moment(milliseconds: $0) }
    }
}
