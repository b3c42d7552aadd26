import NIOCore

/// From where a partner's phone can reach the server, which decides what link it is given.
struct PartnerReach: Hashable, Sendable {
    /// Where browsers see us behind a proxy; nil when they come straight here.
    var publicOrigin: String?
    /// The address that the server listens on.
    var host = "127.0.0.1"

    /// What a link begins with, such as `http://192.168.1.20:8080`, and whether another phone can open it.
    ///
    /// - Parameter authority: Name and port by which the person's own browser asked.
    func origin(askedFor authority: String?) -> (text: String, isReachable: Bool) {
        if let publicOrigin { return (publicOrigin, true) }
        let authority = authority ?? "localhost"
        guard (try? LoopbackHost(host)) == nil else { return ("http://\(authority)", false) }
        let (name, port) = Self.parts(authority)
        guard (try? LoopbackHost(name)) != nil else { return ("http://\(authority)", true) }
        // The person asked by a name that means "this machine" on every machine.
        guard let address = Self.isAnywhere(host) ? Self.ownAddress : host else {
            return ("http://\(authority)", false)
        }
        return ("http://\(address.contains(":") ? "[\(address)]" : address)\(port)", true)
    }

    /// The name and, with its colon, the port of an authority.
    private static func parts(_ authority: String) -> (name: String, port: String) {
        if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
            return (String(authority[...end]), String(authority[authority.index(after: end)...]))
        }
        guard let colon = authority.lastIndex(of: ":") else { return (authority, "") }
        return (String(authority[..<colon]), String(authority[colon...]))
    }

    private static func isAnywhere(_ host: String) -> Bool {
        ["0.0.0.0", "::", "0:0:0:0:0:0:0:0"].contains(host)
    }

    /// An address of this machine in its network.
    private static var ownAddress: String? {
        let addresses = ((try? System.enumerateDevices()) ?? []).compactMap { $0.address?.ipAddress }
        return addresses.first { address in
            !address.contains(":") && !address.hasPrefix("169.254.") && (try? LoopbackHost(address)) == nil
        }
    }
}
