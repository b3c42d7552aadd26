import Testing
import UnknotAtlas
import UnknotRecord

@Suite("Pages to learn from")
struct LearnTableTests {
    private let learning: Learning
    private let atlas: Atlas

    init() throws {
        atlas = try Atlas.builtIn()
        learning = atlas.learning
    }

    @Test func `a page is read with its claims under their headings, in order`() throws {
        let tiny = try Atlas.load(files: TinyTables.files).learning
        #expect(tiny.pages.map(\.id) == ["danger", "what"])
        let page = try #require(tiny.page("what"))
        #expect(page.sections.map(\.title) == ["To feel", "Often said"])
        #expect(page.claims.map(\.id) == ["sore", "tied"])
        #expect(page.claims.map(\.belief) == [nil, "It is tied."])
        #expect(page.claims[0].sources == ["book", "own"])
        #expect(page.keywords == ["lump", "ball"])
        #expect(page.supplements == [.pointMap])
        #expect(page.point == "longus_upper")
        #expect(page.techniques == ["press", "ball"])
        #expect(page.ways == [.atlas, .understand])
        #expect(tiny.neighbours(of: "what").previous?.id == "danger")
        #expect(tiny.neighbours(of: "what").next == nil)
        #expect(tiny.neighbours(of: "nothing").previous == nil)
    }

    @Test(
        "what cannot be shown or traced is refused where it stands",
        arguments: [
            Breakage("learn_pages.csv", 3, "id", "danger", says: "line 2"),
            Breakage("learn_pages.csv", 3, "id", "why", says: "No claim"),
            Breakage("learn_pages.csv", 3, "title", "", says: "empty"),
            Breakage("learn_pages.csv", 3, "short", String(repeating: "a", count: 241), says: "241 characters"),
            Breakage("learn_pages.csv", 2, "shows", "point_map", says: "The first page"),
            Breakage("learn_pages.csv", 3, "shows", "films", says: "warning_signs"),
            Breakage("learn_pages.csv", 3, "point_id", "nemo", says: "“nemo” is not known"),
            Breakage("learn_pages.csv", 3, "technique_ids", "press|magic", says: "“magic” is not known"),
            Breakage("learn_pages.csv", 3, "ways", "shop", says: "locate"),
            Breakage("learn_claims.csv", 3, "id", "rare", says: "line 2"),
            Breakage("learn_claims.csv", 2, "page", "nowhere", says: "“nowhere” is not known"),
            Breakage("learn_claims.csv", 2, "section", "", says: "empty"),
            Breakage("learn_claims.csv", 2, "kind", "song", says: "fact, myth, do"),
            Breakage("learn_claims.csv", 5, "belief", "", says: "Exactly a myth"),
            Breakage("learn_claims.csv", 2, "belief", "So they say.", says: "Exactly a myth"),
            Breakage("learn_claims.csv", 2, "text", "", says: "empty"),
            Breakage("learn_claims.csv", 2, "certainty", "sure", says: "established, likely"),
            Breakage("learn_claims.csv", 2, "sources", "", says: "A source is needed"),
            Breakage("learn_claims.csv", 2, "sources", "book|nobody", says: "“nobody” is not known"),
            Breakage("learn_claims.csv", 2, "sources", "own", says: "“likely” needs a publication"),
            Breakage("learn_claims.csv", 2, "number_status", "verified", says: "None of the sources was read"),
        ])
    func broken(breakage: Breakage) throws {
        try breakage.expectRefused()
    }

    @Test func `claims of one heading stand together`() {
        let problems = TinyTables.problems("learn_claims.csv") { text in
            text + "late,danger,How rare,fact,,Again.,practice,own,estimate,\n"
                + "last,what,To feel,fact,,Again.,practice,own,estimate,\n"
        }
        #expect(problems.map(\.line) == [7])
        #expect(problems.first?.reason.contains("“To feel” was left") == true)
    }

    @Test func `the signs come first, and every sign that is asked is read once or covered by one that is`() throws {
        #expect(learning.pages.first?.supplements.contains(.warningSigns) == true)
        let read = WarningSign.Urgency.allCases.flatMap(atlas.learnedSigns)
        #expect(Set(read.map(\.id)).count == read.count)
        for sign in atlas.warningSigns where sign.combination == nil {
            let shown = sign.askedWith ?? sign.id
            #expect(read.contains { $0.id == shown && $0.urgency == sign.urgency }, "\(sign.id)")
        }
    }

    @Test func `no claim promises a cure, and every degree has its words`() {
        for claim in learning.pages.flatMap(\.claims) {
            let text = claim.text.lowercased()
            for promise in ["cure", "heals", "guarantee", "always works", "for ever"] {
                #expect(!text.contains(promise), "\(claim.id)")
            }
        }
        for certainty in LearnClaim.Certainty.allCases {
            #expect(atlas.phrases.has("learn_\(certainty.rawValue)"))
            #expect(atlas.phrases.has("learn_\(certainty.rawValue)_meaning"))
        }
    }

    /// The grade of Flesch and Kincaid, with vowels counted for syllables: seven years of school are about twelve
    /// years of age.
    @Test func `a page can be read at twelve`() {
        for page in learning.pages {
            let texts = [page.short] + page.claims.flatMap { [$0.belief ?? "", $0.text] }
            let text = texts.joined(separator: " ").lowercased()
            let sentences = text.matches(of: /[.!?:;](\s|$)/).count
            let words = text.split { !$0.isLetter && $0 != "’" }
            let syllables = words.map { word in
                let sounds = word.matches(of: /[aeiouy]+/).count
                let isMute = word.hasSuffix("e") && !word.hasSuffix("le") && sounds > 1
                return max(1, isMute ? sounds - 1 : sounds)
            }.reduce(0, +)
            let perSentence = Double(words.count) / Double(max(1, sentences))
            let perWord = Double(syllables) / Double(max(1, words.count))
            let grade = 0.39 * perSentence + 11.8 * perWord - 15.59
            #expect(grade < 7, "\(page.id) reads at \(grade)")
        }
    }

    @Test func `a page is found by its title and its keywords, before claims`() throws {
        for page in learning.pages {
            for query in [page.title] + page.keywords {
                let found = learning.search(query)
                let names = found.prefix { $0.claim == nil }
                #expect(names.contains { $0.page.id == page.id }, "\(page.id) by “\(query)”")
                #expect(!found.dropFirst(names.count).contains { $0.claim == nil })
            }
        }
    }

    @Test func `a claim is found by beginnings of its words in any order and case`() throws {
        for page in learning.pages {
            for claim in page.claims {
                let words = claim.text.split { !($0.isLetter || $0.isNumber) }.prefix(4)
                let query = words.reversed().map { $0.prefix(4).uppercased() }.joined(separator: "  ")
                #expect(learning.search(query).contains { $0.claim?.id == claim.id }, "\(claim.id) by “\(query)”")
            }
        }
    }

    @Test(arguments: ["", "   ", "?!", "water zzzz"])
    func `a search without words, or with one that nothing has, finds nothing`(query: String) {
        #expect(learning.search(query).isEmpty)
    }
}
