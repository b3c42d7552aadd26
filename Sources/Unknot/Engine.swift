@_exported public import UnknotAtlas
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
    /// Draws the body.
    public let figure: FigurePainter

    /// Uses the knowledge base that the library was built with.
    public init() throws {
        try self.init(atlas: Atlas.builtIn())
    }

    /// Uses another knowledge base.
    public init(atlas: Atlas) throws(LocatorError) {
        self.atlas = atlas
        locator = try Locator(atlas)
        text = AnswerText(atlas)
        figure = FigurePainter(atlas)
    }

    /// Locates the knots behind an intake.
    public func locate(_ intake: Intake) throws -> LocateAnswer {
        try locator.locate(intake)
    }
}
