extension String {
    /// The text with every character that HTML gives a meaning standing alone.
    ///
    /// The template library escapes whole characters as people see them. A quotation mark with a combining accent is
    /// one such character, which it does not know, while a browser sees the bare mark. Text that came from outside
    /// loses what is attached to such marks before it is shown.
    var escapable: String {
        let special: Set<Unicode.Scalar> = ["<", ">", "&", "\"", "'"]
        var result = String.UnicodeScalarView()
        for character in self {
            let scalars = character.unicodeScalars
            let marks = scalars.filter { special.contains($0) }
            result.append(contentsOf: marks.isEmpty ? Array(scalars) : Array(marks))
        }
        // Without what stood between them, neighbours may have become one character.
        let text = String(result)
        return text.count == self.count ? text : text.escapable
    }
}
