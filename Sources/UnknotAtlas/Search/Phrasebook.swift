/// Sentences for people, keyed in one place so that a language is one file.
///
/// A text holds places for values in braces: `You marked {place}.`
public struct Phrasebook: Sendable {
    private let texts: [String: String]

    /// Wraps texts by key.
    public init(_ texts: [String: String]) {
        self.texts = texts
    }

    /// Whether there is a text for a key.
    public func has(_ key: String) -> Bool {
        texts[key] != nil
    }

    /// The text for a key with its values filled in; the key itself where no text is known, so that a gap shows.
    public func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
        guard var text = texts[key] else { return key }
        for (name, value) in values {
            text = text.replacing("{\(name)}", with: value)
        }
        return text
    }
}
