package import UnknotJournal
package import UnknotRecord

extension SQLJournal {
    package func add(_ session: AccountSession) async throws {
        try await change { connection in
            try connection.execute(
                """
                INSERT INTO account_session (\(AccountRow.session)) VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT DO NOTHING
                """, AccountRow.values(session))
        }
    }

    package func session(_ digest: String, of account: AccountID) async throws -> AccountSession? {
        try await database.read { connection in
            try connection.query(
                "SELECT \(AccountRow.session) FROM account_session WHERE account = $1 AND digest = $2",
                [.text(account.description), .text(digest)]
            ).first.map(AccountRow.session)
        }
    }

    package func sessions(of account: AccountID) async throws -> [AccountSession] {
        try await database.read { connection in
            try connection.query(
                """
                SELECT \(AccountRow.session) FROM account_session WHERE account = $1
                ORDER BY used_at DESC, created_at DESC, digest
                """, [.text(account.description)]
            ).map(AccountRow.session)
        }
    }

    package func renew(_ session: AccountSession) async throws {
        try await change { connection in
            try connection.execute(
                "UPDATE account_session SET used_at = $3, ends_at = $4 WHERE account = $1 AND digest = $2",
                [
                    .text(session.account.description), .text(session.digest), .integer(session.usedAt.milliseconds),
                    .integer(session.endsAt.milliseconds),
                ])
        }
    }

    package func endSession(_ digest: String, of account: AccountID) async throws {
        try await change { connection in
            try connection.execute(
                "DELETE FROM account_session WHERE account = $1 AND digest = $2",
                [.text(account.description), .text(digest)])
        }
    }

    package func endSessions(of account: AccountID, but digest: String?) async throws {
        try await change { connection in
            try connection.execute(
                "DELETE FROM account_session WHERE account = $1 AND digest <> $2",
                [.text(account.description), .text(digest ?? "")])
        }
    }

    package func keep(_ code: ResetCodeRecord) async throws {
        try await change { connection in
            try connection.execute(
                """
                INSERT INTO account_reset (account, digest, ends_at) VALUES ($1, $2, $3)
                ON CONFLICT (account) DO UPDATE SET digest = excluded.digest, ends_at = excluded.ends_at
                """,
                [.text(code.account.description), .text(code.digest), .integer(code.endsAt.milliseconds)])
        }
    }

    package func useCode(_ digest: String, of account: AccountID, at moment: Moment) async throws -> Bool {
        try await database.write { connection in
            try connection.execute(
                "DELETE FROM account_reset WHERE account = $1 AND digest = $2 AND ends_at > $3",
                [.text(account.description), .text(digest), .integer(moment.milliseconds)]) > 0
        }
    }

    package func removeEnded(before moment: Moment) async throws {
        try await change { connection in
            for table in ["account_session", "account_reset"] {
                try connection.execute(
                    "DELETE FROM \(table) WHERE ends_at <= $1", [.integer(moment.milliseconds)])
            }
        }
    }
}
