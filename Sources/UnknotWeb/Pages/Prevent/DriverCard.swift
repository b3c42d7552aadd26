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
    let driverHeldBack: String?

    /// The habit that fits.
    struct DriverHabit: Sendable {
        let habitName: String
        let habitDose: String
        let habitVerdict: String
        let habitAddress: String
    }

    init(_ driver: Driver, kit: PageKit) {
        let text = kit.engine.driverText
        let known = kit.engine.atlas.prevention
        driverName = text.name(driver.cause)
        driverStanding = text.standing(driver.standing)
        driverClass = "driver-card is-\(driver.standing.rawValue)"
        driverStrength = text.strength(driver.strength)
        driverWhy = driver.reasons.map(text.reason)
        driverStudies = driver.studies.map { StudyLine($0, kit: kit) }
        hasStudies = !driverStudies.isEmpty
        driverHabit = driver.habit.flatMap(known.habit).map { habit in
            DriverHabit(
                habitName: habit.name, habitDose: habit.dose, habitVerdict: text.verdict(habit.verdict),
                habitAddress: "/prevent/habits#\(HabitCard.anchor(habit.id))")
        }
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

    private init(
        _ text: String, _ quality: TreatmentEffect.Quality, _ source: ReferenceID, _ status: EvidenceStatus,
        kit: PageKit
    ) {
        studyText = text
        studySource = kit.engine.atlas.reference(source).map(kit.citation) ?? source.rawValue
        studyStatus = kit.texts(
            "study_status",
            ["quality": kit.engine.driverText.quality(quality), "status": kit.texts("status_\(status.rawValue)")])
    }
}

/// What may drive the knots, as pages show it.
struct DriversView: Sendable {
    let driverCards: [DriverCard]
    let hasDrivers: Bool
    let past: [String]
    let hasPast: Bool
    let unasked: String?
    let isCapped: Bool
    let hasManyEpisodes: Bool
    let limits: [String]

    /// - Parameter most: How many are shown.
    init(_ answer: DriverAnswer, most: Int = .max, kit: PageKit) {
        let text = kit.engine.driverText
        driverCards = answer.drivers.prefix(most).map { DriverCard($0, kit: kit) }
        hasDrivers = !driverCards.isEmpty
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
