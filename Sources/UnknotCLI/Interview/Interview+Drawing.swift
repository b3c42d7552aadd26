import Unknot

/// Where it hurts, and who is asking.
extension Interview {
    /// The parts of the body, in the order in which they are numbered.
    static let zones: [BodyRegion.Zone] = [
        .lowBack, .pelvis, .midBack, .upperBack, .shoulder, .neck, .head, .chest, .abdomen, .arm, .leg,
    ]

    private static let mostMatches = 12

    func takePlaces(_ reply: TypedReply, _ next: inout State) throws {
        if reply.isEmpty {
            guard !next.intake.drawing.isEmpty else { throw Misunderstanding.nothingMarked }
            next.stage = .age
        } else if let number = reply.number {
            guard Self.zones.indices.contains(number - 1) else { throw Misunderstanding.notAChoice(reply.text) }
            let zone = Self.zones[number - 1]
            let regions = engine.atlas.regions.filter { $0.zone == zone }.sorted {
                $0.view == .back && $1.view == .front
            }
            next.stage = .regions(regions.map(\.id), nil)
        } else {
            try search(reply, &next)
        }
    }

    /// Areas whose names or descriptions hold the words; single letters would fit half the body.
    private func search(_ reply: TypedReply, _ next: inout State) throws {
        let words = reply.searchWords
        guard words.contains(where: { $0.count > 1 }) else { throw Misunderstanding.unclear(reply.text) }
        let matches = engine.atlas.search(words.joined(separator: " ")).compactMap { match -> RegionID? in
            guard case .region(let id) = match.item else { return nil }
            return id
        }
        guard !matches.isEmpty else { throw Misunderstanding.nothingFound(reply.text) }
        let found = Array(matches.prefix(Self.mostMatches))
        if found.count == 1 {
            choose(found, reply.side, &next)
        } else {
            next.stage = .regions(found, reply.side)
        }
    }

    private func choose(_ regions: [RegionID], _ side: SideChoice?, _ next: inout State) {
        let isSided = regions.contains { engine.atlas.region($0)?.laterality == .paired }
        if let side = side ?? (isSided ? nil : .both) {
            next.stage = .strength(places(of: regions, side))
        } else {
            next.stage = .side(regions)
        }
    }

    func takeRegions(
        _ reply: TypedReply,
        _ regions: [RegionID],
        _ hint: SideChoice?,
        _ next: inout State
    ) throws {
        guard !reply.isEmpty else {
            next.stage = .places
            return
        }
        let numbers = reply.searchWords.map { Int($0) }
        guard numbers.contains(where: { $0 != nil }) else { return try search(reply, &next) }
        let chosen = try numbers.map { number -> RegionID in
            guard let number, regions.indices.contains(number - 1) else {
                throw Misunderstanding.notAChoice(reply.text)
            }
            return regions[number - 1]
        }
        choose(chosen, reply.side ?? hint, &next)
    }

    func takeSide(_ reply: TypedReply, _ regions: [RegionID], _ next: inout State) throws {
        guard let side = reply.side, reply.words.count == 1 else { throw Misunderstanding.unclear(reply.text) }
        next.stage = .strength(places(of: regions, side))
    }

    private func places(of regions: [RegionID], _ side: SideChoice) -> [BodyPlace] {
        regions.compactMap(engine.atlas.region).flatMap(side.places)
    }

    func takeStrength(_ reply: TypedReply, _ places: [BodyPlace], _ next: inout State) throws {
        let strength: MarkStrength
        switch reply.text {
        case "1", "m", "most", "main": strength = .main
        case "2", "a", "also", "lesser": strength = .lesser
        default: throw Misunderstanding.unclear(reply.text)
        }
        for place in places {
            next.intake.drawing.removeAll { $0.place == place }
            next.intake.drawing.append(PainMark(place, strength: strength))
        }
        next.stage = .places
    }

    func takeAge(_ reply: TypedReply, _ next: inout State) throws {
        if !reply.isEmpty && !reply.isUnknown {
            guard let years = reply.number, (0...120).contains(years) else {
                throw Misunderstanding.unclear(reply.text)
            }
            next.intake.age = years
        }
        next.stage = .sex
    }

    func takeSex(_ reply: TypedReply, _ next: inout State) throws {
        switch reply.text {
        case "1", "f", "female": next.intake.sex = .female
        case "2", "m", "male": next.intake.sex = .male
        case "3", "o", "other": next.intake.sex = .other
        default:
            guard reply.isEmpty || reply.isUnknown else { throw Misunderstanding.unclear(reply.text) }
        }
        try goOn(&next)
    }
}
