import HTTPTypes

/// Which methods each path takes, to tell "no such page" from "not like this".
enum KnownRoutes {
    private static let methods: [String: [HTTPRequest.Method]] = [
        "/": [.get, .head, .post],
        "/questions": [.post],
        "/result": [.post],
        "/press": [.post],
        "/atlas": [.get, .head],
        "/techniques": [.get, .head],
        "/understand": [.get, .head, .post],
        "/api/entries": [.get, .head, .post],
        "/today": [.get, .head, .post],
        "/record": [.get, .head],
        "/record/knots": [.get, .head],
        "/record/map": [.get, .head],
        "/record/preferences": [.get, .head, .post],
        "/record/keep": [.post],
        "/record/export": [.get, .head],
        "/api/locate": [.post],
        "/api/simulate": [.post],
        "/api/openapi.yaml": [.get, .head],
        "/record/people": [.get, .head, .post],
        "/record/people/choose": [.post],
        "/record/people/rename": [.post],
        "/record/people/delete": [.post],
        "/account": [.get, .head],
        "/account/sign-in": [.get, .head, .post],
        "/account/register": [.get, .head, .post],
        "/account/reset": [.get, .head, .post],
        "/account/delete": [.get, .head, .post],
        "/account/password": [.post],
        "/account/sign-out": [.post],
        "/account/sign-out-everywhere": [.post],
        "/share": [.get, .head, .post],
        "/share/revoke": [.post],
        "/health": [.get, .head],
        "/metrics": [.get, .head],
        "/ready": [.get, .head],
    ]

    /// The methods of a path, or `nil` when there is no such path.
    static func methods(of path: String) -> [HTTPRequest.Method]? {
        methods[path] ?? (isAtlasEntry(path) || isTechnique(path) ? [.get, .head] : nil) ?? entryMethods(path)
    }

    /// Whether a path has the shape of an entry of the atlas, `/atlas/KIND/ID`.
    private static func isAtlasEntry(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[1] == "atlas" && ["muscles", "points", "regions"].contains(parts[2])
            && !parts[3].isEmpty
    }

    /// Whether a path has the shape of a technique, `/techniques/ID`.
    private static func isTechnique(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 3 && parts[1] == "techniques" && !parts[2].isEmpty
    }

    /// Of an entry of the record, `/record/entries/ID`, or of what can be done with it.
    private static func entryMethods(_ path: String) -> [HTTPRequest.Method]? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard (4...5).contains(parts.count), parts[1] == "record", parts[2] == "entries", !parts[3].isEmpty else {
            return nil
        }
        if parts.count == 4 { return [.get, .head, .post] }
        return parts[4] == "remove" || parts[4] == "undo" ? [.post] : nil
    }

    /// Whether programs rather than people ask for the path.
    static func isForPrograms(_ path: String) -> Bool {
        path == "/api" || path.hasPrefix("/api/") || path == "/health" || path == "/metrics"
            || path == "/ready"
    }
}
