import Unknot

/// The texts of the pages, read from `Pages/texts.csv`: one `key,text` a line, quoted where the text holds a comma.
struct PageTexts: Sendable {
    /// Every text by key, for templates.
    let all: [String: String]
    private let phrases: Phrasebook

    /// Reads the file that ships with the program.
    init() throws(WebError) {
        try self.init(csv: Resources.text(of: "texts.csv"))
    }

    init(csv: String) throws(WebError) {
        var texts: [String: String] = [:]
        for (index, line) in csv.split(separator: "\n").enumerated() where index > 0 {
            guard let comma = line.firstIndex(of: ","), let text = Self.unquoted(line[line.index(after: comma)...])
            else { throw Self.broken(line: index + 1, "expected key,text") }
            guard texts.updateValue(text, forKey: String(line[..<comma])) == nil else {
                throw Self.broken(line: index + 1, "the key stands twice")
            }
        }
        all = texts
        phrases = Phrasebook(texts)
    }

    /// The text for a key, with values put in for names in braces.
    func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
        phrases(key, values)
    }

    /// Whether there is a text for a key.
    func has(_ key: String) -> Bool {
        phrases.has(key)
    }

    private static func unquoted(_ field: Substring) -> String? {
        guard field.hasPrefix("\"") else { return field.isEmpty || field.contains("\"") ? nil : String(field) }
        guard field.count > 2, field.hasSuffix("\"") else { return nil }
        let inner = field.dropFirst().dropLast()
        let hasStrayQuote = inner.replacing("\"\"", with: "").contains("\"")
        return hasStrayQuote ? nil : String(inner.replacing("\"\"", with: "\""))
    }

    private static func broken(line: Int, _ reason: String) -> WebError {
        WebError.brokenResource(name: "texts.csv", reason: "line \(line): \(reason)")
    }
}
