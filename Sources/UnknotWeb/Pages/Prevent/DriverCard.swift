import Unknot

/// One thing that may drive knots, as a page shows it.
struct DriverCard: Sendable {
    let driverName: String
    let driverStanding: String
    /// How it is marked besides the word.
    let driverClass: String
    let driverStrength: String
    let driverWhy: [String]
    let driverStudies: [StudyLine]
    let hasStudies: Bool
    let driverHabit: DriverHabit?
    /// Said in place of a habit that a card above offers already.
    let driverHabitAbove: String?
    let driverHeldBack: String?

    /// The habit that fits.
    struct DriverHabit: Sendable {
        let habitName: String
        let habitDose: String
        let habitVerdict: String
        let habitAddress: String
    }

    /// - Parameter offered: The habits that cards above offer.
    init(_ driver: Driver, offered: Set<HabitID> = [], kit: PageKit) {
        let text = kit.engine.driverText
        let known = kit.engine.atlas.prevention
        driverName = text.name(driver.cause)
        driverStanding = text.standing(driver.standing)
        driverClass = "driver-card is-\(driver.standing.rawValue)"
        driverStrength = text.strength(driver.strength)
        driverWhy = driver.reasons.map(text.reason)
        driverStudies = driver.studies.map { StudyLine($0, kit: kit) }
        hasStudies = !driverStudies.isEmpty
        let habit = driver.habit.flatMap(known.habit)
        let isAbove = habit.map { offered.contains($0.id) } ?? false
        driverHabit = (isAbove ? nil : habit).map { habit in
            DriverHabit(
                habitName: habit.name, habitDose: habit.dose, habitVerdict: text.verdict(habit.verdict),
                habitAddress: "/prevent/habits#\(HabitCard.anchor(habit.id))")
        }
        driverHabitAbove = isAbove ? habit.map { kit.texts("driver_habit_above", ["habit": $0.name]) } : nil
        driverHeldBack = driver.heldBack.map { held in
            kit.texts(
                "driver_held_back",
                [
                    "habit": known.habit(held.habit)?.name ?? held.habit.rawValue,
                    "because": kit.engine.atlas.care.healthCheck(held.because)?.plainLabel ?? held.because.rawValue,
                ])
        }
    }
}

/// What one study found, with where it is written and how sure it is.
struct StudyLine: Sendable {
    let studyText: String
    let studySource: String
    let studyStatus: String

    init(_ factor: RiskFactor, kit: PageKit) {
        self.init(kit.engine.driverText.study(factor), factor.quality, factor.source, factor.status, kit: kit)
    }

    init(_ finding: PreventionFinding, kit: PageKit) {
        self.init(finding.found, finding.quality, finding.source, finding.status, kit: kit)
    }

    /// Findings in their order; a publication that follows itself is named once.
    static func lines(_ findings: [PreventionFinding], kit: PageKit) -> [StudyLine] {
        findings.indices.map { index in
            let finding = findings[index]
            let isSame = index > 0 && findings[index - 1].source == finding.source
            return StudyLine(
                finding.found, finding.quality, isSame ? nil : finding.source, finding.status, kit: kit)
        }
    }

    private init(
        _ text: String, _ quality: TreatmentEffect.Quality, _ source: ReferenceID?, _ status: EvidenceStatus,
        kit: PageKit
    ) {
        studyText = text
        studySource =
            source.map { kit.engine.atlas.reference($0).map(kit.citation) ?? $0.rawValue }
            ?? kit.texts("study_same_source")
        studyStatus = kit.texts(
            "study_status",
            ["quality": kit.engine.driverText.quality(quality), "status": kit.texts("status_\(status.rawValue)")])
    }
}

/// What may drive the knots, as pages show it.
struct DriversView: Sendable {
    let driverCards: [DriverCard]
    let hasDrivers: Bool
    /// What comes after the most important ones, folded.
    let moreCards: [DriverCard]
    let hasMore: Bool
    let past: [String]
    let hasPast: Bool
    let unasked: String?
    let isCapped: Bool
    let hasManyEpisodes: Bool
    let limits: [String]

    /// How many are shown at once.
    private static let most = 3

    /// - Parameter showsAll: Whether the rest comes folded; else it is left out.
    init(_ answer: DriverAnswer, showsAll: Bool, kit: PageKit) {
        let text = kit.engine.driverText
        var offered: Set<HabitID> = []
        let cards = answer.drivers.map { driver in
            defer { if let habit = driver.habit { offered.insert(habit) } }
            return DriverCard(driver, offered: offered, kit: kit)
        }
        driverCards = Array(cards.prefix(Self.most))
        hasDrivers = !driverCards.isEmpty
        moreCards = showsAll ? Array(cards.dropFirst(Self.most)) : []
        hasMore = !moreCards.isEmpty
        past = answer.past.map { "\(text.name($0.cause)). \(text.strength($0.strength))" }
        hasPast = !past.isEmpty
        unasked =
            answer.unasked.isEmpty
            ? nil
            : kit.texts("drivers_unasked", ["causes": answer.unasked.map(text.name).joined(separator: "; ")])
        isCapped = answer.isCapped
        hasManyEpisodes = answer.hasManyEpisodes
        limits = text.limits
    }
}
