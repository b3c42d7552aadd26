/// Files that ship inside the program.
enum Resources {
    /// The text of a file of `Assets` or `Pages`.
    static func text(of name: String) throws(WebError) -> String {
        guard let text = EmbeddedFiles.all[name] else {
            throw WebError.brokenResource(name: name, reason: "it is missing")
        }
        return text
    }

    /// The files with an ending such as `.mustache`, by their name without it.
    static func texts(ending: String) -> [String: String] {
        var texts: [String: String] = [:]
        for (name, text) in EmbeddedFiles.all where name.hasSuffix(ending) {
            texts[String(name.dropLast(ending.count))] = text
        }
        return texts
    }
}
