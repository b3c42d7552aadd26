import Foundation
import Testing
import Unknot

@testable import UnknotCLI

@Suite("Pages to learn from, on the command line")
struct LearnLibraryTests {
    private let library: LearnLibrary
    private let atlas: Atlas

    init() throws {
        atlas = try Atlas.builtIn()
        library = LearnLibrary(atlas)
    }

    @Test("no line is wider than the terminal, and every claim stands with its degree", arguments: [40, 80])
    func view(width: Int) throws {
        for row in library.rows {
            let shown = try #require(library.page(row.id))
            var page = Page(Terminal(width: width))
            LearnView.page(shown, on: &page)
            let words = page.text.split { $0.isWhitespace }.joined(separator: " ")
            for line in page.text.split(separator: "\n") { #expect(line.count <= width, "\(line)") }
            for claim in shown.sections.flatMap(\.claims) {
                #expect(words.contains("\(claim.text) \(claim.certaintyWords) · "), "\(claim.id)")
            }
        }
    }

    @Test func `the signs stand before the claims`() throws {
        var page = Page(Terminal(width: 100))
        LearnView.page(try #require(library.page("not_a_knot")), on: &page)
        let text = page.text
        let help = try #require(text.firstRange(of: "GET HELP AT ONCE")).lowerBound
        #expect(help < (try #require(text.firstRange(of: "How rare it is")).lowerBound))
        #expect(text.contains(try #require(atlas.learnedSigns(.sameDay).first).plainLabel.prefix(30)))
    }

    @Test func `as JSON each claim has its degree and its sources with how far they were read`() throws {
        let page = try #require(library.page("doubtful"))
        let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(page)) as? [String: Any]
        let sections = try #require(object?["sections"] as? [[String: Any]])
        let claims = sections.flatMap { $0["claims"] as? [[String: Any]] ?? [] }
        #expect(claims.count == atlas.learning.page("doubtful")?.claims.count)
        for claim in claims {
            #expect(claim["belief"] is String && claim["certainty"] is String)
            let sources = try #require(claim["sources"] as? [[String: String]])
            #expect(!sources.isEmpty && sources.allSatisfy { $0["citation"] != nil && $0["status"] != nil })
        }
    }

    @Test func `an unknown page is met with those that look like it`() {
        #expect(library.page("doubtfull") == nil)
        #expect(library.suggestions(for: "doubtfull") == ["doubtful"])
        #expect(library.found("zzz").isEmpty)
        #expect(library.found("tangled").map(\.claim).contains("tangled"))
    }
}
