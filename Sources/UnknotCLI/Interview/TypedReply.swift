import Unknot

/// One typed line, read in all the ways in which people say the same.
struct TypedReply: Hashable, Sendable {
    /// What is possible everywhere.
    enum Command: Hashable, Sendable {
        case back
        case quit
    }

    /// What was typed, in lower case and without blanks around it.
    let text: String
    /// Its words.
    let words: [String]

    init(_ line: String) {
        words = line.lowercased().split { $0.isWhitespace || $0 == "," || $0 == ";" }.map(String.init)
        text = words.joined(separator: " ")
    }

    /// Going back or ending, if that is what was typed.
    var command: Command? {
        switch text {
        case "b", "back": .back
        case "q", "quit": .quit
        default: nil
        }
    }

    var isEmpty: Bool { words.isEmpty }

    /// Whether the person does not know, or would rather not say.
    var isUnknown: Bool { Self.unknownWords.contains(text.replacing("’", with: "'")) }

    /// Yes or no.
    var yesOrNo: Bool? {
        switch text {
        case "y", "yes": true
        case "n", "no": false
        default: nil
        }
    }

    /// A whole number alone.
    var number: Int? { words.count == 1 ? Int(text) : nil }

    /// The number of the line that should be explained: “e 2”, “e2” or “explain 2”.
    var explained: Int? {
        switch words.count {
        case 1 where text.hasPrefix("e"): Int(text.dropFirst())
        case 2 where ["e", "explain"].contains(words[0]): Int(words[1])
        default: nil
        }
    }

    /// The side that is named, if exactly one is.
    var side: Interview.SideChoice? {
        let sides = Set(words.compactMap(Self.side))
        return sides.count == 1 ? sides.first : nil
    }

    /// The words that name no side and say something.
    var searchWords: [String] {
        words.filter { Self.side($0) == nil && !Self.emptyWords.contains($0) }
    }

    private static func side(_ word: String) -> Interview.SideChoice? {
        switch word {
        case "l", "left": .left
        case "r", "right": .right
        case "both", "lr", "l+r": .both
        default: nil
        }
    }

    private static let unknownWords: Set = [
        "?", "don't know", "dont know", "do not know", "i don't know", "unknown", "not sure", "skip",
    ]
    private static let emptyWords: Set = ["my", "the", "in", "on", "of", "at", "side", "pain", "hurts", "it", "and"]
}
