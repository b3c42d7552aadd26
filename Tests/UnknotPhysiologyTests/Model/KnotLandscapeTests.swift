import Testing
import UnknotPhysiology

@Suite("The landscape of contracture")
struct KnotLandscapeTests {
    @Test func `in ordinary life its floors and its ridge are the equilibria of the reference table`() {
        let land = KnotLandscape(KnotModel(), .ordinary, nerves: .latent)
        #expect(land.valleys.count == 2 && land.ridges.count == 1)
        #expect(abs((land.valleys.first ?? 0) - 0.004438) < 2e-3)
        #expect(abs((land.valleys.last ?? 0) - 0.66207) < 2e-3)
        #expect(abs((land.ridges.first ?? 0) - 0.4240) < 2e-3)
    }

    @Test func `stress and lost sleep lower the ridge`() throws {
        let calm = KnotLandscape(KnotModel(), .ordinary, nerves: .healthy)
        let harsh = KnotLandscape(KnotModel(), .perpetuating, nerves: .healthy)
        let (low, high) = (try #require(harsh.ridges.first), try #require(calm.ridges.first))
        #expect(low < high)
        #expect(abs(low - 0.3455) < 5e-3)
    }

    @Test func `heights are finite, start above nothing and follow the pull`() {
        let land = KnotLandscape(KnotModel(), .overloaded, nerves: .active)
        #expect(land.places.allSatisfy { $0.height.isFinite && $0.height >= 0 })
        for (place, next) in zip(land.places, land.places.dropFirst()) where place.pull > 0 && next.pull > 0 {
            #expect(next.height < place.height, "it pulls upwards at \(place.contracture)")
        }
        #expect(land.height(at: -1) == land.places.first?.height)
        #expect(land.height(at: 2) == land.places.last?.height)
    }
}
