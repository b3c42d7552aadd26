import CPostgres
import UnknotJournal

/// What to tell libpq when connecting: the URL's own settings, and ours where it says nothing.
struct PostgresSettings: Sendable {
    /// Names and values for libpq.
    let parameters: [(name: String, value: String)]
    /// What must not be shown.
    private let secrets: [String]

    /// How long a server may think about a statement, in milliseconds.
    static let statementLimit = 30_000

    /// Settings for all, unless the URL says otherwise. Times are in seconds, but for the last, in milliseconds.
    private static let usual = [
        ("application_name", "unknot"), ("connect_timeout", "10"), ("keepalives_idle", "30"),
        ("keepalives_interval", "10"), ("keepalives_count", "3"), ("tcp_user_timeout", "30000"),
    ]

    /// Reads a URL.
    ///
    /// - Throws: ``JournalError/cannotOpen(_:)`` without any part of the URL, which may hold a password anywhere when it is
    ///   malformed.
    init(url: String) throws(JournalError) {
        let given = try Self.parse(url)
        var parameters = given
        for (name, value) in Self.usual where !given.contains(where: { $0.name == name }) {
            parameters.append((name, value))
        }
        let hosts = given.first { $0.name == "host" }?.value ?? ""
        if hosts.contains(","), !given.contains(where: { $0.name == "target_session_attrs" }) {
            // Of several servers, the one that takes writes; after a switch, another one.
            parameters.append(("target_session_attrs", "read-write"))
        }
        parameters.removeAll { $0.name == "client_encoding" }
        parameters.append(("client_encoding", "UTF8"))
        self.parameters = parameters
        secrets = given.filter { ["password", "sslpassword"].contains($0.name) }.map(\.value)
    }

    /// The settings in a URL.
    ///
    /// Safe: libpq reads the text only during the call; the list that it gives ends with an entry without a keyword, is
    /// read before it is freed, and freed once.
    private static func parse(_ url: String) throws(JournalError) -> [(name: String, value: String)] {
        guard let options = unsafe PQconninfoParse(url, nil) else {
            throw .cannotOpen("the address of the database is malformed; write postgres://USER@HOST:PORT/DATABASE")
        }
        defer { unsafe PQconninfoFree(options) }
        var found: [(name: String, value: String)] = []
        var option = unsafe options
        while let keyword = unsafe option.pointee.keyword {
            if let value = unsafe option.pointee.val {
                unsafe found.append((String(cString: keyword), String(cString: value)))
            }
            unsafe option += 1
        }
        return found
    }

    /// A message of libpq in one line, without what must not be shown.
    func shown(_ message: String) -> String {
        var shown = message.split(whereSeparator: \.isNewline).joined(separator: " ")
        for secret in secrets where !secret.isEmpty { shown = shown.replacing(secret, with: "…") }
        return shown
    }
}
