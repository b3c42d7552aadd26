import Unknot

/// What pages are made from.
struct PageKit: Sendable {
    let engine: Engine
    let texts: PageTexts
}

extension String {
    /// The same text with a capital first letter.
    var capitalizedFirst: String {
        prefix(1).uppercased() + dropFirst()
    }
}
