/// One page: its template, its title and what the template shows.
struct Page<View: Sendable>: Sendable {
    let template: String
    let title: String
    let view: View
}

/// What the layout shows around a page.
struct Frame<View> {
    let text: [String: String]
    let styleSheet: String
    let icon: String
    let title: String
    let view: View
}
