import HTTPTypes
import Hummingbird
import NIOPosix
import Unknot

/// The pages for visitors, who leave nothing on the server: what they said comes with every form.
struct PageController {
    private let kit: PageKit
    private let pages: PageRenderer

    /// How many questions about the pain stand on the second page, and among how many useful steps they are found:
    /// presses come later, on the result page.
    private static let questionCount = 6
    private static let stepCount = 20

    init(engine: Engine, pages: PageRenderer) throws(WebError) {
        kit = PageKit(engine: engine, texts: pages.texts, figure: try FigurePlaces())
        self.pages = pages
    }

    func addRoutes(to router: Router<BasicRequestContext>) {
        router.get("/", use: start)
        router.post("/", use: edit)
        router.post("questions", use: ask)
        router.post("result", use: locate)
    }

    @Sendable private func start(_ request: Request, context: BasicRequestContext) throws -> Response {
        try pages.response(.first(IntakeForm(), kit: kit))
    }

    /// The first page again, with everything kept.
    @Sendable private func edit(_ request: Request, context: BasicRequestContext) async throws -> Response {
        try await answer(request) { form in try pages.response(.first(form, kit: kit)) }
    }

    @Sendable private func ask(_ request: Request, context: BasicRequestContext) async throws -> Response {
        try await answer(request) { form in
            let signs = try kit.engine.locate(form.intake).triage.unasked
            let steps = try kit.engine.locator
                .usefulSteps(form.intake, most: Self.stepCount, skipping: form.skipped)
                .filter { !$0.isPress }
                .prefix(Self.questionCount)
            return try pages.response(.questions(form, signs: signs, steps: steps.map(\.kind), kit: kit))
        }
    }

    @Sendable private func locate(_ request: Request, context: BasicRequestContext) async throws -> Response {
        try await answer(request) { form in
            let answer = try kit.engine.locator.locate(form.intake, skipping: form.skipped)
            guard answer.triage.level != .emergency else {
                return try pages.response(.emergency(form, answer: answer, kit: kit))
            }
            return try pages.response(.result(form, answer: answer, kit: kit))
        }
    }

    /// Reads the form and answers it; what does not fit leads back to the first page, which says what it was.
    private func answer(
        _ request: Request,
        with work: @escaping @Sendable (IntakeForm) throws -> Response
    ) async throws -> Response {
        let bytes = try await request.bytes()
        guard request.mediaType == "application/x-www-form-urlencoded" else {
            throw Refusal.unsupportedType(allowed: "application/x-www-form-urlencoded")
        }
        let fields = try FormFields(urlEncoded: bytes)
        let form = try IntakeForm(fields, atlas: kit.engine.atlas)
        return try await NIOThreadPool.singleton.runIfActive {
            do {
                return try work(form)
            } catch let problem as IntakeProblem where problem.path == "drawing" {
                return try pages.response(.first(form, problem: problem, kit: kit), status: .badRequest)
            }
        }
    }
}
