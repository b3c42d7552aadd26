/// Words as people type them to find something.
enum PlainWords {
    /// The words of a text, in lower case and without marks.
    static func of(_ text: String) -> [String] {
        text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
    }

    /// Whether each of the words starts some word of the texts.
    static func starts(_ words: [String], in texts: [String]) -> Bool {
        let known = texts.flatMap(of)
        return words.allSatisfy { word in known.contains { $0.hasPrefix(word) } }
    }
}
