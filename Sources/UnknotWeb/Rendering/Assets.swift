/// Files for the browser, each under a name that holds a hash of its content, so that it may be kept for ever.
struct Assets: Sendable {
    /// One file.
    struct Asset: Sendable {
        let type: String
        let text: String
    }

    private let byFile: [String: Asset]
    private let files: [String: String]

    init(_ texts: [String: String]) {
        var byFile: [String: Asset] = [:]
        var files: [String: String] = [:]
        for (name, text) in texts {
            let parts = name.split(separator: ".", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let file = "\(parts[0]).\(Self.hash(text)).\(parts[1])"
            let type = parts[1] == "css" ? "text/css; charset=utf-8" : "image/svg+xml"
            byFile[file] = Asset(type: type, text: text)
            files[name] = file
        }
        self.byFile = byFile
        self.files = files
    }

    /// The file with a hashed name.
    subscript(file: String) -> Asset? { byFile[file] }

    /// The address of a file.
    func address(of name: String) -> String {
        "/assets/\(files[name] ?? name)"
    }

    /// FNV-1a, 64 bits: names contents apart, guards nothing.
    private static func hash(_ text: String) -> String {
        let number = text.utf8.reduce(into: UInt64(0xcbf2_9ce4_8422_2325)) { hash, byte in
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
