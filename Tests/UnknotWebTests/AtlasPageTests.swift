import HTTPTypes
import Testing
import Unknot

@testable import UnknotWeb

@Suite("The atlas")
struct AtlasPageTests {
    @Test("has a page for every muscle, point and region, and every link in it leads somewhere")
    func everyPage() throws {
        let kit = try Site.kit
        let renderer = try PageRenderer(Site.engine.atlas)
        let writer = AtlasWriter(kit)
        let atlas = kit.engine.atlas
        let entries =
            atlas.muscles.map { ("/atlas/muscles/\($0.id)", writer.entry($0)) }
            + atlas.points.map { ("/atlas/points/\($0.id)", writer.entry($0)) }
            + atlas.regions.map { ("/atlas/regions/\($0.id)", writer.entry($0)) }
        let addresses = Set(
            entries.map(\.0) + ["/", "/release", "/understand", "/atlas", "/techniques", "/learn", "/prevent"]
        )
        .union(atlas.care.techniques.map { "/techniques/\($0.id)" })
        for (address, entry) in entries {
            let html = try renderer.html(.entry(entry))
            let links = html.matches(of: /href="(\/[^"]*)"/).map { String($0.output.1) }
            let broken = links.filter { !$0.hasPrefix("/assets/") && !addresses.contains($0) }
            #expect(broken.isEmpty, "\(address) leads to \(broken)")
            #expect(!entry.figure.panels.isEmpty, "\(address) has no picture")
            #expect(!html.contains("access_"), "\(address) lacks a text")
            #expect(
                !html.contains("atlas_"), "\(address) lacks a text: \(html.matches(of: /\batlas_\w+/).map(\.output))")
        }
    }

    @Test("shows of a muscle what a therapist looks for")
    func muscle() async throws {
        let page = try await Site.ask(.get, "/atlas/muscles/quadratus_lumborum")
        #expect(page.status == .ok)
        let html = page.text
        for heading in [
            "Where its knots sit", "Hurts here in nearly everybody", "What makes it hurt more", "Where it is attached",
            "Sources and how far each was read", "Before you press:",
        ] {
            #expect(html.contains(heading), "\(heading)")
        }
        #expect(html.contains("/atlas/points/quadratus_lumborum_deep_upper"))
        #expect(html.contains("url(#atlas-essential)") && html.contains("url(#atlas-spillover)"))
    }

    @Test("says nothing of pressing where nobody should press")
    func unpressable() throws {
        let kit = try Site.kit
        for point in kit.engine.atlas.points where !point.mayBePressed {
            let reach = AtlasWriter(kit).entry(point).facts.first { $0.factTitle == kit.texts("atlas_reach") }
            #expect(reach?.factText == kit.texts("access_none"), "\(point.id)")
        }
    }

    @Test(
        "finds by plain words",
        arguments: [
            ("lowest+back", "/atlas/regions/paraspinal_l4_s1"), ("shoulder%20blade", "/atlas/muscles/infraspinatus"),
            ("PIRIFORMIS", "/atlas/muscles/piriformis"),
        ])
    func search(query: String, expected: String) async throws {
        let page = try await Site.ask(.get, "/atlas?q=\(query)")
        #expect(page.status == .ok)
        #expect(page.text.contains("href=\"\(expected)\""))
    }

    @Test("says when nothing was found, and shows what was typed without reading it as markup")
    func nothingFound() async throws {
        let page = try await Site.ask(.get, "/atlas?q=%22%3E%3Cscript%3Ezzz")
        #expect(page.status == .ok)
        #expect(page.text.contains("Nothing found"))
        #expect(!page.text.contains("<script>"))
    }

    @Test(
        "has no page for what it does not know",
        arguments: [
            "/atlas/muscles/nemo", "/atlas/points/quadratus_lumborum", "/atlas/regions/nowhere", "/atlas/nothing",
            "/atlas/muscles/", "/atlas/muscles/a/b",
        ])
    func unknown(path: String) async throws {
        #expect(try await Site.ask(.get, path).status == .notFound)
    }

    @Test("takes no posts")
    func method() async throws {
        let answer = try await Site.ask(.post, "/atlas", body: [])
        #expect(answer.status == .methodNotAllowed)
    }
}
