import HTTPTypes
import Unknot

/// A request that is not answered as asked, and why.
struct Refusal: Error {
    let status: HTTPResponse.Status
    let problem: IntakeProblem
    var allowedMethods: [HTTPRequest.Method] = []

    init(_ status: HTTPResponse.Status, _ problem: IntakeProblem) {
        self.status = status
        self.problem = problem
    }

    private init(_ status: HTTPResponse.Status, message: String, allowed: String) {
        self.init(status, IntakeProblem(path: "", message: message, allowed: allowed))
    }

    static let notFound = Refusal(
        .notFound, message: "There is nothing at this address.",
        allowed: """
            /, /understand, /atlas, /techniques, /api/entries, /api/locate, /api/simulate, /api/openapi.yaml, \
            /health, /ready
            """)

    static let tooLarge = Refusal(
        .contentTooLarge, message: "The input is too large.",
        allowed: "at most \(IntakeDocument.maximumBytes) bytes")

    static let failed = Refusal(
        .internalServerError, message: "Something went wrong in Unknot, not in what you sent.",
        allowed: "please try again, and report it if it happens again")

    static func methodNotAllowed(_ methods: [HTTPRequest.Method]) -> Refusal {
        let list = methods.map(\.rawValue).joined(separator: ", ")
        var refusal = Refusal(
            .methodNotAllowed, message: "This address does not take this method.", allowed: list)
        refusal.allowedMethods = methods
        return refusal
    }

    static func unsupportedType(allowed: String) -> Refusal {
        Refusal(.unsupportedMediaType, message: "The content type is not one that is read here.", allowed: allowed)
    }
}
