/// Where a journal is kept, as people write it: `sqlite:PATH`, or `postgres://…` as PostgreSQL's own programs take it.
public enum StoreAddress: Hashable, Sendable {
    /// A SQLite file; a relative path starts at the working folder.
    case sqlite(path: String)
    /// A PostgreSQL database. The URL may hold a password: show ``description`` instead.
    case postgres(url: String)

    /// Reads an address.
    ///
    /// - Throws: ``JournalError/cannotOpen(_:)``, which says what to write instead and never repeats a password.
    public init(_ text: String) throws(JournalError) {
        let forms = "write sqlite:PATH or postgres://USER@HOST/DATABASE"
        guard let colon = text.firstIndex(of: ":") else {
            throw .cannotOpen(text.isEmpty ? "the store has no address; \(forms)" : "“\(text)” is no store; \(forms)")
        }
        let rest = text[text.index(after: colon)...]
        switch text[..<colon].lowercased() {
        case "sqlite": self = .sqlite(path: try Self.path(rest))
        case "postgres", "postgresql":
            guard rest.hasPrefix("//"), rest.count > 2 else {
                throw .cannotOpen("the address of a PostgreSQL database starts with postgres:// and a host; \(forms)")
            }
            guard !text.utf8.contains(0) else { throw .cannotOpen("the address holds a character of code zero") }
            self = .postgres(url: text)
        default:
            // Whatever this is, it could hold a password.
            throw .cannotOpen("there are no stores of the kind “\(text[..<colon].prefix(20))”; \(forms)")
        }
    }

    private static func path(_ rest: Substring) throws(JournalError) -> String {
        // `sqlite:///var/j.sqlite`, as other programs write it, can only mean one thing; `sqlite://j.sqlite` cannot.
        let path = rest.hasPrefix("///") ? rest.dropFirst(2) : rest
        guard !path.hasPrefix("//") else {
            throw .cannotOpen("write the path right after the colon, without two slashes: sqlite:PATH")
        }
        guard !path.isEmpty, !path.hasSuffix("/") else {
            throw .cannotOpen("the name of the file is missing: write sqlite:PATH, such as sqlite:journal.sqlite")
        }
        guard path != ":memory:" else {
            throw .cannotOpen("a journal in memory would be lost; write sqlite:PATH with the name of a file")
        }
        guard !path.utf8.contains(0) else { throw .cannotOpen("the path holds a character of code zero") }
        return String(path)
    }
}

extension StoreAddress: CustomStringConvertible {
    /// The address for messages and logs: without user, password and options.
    public var description: String {
        switch self {
        case .sqlite(let path): "sqlite:\(path)"
        case .postgres(let url): "postgres://\(Self.place(in: url))"
        }
    }

    /// Hosts, ports and database. Where anything looks unusual, nothing is shown rather than a part of a password.
    private static func place(in url: String) -> String {
        var rest = url.drop { $0 != ":" }.dropFirst(3)
        if let at = rest.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
        let place = rest.prefix { $0 != "?" && $0 != "#" }
        let hosts = place.prefix { $0 != "/" }.split(separator: ",", omittingEmptySubsequences: false)
        let areUsual = hosts.allSatisfy { host in
            let parts = host.split(separator: ":", omittingEmptySubsequences: false)
            return parts.count < 2 || parts.count == 2 && parts[1].allSatisfy(\.isWholeNumber)
        }
        return areUsual ? String(place) : "…"
    }
}
