import HTTPTypes
import Testing
import Unknot

@testable import UnknotWeb

/// Pages of techniques that together show everything.
enum TechniquePages {
    static func libraries(_ kit: PageKit) -> [Page<TechniquesPage>] {
        [
            TechniqueFilter(), TechniqueFilter(area: "buttock", performer: .partner),
            TechniqueFilter(area: "neck_back", tool: .foamRoller, performer: .clinician),
        ].map { .techniques($0, kit: kit) }
    }

    static func entries(_ kit: PageKit) -> [Page<TechniquePage>] {
        kit.engine.atlas.care.techniques.map { .technique(TechniqueWriter(kit).page($0), $0) }
    }
}

@Suite("Techniques")
struct TechniquePageTests {
    @Test("each has a page with its drawing, and every link on it leads somewhere")
    func everyPage() throws {
        let kit = try Site.kit
        let renderer = try PageRenderer(Site.engine.atlas)
        let atlas = kit.engine.atlas
        let addresses = Set(
            atlas.muscles.map { "/atlas/muscles/\($0.id)" } + [
                "/", "/release", "/understand", "/atlas", "/techniques", "/learn", "/prevent",
            ])
        for page in TechniquePages.entries(kit) {
            let html = try renderer.html(page)
            let links = html.matches(of: /href="(\/[^"]*)"/).map { String($0.output.1) }
            let broken = links.filter { !$0.hasPrefix("/assets/") && !addresses.contains($0) }
            #expect(broken.isEmpty, "\(page.title) leads to \(broken)")
            #expect(html.contains("<svg class=\"tech-figure\""), "\(page.title) has no drawing")
            let gaps = html.matches(of: /\b(technique|plan|drawing|status)_\w+|\{\w+\}/).map { String($0.output.0) }
            #expect(gaps.isEmpty, "\(page.title) lacks \(gaps)")
        }
    }

    @Test("what belongs to a professional says so and gives no steps to do oneself")
    func professional() throws {
        let kit = try Site.kit
        let writer = TechniqueWriter(kit)
        for technique in kit.engine.atlas.care.techniques {
            let page = writer.page(technique)
            let isProfessional = technique.performer == .clinician
            #expect(page.isProfessional == isProfessional)
            #expect((page.stepsHeading == kit.texts("technique_steps")) != isProfessional, "\(technique.id)")
            if !isProfessional { #expect(page.avoidsNothing == technique.avoids.isEmpty, "\(technique.id)") }
        }
    }

    @Test("shows every study, and says plainly which found nothing")
    func evidence() throws {
        let kit = try Site.kit
        let writer = TechniqueWriter(kit)
        for technique in kit.engine.atlas.care.techniques {
            let effects = kit.engine.atlas.care.effects(of: technique.id)
            let page = writer.page(technique)
            #expect(page.findings.count == effects.count)
            #expect(page.lacksFindings == effects.isEmpty)
            for (finding, effect) in zip(page.findings, effects) where effect.isNull {
                let isLevel = effect.comparator.hasPrefix("none")
                #expect(finding.findingResult.hasPrefix(kit.texts("technique_result_null")) != isLevel)
            }
        }
    }

    @Test("names everybody who must not")
    func blocked() throws {
        let kit = try Site.kit
        let care = kit.engine.atlas.care
        for technique in care.techniques {
            let page = TechniqueWriter(kit).page(technique)
            let blocking = care.healthChecks.filter { $0.severity == .block && $0.techniques.contains(technique.id) }
            #expect(page.blocked.count == blocking.count)
            for (bar, check) in zip(page.blocked, blocking) { #expect(bar.barLabel.hasPrefix(check.plainLabel)) }
        }
    }

    @Test("the library shows all, and every choice shows what fits it and counts it")
    func filters() throws {
        let kit = try Site.kit
        let care = kit.engine.atlas.care
        let areas: [CarePlaceID] = ["buttock", "neck_back"]
        let performers: [Technique.Performer?] = [nil] + Technique.Performer.allCases.map { $0 }
        #expect(TechniquesPage(TechniqueFilter(), kit: kit).shelves.flatMap(\.cards).count == care.techniques.count)
        for area in areas {
            for performer in performers {
                for tool in [nil, CareTool.ball] {
                    let filter = TechniqueFilter(area: area, tool: tool, performer: performer)
                    let fitting = care.techniques.filter { filter.matches($0, care) }
                    let page = TechniquesPage(filter, kit: kit)
                    #expect(page.shelves.flatMap(\.cards).count == fitting.count)
                    #expect(page.isEmpty == fitting.isEmpty)
                    #expect(fitting.isEmpty || page.waysOut.isEmpty)
                }
            }
        }
    }

    @Test("an address gives the choice back that it was made from")
    func address() throws {
        let care = try Site.engine.atlas.care
        let filter = TechniqueFilter(area: "buttock", tool: .ball, performer: .person)
        #expect(filter.address == "/techniques?area=buttock&tool=ball&who=self")
        #expect(try TechniqueFilter(area: "buttock", tool: "ball", who: "self", care) == filter)
        #expect(try TechniqueFilter(area: "", tool: nil, who: "", care).isAny)
    }

    @Test("an empty choice says what to change")
    func nothing() async throws {
        let page = try await Site.ask(.get, "/techniques?area=neck_back&tool=foam_roller&who=self")
        #expect(page.status == .ok)
        #expect(page.text.contains("Nothing fits all of that"))
        #expect(page.text.contains("href=\"/techniques?tool=foam_roller&amp;who=self\""))
    }

    @Test("a choice that means nothing is refused with what does, and never read as markup")
    func refused() async throws {
        let page = try await Site.ask(.get, "/techniques?area=%3Cscript%3Ezzz")
        #expect(page.status == .badRequest)
        #expect(page.text.contains("upper_trapezius") && !page.text.contains("<script>zzz"))
    }

    @Test("has no page for what it does not know", arguments: ["/techniques/nemo", "/techniques/a/b", "/technique"])
    func unknown(path: String) async throws {
        #expect(try await Site.ask(.get, path).status == .notFound)
    }

    @Test("takes no posts", arguments: ["/techniques", "/techniques/walk"])
    func method(path: String) async throws {
        #expect(try await Site.ask(.post, path, body: []).status == .methodNotAllowed)
    }

    @Test(
        "a point of back, neck, shoulder or buttock has a way for oneself and one for a partner, or its page says why not"
    )
    func coverage() throws {
        let kit = try Site.kit
        let atlas = kit.engine.atlas
        let zones: Set<BodyRegion.Zone> = [.neck, .shoulder, .upperBack, .midBack, .lowBack, .pelvis]
        for point in atlas.points where point.mayBePressed {
            guard let zone = atlas.region(point.surfaceRegion)?.zone, zones.contains(zone) else { continue }
            let titles = Set(AtlasWriter(kit).entry(point).facts.map(\.factTitle))
            let own = ["atlas_ways_self", "atlas_no_self"].map { kit.texts($0) }
            let partner = ["atlas_ways_partner", "atlas_no_partner"].map { kit.texts($0) }
            #expect(!titles.isDisjoint(with: own), "\(point.id): nothing to do oneself and no reason")
            #expect(!titles.isDisjoint(with: partner), "\(point.id): nothing for a partner and no reason")
        }
    }
}
