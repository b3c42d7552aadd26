/// What a plan was made from: with the same knowledge base the engine makes the same plan from it again.
///
/// The plan itself is not kept. It is words and numbers of the knowledge base, and a safety check that is made anew is
/// worth more than one that was once made.
public struct PlanRecord: Hashable, Sendable {
    /// The story, health, tools, place, time and earlier sessions as they were then. It has no `id`.
    public let request: PlanRequest
    /// Whether the person asked for the short plan of a flare.
    public let isFlare: Bool
    /// The version of the knowledge base that the plan was made with, 1 to 100 characters.
    public let knowledge: String

    /// The most bytes of the request: room is left for what stands around it.
    static let mostBytes = RecordValue.maximumBytes - 1_024

    /// Records what a plan was made from.
    ///
    /// - Throws: ``IntakeProblem`` for what a request may not hold, as when it is read, and for one of more than
    ///   255 KiB.
    public init(request: PlanRequest, isFlare: Bool = false, knowledge: String) throws(IntakeProblem) {
        var plain = request
        plain.id = nil
        plain.intake.id = nil
        let value = PlanRequestDocument.value(of: plain)
        do {
            // What can be written is what can be read.
            self.request = try PlanRequestDocument.request(from: value)
        } catch {
            throw error.inside("request")
        }
        let bytes = CanonicalJSON.text(of: value).utf8.count
        guard bytes <= Self.mostBytes else {
            throw IntakeProblem(
                path: "request", message: "The request has \(bytes) bytes.", allowed: "at most \(Self.mostBytes) bytes")
        }
        self.isFlare = isFlare
        self.knowledge = try RecordCheck.text(knowledge, "knowledge", longest: 100)
    }
}

extension PlanRecord: RecordPayload {
    package static let kind = EntryKind.plan
    package static let keys = ["request", "flare", "knowledge"]

    package init(fields: FieldReader) throws(IntakeProblem) {
        guard let value = fields.value("request") else {
            throw IntakeProblem(path: "request", message: "This field is missing.", allowed: "a request for a plan")
        }
        let request: PlanRequest
        do {
            request = try PlanRequestDocument.request(from: value)
        } catch {
            throw error.inside("request")
        }
        try self.init(
            request: request, isFlare: fields.flag("flare") ?? false, knowledge: fields.requiredAnyText("knowledge"))
    }

    package var fields: [String: JSONValue] {
        RecordFields.present([
            "request": PlanRequestDocument.value(of: request), "flare": isFlare ? .bool(true) : nil,
            "knowledge": .string(knowledge),
        ])
    }
}
