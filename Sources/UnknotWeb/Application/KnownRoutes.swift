import HTTPTypes

/// Which methods each path takes, to tell "no such page" from "not like this".
enum KnownRoutes {
    private static let methods: [String: [HTTPRequest.Method]] = [
        "/": [.get, .head, .post],
        "/questions": [.post],
        "/result": [.post],
        "/press": [.post],
        "/atlas": [.get, .head],
        "/understand": [.get, .head, .post],
        "/api/entries": [.get, .head, .post],
        "/api/locate": [.post],
        "/api/simulate": [.post],
        "/api/openapi.yaml": [.get, .head],
        "/health": [.get, .head],
        "/metrics": [.get, .head],
        "/ready": [.get, .head],
    ]

    /// The methods of a path, or `nil` when there is no such path.
    static func methods(of path: String) -> [HTTPRequest.Method]? {
        methods[path] ?? (isAtlasEntry(path) ? [.get, .head] : nil)
    }

    /// Whether a path has the shape of an entry of the atlas, `/atlas/KIND/ID`.
    private static func isAtlasEntry(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[1] == "atlas" && ["muscles", "points", "regions"].contains(parts[2])
            && !parts[3].isEmpty
    }

    /// Whether programs rather than people ask for the path.
    static func isForPrograms(_ path: String) -> Bool {
        path == "/api" || path.hasPrefix("/api/") || path == "/health" || path == "/metrics"
            || path == "/ready"
    }
}
