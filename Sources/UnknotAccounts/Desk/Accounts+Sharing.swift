public import UnknotJournal
public import UnknotRecord

/// Names a link in an address.
public typealias ShareToken = SecretToken<Vocabulary.Person>

/// What a link offers to whoever opens it.
public struct Offer: Hashable, Sendable {
    /// Whose record.
    public let person: Person
    /// How much and until when.
    public let share: Share

    /// Puts both together.
    public init(person: Person, share: Share) {
        self.person = person
        self.share = share
    }
}

extension Accounts {
    /// How long a link may give access at most, in days.
    public static let longestShare = 366

    /// Makes a link.
    ///
    /// - Parameter days: How long it gives access, 1 to ``longestShare``; what is outside is drawn in.
    /// - Returns: The token for the address; it cannot be shown again later.
    public func share(
        _ person: PersonID, scope: ShareScope, label: String, days: Int
    ) async throws -> (share: Share, token: ShareToken) {
        var random = SystemRandomNumberGenerator()
        let token = ShareToken(of: person, using: &random)
        let now = clock()
        let length = Int64(min(max(days, 1), Self.longestShare)) * 86_400_000
        let share = Share(
            person: person, id: newID(), digest: token.digest, scope: scope, label: String(label.prefix(60)),
            madeAt: now, endsAt: Moment(milliseconds: now.milliseconds + length))
        try await store.add(share)
        return (share, token)
    }

    /// What a link offers, if it can be used by an account, or by any when nil.
    public func offer(_ text: String, to account: AccountID?) async throws -> Offer {
        guard let token = ShareToken(text), let share = try await store.share(token.digest, of: token.owner),
            share.isInForce(at: clock()), share.acceptedBy == nil || share.acceptedBy == account,
            let person = try await store.person(token.owner)
        else { throw AccountProblem.linkNotUsable }
        return Offer(person: person, share: share)
    }

    /// Takes a link for an account.
    public func accept(_ text: String, by account: AccountID) async throws -> PersonID {
        guard let token = ShareToken(text) else { throw AccountProblem.linkNotUsable }
        let owned = try await store.persons(ownedBy: account)
        guard !owned.contains(where: { $0.id == token.owner }) else { throw AccountProblem.ownLink }
        guard try await store.accept(token.digest, of: token.owner, by: account, at: clock()) else {
            throw AccountProblem.linkNotUsable
        }
        return token.owner
    }

    /// Takes a link back; whoever had it loses access at once.
    public func revoke(_ share: ShareID, of person: PersonID) async throws {
        try await store.revoke(share, of: person, at: clock())
    }

    /// Whose records an account may see: its own first, then those that others share, each once with the most that any
    /// link gives.
    public func records(of account: AccountID) async throws -> [Record] {
        let owned = try await store.persons(ownedBy: account).map { Record(person: $0, share: nil) }
        let shared = try await store.persons(sharedWith: account, at: clock())
        return shared.reduce(into: owned) { records, shared in
            guard let known = records.firstIndex(where: { $0.person.id == shared.person.id }) else {
                records.append(Record(person: shared.person, share: shared.share))
                return
            }
            if let share = records[known].share, share.scope < shared.share.scope {
                records[known] = Record(person: shared.person, share: shared.share)
            }
        }
    }

    /// Notes that somebody else looked at a record.
    public func note(_ page: AccessedPage, of person: PersonID, by account: Account) async throws {
        try await store.note(
            AccessNote(
                person: person, account: account.id, who: account.name.text, role: account.role, page: page,
                lastAt: clock()))
    }

    /// A record that an account may see.
    public struct Record: Hashable, Sendable {
        /// Whose.
        public let person: Person
        /// By which link; nil for one that the account keeps itself.
        public let share: Share?

        /// Describes a record.
        public init(person: Person, share: Share?) {
            self.person = person
            self.share = share
        }
    }
}
