import Testing
import UnknotAtlas
import UnknotRecord

@Suite("Searching by plain words")
struct AtlasSearchTests {
    private let atlas: Atlas

    init() throws { atlas = try Atlas.builtIn() }

    @Test(
        "everyday words find what they mean among the first three",
        arguments: [
            ("low back side", AtlasMatch.Item.muscle("quadratus_lumborum")),
            ("stiff neck", .muscle("levator_scapulae")),
            ("buttock upper outer", .region("buttock_upper_lateral")),
            ("gluteus medius", .muscle("gluteus_medius")),
            ("piriformis", .muscle("piriformis")),
            ("quadratus_lumborum_deep_upper", .point("quadratus_lumborum_deep_upper")),
        ])
    func everyday(query: String, wanted: AtlasMatch.Item) {
        let first = atlas.search(query).prefix(3).map(\.item)
        #expect(first.contains(wanted), "\(first)")
    }

    @Test(
        "case, marks and the beginnings of words do not matter", arguments: ["PIRIFORMIS", "pirif", "  piriformis!? "])
    func forgiving(query: String) {
        #expect(atlas.search(query).first?.item == .muscle("piriformis"))
    }

    @Test("every word must fit", arguments: ["piriformis elephant", "zzzz", "", "   ", "?!"])
    func nothing(query: String) {
        #expect(atlas.search(query).isEmpty)
    }

    @Test("every muscle and every region is found first, or level with the first, by its own id")
    func ownName() {
        let missed = atlas.muscles.filter { muscle in
            let matches = atlas.search(muscle.id.rawValue)
            guard let own = matches.first(where: { $0.item == .muscle(muscle.id) }) else { return true }
            return own.score < matches[0].score
        }
        #expect(missed.map(\.id) == [])
        #expect(
            atlas.regions.filter { region in
                !atlas.search(region.id.rawValue).contains { $0.item == .region(region.id) }
            }.map(\.id) == [])
    }

    @Test("better matches come first")
    func order() {
        let scores = atlas.search("neck").map(\.score)
        #expect(scores.count > 3)
        #expect(zip(scores, scores.dropFirst()).allSatisfy { $0 >= $1 })
    }
}

@Suite("Sentences")
struct PhrasebookTests {
    @Test("values fill their places, several times if need be")
    func values() {
        let phrases = Phrasebook(["a": "{x} and {y} and {x}"])
        #expect(phrases("a", ["x": "1", "y": "2"]) == "1 and 2 and 1")
        #expect(phrases.has("a"))
    }

    @Test("a sentence that nobody wrote shows its key")
    func missing() {
        #expect(Phrasebook([:])("reason_blank") == "reason_blank")
        #expect(!Phrasebook([:]).has("reason_blank"))
    }
}
