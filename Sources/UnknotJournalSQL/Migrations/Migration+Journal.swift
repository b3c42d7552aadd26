extension Migration {
    /// Persons and their entries.
    ///
    /// Every key begins with the person, and no constraint joins two persons, so that a cluster can keep each person on
    /// one node. What an entry replaces belongs to the same person and is replaced by nothing else. Entries are only ever
    /// taken out all together, with their person; `NO ACTION` is judged at the end of a statement, so that this works in
    /// any order.
    static let journal = Migration(number: 1, name: "journal", tables: ["person", "entry"]) { type in
        [
            """
            CREATE TABLE person (
                id \(type.text) NOT NULL PRIMARY KEY CHECK (length(id) = 36),
                name \(type.text) NOT NULL CHECK (length(name) BETWEEN 1 AND 1000),
                created_at \(type.integer) NOT NULL
            ) \(type.endOfTable)
            """,
            """
            CREATE TABLE entry (
                person \(type.text) NOT NULL REFERENCES person (id) ON DELETE CASCADE,
                id \(type.text) NOT NULL CHECK (length(id) = 36),
                kind \(type.text) NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
                happened_at \(type.integer) NOT NULL
                    CHECK (happened_at >= -2208988800000 AND happened_at < 7258118400000),
                zone \(type.text) NOT NULL CHECK (length(zone) BETWEEN 1 AND 64),
                recorded_at \(type.integer) NOT NULL
                    CHECK (recorded_at >= -2208988800000 AND recorded_at < 7258118400000),
                replaces \(type.text) CHECK (replaces <> id),
                payload \(type.text) NOT NULL CHECK (length(payload) BETWEEN 2 AND 1000000),
                PRIMARY KEY (person, id),
                UNIQUE (person, replaces),
                FOREIGN KEY (person, replaces) REFERENCES entry (person, id) ON DELETE NO ACTION
            ) \(type.endOfTable)
            """,
            "CREATE INDEX entry_by_time ON entry (person, happened_at, id)",
            "CREATE INDEX entry_by_kind ON entry (person, kind, happened_at, id)",
            "CREATE INDEX entry_by_record ON entry (person, recorded_at, id)",
        ]
    }
}
