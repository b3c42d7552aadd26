import Testing

@testable import UnknotAtlas

@Suite("Spelling")
struct SpellingSuggestionTests {
    private let known = ["gluteus_medius", "gluteus_minimus", "gluteus_maximus", "psoas_major", "iliacus"]

    @Test(
        "a slip of the finger finds the word",
        arguments: [
            ("gluteus_medus", "gluteus_medius"), ("glutaeus_medius", "gluteus_medius"), ("psoas_mayor", "psoas_major"),
            ("iliakus", "iliacus"), ("psoas major", "psoas_major"), ("Iliacus", "iliacus"),
        ])
    func slips(word: String, meant: String) {
        #expect(SpellingSuggestion.nearest(to: word, among: known, most: 3).first == meant)
    }

    @Test("nothing is suggested for a word that is like none", arguments: ["", "x", "elephant", "deltoideus"])
    func nothing(word: String) {
        #expect(SpellingSuggestion.nearest(to: word, among: known, most: 3) == [])
    }

    @Test("suggestions are as many as asked for at most, nearest first, ties in alphabetical order")
    func order() {
        #expect(SpellingSuggestion.nearest(to: "gluteus_mdius", among: known, most: 1) == ["gluteus_medius"])
        #expect(SpellingSuggestion.nearest(to: "ba", among: ["bb", "aa", "ba"], most: 3) == ["ba", "aa", "bb"])
    }

    @Test("a word of a megabyte is compared by its beginning only")
    func longWord() {
        let word = "psoas_major" + String(repeating: "r", count: 1_000_000)
        #expect(SpellingSuggestion.nearest(to: word, among: known, most: 3).count <= 3)
    }
}
