package import UnknotJournal
package import UnknotRecord

extension SQLJournal {
    package func add(_ share: Share) async throws {
        do {
            try await change { connection in
                try connection.execute(
                    """
                    INSERT INTO share (\(AccountRow.share)) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                    ON CONFLICT DO NOTHING
                    """, AccountRow.values(share))
            }
        } catch SQLConstraintFault.reference {
            throw JournalError.noSuchPerson(share.person)
        }
    }

    package func shares(of person: PersonID) async throws -> [Share] {
        try await database.read { connection in
            try connection.query(
                "SELECT \(AccountRow.share) FROM share WHERE person = $1 ORDER BY made_at DESC, id DESC",
                [.text(person.description)]
            ).map { try AccountRow.share($0) }
        }
    }

    package func share(_ digest: String, of person: PersonID) async throws -> Share? {
        try await database.read { try Self.share(digest, person, $0) }
    }

    private static func share(_ digest: String, _ person: PersonID, _ connection: any SQLConnection) throws -> Share? {
        try connection.query(
            "SELECT \(AccountRow.share) FROM share WHERE person = $1 AND digest = $2",
            [.text(person.description), .text(digest)]
        ).first.map { try AccountRow.share($0) }
    }

    package func accept(
        _ digest: String, of person: PersonID, by account: AccountID, at moment: Moment
    ) async throws -> Bool {
        try await database.write(repeatable: true) { connection in
            let taken = try connection.execute(
                """
                UPDATE share SET accepted_by = $3, accepted_at = $4
                WHERE person = $1 AND digest = $2 AND accepted_by IS NULL AND revoked_at IS NULL AND ends_at > $4
                """,
                [
                    .text(person.description), .text(digest), .text(account.description),
                    .integer(moment.milliseconds),
                ])
            if taken > 0 { return true }
            guard let share = try Self.share(digest, person, connection) else { return false }
            return share.acceptedBy == account && share.isInForce(at: moment)
        }
    }

    package func revoke(_ id: ShareID, of person: PersonID, at moment: Moment) async throws {
        try await change { connection in
            try connection.execute(
                "UPDATE share SET revoked_at = $3 WHERE person = $1 AND id = $2 AND revoked_at IS NULL",
                [.text(person.description), .text(id.description), .integer(moment.milliseconds)])
        }
    }

    package func note(_ access: AccessNote) async throws {
        do {
            try await change(repeatable: false) { connection in
                try connection.execute(
                    """
                    INSERT INTO access (person, hour, account, page, who, role, times, last_at)
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                    ON CONFLICT (person, hour, account, page)
                    DO UPDATE SET times = access.times + excluded.times, last_at = excluded.last_at
                    """,
                    [
                        .text(access.person.description), .integer(access.hour), .text(access.account.description),
                        .text(access.page.rawValue), .text(access.who), .text(access.role.rawValue),
                        .integer(Int64(access.times)), .integer(access.lastAt.milliseconds),
                    ])
            }
        } catch SQLConstraintFault.reference {
            throw JournalError.noSuchPerson(access.person)
        }
    }

    package func accesses(of person: PersonID, limit: Int) async throws -> [AccessNote] {
        try await database.read { connection in
            try connection.query(
                """
                SELECT \(AccountRow.access) FROM access WHERE person = $1
                ORDER BY hour DESC, last_at DESC, account, page LIMIT $2
                """, [.text(person.description), .integer(Int64(max(0, limit)))]
            ).map(AccountRow.access)
        }
    }
}

extension SQLJournal: AccountStore {}
