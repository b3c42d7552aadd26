public import UnknotAtlas
public import UnknotRecord

/// What is known to be true or false, after one fact has answered every id that asks for it.
public struct KnownFacts: Sendable {
    private let trueIDs: Set<String>
    private let falseIDs: Set<String>

    /// Whether an id is true, false or not known.
    public subscript(id: String) -> Bool? {
        if trueIDs.contains(id) { return true }
        if falseIDs.contains(id) { return false }
        return nil
    }

    /// Gathers what an intake says.
    ///
    /// - Parameters:
    ///   - intake: Checked against the atlas.
    ///   - atlas: What is known.
    ///   - readingDrawing: Whether the drawing may answer questions that ask where it hurts.
    public init(_ intake: Intake, atlas: Atlas, readingDrawing: Bool = true) {
        var facts = DirectFacts(intake)
        facts.readIntake()
        if readingDrawing { facts.readDrawing(atlas) }
        let links = FactLinks(atlas)
        // A danger that was affirmed anywhere stands, even where something that it follows from was denied.
        let affirmed = links.spreadTrue(from: facts.trueIDs)
        trueIDs = affirmed
        falseIDs = links.spreadFalse(from: facts.falseIDs).subtracting(affirmed)
    }
}

/// Which facts follow from which: a finding sets a warning sign, one question's yes answers another.
private struct FactLinks {
    private var consequences: [String: Set<String>] = [:]
    private var premises: [String: Set<String>] = [:]

    init(_ atlas: Atlas) {
        for question in atlas.questions {
            for flag in question.setsFlags { add(question.id.rawValue, implies: flag.rawValue) }
            for premise in question.impliedBy { add(premise, implies: question.id.rawValue) }
        }
    }

    private mutating func add(_ premise: String, implies consequence: String) {
        consequences[premise, default: []].insert(consequence)
        premises[consequence, default: []].insert(premise)
    }

    func spreadTrue(from ids: Set<String>) -> Set<String> {
        Self.spread(from: ids, along: consequences)
    }

    /// What is denied denies everything that would imply it.
    func spreadFalse(from ids: Set<String>) -> Set<String> {
        Self.spread(from: ids, along: premises)
    }

    private static func spread(from ids: Set<String>, along links: [String: Set<String>]) -> Set<String> {
        var reached = ids
        var open = Array(ids)
        while let id = open.popLast() {
            for other in links[id] ?? [] where reached.insert(other).inserted { open.append(other) }
        }
        return reached
    }
}
