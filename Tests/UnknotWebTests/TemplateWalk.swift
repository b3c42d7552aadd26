/// Walks templates over views as rendering does, and notes keys without a field, and fields and tags that were used.
struct TemplateWalk: Sendable {
    private let templates: [String: [TemplateNode]]
    /// Keys for which no view on the way has a field.
    private(set) var missing: Set<String> = []
    /// Fields of views, as `Type.field`, that some template asked for.
    private(set) var used: Set<String> = []
    /// Fields that the views have.
    private(set) var fields: Set<String> = []
    /// Tags that were reached.
    private(set) var reached: Set<String> = []

    init(templates: [String: String]) {
        self.templates = Dictionary(
            uniqueKeysWithValues: templates.map { ($0.key, TemplateReader.tree(of: $0.value, file: $0.key)) })
    }

    /// Every tag that asks for a field.
    var tags: Set<String> {
        templates.values.reduce(into: []) { Self.collect($1, into: &$0) }
    }

    mutating func walk(_ template: String, over root: Any) {
        walk(templates[template] ?? [], [root], blocks: [:])
    }

    private mutating func walk(_ nodes: [TemplateNode], _ stack: [Any], blocks: [String: [TemplateNode]]) {
        for node in nodes {
            switch node {
            case .variable(let path, let tag):
                reached.insert(tag)
                _ = value(path, stack, tag)
            case .section(let path, let tag, let isInverted, let children):
                reached.insert(tag)
                enter(value(path, stack, tag), isInverted, children, stack, blocks)
            case .partial(let name):
                guard let tree = templates[name] else { missing.insert("partial \(name)"); continue }
                walk(tree, stack, blocks: blocks)
            case .layout(let name, let own):
                walk(templates[name] ?? [], stack, blocks: own)
            case .block(let name, let children):
                walk(blocks[name] ?? children, stack, blocks: blocks)
            }
        }
    }

    private mutating func enter(
        _ value: Any?, _ isInverted: Bool, _ children: [TemplateNode], _ stack: [Any],
        _ blocks: [String: [TemplateNode]]
    ) {
        let items: [Any]
        switch value.flatMap(Self.unwrapped) {
        case nil: items = []
        case let flag as Bool: items = flag ? [flag] : []
        case let list as [Any]: items = list
        case let some?: items = [some]
        }
        if isInverted {
            if items.isEmpty { walk(children, stack, blocks: blocks) }
        } else {
            for item in items { walk(children, stack + [item], blocks: blocks) }
        }
    }

    /// The value of a path; notes it as missing when no view on the stack has such a field.
    private mutating func value(_ path: [String], _ stack: [Any], _ tag: String) -> Any? {
        for object in stack { note(object) }
        guard let first = path.first else { return stack.last }
        for object in stack.reversed() {
            guard var found = field(first, of: object) else { continue }
            for name in path.dropFirst() {
                guard let inner = field(name, of: found) else { missing.insert(tag); return nil }
                found = inner
            }
            return found
        }
        missing.insert(tag)
        return nil
    }

    private mutating func field(_ name: String, of object: Any) -> Any? {
        if let texts = object as? [String: String] { return texts[name] }
        let mirror = Mirror(reflecting: object)
        guard mirror.displayStyle == .struct, let child = mirror.children.first(where: { $0.label == name }) else {
            return nil
        }
        used.insert("\(type(of: object)).\(name)")
        return child.value
    }

    private mutating func note(_ object: Any) {
        let mirror = Mirror(reflecting: object)
        guard mirror.displayStyle == .struct, !(object is String) else { return }
        for case let label? in mirror.children.map(\.label) { fields.insert("\(type(of: object)).\(label)") }
    }

    private static func unwrapped(_ value: Any) -> Any? {
        let mirror = Mirror(reflecting: value)
        guard mirror.displayStyle == .optional else { return value }
        return mirror.children.first?.value
    }

    private static func collect(_ nodes: [TemplateNode], into tags: inout Set<String>) {
        for node in nodes {
            switch node {
            case .variable(_, let tag): tags.insert(tag)
            case .section(_, let tag, _, let children):
                tags.insert(tag)
                collect(children, into: &tags)
            case .partial: break
            case .layout(_, let blocks): blocks.values.forEach { collect($0, into: &tags) }
            case .block(_, let children): collect(children, into: &tags)
            }
        }
    }
}
