/// What a plan is made from: the person's story, health, tools, place and time.
public struct PlanRequest: Hashable, Sendable {
    /// Echoed in the plan; means nothing to the engine.
    public var id: String?
    /// What was said of the pain.
    public var intake: Intake
    /// What applies of the health check.
    public var health: [HealthID]
    /// What is at hand, beside hands and nothing.
    public var tools: [CareTool]
    /// Whether somebody can help.
    public var hasHelper: Bool
    /// Where the person is.
    public var place: CareSetting
    /// Minutes that there are, 1 to 180.
    public var minutes: Double
    /// Earlier sessions, in any order.
    public var history: [PastTreatment]

    /// A request with what is not said left at its usual value.
    public init(
        id: String? = nil,
        intake: Intake,
        health: [HealthID] = [],
        tools: [CareTool] = [],
        hasHelper: Bool = false,
        place: CareSetting = .home,
        minutes: Double = 10,
        history: [PastTreatment] = []
    ) {
        self.id = id
        self.intake = intake
        self.health = health
        self.tools = tools
        self.hasHelper = hasHelper
        self.place = place
        self.minutes = minutes
        self.history = history
    }

    /// Whether a tool is at hand.
    public func has(_ tool: CareTool) -> Bool {
        tool.isAlwaysThere || tools.contains(tool)
    }

    /// The same request of somebody whose pain is on the other side.
    public var mirrored: PlanRequest {
        var other = self
        other.intake = intake.mirrored
        other.history = history.map(\.mirrored)
        return other
    }
}
