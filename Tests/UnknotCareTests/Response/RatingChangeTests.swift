import Testing
import UnknotAtlas
import UnknotCare

@Suite("What two ratings of one spot tell")
struct RatingChangeTests {
    private static let care = Result { try Atlas.builtIn().care }

    @Test("a change counts from sure_by times tenderness_noise on, the same way up and down")
    func margin() throws {
        let care = try Self.care.get()
        let noise = try #require(care.parameter("tenderness_noise")).value
        let sureBy = try #require(care.parameter("sure_by")).value
        for (before, after) in (0...20).flatMap({ a in (0...20).map { (Double(a) / 2, Double($0) / 2) } }) {
            let change = try #require(RatingChange(before: before, after: after, care: care))
            let mirrored = try #require(RatingChange(before: after, after: before, care: care))
            #expect(change.margin == sureBy * noise)
            #expect((change.verdict == .unclear) == (abs(before - after) < sureBy * noise))
            #expect((change.verdict == .better) == (mirrored.verdict == .worse))
            #expect((change.verdict == .better) == (before - after >= sureBy * noise))
        }
    }

    @Test("without both ratings nobody can say anything")
    func missing() throws {
        let care = try Self.care.get()
        #expect(RatingChange(before: nil, after: 3, care: care) == nil)
        #expect(RatingChange(before: 3, after: nil, care: care) == nil)
    }
}
