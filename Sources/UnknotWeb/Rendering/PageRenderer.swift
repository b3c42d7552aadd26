import HTTPTypes
import Hummingbird
import Mustache
import Unknot

/// Renders pages from templates. Everything is escaped; no template has a raw section.
struct PageRenderer: Sendable {
    let texts: PageTexts
    let assets: Assets
    /// Whether pages lead to a journal.
    let hasJournal: Bool
    private let library: MustacheLibrary

    /// Reads the templates that ship with the program.
    ///
    /// - Parameters:
    ///   - atlas: Names the places of the first page, which the style sheet fills when they are ticked.
    ///   - hasJournal: Whether there is a journal to lead to.
    init(_ atlas: Atlas, hasJournal: Bool = false) throws {
        self.hasJournal = hasJournal
        texts = try PageTexts()
        var files = ["unknot.css": Self.styleSheet(atlas), "icon.svg": try Resources.text(of: "icon.svg")]
        for (name, text) in Resources.texts(ending: ".js") { files[name + ".js"] = text }
        assets = try Assets(files)
        var library = MustacheLibrary()
        for (name, text) in Resources.texts(ending: ".mustache") {
            try library.register(text, named: name)
        }
        self.library = library
    }

    /// The pieces of the style sheet in the order of their numbers: later ones refine earlier ones.
    static func styleSheet(_ atlas: Atlas) -> String {
        let pieces = Resources.texts(ending: ".css").sorted { $0.key < $1.key }.map(\.value)
        return (pieces + [MapStyle.sheet(atlas)]).joined(separator: "\n")
    }

    /// The HTML of a page.
    func html<View>(_ page: Page<View>) throws -> String {
        let frame = Frame(
            text: texts.all,
            styleSheet: assets.address(of: "unknot.css"),
            icon: assets.address(of: "icon.svg"),
            modules: page.modules.map(assets.address),
            preloads: assets.addresses(importedBy: page.modules),
            hasJournal: hasJournal,
            title: page.title,
            view: page.view
        )
        guard let html = library.render(frame, withTemplate: page.template) else {
            throw WebError.brokenResource(name: page.template, reason: "there is no such template")
        }
        return html
    }

    /// A page as a response.
    func response<View>(_ page: Page<View>, status: HTTPResponse.Status = .ok) throws -> Response {
        try Response(page: html(page), status: status)
    }
}
