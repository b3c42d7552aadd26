import HTTPTypes
import Testing
import Unknot

@testable import UnknotWeb

@Suite("Pages to learn from")
struct LearnPageTests {
    private let learning: Learning

    init() throws { learning = try Site.engine.atlas.learning }

    @Test func `the contents lead to every page, when it is not a knot first`() async throws {
        let page = try await Site.ask(.get, "/learn")
        #expect(page.status == .ok)
        let links = page.text.matches(of: #/href="/learn/([a-z_]+)"/#).map { String($0.output.1) }
        #expect(links == learning.pages.map(\.id.rawValue))
        #expect(page.visibleText.contains("When it is not a knot"))
        #expect(!page.text.contains(">learn_"))
    }

    @Test func `each page shows every claim, how sure it is and where it comes from`() async throws {
        let kit = try Site.kit
        let renderer = try PageRenderer(kit.engine.atlas)
        for page in learning.pages {
            let html = try renderer.html(.learnPage(page, kit: kit))
            let text = html.visibleText
            #expect(text.contains(page.short))
            for claim in page.claims {
                let start = try #require(html.firstRange(of: #"id="\#(claim.id)""#)).upperBound
                // A claim reaches to the end of its sources.
                let end = try #require(html[start...].firstRange(of: "</details>")).lowerBound
                let part = String(html[start..<end]).visibleText
                #expect(part.contains(claim.text), "\(claim.id)")
                if let belief = claim.belief { #expect(part.contains("“\(belief)”")) }
                #expect(part.contains(kit.engine.atlas.phrases("learn_\(claim.certainty.rawValue)")))
                for source in claim.sources.compactMap(kit.engine.atlas.reference) {
                    #expect(part.contains(source.citation), "\(claim.id)")
                }
            }
        }
    }

    @Test func `the warning signs stand before everything else of their page`() async throws {
        let page = try await Site.ask(.get, "/learn/not_a_knot")
        #expect(page.status == .ok)
        let atlas = try Site.engine.atlas
        let text = page.text
        let claims = try #require(text.firstRange(of: "learn-claim")).lowerBound
        for urgency in WarningSign.Urgency.allCases {
            for sign in atlas.learnedSigns(urgency) {
                #expect(page.visibleText.contains(sign.plainLabel), "\(sign.id)")
                #expect(page.visibleText.contains(sign.plainQuestion), "\(sign.id)")
            }
        }
        #expect(try #require(text.firstRange(of: "Get help at once")).lowerBound < claims)
    }

    @Test func `one can leaf from the first page to the last and back`() async throws {
        var seen: [String] = []
        var path: String? = "/learn/\(try #require(learning.pages.first).id)"
        while let here = path, seen.count < 50 {
            seen.append(here)
            let page = try await Site.ask(.get, here).text
            let back = page.firstMatch(of: #/rel="prev" href="([^"]+)"/#).map { String($0.output.1) }
            #expect(back == seen.dropLast().last)
            path = page.firstMatch(of: #/rel="next" href="([^"]+)"/#).map { String($0.output.1) }
        }
        #expect(seen == learning.pages.map { "/learn/\($0.id)" })
    }

    @Test func `a search leads to the very sentence`() async throws {
        let page = try await Site.ask(.get, "/learn?q=toxin%20")
        #expect(page.visibleText.contains("What is doubtful"))
        let water = try await Site.ask(.get, "/learn?q=drinking")
        #expect(water.text.contains(#"href="/learn/doubtful#dehydration""#))
        let none = try await Site.ask(.get, "/learn?q=%3Cb%3Ezzz")
        #expect(none.status == .ok && none.visibleText.contains("Nothing was found"))
        #expect(!none.text.contains("<b>zzz"))
    }

    @Test func `every link of a template to a page leads to one`() {
        for (name, text) in Resources.texts(ending: ".mustache") {
            for link in text.matches(of: #/"/learn/([a-z_]+)"/#) {
                #expect(learning.page(LearnPageID(String(link.output.1))) != nil, "\(name): \(link.output.0)")
            }
        }
    }

    @Test(arguments: ["result", "plan", "understand", "today", "warnings", "releasestop", "techniques", "layout"])
    func `is linked from where it matters`(template: String) throws {
        #expect(try Resources.text(of: "\(template).mustache").contains("\"/learn"))
    }

    @Test(arguments: ["/learn/nemo", "/learn/a/b", "/learn/%3Cscript%3E"])
    func `has no page for what it does not know`(path: String) async throws {
        #expect(try await Site.ask(.get, path).status == .notFound)
    }

    @Test(arguments: ["/learn", "/learn/what"])
    func `takes no posts`(path: String) async throws {
        #expect(try await Site.ask(.post, path, body: []).status == .methodNotAllowed)
    }
}
