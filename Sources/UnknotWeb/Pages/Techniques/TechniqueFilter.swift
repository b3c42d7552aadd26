import Unknot

/// What somebody wants to see of the library: an area, a tool, who does it, or any of these.
struct TechniqueFilter: Hashable, Sendable {
    var area: CarePlaceID?
    var tool: CareTool?
    var performer: Technique.Performer?

    init(area: CarePlaceID? = nil, tool: CareTool? = nil, performer: Technique.Performer? = nil) {
        self.area = area
        self.tool = tool
        self.performer = performer
    }

    /// Reads the words of an address; an empty one counts as none.
    ///
    /// - Throws: ``IntakeProblem`` for a word that means nothing here, with the words that do.
    init(area: String?, tool: String?, who: String?, _ care: CareKnowledge) throws(IntakeProblem) {
        func said(_ text: String?) -> String? { text.flatMap { $0.isEmpty ? nil : $0 } }
        func refused(_ field: String, _ word: String, _ allowed: [String]) -> IntakeProblem {
            IntakeProblem(
                path: field, message: "Found “\(word.prefix(80))”.", allowed: allowed.joined(separator: ", "))
        }
        if let word = said(area) {
            let areas = Self.areas(care).map(\.rawValue)
            guard areas.contains(word) else { throw refused("area", word, areas) }
            self.area = CarePlaceID(word)
        }
        if let word = said(tool) {
            guard let tool = CareTool(rawValue: word) else {
                throw refused("tool", word, CareTool.allCases.map(\.rawValue))
            }
            self.tool = tool
        }
        if let word = said(who) {
            guard let performer = Technique.Performer(rawValue: word) else {
                throw refused("who", word, Technique.Performer.allCases.map(\.rawValue))
            }
            self.performer = performer
        }
    }

    /// Whether it leaves anything out.
    var isAny: Bool { self == TechniqueFilter() }

    /// Whether a technique is wanted.
    func matches(_ technique: Technique, _ care: CareKnowledge) -> Bool {
        if let tool, technique.tool != tool { return false }
        if let performer, technique.performer != performer { return false }
        guard let area else { return true }
        return technique.areas.contains { id in
            id == area || care.place(id, for: .area)?.isEverywhere == true
        }
    }

    /// The same without one of its parts, for each part that it has.
    var looser: [(key: String, filter: TechniqueFilter)] {
        var list: [(key: String, filter: TechniqueFilter)] = []
        if area != nil { list.append(("area", with { $0.area = nil })) }
        if tool != nil { list.append(("tool", with { $0.tool = nil })) }
        if performer != nil { list.append(("who", with { $0.performer = nil })) }
        return list
    }

    /// Its address.
    var address: String {
        let parts = [("area", area?.rawValue), ("tool", tool?.rawValue), ("who", performer?.rawValue)]
        let query = parts.compactMap { name, value in value.map { "\(name)=\($0)" } }.joined(separator: "&")
        return query.isEmpty ? "/techniques" : "/techniques?\(query)"
    }

    /// The areas that can be chosen, in the order of the table.
    static func areas(_ care: CareKnowledge) -> [CarePlaceID] {
        care.places.filter { $0.use == .area && !$0.isEverywhere }.map(\.id)
    }

    private func with(_ change: (inout TechniqueFilter) -> Void) -> TechniqueFilter {
        var other = self
        change(&other)
        return other
    }
}
