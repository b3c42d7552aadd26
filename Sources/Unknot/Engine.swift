@_exported public import UnknotAtlas
@_exported public import UnknotCare
@_exported public import UnknotDynamics
@_exported public import UnknotFigure
@_exported public import UnknotLocator
@_exported public import UnknotPhysiology
@_exported public import UnknotRecord
@_exported public import UnknotSafety

/// The engine: one knowledge base and what can be asked of it. Make it once and keep it.
///
///     let engine = try Engine()
///     let answer = try engine.locate(Intake(drawing: [PainMark(BodyPlace("buttock_middle", .left))]))
///     print(answer.triage.level, answer.muscles.first?.muscle ?? "")
public struct Engine: Sendable {
    /// What is known.
    public let atlas: Atlas
    /// Finds knots.
    public let locator: Locator
    /// Puts answers into words.
    public let text: AnswerText
    /// Makes plans.
    public let planner: Planner
    /// Puts plans into words.
    public let planText: PlanText
    let careDesk: CareDesk
    /// Says what may drive knots.
    public let driverDesk: DriverDesk
    /// Chooses habits.
    public let habitDesk: HabitDesk
    /// Puts drivers and habits into words.
    public let driverText: DriverText
    /// Draws the body.
    public let figure: FigurePainter
    /// Draws techniques.
    public let techniqueFigures: TechniquePainter

    /// Uses the knowledge base that the library was built with.
    public init() throws {
        try self.init(atlas: Atlas.builtIn())
    }

    /// Uses another knowledge base.
    public init(atlas: Atlas) throws {
        self.atlas = atlas
        locator = try Locator(atlas)
        text = AnswerText(atlas)
        planner = try Planner(atlas)
        planText = PlanText(atlas)
        careDesk = CareDesk(atlas)
        driverDesk = try DriverDesk(atlas)
        habitDesk = try HabitDesk(atlas)
        driverText = DriverText(atlas)
        figure = FigurePainter(atlas)
        techniqueFigures = TechniquePainter(atlas)
    }

    /// Locates the knots behind an intake.
    public func locate(_ intake: Intake) throws -> LocateAnswer {
        try locator.locate(intake)
    }

    /// Plans what to do about the knots behind an intake, or says what comes first.
    ///
    /// - Throws: ``IntakeProblem`` when the request does not fit the atlas; paths of the intake begin with `intake.`.
    public func plan(_ request: PlanRequest) throws -> Plan {
        try atlas.check(request)
        do {
            let admission = careDesk.admit(request, triage: try locator.triage(request.intake))
            switch admission.outcome {
            case .emergency: return planner.refusal(request, admission: admission, status: .emergency)
            case .sameDay: return planner.refusal(request, admission: admission, status: .sameDay)
            case .seeClinician: return planner.refusal(request, admission: admission, status: .seeClinician)
            case .askFirst, .cleared:
                // An empty drawing is refused before anything is asked about it.
                guard !request.intake.painfulMarks.isEmpty else {
                    _ = try locator.locate(request.intake)
                    return planner.refusal(request, admission: admission, status: .askFirst)
                }
                guard case .cleared(let gate) = admission.outcome else {
                    return planner.refusal(request, admission: admission, status: .askFirst)
                }
                let answer = try locator.locate(request.intake)
                return planner.plan(request, for: answer, admission: admission, through: gate)
            }
        } catch var problem as IntakeProblem {
            problem = problem.inside("intake")
            problem.id = request.id
            throw problem
        }
    }
}
