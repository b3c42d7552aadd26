import Hummingbird
import NIOPosix
import Unknot

/// The knot model for programs: the same scenario and the same result as `unknot simulate --json`.
struct SimulateController {
    let engine: Engine

    func addRoutes(to router: Router<VisitContext>) {
        router.post("api/simulate", use: simulate)
    }

    /// Longer than anything within the limits takes.
    private static let longest = Duration.seconds(10)

    @Sendable private func simulate(_ request: Request, context: VisitContext) async throws -> Response {
        let bytes = try await request.bytes()
        guard request.mediaType.map({ $0 == "application/json" }) ?? true else {
            throw Refusal.unsupportedType(allowed: "application/json")
        }
        let options = try Self.options(request)
        let reply = try await NIOThreadPool.singleton.runIfActive {
            let end = ContinuousClock.now + Self.longest
            return try engine.simulate(json: bytes, options) { ContinuousClock.now < end }
        }
        switch reply {
        case .answer(let json): return Response(json: json)
        case .refused(let json, _): return Response(json: json, status: .badRequest)
        }
    }

    /// The options of the command line, from the query: they say how to compute, nothing about a person.
    private static func options(_ request: Request) throws(IntakeProblem) -> SimulationOptions {
        var options = SimulationOptions()
        var seen: Set<String> = []
        for (key, value) in request.uri.queryParameters {
            let (name, text) = (String(key), String(value))
            guard seen.insert(name).inserted else {
                throw IntakeProblem(path: name, message: "This option was sent twice.", allowed: "one value")
            }
            switch name {
            case "ensemble": options.members = try number(text, name, "a whole number") { Int($0) }
            case "seed": options.seed = try number(text, name, "a whole number from 0") { UInt64($0) }
            case "spread": options.spread = try number(text, name, "a number from 0 to 2") { Double($0) }
            default:
                throw IntakeProblem(
                    path: String(name.prefix(60)), message: "This option is not known.",
                    allowed: "ensemble, seed, spread")
            }
        }
        return options
    }

    private static func number<Number>(
        _ text: String, _ path: String, _ allowed: String, _ read: (String) -> Number?
    ) throws(IntakeProblem) -> Number {
        guard let number = read(text) else {
            throw IntakeProblem(path: path, message: "Found “\(text.prefix(40))”.", allowed: allowed)
        }
        return number
    }
}
