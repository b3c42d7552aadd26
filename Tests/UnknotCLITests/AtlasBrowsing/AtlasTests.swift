import Foundation
import Testing
import Unknot

@testable import UnknotCLI

@Suite("Atlas on the command line")
struct AtlasTests {
    private static func catalogue() throws -> AtlasCatalogue {
        AtlasCatalogue(try SharedEngine.get().atlas)
    }

    @Test("every list has rows with an id and a name, and every id can be shown", arguments: AtlasList.allCases)
    func lists(_ list: AtlasList) throws {
        let catalogue = try Self.catalogue()
        let rows = list.rows(catalogue.atlas)
        #expect(!rows.isEmpty)
        for row in rows {
            #expect(!row.plainName.isEmpty, "\(row.id)")
            #expect(!catalogue.cards(row.id).isEmpty, "\(row.id)")
        }
    }

    @Test("a muscle is shown with points, referral, movements, prior, status and sources")
    func muscle() throws {
        let card = try #require(try Self.catalogue().cards("quadratus_lumborum").first)
        let keys = Set(card.fields.map(\.key))
        #expect(
            keys.isSuperset(of: [
                "points", "essential", "spillover", "worse", "prior", "prior_status", "sources", "caution",
            ]))
        guard case .items(let sources)? = card.fields.first(where: { $0.key == "sources" })?.value else { return }
        #expect(sources.allSatisfy { $0.status != nil })
    }

    @Test("a point is shown with how to find it and where it hurts")
    func point() throws {
        let card = try #require(try Self.catalogue().cards("quadratus_lumborum_deep_upper").first)
        #expect(Set(card.fields.map(\.key)).isSuperset(of: ["landmarks", "essential", "access", "sources"]))
    }

    @Test("an id that two things share shows both")
    func shared() throws {
        #expect(try Self.catalogue().cards("sacroiliac_joint").map(\.kind) == ["region", "hypothesis"])
    }

    @Test(
        "a misspelt id finds the right one first",
        arguments: [("quadratis_lumborum", "quadratus_lumborum"), ("Infraspinatu", "infraspinatus")])
    func suggestions(_ typed: String, _ meant: String) throws {
        #expect(try Self.catalogue().suggestions(for: typed).first == meant)
    }

    @Test("an id that looks like nothing finds nothing")
    func noSuggestions() throws {
        #expect(try Self.catalogue().suggestions(for: "0123456789").isEmpty)
    }

    @Test("every card fits the page and is valid JSON", arguments: AtlasList.allCases)
    func cards(_ list: AtlasList) throws {
        let catalogue = try Self.catalogue()
        for row in list.rows(catalogue.atlas) {
            for card in catalogue.cards(row.id) {
                var view = AtlasView(Terminal(width: 60))
                view.card(card)
                for line in view.page.lines { #expect(line.count <= 60, "\(line)") }
                let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(card)) as? [String: Any]
                #expect(object?["id"] as? String == card.id)
            }
        }
    }

    @Test("the data folder follows XDG, which ignores relative paths")
    func dataFolder() {
        #expect(DataFolder.usual(["XDG_DATA_HOME": "/d", "HOME": "/h"]) == "/d/unknot")
        #expect(DataFolder.usual(["XDG_DATA_HOME": "d", "HOME": "/h"]) == "/h/.local/share/unknot")
        #expect(DataFolder.usual(["HOME": "/h"]) == "/h/.local/share/unknot")
    }
}
