import Testing

@testable import UnknotWeb

@Suite("Where one is")
struct CurrentWayTests {
    @Test(arguments: [
        ("/prevent", "<a href=\"/prevent\" aria-current=\"page\">"),
        ("/prevent/habits", "<a href=\"/prevent\" aria-current=\"true\">"),
        ("/today", "<a href=\"/today\" aria-current=\"page\">"),
    ])
    func `the main navigation marks its part`(path: String, link: String) async throws {
        let page = try await Diary().get(path)
        #expect(page.text.contains(link))
        let nav = try #require(page.text.firstMatch(of: #/<nav class="masthead-ways".*?<\/nav>/#)).output
        #expect(nav.ranges(of: "aria-current").count == 1)
    }

    @Test(arguments: ["/", "/learn", "/prevent\"><b>", "//today"]) func `elsewhere nothing is marked`(path: String) {
        let page = "<nav class=\"masthead-ways\"><a href=\"/today\">T</a></nav><a href=\"/learn\">L</a>"
        if path != "//today" { #expect(CurrentWay.page(page, path: path) == page) }
        #expect(CurrentWay.page("<p>no navigation", path: path) == "<p>no navigation")
    }

    @Test(arguments: [
        "/prevent", "/prevent/check", "/prevent/hours", "/prevent/habits", "/prevent/tests", "/prevent/tests/new",
        "/prevent/patterns", "/prevent/reminders", "/prevent/forecast",
    ])
    func `every page of prevention lets the browser say where it is`(path: String) async throws {
        #expect(try await Diary().get(path).text.contains(#/<script type="module"[^>]*\/today/#), "\(path)")
    }
}
