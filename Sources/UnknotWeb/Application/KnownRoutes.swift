import HTTPTypes

/// Which methods each path takes, to tell "no such page" from "not like this".
enum KnownRoutes {
    /// A route's path in parts and the methods that it takes; a part in braces stands for anything.
    private struct Pattern: Sendable {
        let parts: [Substring]
        let methods: [HTTPRequest.Method]

        var parameters: Int { parts.count { $0.hasPrefix("{") } }

        func fits(_ path: [Substring]) -> Bool {
            parts.count == path.count && zip(parts, path).allSatisfy { $0.hasPrefix("{") ? !$1.isEmpty : $0 == $1 }
        }
    }

    /// The routes of the door, those that name most of their path first.
    private static let patterns: [Pattern] = AccessRules.methods
        .map { Pattern(parts: Self.parts($0.key), methods: $0.value) }
        .sorted { $0.parameters < $1.parameters }

    /// The methods of a path, or `nil` when there is no such path.
    static func methods(of path: String) -> [HTTPRequest.Method]? {
        let parts = Self.parts(path)
        return patterns.first { $0.fits(parts) }?.methods
    }

    private static func parts(_ path: String) -> [Substring] {
        path.split(separator: "/", omittingEmptySubsequences: false)
    }

    /// Whether programs rather than people ask for the path.
    static func isForPrograms(_ path: String) -> Bool {
        path == "/api" || path.hasPrefix("/api/") || path == "/health" || path == "/metrics"
            || path == "/ready"
    }
}
