/// A release session: which points were worked on, for how long, and how it felt before and after.
public struct SessionRecord: Hashable, Sendable {
    /// How a session ended.
    public enum Ending: String, CaseIterable, Hashable, Sendable {
        /// As planned.
        case finished
        /// Before its end.
        case stopped
    }

    /// From start to end, pauses included, 0 to 7200 seconds.
    public let seconds: Double
    /// What was done, in order, up to 100 steps.
    public let steps: [SessionStep]
    /// How it felt before; nothing when nothing was said.
    public let before: SessionFeeling
    /// How it felt after; nothing when nothing was said.
    public let after: SessionFeeling
    /// How it ended.
    public let ended: Ending
    /// The entry of kind plan that it followed; whether there is one is not checked, since it may have been taken away.
    public let plan: EntryID?

    /// Records a session.
    public init(
        seconds: Double, steps: [SessionStep], before: SessionFeeling = .unsaid, after: SessionFeeling = .unsaid,
        ended: Ending, plan: EntryID? = nil
    ) throws(IntakeProblem) {
        self.seconds = try RecordCheck.number(seconds, "seconds", in: 0...7_200)
        guard steps.count <= 100 else {
            throw IntakeProblem(path: "steps", message: "Found a list of \(steps.count).", allowed: "at most 100 steps")
        }
        self.steps = steps
        self.before = before
        self.after = after
        self.ended = ended
        self.plan = plan
    }
}

extension SessionRecord: RecordPayload {
    package static let kind = EntryKind.session
    package static let keys = ["seconds", "steps", "before", "after", "ended", "plan"]

    package init(fields: FieldReader) throws(IntakeProblem) {
        var steps: [SessionStep] = []
        for (index, value) in try fields.list("steps").enumerated() {
            steps.append(try SessionStep(recorded: value, path: "steps[\(index)]"))
        }
        try self.init(
            seconds: fields.requiredNumber("seconds"), steps: steps,
            before: SessionFeeling(recorded: fields.value("before"), path: "before"),
            after: SessionFeeling(recorded: fields.value("after"), path: "after"),
            ended: fields.requiredChoice("ended"), plan: Self.plan(fields.anyText("plan")))
    }

    private static func plan(_ text: String?) throws(IntakeProblem) -> EntryID? {
        guard let text else { return nil }
        guard let id = EntryID(text) else {
            throw IntakeProblem(
                path: "plan", message: "“\(text.prefix(60))” is not the id of an entry.",
                allowed: "an id such as 0190b6a1-7c3e-7abc-8def-0123456789ab")
        }
        return id
    }

    package var fields: [String: JSONValue] {
        RecordFields.present([
            "seconds": .number(seconds), "steps": .array(steps.map(\.recorded)), "before": before.recorded,
            "after": after.recorded, "ended": .string(ended.rawValue), "plan": RecordFields.text(plan?.description),
        ])
    }
}
