import Testing
import Unknot

@testable import UnknotWeb

@Suite("The body on the first page")
struct MapTests {
    @Test func `every place that can be marked has a shape and a rule that fills it without scripts`() throws {
        let kit = try Site.kit
        let map = MapView(IntakeForm(), kit: kit)
        let style = MapStyle.sheet(kit.engine.atlas)
        let drawn = Set(map.panels.flatMap(\.shapes).map(\.shapePlace))
        for place in kit.engine.atlas.regions.flatMap(\.places) {
            let name = "\(place.region.rawValue) \(place.side.rawValue)"
            #expect(drawn.contains(name))
            #expect(style.contains("#place-\(MapStyle.name(of: place)):checked) [data-place=\"\(name)\"]"))
        }
    }

    @Test func `left and right stand on the sides where they are seen`() throws {
        let panels = MapView(IntakeForm(), kit: try Site.kit).panels
        #expect(panels.map(\.panelID) == ["back", "front"])
        #expect(panels.map(\.leftName) == ["Your left", "Your right"])
        #expect(panels.map(\.rightName) == ["Your right", "Your left"])
    }

    @Test func `what was said shows on the figure`() throws {
        let form = try Site.form(
            "place=paraspinal_l4_s1:left&place=sacrum:midline&intensity.paraspinal_l4_s1.left=6")
        let back = try #require(MapView(form, kit: try Site.kit).panels.first)
        let marked = back.shapes.filter { $0.shapeClass != "region" }
        #expect(marked.map(\.shapeID) == ["figure-back-paraspinal_l4_s1-left", "figure-back-sacrum-midline"])
        #expect(marked.map(\.shapeClass) == ["region is-marked level-6", "region is-marked"])
        #expect(back.numbers.map(\.number) == [6])
        #expect(back.numbers.allSatisfy { $0.numberX < 0 }, "the person's left, from behind")
    }

    @Test func `what was said of places can be changed and is not sent twice`() throws {
        let form = try Site.form(
            "place=sacrum:midline&intensity.sacrum.midline=6&quality.sacrum.midline=dull&answer.walking=worse")
        let page = FirstPage(form, kit: try Site.kit)
        #expect(page.feelings.map(\.fieldName) == ["intensity.sacrum.midline", "quality.sacrum.midline"])
        #expect(page.carried.map(\.fieldName) == ["answer.walking"])
    }
}
