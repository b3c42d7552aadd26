import HTTPTypes
import Testing
import Unknot

@testable import UnknotWeb

@Suite("Style sheet, icon, figure and texts")
struct AssetTests {
    @Test(arguments: [
        ("unknot.css", "text/css; charset=utf-8"), ("icon.svg", "image/svg+xml"),
        ("map.js", "text/javascript; charset=utf-8"),
    ])
    func `assets may be kept for ever under a name that changes with them`(name: String, type: String) async throws {
        let address = try PageRenderer(Site.engine.atlas).assets.address(of: name)
        let page = try await Site.ask(.get, "/").text
        #expect(page.contains("\"\(address)\""))
        let response = try await Site.ask(.get, address)
        #expect(response.status == .ok)
        #expect(response.headers[.contentType] == type)
        #expect(response.headers[.cacheControl] == "public, max-age=31536000, immutable")
    }

    @Test func `another content has another name`() throws {
        let first = try Assets(["a.css": "one"])
        let second = try Assets(["a.css": "two"])
        #expect(first.address(of: "a.css") != second.address(of: "a.css"))
    }

    @Test func `scripts import each other under the names they are served with`() throws {
        let texts = ["a.js": "import { b } from \"./b.js\";", "b.js": "export const b = 1;"]
        let assets = try Assets(texts)
        let script = try #require(assets[String(assets.address(of: "a.js").dropFirst("/assets/".count))])
        #expect(script.type == "text/javascript; charset=utf-8")
        #expect(script.text == "import { b } from \".\(assets.address(of: "b.js").dropFirst("/assets".count))\";")
        let other = try Assets(texts.merging(["b.js": "export const b = 2;"]) { $1 })
        #expect(assets.address(of: "a.js") != other.address(of: "a.js"), "kept for ever, it would ask for the old one")
    }

    @Test func `everything that a script imports, near or far, is named beforehand`() throws {
        let assets = try Assets([
            "a.js": "import { b } from \"./b.js\";", "b.js": "import { c } from \"./c.js\";",
            "c.js": "export const c = 1;", "d.js": "",
        ])
        #expect(assets.addresses(importedBy: ["a.js"]) == ["b.js", "c.js"].map(assets.address))
        #expect(assets.addresses(importedBy: ["d.js"]).isEmpty)
    }

    @Test(arguments: [
        ["a.js": "import { b } from \"./b.js\";"],
        ["a.js": "import { b } from \"./b.js\";", "b.js": "import { a } from \"./a.js\";"],
        ["a.exe": ""],
    ])
    func `scripts that cannot be served are refused`(texts: [String: String]) {
        #expect(throws: WebError.self) { try Assets(texts) }
    }

    @Test func `the style sheets load nothing`() throws {
        let css = PageRenderer.styleSheet(try Site.engine.atlas) + PageRenderer.partSheet
        // Stripes are drawn by the page itself.
        #expect(!css.replacing("url(#hatch)", with: "").contains("url(") && !css.contains("@import"))
    }

    @Test(arguments: ["key,text\na", "key,text\na,", "key,text\na,\"b", "key,text\na,b\"c", "key,text\na,b\na,c"])
    func `broken texts are refused`(csv: String) {
        #expect(throws: WebError.self) { try PageTexts(csv: csv) }
    }

    @Test func `texts may hold commas, quotes and values`() throws {
        let texts = try PageTexts(csv: "key,text\na,\"one, \"\"two\"\" {number}\"\nb,three\n")
        #expect(texts("a", ["number": "4"]) == "one, \"two\" 4")
        #expect(texts.has("b") && !texts.has("c"))
    }
}
