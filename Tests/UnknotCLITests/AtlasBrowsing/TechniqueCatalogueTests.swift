import Testing
import Unknot

@testable import UnknotCLI

@Suite("Techniques on the command line")
struct TechniqueCatalogueTests {
    private let catalogue: TechniqueCatalogue

    init() throws {
        catalogue = TechniqueCatalogue(try Atlas.builtIn())
    }

    @Test("lists all, and only what fits")
    func lists() {
        let all = catalogue.rows(area: nil, tool: nil, who: nil)
        #expect(all.count == catalogue.atlas.care.techniques.count)
        let few = catalogue.rows(area: "buttock", tool: .ball, who: .person).map(\.id)
        #expect(few.contains("ball_wall_press") && !few.contains("two_ball_neck_rest"))
        #expect(catalogue.rows(area: "neck_back", tool: .foamRoller, who: .clinician).isEmpty)
    }

    @Test("has a card of each, with nothing left to fill in")
    func cards() throws {
        for technique in catalogue.atlas.care.techniques {
            let card = try #require(catalogue.card(technique.id.rawValue))
            let keys = card.fields.map(\.key)
            #expect(keys.contains("steps") && keys.contains("certainty"))
            #expect(keys.contains("professional") == (technique.performer == .clinician))
            #expect(!"\(card)".contains("{"), "\(technique.id)")
        }
    }

    @Test("suggests what an unknown id may have meant")
    func suggestions() {
        #expect(catalogue.card("ball_wal_press") == nil)
        #expect(catalogue.suggestions(for: "ball_wal_press").first == "ball_wall_press")
    }
}
