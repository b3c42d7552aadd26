extension Migration {
    /// Accounts, who is signed in, what is shared, and who looked.
    ///
    /// Every key begins with the account or the person. What belongs to a person goes when the person is erased; what
    /// belongs to an account goes with the account. Who looked keeps the name of the account, which may be gone by then,
    /// so it refers to the person only.
    static let accounts = Migration(
        number: 2, name: "accounts",
        tables: ["account", "account_person", "account_session", "account_reset", "share", "access"]
    ) { type in
        [
            """
            CREATE TABLE account (
                id \(type.text) NOT NULL PRIMARY KEY CHECK (length(id) = 36),
                name \(type.text) NOT NULL UNIQUE CHECK (length(name) BETWEEN 3 AND 60),
                role \(type.text) NOT NULL CHECK (length(role) BETWEEN 1 AND 40),
                verifier \(type.text) NOT NULL CHECK (length(verifier) BETWEEN 1 AND 1000),
                created_at \(type.integer) NOT NULL,
                closed_at \(type.integer)
            ) \(type.endOfTable)
            """,
            """
            CREATE TABLE account_person (
                account \(type.text) NOT NULL REFERENCES account (id) ON DELETE CASCADE,
                person \(type.text) NOT NULL UNIQUE REFERENCES person (id) ON DELETE CASCADE,
                PRIMARY KEY (account, person)
            ) \(type.endOfTable)
            """,
            """
            CREATE TABLE account_session (
                account \(type.text) NOT NULL REFERENCES account (id) ON DELETE CASCADE,
                digest \(type.text) NOT NULL CHECK (length(digest) = 64),
                created_at \(type.integer) NOT NULL,
                used_at \(type.integer) NOT NULL,
                ends_at \(type.integer) NOT NULL,
                device \(type.text) NOT NULL CHECK (length(device) <= 100),
                PRIMARY KEY (account, digest)
            ) \(type.endOfTable)
            """,
            "CREATE INDEX account_session_by_end ON account_session (ends_at)",
            """
            CREATE TABLE account_reset (
                account \(type.text) NOT NULL PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
                digest \(type.text) NOT NULL CHECK (length(digest) = 64),
                ends_at \(type.integer) NOT NULL
            ) \(type.endOfTable)
            """,
            """
            CREATE TABLE share (
                person \(type.text) NOT NULL REFERENCES person (id) ON DELETE CASCADE,
                id \(type.text) NOT NULL CHECK (length(id) = 36),
                digest \(type.text) NOT NULL CHECK (length(digest) = 64),
                scope \(type.text) NOT NULL CHECK (length(scope) BETWEEN 1 AND 40),
                label \(type.text) NOT NULL CHECK (length(label) <= 100),
                made_at \(type.integer) NOT NULL,
                ends_at \(type.integer) NOT NULL,
                accepted_by \(type.text) CHECK (length(accepted_by) = 36),
                accepted_at \(type.integer),
                revoked_at \(type.integer),
                PRIMARY KEY (person, id),
                UNIQUE (person, digest),
                CHECK ((accepted_by IS NULL) = (accepted_at IS NULL))
            ) \(type.endOfTable)
            """,
            "CREATE INDEX share_by_account ON share (accepted_by, accepted_at)",
            """
            CREATE TABLE access (
                person \(type.text) NOT NULL REFERENCES person (id) ON DELETE CASCADE,
                hour \(type.integer) NOT NULL,
                account \(type.text) NOT NULL CHECK (length(account) = 36),
                page \(type.text) NOT NULL CHECK (length(page) BETWEEN 1 AND 40),
                who \(type.text) NOT NULL CHECK (length(who) BETWEEN 1 AND 60),
                role \(type.text) NOT NULL CHECK (length(role) BETWEEN 1 AND 40),
                times \(type.integer) NOT NULL CHECK (times > 0),
                last_at \(type.integer) NOT NULL,
                PRIMARY KEY (person, hour, account, page)
            ) \(type.endOfTable)
            """,
        ]
    }
}
