import Unknot

/// Everything known about one thing of the atlas, laid out once for people and for programs.
struct AtlasCard: Hashable, Sendable {
    /// What it is: `muscle`, `point` and so on.
    let kind: String
    let id: String
    /// The name for everybody, or the question in plain words.
    let plainName: String
    /// The anatomical or medical name.
    let name: String
    private(set) var fields: [Field] = []

    init(kind: String, id: String, plainName: String, name: String) {
        self.kind = kind
        self.id = id
        self.plainName = plainName
        self.name = name
    }

    /// One thing known.
    struct Field: Hashable, Sendable {
        /// The key for programs.
        let key: String
        /// The label for people.
        let label: String
        let value: Value
    }

    /// What is known.
    enum Value: Hashable, Sendable {
        case text(String, TextStyle)
        case number(Double, shown: String)
        case items([Item])
    }

    /// One entry of a list.
    struct Item: Hashable, Sendable {
        /// The id with which it can be shown, if it has one.
        var id: String?
        var text: String
        /// Side, range, year: what qualifies it.
        var note: String?
        var status: EvidenceStatus?
    }

    /// Adds a text that is not empty.
    mutating func add(_ key: String, _ label: String, _ text: String?, _ style: TextStyle = .plain) {
        guard let text, !text.isEmpty else { return }
        fields.append(Field(key: key, label: label, value: .text(text, style)))
    }

    /// Adds a number, with the words in which people read it.
    mutating func add(_ key: String, _ label: String, _ number: Double?, shown: String) {
        guard let number else { return }
        fields.append(Field(key: key, label: label, value: .number(number, shown: shown)))
    }

    /// Adds a list that is not empty.
    mutating func add(_ key: String, _ label: String, _ items: [Item]) {
        guard !items.isEmpty else { return }
        fields.append(Field(key: key, label: label, value: .items(items)))
    }
}

extension AtlasCard: Encodable {
    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(kind, forKey: Key("kind"))
        try container.encode(id, forKey: Key("id"))
        try container.encode(plainName, forKey: Key("plain_name"))
        try container.encode(name, forKey: Key("name"))
        for field in fields {
            switch field.value {
            case .text(let text, _): try container.encode(text, forKey: Key(field.key))
            case .number(let number, _): try container.encode(number, forKey: Key(field.key))
            case .items(let items): try container.encode(items, forKey: Key(field.key))
            }
        }
    }
}

extension AtlasCard.Item: Encodable {
    private enum CodingKeys: String, CodingKey {
        case id, text, note, status
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(id, forKey: .id)
        try container.encode(text, forKey: .text)
        try container.encodeIfPresent(note, forKey: .note)
        try container.encodeIfPresent(status?.rawValue, forKey: .status)
    }
}
