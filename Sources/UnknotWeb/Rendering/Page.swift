/// One page: its template, its title and what the template shows.
struct Page<View: Sendable>: Sendable {
    let template: String
    let title: String
    let view: View
    /// Names of the scripts that make more of the page, such as `map.js`; it works without them.
    var modules: [String] = []
    /// Whether it needs the styles of the parts that come after the first pages.
    var hasParts = true
}

/// What the layout shows around a page.
struct Frame<View> {
    let text: [String: String]
    let styleSheet: String
    /// The styles of the parts beyond the first pages; nil where nothing of them is shown.
    var partSheet: String?
    let icon: String
    /// Addresses of the scripts of the page.
    let modules: [String]
    /// Addresses of what they import.
    let preloads: [String]
    /// Whether there is a journal to lead to.
    let hasJournal: Bool
    let title: String
    let view: View
}
