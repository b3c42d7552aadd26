import Unknot
import UnknotJournal

extension FairPlanForm {
    /// The test with its schedule drawn.
    ///
    /// - Parameters:
    ///   - offers: What may be done at the first knot; nothing where none was found.
    ///   - screenedOn: When warning signs and health were asked.
    ///   - random: Draws the bytes; the system's generator, save in tests.
    /// - Throws: ``IntakeProblem`` for what cannot be tested, with the reason.
    func drawn(
        _ offers: FairTestOffers?, screenedOn: LocalDay, kit: RecordKit, using random: inout some RandomNumberGenerator
    ) throws -> FairTestRecord {
        let bytes = (0..<FairTestRecord.randomBytes).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        let day = try RecordDay(screenedOn.description, key: "screened_on")
        switch stage {
        case .days:
            let (routine, technique) = try routine(offers, kit)
            let design = length.design
            let days = try FairTestRecord.Days(
                routine: routine, versus: versus.isEmpty ? kit.texts("fair_versus_usual") : versus,
                technique: technique, period: design.period, pairs: design.pairs, runIn: design.runIn,
                covariates: covariates, askedAt: try minutes())
            return try FairTestRecord(
                question: kit.texts("fair_question_days", ["routine": routine]), course: .days(days), random: bytes,
                schedule: FairTestSchedule.days(design, random: bytes).map { $0 ? 1 : 0 }, outcome: .averagePain,
                point: technique == nil ? nil : offers?.point, side: technique == nil ? nil : offers?.side,
                screenedOn: day)
        case .sessions:
            guard let offers else { throw Self.noKnot }
            let chosen = try chosenTechniques(offers)
            let sessions = try FairTestRecord.Sessions(
                techniques: [FairTestRecord.quietRest] + chosen, blocks: blocks, spares: SessionScreenDiary.spareBlocks)
            return try FairTestRecord(
                question: kit.texts("fair_question_sessions", ["place": kit.name(of: offers.point, offers.side)]),
                course: .sessions(sessions), random: bytes,
                schedule: FairTestSchedule.sessions(
                    techniques: sessions.techniques.count, blocks: blocks + sessions.spares, random: bytes),
                outcome: .tenderness,
                point: offers.point, side: offers.side, screenedOn: day)
        }
    }

    /// What is done on the days with it.
    private func routine(
        _ offers: FairTestOffers?, _ kit: RecordKit
    ) throws(IntakeProblem) -> (words: String, technique: TechniqueID?) {
        guard let what else { throw Self.nothingChosen }
        if what == Self.own {
            guard !ownWords.isEmpty else { throw Self.nothingChosen }
            guard !SlowBuilders.isNamed(in: ownWords) else { throw Self.tooSlow(kit) }
            return (ownWords, nil)
        }
        if let idea = Idea(rawValue: what) { return (kit.texts("fair_idea_\(idea.rawValue)"), nil) }
        let technique = TechniqueID(what)
        guard !SlowBuilders.techniques.contains(technique) else { throw Self.tooSlow(kit) }
        guard offers?.treatments.contains(where: { $0.technique.id == technique }) ?? false else {
            throw Self.notOffered(what)
        }
        return (kit.kit.engine.planText.name(technique), technique)
    }

    private func chosenTechniques(_ offers: FairTestOffers) throws(IntakeProblem) -> [TechniqueID] {
        guard (1...3).contains(techniques.count), Set(techniques).count == techniques.count else {
            throw IntakeProblem(
                path: "fair_technique", message: "\(techniques.count) were chosen.",
                allowed: "one to three; quiet rest is always there beside them")
        }
        for technique in techniques where !offers.mayBeScreened.contains(technique) {
            throw Self.notOffered(technique.rawValue)
        }
        return techniques
    }

    private func minutes() throws(IntakeProblem) -> Int {
        let parts = time.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count >= 2, let hour = parts[0], let minute = parts[1], (0..<24).contains(hour),
            (0..<60).contains(minute)
        else { throw FairTestFields.wrong(Field.time, time, "a time such as 20:00") }
        return hour * 60 + minute
    }

    private static let nothingChosen = IntakeProblem(
        path: "fair_what", message: "Nothing was chosen.", allowed: "one of the list, or a routine in your own words")
    private static let noKnot = IntakeProblem(
        path: "fair_technique", message: "No knot was found to test techniques at.",
        allowed: "a day test of an everyday habit")

    private static func tooSlow(_ kit: RecordKit) -> IntakeProblem {
        IntakeProblem(path: "fair_what", message: kit.texts("fair_too_slow"), allowed: kit.texts("fair_too_slow_way"))
    }

    private static func notOffered(_ text: String) -> IntakeProblem {
        IntakeProblem(
            path: "fair_what", message: "“\(text.prefix(40))” is not among what is safe and at hand here.",
            allowed: "one of the list")
    }
}

extension FairTestOffers {
    /// What can be compared in sessions: what works on the knot itself, right away.
    var mayBeScreened: [TechniqueID] {
        treatments.filter { $0.use != nil && $0.technique.seconds > 0 }.map(\.technique.id)
    }
}
