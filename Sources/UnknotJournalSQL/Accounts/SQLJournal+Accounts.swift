package import UnknotJournal
package import UnknotRecord

extension SQLJournal {
    package func add(_ account: Account, owning person: Person?) async throws {
        if let person { try Checks.name(person.name) }
        try await change(repeatable: false) { connection in
            let added = try connection.query(
                """
                INSERT INTO account (\(AccountRow.account)) VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT DO NOTHING RETURNING id
                """, AccountRow.values(account))
            // What is thrown takes everything back.
            guard !added.isEmpty else { throw JournalError.alreadyKept(account.name.text) }
            if let person { try Self.add(person, ownedBy: account.id, connection) }
        }
    }

    package func add(_ person: Person, ownedBy account: AccountID) async throws {
        try Checks.name(person.name)
        try await change(repeatable: false) { try Self.add(person, ownedBy: account, $0) }
    }

    private static func add(_ person: Person, ownedBy account: AccountID, _ connection: any SQLConnection) throws {
        let added = try connection.query(
            "INSERT INTO person (id, name, created_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING id",
            [.text(person.id.description), .text(person.name), .integer(person.createdAt.milliseconds)])
        guard !added.isEmpty else { throw JournalError.alreadyKept(person.id.description) }
        try connection.execute(
            "INSERT INTO account_person (account, person) VALUES ($1, $2)",
            [.text(account.description), .text(person.id.description)])
    }

    package func account(_ id: AccountID) async throws -> Account? {
        try await firstAccount("id = $1", .text(id.description))
    }

    package func account(named name: AccountName) async throws -> Account? {
        try await firstAccount("name = $1", .text(name.text))
    }

    private func firstAccount(_ condition: String, _ value: SQLValue) async throws -> Account? {
        try await database.read { connection in
            try connection.query("SELECT \(AccountRow.account) FROM account WHERE \(condition)", [value])
                .first.map(AccountRow.account)
        }
    }

    package func accounts() async throws -> [Account] {
        try await database.read { connection in
            try connection.query("SELECT \(AccountRow.account) FROM account ORDER BY created_at, id")
                .map(AccountRow.account)
        }
    }

    package func setVerifier(_ verifier: String, of account: AccountID, endingSessions: Bool) async throws {
        try await change { connection in
            try connection.execute(
                "UPDATE account SET verifier = $2 WHERE id = $1", [.text(account.description), .text(verifier)])
            guard endingSessions else { return }
            try Self.signOut(account, connection)
        }
    }

    package func setClosed(_ moment: Moment?, for account: AccountID) async throws {
        try await change { connection in
            try connection.execute(
                "UPDATE account SET closed_at = $2 WHERE id = $1",
                [.text(account.description), .optional(moment?.milliseconds)])
            try Self.signOut(account, connection)
        }
    }

    /// Ends every session and voids a waiting code.
    private static func signOut(_ account: AccountID, _ connection: any SQLConnection) throws {
        for table in ["account_session", "account_reset"] {
            try connection.execute("DELETE FROM \(table) WHERE account = $1", [.text(account.description)])
        }
    }

    package func erase(account: AccountID) async throws {
        try await change { connection in
            try connection.execute("DELETE FROM share WHERE accepted_by = $1", [.text(account.description)])
            // Sessions and codes refer to the account and go along.
            try connection.execute("DELETE FROM account WHERE id = $1", [.text(account.description)])
        }
        try await database.scrub()
    }

    package func person(_ id: PersonID) async throws -> Person? {
        try await database.read { connection in
            try connection.query("SELECT id, name, created_at FROM person WHERE id = $1", [.text(id.description)])
                .first.map(AccountRow.person)
        }
    }

    package func persons(ownedBy account: AccountID) async throws -> [Person] {
        try await database.read { connection in
            try connection.query(
                """
                SELECT person.id, person.name, person.created_at FROM account_person
                JOIN person ON person.id = account_person.person
                WHERE account_person.account = $1 ORDER BY person.created_at, person.id
                """, [.text(account.description)]
            ).map(AccountRow.person)
        }
    }

    package func persons(sharedWith account: AccountID, at moment: Moment) async throws -> [SharedPerson] {
        let share = AccountRow.share.split(separator: ", ").map { "share.\($0)" }.joined(separator: ", ")
        return try await database.read { connection in
            try connection.query(
                """
                SELECT person.id, person.name, person.created_at, \(share) FROM share
                JOIN person ON person.id = share.person
                WHERE share.accepted_by = $1 AND share.revoked_at IS NULL AND share.ends_at > $2
                ORDER BY share.accepted_at, share.id
                """, [.text(account.description), .integer(moment.milliseconds)]
            ).map { SharedPerson(person: try AccountRow.person($0), share: try AccountRow.share($0, from: 3)) }
        }
    }

    /// Writes something of which nothing is to be told. By default it changes nothing to do it twice.
    func change(
        repeatable: Bool = true, _ work: @escaping @Sendable (any SQLConnection) throws -> Void
    ) async throws {
        try await database.write(repeatable: repeatable, work)
    }
}
