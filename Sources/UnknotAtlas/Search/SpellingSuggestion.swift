/// Finds the known words that a misspelt one probably meant.
enum SpellingSuggestion {
    /// The nearest words by edit distance, at most a third of the word away, nearest first.
    static func nearest(to word: String, among known: [String], most count: Int) -> [String] {
        let letters = Array(word.utf8.prefix(80))
        let limit = max(2, letters.count / 3)
        return
            known
            .map { (distance: distance(letters, Array($0.utf8)), word: $0) }
            .filter { $0.distance <= limit }
            .sorted { ($0.distance, $0.word) < ($1.distance, $1.word) }
            .prefix(count)
            .map(\.word)
    }

    /// Levenshtein's distance: insertions, deletions and replacements.
    private static func distance(_ first: [UInt8], _ second: [UInt8]) -> Int {
        var row = Array(0...second.count)
        for (index, letter) in first.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (column, other) in second.enumerated() {
                let replaced = diagonal + (letter == other ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
            }
        }
        return row[second.count]
    }
}
