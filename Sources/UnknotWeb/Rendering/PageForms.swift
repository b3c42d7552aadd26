/// Finds the forms of a page that was made, to put something into each that changes something. So no form can be
/// forgotten, and no page has to know.
enum PageForms {
    /// The page with a hidden field in its forms.
    ///
    /// - Parameters:
    ///   - path: Where forms without an address are sent.
    ///   - field: The field for a form that is posted to a path; nil for none.
    static func inserting(
        into page: String, path: String, field: (_ path: String) -> (name: String, value: String)?
    )
        -> String
    {
        let bytes = Array(page.utf8)
        var made: [UInt8] = []
        made.reserveCapacity(bytes.count + 2_000)
        var rest = bytes[...]
        while let start = next(in: rest) {
            guard let end = rest[start...].firstIndex(of: UInt8(ascii: ">")) else { break }
            made += rest[..<end]
            made.append(UInt8(ascii: ">"))
            let tag = String(decoding: rest[start..<end], as: UTF8.self)
            rest = rest[(end + 1)...]
            guard tag.contains(" method=\"post\""), let field = field(action(of: tag) ?? path) else { continue }
            made += "<input type=\"hidden\" name=\"\(field.name)\" value=\"\(field.value)\">".utf8
        }
        made += rest
        return String(decoding: made, as: UTF8.self)
    }

    private static let opening = Array("<form ".utf8)

    /// Where the next form begins.
    private static func next(in bytes: ArraySlice<UInt8>) -> Int? {
        var from = bytes.startIndex
        while let start = bytes[from...].firstIndex(of: opening[0]) {
            if bytes[start...].starts(with: opening) { return start }
            from = start + 1
        }
        return nil
    }

    /// The path of a form's address, without its query.
    private static func action(of tag: String) -> String? {
        tag.firstMatch(of: #/ action="([^"?#]*)/#).map { String($0.output.1) }
    }
}
