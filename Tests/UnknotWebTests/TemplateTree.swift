/// A template as a tree, read independently of the library that renders it.
indirect enum TemplateNode: Sendable {
    case variable(path: [String], tag: String)
    case section(path: [String], tag: String, isInverted: Bool, children: [TemplateNode])
    case partial(String)
    case layout(String, blocks: [String: [TemplateNode]])
    case block(String, children: [TemplateNode])
}

/// Reads the tags of a template.
struct TemplateReader {
    private var tags: [Substring]
    private let file: String

    /// The tree of a template.
    static func tree(of text: String, file: String) -> [TemplateNode] {
        var reader = TemplateReader(tags: text.matches(of: /\{\{([^}]+)\}\}/).map(\.output.1), file: file)
        return reader.nodes(until: nil)
    }

    private mutating func nodes(until end: String?) -> [TemplateNode] {
        var nodes: [TemplateNode] = []
        while !tags.isEmpty {
            let tag = tags.removeFirst()
            let name = String(tag.dropFirst())
            switch tag.first {
            case "/":
                precondition(name == end, "\(file): {{\(tag)}} closes nothing")
                return nodes
            case "#", "^":
                nodes.append(
                    .section(
                        path: path(name), tag: "\(file) {{\(tag)}}", isInverted: tag.first == "^",
                        children: self.nodes(until: name)))
            case ">": nodes.append(.partial(name))
            case "<": nodes.append(.layout(name, blocks: blocks(self.nodes(until: name))))
            case "$": nodes.append(.block(name, children: self.nodes(until: name)))
            case "{", "&": preconditionFailure("\(file): {{\(tag)}} is not escaped")
            default: nodes.append(.variable(path: path(String(tag)), tag: "\(file) {{\(tag)}}"))
            }
        }
        precondition(end == nil, "\(file): \(end ?? "") is not closed")
        return nodes
    }

    private func blocks(_ nodes: [TemplateNode]) -> [String: [TemplateNode]] {
        var blocks: [String: [TemplateNode]] = [:]
        for case .block(let name, let children) in nodes { blocks[name] = children }
        return blocks
    }

    private func path(_ name: String) -> [String] {
        name == "." ? [] : name.split(separator: ".").map(String.init)
    }
}
