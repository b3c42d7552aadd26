#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Engine {
    /// What became of one JSON intake.
    public enum Reply: Sendable {
        /// The answer, as JSON.
        case answer(Data)
        /// What was wrong with it, as JSON with `error.path`, `error.message` and `error.allowed`.
        case refused(Data, IntakeProblem)
    }

    /// Answers one intake in JSON; the same on the command line, on the server and in the browser.
    ///
    /// - Throws: Only what is a fault of the program, never of the input.
    public func locate(json bytes: [UInt8]) throws -> Reply {
        do {
            let intake = try IntakeDocument.parse(bytes)
            return .answer(try json(for: locate(intake)))
        } catch let problem as IntakeProblem {
            return .refused(try json(for: problem), problem)
        }
    }

    /// An answer as JSON, keys in alphabetical order.
    public func json(for answer: LocateAnswer, pretty: Bool = false) throws -> Data {
        try Self.encoder(pretty: pretty).encode(LocateDocument(answer, text: text))
    }

    /// Answers one request for a plan in JSON; the same on every interface.
    ///
    /// - Throws: Only what is a fault of the program, never of the input.
    public func plan(json bytes: [UInt8]) throws -> Reply {
        do {
            let request = try PlanRequestDocument.parse(bytes)
            return .answer(try json(for: plan(request)))
        } catch let problem as IntakeProblem {
            return .refused(try json(for: problem), problem)
        }
    }

    /// A plan as JSON, keys in alphabetical order.
    public func json(for plan: Plan, pretty: Bool = false) throws -> Data {
        try Self.encoder(pretty: pretty).encode(PlanDocument(plan, text: planText, atlas: atlas))
    }

    /// A refusal as JSON.
    public func json(for problem: IntakeProblem) throws -> Data {
        try Self.encoder(pretty: false).encode(ProblemDocument(problem))
    }

    static func encoder(pretty: Bool) -> JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = pretty ? [.prettyPrinted, .sortedKeys] : [.sortedKeys]
        encoder.outputFormatting.insert(.withoutEscapingSlashes)
        return encoder
    }
}

/// A refusal as it stands on every interface.
private struct ProblemDocument: Encodable {
    let id: String?
    let error: Details

    enum CodingKeys: String, CodingKey {
        case id, error
    }

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(id, forKey: .id)
        try fields.encode(error, forKey: .error)
    }

    struct Details: Encodable {
        let path: String
        let message: String
        let allowed: String
    }

    init(_ problem: IntakeProblem) {
        id = problem.id
        error = Details(path: problem.path, message: problem.message, allowed: problem.allowed)
    }
}
