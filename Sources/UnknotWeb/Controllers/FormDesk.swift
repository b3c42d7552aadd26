import Hummingbird
import NIOPosix
import Unknot

/// Reads posted forms and has them answered away from the event loops.
struct FormDesk: Sendable {
    let kit: PageKit
    let pages: PageRenderer

    /// The fields of a posted form.
    func fields(of request: Request) async throws -> FormFields {
        let bytes = try await request.bytes()
        guard request.mediaType == "application/x-www-form-urlencoded" else {
            throw Refusal.unsupportedType(allowed: "application/x-www-form-urlencoded")
        }
        return try FormFields(urlEncoded: bytes)
    }

    /// Reads the form and answers it; what does not fit the drawing leads back to the first page, which says what it was.
    func answer(
        _ request: Request,
        with work: @escaping @Sendable (IntakeForm) throws -> Response
    ) async throws -> Response {
        try await answer(IntakeForm(fields(of: request), atlas: kit.engine.atlas), with: work)
    }

    /// Answers a form that was read.
    func answer(
        _ form: IntakeForm, with work: @escaping @Sendable (IntakeForm) throws -> Response
    ) async throws -> Response {
        try await NIOThreadPool.singleton.runIfActive {
            do {
                return try work(form)
            } catch let problem as IntakeProblem where problem.path == "drawing" {
                return try pages.response(.first(form, problem: problem, kit: kit), status: .badRequest)
            }
        }
    }
}
