import Unknot

/// Warning signs, questions and presses.
extension Interview {
    /// The numbers of those that are true, with a question mark after those that the person is not sure about; the
    /// others are false. No answer is read into silence. “e 2” asks what the second line means.
    func takeWarnings(_ reply: TypedReply, _ signs: [QuestionID], _ next: inout State) throws {
        if let number = reply.explained {
            guard signs.indices.contains(number - 1) else { throw Misunderstanding.notAChoice(reply.text) }
            throw Misunderstanding.askedToExplain(signs[number - 1])
        }
        var replies = [Reply](repeating: .no, count: signs.count)
        if reply.isUnknown {
            replies = replies.map { _ in .unknown }
        } else if !["n", "no", "none", "0"].contains(reply.text) {
            guard !reply.isEmpty else { throw Misunderstanding.unclear(reply.text) }
            for word in reply.words {
                let isUnsure = word.hasSuffix("?")
                guard let number = Int(isUnsure ? String(word.dropLast()) : word), signs.indices.contains(number - 1)
                else { throw Misunderstanding.notAChoice(word) }
                replies[number - 1] = isUnsure ? .unknown : .yes
            }
        }
        for (sign, answer) in zip(signs, replies) { next.intake.answers[sign.rawValue] = .reply(answer) }
        try goOn(&next)
    }

    func takeQuestion(_ reply: TypedReply, _ id: QuestionID, _ next: inout State) throws {
        next.intake.answers[id.rawValue] = .reply(try yesOrNo(reply).map { $0 ? .yes : .no } ?? .unknown)
        try goOn(&next)
    }

    /// What a person does not know about a movement is not recorded, since every effect would be a false answer.
    func takeMovement(_ reply: TypedReply, _ id: MovementID, _ next: inout State) throws {
        if reply.isUnknown {
            next.skipped.insert(id.rawValue)
        } else {
            next.intake.answers[id.rawValue] = .effect(try effect(reply))
        }
        try goOn(&next)
    }

    private func effect(_ reply: TypedReply) throws -> MovementEffect {
        switch reply.text {
        case "1", "w", "worse", "more": .worse
        case "2", "better", "less", "eases": .better
        case "3", "c", "cannot", "can't", "restricted": .restricted
        case "4", "n", "nothing", "same", "no effect", "no_effect": .noEffect
        default: throw Misunderstanding.unclear(reply.text)
        }
    }

    func takePress(_ reply: TypedReply, _ point: PointID, _ side: BodySide, _ next: inout State) throws {
        guard !reply.isUnknown else {
            next.skipped.insert(point.rawValue)
            return try goOn(&next)
        }
        guard let tenderness = Double(reply.text), (0...10).contains(tenderness) else {
            throw Misunderstanding.unclear(reply.text)
        }
        let press = Press(point, side, tenderness: tenderness)
        // What does not hurt can neither be the usual pain nor spread.
        if tenderness == 0 {
            try record(press, isFamiliar: false, &next)
        } else {
            next.stage = .familiar(press)
        }
    }

    func takeFamiliar(_ reply: TypedReply, _ press: Press, _ next: inout State) throws {
        var press = press
        press.isFamiliar = try yesOrNo(reply)
        next.stage = .spread(press, spreadOptions(press.point))
    }

    /// Where the point is known to send pain, among the areas around it so that the list does not give the answer away.
    private func spreadOptions(_ point: PointID) -> [RegionID] {
        guard let surface = engine.atlas.point(point)?.surfaceRegion else { return [] }
        let options = Set(engine.atlas.referrals(of: point).map(\.region))
            .union(engine.atlas.neighbours(of: surface)).subtracting([surface])
        return engine.atlas.regions.map(\.id).filter(options.contains)
    }

    func takeSpread(_ reply: TypedReply, _ press: Press, _ options: [RegionID], _ next: inout State) throws {
        var press = press
        if !["", "n", "no", "none", "0"].contains(reply.text) && !reply.isUnknown {
            let chosen = try reply.words.map { word -> RegionID in
                guard let number = Int(word), options.indices.contains(number - 1) else {
                    throw Misunderstanding.notAChoice(word)
                }
                return options[number - 1]
            }
            press.spreadsTo = options.filter(chosen.contains)
        }
        try record(press, isFamiliar: press.isFamiliar, &next)
    }

    private func record(_ press: Press, isFamiliar: Bool?, _ next: inout State) throws {
        var press = press
        press.isFamiliar = isFamiliar
        next.intake.presses.append(press)
        try goOn(&next)
    }

    /// `nil` when the person does not know.
    private func yesOrNo(_ reply: TypedReply) throws -> Bool? {
        if reply.isUnknown { return nil }
        guard let answer = reply.yesOrNo else { throw Misunderstanding.unclear(reply.text) }
        return answer
    }
}
