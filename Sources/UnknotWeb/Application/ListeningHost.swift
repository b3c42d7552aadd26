/// Where the server listens: on this machine only, unless there are accounts.
struct ListeningHost: Hashable, Sendable {
    /// What to bind.
    let address: String

    init(_ host: String, hasAccounts: Bool) throws(WebError) {
        do {
            address = try LoopbackHost(host).address
        } catch {
            let bare = host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
            guard hasAccounts, !bare.isEmpty else { throw error }
            address = bare
        }
    }

    /// The address of a server on a port, for the address bar of a browser.
    func url(port: Int) -> String {
        "http://\(address.contains(":") ? "[\(address)]" : address):\(port)"
    }
}

/// Where browsers see us behind a proxy that does TLS.
struct PublicOrigin: Hashable, Sendable {
    /// As browsers name it: `https://unknot.example`.
    let text: String
    /// Name and port as they stand in the Host field.
    let host: String

    init(_ url: String) throws(WebError) {
        let lower = url.lowercased()
        let bare = lower.hasSuffix("/") ? String(lower.dropLast()) : lower
        guard bare.hasPrefix("https://") else { throw .badPublicURL(url) }
        var host = String(bare.dropFirst("https://".count))
        // Browsers leave the usual port out.
        if host.hasSuffix(":443") { host = String(host.dropLast(4)) }
        let parts = host.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let isName =
            !parts[0].isEmpty
            && parts[0].utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
                case UInt8(ascii: "."), UInt8(ascii: "-"): true
                default: false
                }
            }
        guard isName, parts.count == 1 || UInt16(parts[1]) != nil else { throw .badPublicURL(url) }
        self.host = host
        text = "https://\(host)"
    }
}
