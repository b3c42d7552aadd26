/// Files for the browser, each under a name that holds a hash of its content, so that it may be kept for ever.
struct Assets: Sendable {
    /// One file.
    struct Asset: Sendable {
        let type: String
        let text: String
    }

    private let byFile: [String: Asset]
    private let files: [String: String]
    private let imports: [String: [String]]

    /// - Parameter texts: The files by name. A script may import others as `"./other.js"`: it is served with the name
    ///   that holds the hash.
    init(_ texts: [String: String]) throws(WebError) {
        var byFile: [String: Asset] = [:]
        var files: [String: String] = [:]
        var waiting = texts
        while !waiting.isEmpty {
            // A name depends on the content, so what a script imports is named before the script itself.
            let ready = waiting.filter { _, text in Self.imports(of: text).allSatisfy { waiting[$0] == nil } }
            guard !ready.isEmpty else {
                let names = waiting.keys.sorted().joined(separator: ", ")
                throw WebError.brokenResource(name: names, reason: "they import each other")
            }
            for (name, text) in ready {
                let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
                guard parts.count == 2, let type = Self.types[parts[1]] else {
                    throw WebError.brokenResource(name: name, reason: "there is no type for it")
                }
                let served = try Self.linked(text, of: name, to: files)
                let file = "\(parts[0]).\(Self.hash(served)).\(parts[1])"
                byFile[file] = Asset(type: type, text: served)
                files[name] = file
                waiting[name] = nil
            }
        }
        self.byFile = byFile
        self.files = files
        imports = texts.mapValues(Self.imports)
    }

    /// The file with a hashed name.
    subscript(file: String) -> Asset? { byFile[file] }

    /// The address of a file.
    func address(of name: String) -> String {
        "/assets/\(files[name] ?? name)"
    }

    /// The addresses of everything that scripts import, so that a browser need not read one script to find the next.
    func addresses(importedBy names: [String]) -> [String] {
        var found: [String] = []
        var waiting = names
        while let name = waiting.popLast() {
            for other in imports[name] ?? [] where !found.contains(other) {
                found.append(other)
                waiting.append(other)
            }
        }
        return found.sorted().map(address)
    }

    private static let types = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
    ]

    /// The names of the scripts that a script imports.
    private static func imports(of text: String) -> [String] {
        text.matches(of: /from "\.\/([a-z-]+\.js)"/).map { String($0.output.1) }
    }

    /// The script with the served names of what it imports.
    private static func linked(
        _ text: String, of name: String, to files: [String: String]
    ) throws(WebError) -> String {
        var text = text
        for imported in imports(of: text) {
            guard let file = files[imported] else {
                throw WebError.brokenResource(name: name, reason: "it imports \(imported), which is missing")
            }
            text = text.replacing("from \"./\(imported)\"", with: "from \"./\(file)\"")
        }
        return text
    }

    /// FNV-1a, 64 bits: names contents apart, guards nothing.
    static func hash(_ text: String) -> String {
        let number = text.utf8.reduce(into: UInt64(0xcbf2_9ce4_8422_2325)) { hash, byte in
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
