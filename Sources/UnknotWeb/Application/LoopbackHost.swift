/// An address that only this machine can reach.
struct LoopbackHost: Hashable, Sendable {
    /// The numeric address to bind, so that no name server decides what "localhost" means.
    let address: String

    /// Accepts 127.0.0.0/8, ::1 and localhost.
    init(_ host: String) throws(WebError) {
        let bare = host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
        switch bare.lowercased() {
        case "localhost": address = "127.0.0.1"
        case "::1", "0:0:0:0:0:0:0:1": address = "::1"
        default:
            guard Self.isLoopbackV4(bare) else { throw WebError.notLoopback(host: host) }
            address = bare
        }
    }

    /// The address of a server on a port, for the address bar of a browser.
    func url(port: Int) -> String {
        "http://\(address.contains(":") ? "[\(address)]" : address):\(port)"
    }

    private static func isLoopbackV4(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0] == "127" else { return false }
        return parts.allSatisfy { part in
            part.count <= 3 && part.allSatisfy(\.isWholeNumber) && UInt8(part) != nil
        }
    }
}
