import HTTPTypes
import Hummingbird
import Mustache
import Synchronization
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
        let shipped = try Self.shipped.get()
        (texts, library) = (shipped.texts, shipped.library)
        assets = try Self.assets(styleSheet: Self.styleSheet(atlas))
    }

    /// What ships with the program and is the same for every renderer; read once.
    private struct Shipped: Sendable {
        let texts: PageTexts
        let library: MustacheLibrary

        init() throws {
            texts = try PageTexts()
            var library = MustacheLibrary()
            for (name, text) in Resources.texts(ending: ".mustache") {
                try library.register(text, named: name)
            }
            self.library = library
        }
    }

    private static let shipped = Result { try Shipped() }

    /// The files for browsers by their style sheet, which names the places of an atlas.
    private static let madeAssets = Mutex<[String: Assets]>([:])

    private static func assets(styleSheet: String) throws -> Assets {
        if let assets = madeAssets.withLock({ $0[styleSheet] }) { return assets }
        var files = ["unknot.css": styleSheet, "parts.css": partSheet, "icon.svg": try Resources.text(of: "icon.svg")]
        for (name, text) in Resources.texts(ending: ".js") { files[name + ".js"] = text }
        let assets = try Assets(files)
        madeAssets.withLock { $0[styleSheet] = assets }
        return assets
    }

    /// What every page needs, and all that the first page needs.
    static func styleSheet(_ atlas: Atlas) -> String {
        (pieces { !isPart($0) } + [MapStyle.sheet(atlas)]).joined(separator: "\n")
    }

    /// What only later pages need, so that the first one stays light.
    static let partSheet = pieces(where: isPart).joined(separator: "\n")

    /// The pieces of the style sheets in the order of their numbers: later ones refine earlier ones.
    private static func pieces(where isWanted: (String) -> Bool) -> [String] {
        Resources.texts(ending: ".css").filter { isWanted($0.key) }.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Pieces with a number from 70 to 89 belong to parts.
    private static func isPart(_ name: String) -> Bool { ("70"..<"90").contains(name.prefix(2)) }

    /// The HTML of a page.
    func html<View>(_ page: Page<View>) throws -> String {
        let frame = Frame(
            text: texts.all,
            styleSheet: assets.address(of: "unknot.css"),
            partSheet: page.hasParts ? assets.address(of: "parts.css") : nil,
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
